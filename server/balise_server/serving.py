"""gunicorn around the application: a few threads a worker, no request line with a token in logs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from balise_server.app import create_app
from balise_server.security import guard_logs

if TYPE_CHECKING:
    from flask import Flask

    from balise_server.config import Config


class GuardedLogger(Logger):  # type: ignore[misc]
    """gunicorn's logger with the token filter on its handlers."""

    def setup(self, cfg: Any) -> None:
        """Set gunicorn's handlers up, then guard them."""
        super().setup(cfg)
        guard_logs()


class Gunicorn(BaseApplication):  # type: ignore[misc]
    """Runs :func:`create_app` in each worker, after the fork: a database is never shared."""

    def __init__(self, config: Config, bind: str, workers: int, threads: int = 4) -> None:
        self._config = config
        self._settings = {
            "bind": bind,
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "logger_class": GuardedLogger,
            "keepalive": 15,
            "graceful_timeout": 20,
        }
        super().__init__()

    def load_config(self) -> None:
        """Give gunicorn our settings."""
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Return the application of one worker."""
        return create_app(self._config)
