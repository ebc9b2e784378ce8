"""Balise server: preview, play, record and report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from balise_server.config import Config

__version__ = "0.1.0"


def create_app(config: Config) -> Flask:
    """Return the WSGI application; see :func:`balise_server.app.create_app`."""
    from balise_server.app import create_app as factory

    return factory(config)
