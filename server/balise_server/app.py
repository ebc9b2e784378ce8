"""The application factory: one blueprint per use, two origins, one error shape."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from balise_server import security
from balise_server.errors import BaliseError
from balise_server.services import EXTENSION, Services
from balise_server.storage.migrations import HEAD, migrate, revision

if TYPE_CHECKING:
    from balise_server.config import Config

log = logging.getLogger("balise_server")
HTTP_CODES = {400: "bad-request", 404: "not-found", 405: "method-not-allowed"}


def create_app(config: Config) -> Flask:
    """Return the application for ``config``, its database ready.

    In preview the database is brought up to date by itself; elsewhere ``balise-server migrate``
    does it, so that nobody changes a production schema by starting a worker.

    :raises BaliseError: ``not-migrated``, ``unsupported-database``.
    """
    app = Flask("balise_server", static_folder="static", static_url_path="/static")
    services = Services(config)
    app.extensions[EXTENSION] = services
    # A package is the largest thing a person sends; a commit has its own, smaller limit.
    app.config["MAX_CONTENT_LENGTH"] = config.max_package
    if config.preview:
        config.data.mkdir(parents=True, exist_ok=True)
        migrate(services.store)
    elif revision(services.store) != HEAD:
        raise BaliseError("not-migrated")
    security.protect(app, config)
    security.guard_logs()
    _answer_errors(app)
    _register(app, services)
    return app


def _register(app: Flask, services: Services) -> None:
    from balise_server import pages
    from balise_server.api import blueprint as api
    from balise_server.bench import content as bench
    from balise_server.play import blueprint as play

    # The strict LMS adds its addresses to those of the content origin; a preview alone has a bench.
    if services.config.preview:
        bench.furnish(app)
    app.register_blueprint(play)
    app.register_blueprint(api)
    pages.register(app)


def _answer_errors(app: Flask) -> None:
    """Answer every error in the one JSON shape.

    Pages put a handler for people over it: ``blueprint.register_error_handler(BaliseError, …)``.
    """

    @app.errorhandler(BaliseError)
    def _known(error: BaliseError) -> tuple[Response, int]:
        return jsonify(error.as_json()), error.status

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> tuple[Response, int]:
        status = error.code or 500
        if status == 413:
            known = BaliseError("commit-too-large", limit=request.max_content_length or 0)
        else:
            known = BaliseError(HTTP_CODES.get(status, "bad-request"))
        return jsonify(known.as_json()), status

    @app.errorhandler(Exception)
    def _unknown(error: Exception) -> tuple[Response, int]:
        log.error("unexpected error in %s", request.endpoint, exc_info=error)
        return jsonify(BaliseError("internal").as_json()), 500
