"""Two origins, their headers, and logs that never hold a token.

Pages live on one origin with the session cookie; course content, which may be somebody else's
script, on another without any. A request for the wrong one is refused before any view runs.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import g, request
from flask.sessions import SecureCookieSessionInterface

from balise_server.errors import BaliseError

if TYPE_CHECKING:
    from flask import Flask, Request, Response
    from flask.sessions import SecureCookieSession, SessionMixin

    from balise_server.config import Config

CONTENT_BLUEPRINT = "play"
"""The only blueprint of the content origin; every other one belongs to the pages."""
TOKEN = re.compile(r"(/lms/commit/)[^\s?\"'/]+")
LOGGERS = ("", "werkzeug", "gunicorn.access", "gunicorn.error", "balise", "balise_server")

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-src {content}; "
    "frame-ancestors 'none'; base-uri 'none'"
)
SHELL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'none'; frame-ancestors {pages}; base-uri 'none'"
)
OWN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'none'; form-action 'none'; "
    "frame-ancestors 'self' {pages}; base-uri 'none'"
)
FOREIGN_POLICY = (
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; form-action 'self'; "
    "object-src 'none'; frame-ancestors 'self' {pages}; base-uri 'self'"
)
"""Third-party packages are full of inline script; they still reach no other origin."""


class PageSessions(SecureCookieSessionInterface):
    """Flask's signed cookie, on the pages' origin only."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """Return the session; an empty one that cannot be written on the content origin."""
        if is_content(app.extensions["balise"].config, request.host):
            return None
        return super().open_session(app, request)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Set the cookie, never on the content origin."""
        if not is_content(app.extensions["balise"].config, request.host):
            super().save_session(app, session, response)


def protect(app: Flask, config: Config) -> None:
    """Hold every request of ``app`` to its origin and every response to its headers."""
    hosts = {_host(config.page_origin): False, _host(config.content_origin): True}
    app.session_interface = PageSessions()
    app.config.update(
        SECRET_KEY=config.secret,
        SESSION_COOKIE_NAME="balise",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.page_origin.startswith("https:"),
    )

    @app.before_request
    def _check_origin() -> None:
        host = request.host.lower()
        g.content = hosts.get(host, True)
        if host not in hosts:
            raise BaliseError("unknown-host", host=host[:100], page_origin=config.page_origin)
        endpoint = request.endpoint or ""
        wants_content = endpoint.partition(".")[0] == CONTENT_BLUEPRINT
        if g.content != wants_content:
            raise BaliseError("not-found")

    @app.after_request
    def _add_headers(response: Response) -> Response:
        return add_headers(response, config)


def is_content(config: Config, host: str) -> bool:
    """Return whether a request's ``Host`` is the content origin's."""
    return host.lower() == _host(config.content_origin)


def add_headers(response: Response, config: Config) -> Response:
    """Add what every response carries; a view that set a policy of its own keeps it."""
    policy = PAGE_POLICY.format(content=config.content_origin)
    response.headers.setdefault("Content-Security-Policy", policy)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    if not is_content(config, request.host):
        # Old courses open a window of their own and look for the API in its opener.
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups"
    response.headers.setdefault(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    )
    return response


class TokenFilter(logging.Filter):
    """Takes launch and session tokens out of every record before a handler sees it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record's message and arguments; keep the record."""
        record.msg = redact(str(record.msg))
        if isinstance(record.args, dict):
            record.args = {name: _clean(value) for name, value in record.args.items()}
        elif record.args:
            record.args = tuple(_clean(value) for value in record.args)
        if record.exc_text:
            record.exc_text = redact(record.exc_text)
        return True


def redact(text: str) -> str:
    """Return ``text`` with every session token replaced by three dots."""
    return TOKEN.sub(r"\1…", text)


def guard_logs() -> None:
    """Put the filter on the loggers that could write a request's address, and their handlers."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        for target in (logger, *logger.handlers):
            if not any(isinstance(f, TokenFilter) for f in target.filters):
                target.addFilter(TokenFilter())


def _clean(value: object) -> object:
    return redact(value) if isinstance(value, str) else value


def _host(origin: str) -> str:
    return urlsplit(origin).netloc
