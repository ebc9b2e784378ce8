"""Packages, applications and commits for the tests of the server; everything real."""

from __future__ import annotations

import io
import json
import socket
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from balise_server import create_app
from balise_server.config import Config
from balise_server.packages import Package
from balise_server.services import EXTENSION, Services

PAGES = "http://127.0.0.1:8000"
CONTENT = "http://localhost:8000"
SCHEMAS = {
    "scorm12": (
        "1.2",
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "scormtype",
    ),
    "scorm2004": (
        "2004 4th Edition",
        "http://www.imsglobal.org/xsd/imscp_v1p1",
        "http://www.adlnet.org/xsd/adlcp_v1p3",
        "scormType",
    ),
}


def manifest(
    edition: str = "scorm12", hrefs: tuple[str, ...] = ("index.html",), inside: str = ""
) -> str:
    """Return a manifest with one item a page; ``inside`` is added to the first item."""
    version, cp, adlcp, kind = SCHEMAS[edition]
    items = "".join(
        f'<item identifier="I{n}" identifierref="R{n}"><title>Page {n}</title>'
        f"{inside if n == 0 else ''}</item>"
        for n in range(len(hrefs))
    )
    resources = "".join(
        f'<resource identifier="R{n}" type="webcontent" adlcp:{kind}="sco" href="{href}">'
        f'<file href="{href}"/></resource>'
        for n, href in enumerate(hrefs)
    )
    return (
        f'<?xml version="1.0"?><manifest identifier="M" version="1" xmlns="{cp}" '
        f'xmlns:adlcp="{adlcp}" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">'
        f"<metadata><schema>ADL SCORM</schema><schemaversion>{version}</schemaversion></metadata>"
        f'<organizations default="O"><organization identifier="O"><title>Un cours</title>{items}'
        f"</organization></organizations><resources>{resources}</resources></manifest>"
    )


def course_json(course_id: str = "essai", version: str = "1.0.0") -> str:
    """Return the part of course.json that the server reads."""
    return json.dumps(
        {
            "balise": 1,
            "id": course_id,
            "title": "Un essai",
            "version": version,
            "language": "fr-CA",
            "status": "draft",
        }
    )


def files(edition: str = "scorm12", **more: str | bytes) -> dict[str, str | bytes]:
    """Return the files of a small third-party package; ``more`` names use ``__`` for a dot."""
    found: dict[str, str | bytes] = {
        "imsmanifest.xml": manifest(edition),
        "index.html": "<!doctype html><title>Page</title><p>Bonjour</p>",
    }
    found.update({name.replace("__", "."): data for name, data in more.items()})
    return found


def own_files(target: str = "scorm12", course_id: str = "essai") -> dict[str, str | bytes]:
    """Return the files of a small package as Balise builds them."""
    found = files("scorm12" if target == "web" else target, course__json=course_json(course_id))
    found["assets/player-0a1b2c3d.js"] = "void 0;"
    if target == "web":
        del found["imsmanifest.xml"]
    return found


def write_zip(path: Path, entries: Mapping[str, str | bytes]) -> Path:
    """Write a zip of ``entries`` and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return path


def zip_bytes(entries: Mapping[str, str | bytes]) -> io.BytesIO:
    """Return the bytes of a zip, as an upload."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    out.seek(0)
    return out


class Server:
    """An application over a folder of its own, and the client of a browser."""

    def __init__(self, data: Path, **settings: Any) -> None:
        self.dist = data / "dist"
        given: dict[str, Any] = {"preview": True, "secret": "essai-" * 8, **settings}
        self.app: Flask = create_app(Config(data / "data", packages=(self.dist,), **given))
        self.services: Services = self.app.extensions[EXTENSION]

    def add(self, entries: Mapping[str, str | bytes], name: str = "cours.zip") -> Package:
        """Put a package in the scanned folder and return it."""
        path = write_zip(self.dist / name, entries)
        library = self.services.library
        library.refresh()
        return next(p for c in library.courses() for p in c.packages if p.path == path)

    @property
    def browser(self) -> FlaskClient:
        """A client without cookies."""
        return self.app.test_client()

    def get(self, path: str, origin: str = CONTENT) -> TestResponse:
        """GET ``path`` from one of the origins."""
        return self.browser.get(path, base_url=origin)

    def start(
        self, package: Package, learner: str = "Camille", mode: Any = "play", **more: Any
    ) -> dict[str, Any]:
        """Open a launch as the shell does and return the server's answer."""
        learner_id = self.services.enrol(learner) if mode == "play" else ""
        address = self.services.launch_address(package, mode, learner_id, **more)
        token = address.partition("#")[2]
        answer = self.browser.post("/lms/start", data=token, base_url=CONTENT)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.get_json()
        return found

    def commit(self, started: Mapping[str, Any], sequence: int, **values: str) -> TestResponse:
        """Commit elements; ``core_score_raw`` stands for ``cmi.core.score.raw``."""
        body: dict[str, Any] = {element(name): value for name, value in values.items()}
        return self.send(started, {**body, "commitSequence": sequence})

    def send(self, started: Mapping[str, Any], body: Any, kind: str = "") -> TestResponse:
        """POST any body to the commit address."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self.browser.post(
            started["commit"], data=data, base_url=CONTENT, content_type=kind or "application/json"
        )

    def close(self) -> None:
        """Close the database."""
        self.services.store.close()


NAMES = ("suspend_data", "session_time", "completion_status", "success_status", "lesson_status")


def element(name: str) -> str:
    """Return the element that a keyword stands for."""
    if name in ("commitSequence", "terminate", "partial"):
        return name
    for whole in (*NAMES, "lesson_location", "progress_measure"):
        name = name.replace(whole, whole.replace("_", "\0"))
    return "cmi." + name.replace("_", ".").replace("\0", "_")


@contextmanager
def serving(data: Path, **settings: Any) -> Iterator[Server]:
    """Give a server and close it."""
    server = Server(data, **settings)
    try:
        yield server
    finally:
        server.close()


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
