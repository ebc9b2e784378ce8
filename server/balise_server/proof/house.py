"""A preview server of its own for one proof: a free port, an empty folder, the package, a bench."""

from __future__ import annotations

import shutil
import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from balise_server.proof.errors import ProofError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from balise_server.bench.profiles import Profile
    from balise_server.bench.runs import Bench, Run
    from balise_server.packages import Library, Package

PERSON = ("personne-1", "Essai, Camille")
OTHER = ("personne-2", "Essai, Dominique")


class House:
    """A server that runs, and its bench."""

    def __init__(
        self, pages: str, content: str, library: Library, bench: Bench, folder: Path
    ) -> None:
        self.pages = pages
        self.content = content
        self.library = library
        self.bench = bench
        self.folder = folder

    def take(self, path: Path, name: str) -> Package:
        """Take in a copy of a package.

        :raises PackageError: no platform would take it.
        :raises ProofError: it is no SCORM package.
        """
        package = self.library.add(path, name)
        if package.target == "web":
            raise ProofError("not-scorm", file=name)
        return package

    def open(self, package: Package, profile: Profile, learner: tuple[str, str] = PERSON) -> Run:
        """Begin a run."""
        return self.bench.open(package, profile, learner)

    def address(self, run: Run) -> str:
        """Where a run is played: under pages of another origin when its profile says so."""
        if run.profile.name == "cross-origin-parents":
            return f"{self.pages}/banc/essai/{run.id}"
        return f"{self.content}/lms/banc/#{run.id}"


@contextmanager
def serving(folder: Path) -> Iterator[House]:
    """Give a house on a free port of this machine; everything is kept below ``folder``."""
    from balise_server.app import create_app
    from balise_server.bench.content import EXTENSION
    from balise_server.config import Config
    from balise_server.live.serving import open_server
    from balise_server.services import EXTENSION as SERVICES

    port = free_port()
    pages, content = f"http://127.0.0.1:{port}", f"http://localhost:{port}"
    app = create_app(Config(folder / "data", pages, content, preview=True))
    server = open_server(app, port)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    services = app.extensions[SERVICES]
    try:
        yield House(pages, content, services.library, app.extensions[EXTENSION], folder)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        services.store.close()
        shutil.rmtree(folder / "data", ignore_errors=True)


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
