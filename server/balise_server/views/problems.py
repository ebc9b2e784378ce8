"""Errors as pages for people, as the one JSON shape for programs."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from flask import jsonify, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from balise_server.errors import BaliseError
from balise_server.i18n import texts, translate
from balise_server.security import CONTENT_BLUEPRINT, is_content
from balise_server.services import services
from balise_server.typography import no_break
from balise_server.views.site import language

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from balise_server.i18n import Lang

log = logging.getLogger("balise_server")
MACHINES = (CONTENT_BLUEPRINT, "api")
CODES = {400: "bad-request", 404: "not-found", 405: "method-not-allowed"}


def answer(app: Flask) -> None:
    """Register the answers to every error of ``app``."""
    app.register_error_handler(BaliseError, known)
    app.register_error_handler(HTTPException, http)
    app.register_error_handler(Exception, unexpected)


def known(error: BaliseError) -> ResponseReturnValue:
    """Answer a mistake that has a message of its own."""
    if for_machine():
        return jsonify(error.as_json()), error.status
    return page(error.status, error)


def http(error: HTTPException) -> ResponseReturnValue:
    """Answer what Flask or Werkzeug refused."""
    status = error.code or 500
    if isinstance(error, RequestEntityTooLarge) and for_machine():
        limit = request.max_content_length or 0
        return known(BaliseError("commit-too-large", limit=limit))
    if isinstance(error, CSRFError):
        return page(400, BaliseError("bad-request"))
    if for_machine():
        return jsonify(BaliseError(CODES.get(status, "bad-request")).as_json()), status
    return page(status, BaliseError(CODES[status]) if status in CODES else None)


def unexpected(error: Exception) -> ResponseReturnValue:
    """Answer a fault of ours: the log has the traceback, the person has calm words."""
    log.error("unexpected error in %s", request.endpoint, exc_info=error)
    internal = BaliseError("internal")
    return (jsonify(internal.as_json()), 500) if for_machine() else page(500, internal)


def for_machine() -> bool:
    """Return whether a program asked: the API, or anything on the content origin."""
    blueprint = (request.endpoint or "").partition(".")[0]
    origin = services().config
    return blueprint in MACHINES or is_content(origin, request.host)


def page(status: int, error: BaliseError | None) -> tuple[str, int]:
    """Return the page of an error, in the language of the page with the other one below."""
    lang = language()
    other: Lang = "en" if lang == "fr" else "fr"
    html = render_template(
        "problem.html",
        status=status,
        heading=_heading(status, lang),
        text=_text(status, error, lang),
        other_heading=_heading(status, other),
        other_text=_text(status, error, other),
    )
    return html, status


def _heading(status: int, lang: Lang) -> str:
    key = f"problem.{status}.title"
    return translate(lang, key if key in texts() else "problem.other.title")


def _text(status: int, error: BaliseError | None, lang: Lang) -> str:
    key = f"problem.{status}.text"
    # A page has more room, and other words, than the line that a program shows.
    if key in texts() and (error is None or error.code in (*CODES.values(), "internal")):
        return translate(lang, key)
    text = (error or BaliseError("bad-request")).message(lang)
    return no_break(text) if lang == "fr" else text
