"""The pages people read: their blueprints, what they share, and their errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_wtf.csrf import CSRFProtect

from balise_server.security import CONTENT_BLUEPRINT
from balise_server.services import EXTENSION
from balise_server.views import (
    author,
    bench,
    course,
    learner,
    library,
    player,
    problems,
    site,
    statistics,
)

if TYPE_CHECKING:
    from flask import Flask


def register(app: Flask) -> None:
    """Add the pages to ``app``; called by the factory after the services are there."""
    config = app.extensions[EXTENSION].config
    app.config.setdefault("WTF_CSRF_TIME_LIMIT", None)
    app.config.setdefault("WTF_CSRF_SSL_STRICT", False)  # Referrer-Policy is no-referrer.
    csrf = CSRFProtect(app)
    # Commits carry a signed token and no cookie: there is nothing to forge.
    csrf.exempt(app.blueprints[CONTENT_BLUEPRINT])
    site.furnish(app, config)
    for page in (library, learner, course, player, statistics):
        app.register_blueprint(page.bp)
    if config.preview:
        app.register_blueprint(author.bp)
        app.register_blueprint(bench.bp)
    problems.answer(app)
