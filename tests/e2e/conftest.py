"""The whole chain, for real: the built packages of a course on a real server with two origins."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from werkzeug.serving import make_server

from balise_server.app import create_app
from balise_server.config import Config

ROOT = Path(__file__).resolve().parent.parent.parent
COURSE = "hotellerie-personnel"


@dataclass(frozen=True)
class House:
    """A running server with the course on its shelf."""

    pages: str
    data: Path
    dist: Path
    course: dict[str, Any]


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three packages of the course, built by the command from a copy of its sources."""
    work = tmp_path_factory.mktemp("chain")
    for name in (COURSE, "_commun"):
        shutil.copytree(ROOT / "courses" / name, work / "courses" / name)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "balise_builder",
            "--lang",
            "fr",
            "build",
            f"courses/{COURSE}",
            "-o",
            "dist",
        ],
        cwd=work,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return work / "dist"


@pytest.fixture
def house(dist: Path, tmp_path: Path) -> Iterator[House]:
    """A server in preview mode on a free port, its database empty."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    pages = f"http://127.0.0.1:{port}"
    app = create_app(
        Config(
            data=tmp_path,
            page_origin=pages,
            content_origin=f"http://localhost:{port}",
            packages=(dist,),
            preview=True,
        )
    )
    server = make_server("127.0.0.1", port, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    # The course has the shortest name: those of its later cases and surveys say more.
    whole = min(dist.glob("*-scorm12.zip"), key=lambda path: len(path.name))
    with zipfile.ZipFile(whole) as package:
        course = json.loads(package.read("course.json"))
    try:
        yield House(pages, tmp_path, dist, course)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
