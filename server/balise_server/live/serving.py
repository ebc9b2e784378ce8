"""Open the preview's port and serve, with threads, until told to stop."""

from __future__ import annotations

import errno
import os
import socket
from typing import TYPE_CHECKING

from werkzeug.serving import WSGIRequestHandler, make_server

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.serving import BaseWSGIServer

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class PortTakenError(Exception):
    """The port cannot be opened; ``fr`` and ``en`` say why and what to do."""

    def __init__(self, port: int, denied: bool) -> None:
        super().__init__(port)
        other = port + 1 if port < 65535 else 8000
        if denied:
            self.fr = f"Le port {port} n’est pas permis sur ce poste."
            self.en = f"Port {port} is not allowed on this machine."
        else:
            self.fr = f"Le port {port} est déjà pris, peut-être par un autre aperçu."
            self.en = f"Port {port} is already taken, perhaps by another preview."
        command = f"make preview PORT={other}" if "MAKELEVEL" in os.environ else f"--port {other}"
        self.fr += f" Choisissez-en un autre\u00a0: « {command} »."
        self.en += f" Choose another one: “{command}”."
        self.fr = self.fr.replace("« ", "«\u00a0").replace(" »", "\u00a0»")


class QuietHandler(WSGIRequestHandler):
    """Writes no line for each request: the terminal is for the findings."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""

    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing: a browser that closes a tab is no news."""


def check_port(port: int) -> None:
    """Make sure that ``port`` is free for both origins.

    Browsers look « localhost » up as ::1 first: another program there would answer in our place.

    :raises PortTakenError: something listens on it, or it is not allowed.
    """
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                if hasattr(socket, "SO_REUSEADDR") and not hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, port))
        except OSError as error:
            if error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                continue
            denied = error.errno in (errno.EACCES, errno.EPERM)
            raise PortTakenError(port, denied) from None


def open_server(app: Flask, port: int) -> BaseWSGIServer:
    """Return a threaded server bound to the loopback address; ``serve_forever`` runs it.

    :raises PortTakenError: the port cannot be opened.
    """
    check_port(port)
    try:
        return make_server("127.0.0.1", port, app, threaded=True, request_handler=QuietHandler)
    except (OSError, SystemExit):
        raise PortTakenError(port, denied=False) from None
