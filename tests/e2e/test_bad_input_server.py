"""Bad input over HTTP: one answer that says what and what to do; database and library unchanged."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.builder.cli.commands import plain
from tests.server.support import (
    CONTENT,
    PAGES,
    Server,
    files,
    manifest,
    own_files,
    serving,
    zip_bytes,
)

MEGABYTE = 1_000_000
TABLES = ("learner", "registration", "attempt", "session", "event", "rollup")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A preview server with one course, that takes packages of 24 MB at most."""
    with serving(tmp_path, max_package=24 * MEGABYTE) as found:
        found.add(own_files())
        yield found


def state(server: Server) -> dict[str, Any]:
    """Return the rows of every table and the bytes of every package."""
    with server.services.store.read() as connection:
        rows = {
            name: sorted(map(repr, connection.exec_driver_sql(f"SELECT * FROM {name}")))
            for name in TABLES
        }
    kept = [server.dist, server.services.library.dropped, server.services.library.extracted]
    return rows | {
        str(p): hashlib.sha256(p.read_bytes()).hexdigest()
        for folder in kept
        for p in folder.rglob("*")
        if p.is_file()
    }


def drop(server: Server, name: str, content: bytes, lang: str = "fr") -> tuple[int, str]:
    """Drop a package on the page of the library; return the status and the words shown."""
    client = server.browser
    head = {"Accept-Language": lang}
    page = client.get("/", base_url=PAGES, headers=head).text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert token
    data = {"csrf_token": token[1], "package": (io.BytesIO(content), name)}
    answer = client.post("/paquets", data=data, base_url=PAGES, headers=head)
    return answer.status_code, words(answer.text)


def words(page: str) -> str:
    """Return the text of a page, ordinary spaces."""
    text = re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(script|style).*?</\1>", "", page))
    for entity, sign in (("&#39;", "'"), ("&#34;", '"'), ("&lt;", "<"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return plain(text)


def packed(**more: Any) -> bytes:
    """Return a third-party package with ``more`` files (``__`` for a dot)."""
    return zip_bytes(files(**more)).getvalue()


PACKAGES = {
    "a bomb": (
        packed(big__txt=b"\0" * 20 * MEGABYTE),
        "refusé pour protéger le serveur", "refused to protect the server"),
    "a path that climbs": (
        zip_bytes({**files(), "../dehors.html": "x"}).getvalue(),
        "Exportez-le de nouveau", "Export it again"),
    "no zip at all": (b"Bonjour", "Exportez-le de nouveau", "Export it again"),
    "half of a zip": (packed()[:-30], "Exportez-le de nouveau", "Export it again"),
    "no manifest": (
        zip_bytes({"lisez-moi.txt": "x"}).getvalue(),
        "Déposez le zip", "Drop the zip"),
    "a manifest in a folder": (
        zip_bytes({f"cours/{n}": d for n, d in files().items()}).getvalue(),
        "refaites le zip à partir du contenu du dossier", "make the zip from what the folder"),
    "a manifest that reads files": (
        zip_bytes({**files(), "imsmanifest.xml":
                   '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>'}).getvalue(),
        "DOCTYPE, que SCORM n’emploie pas : retirez-la", "remove it"),
    "a page that is elsewhere": (
        zip_bytes({**files(), "imsmanifest.xml": manifest(hrefs=("https://x.test/a",))}).getvalue(),
        "un cours doit contenir ses pages", "a course must hold its own pages"),
    "more than the limit": (
        b"PK\3\4" + b"\0" * 25 * MEGABYTE,
        "compressez les vidéos et les images", "compress its videos and images"),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("case", PACKAGES.values(), ids=list(PACKAGES))
def test_a_dropped_package_is_refused_with_its_reason(
    server: Server, case: tuple[bytes, str, str], lang: str
) -> None:
    before = state(server)
    status, shown = drop(server, "Été « 1 » {x}.zip", case[0], lang)
    assert status in (400, 413)
    assert (case[1] if lang == "fr" else case[2]) in shown
    assert state(server) == before


COMMITS: dict[str, tuple[bytes, int, str, str, str]] = {
    "junk": (b"\xff\xfejunk", 400, "commit-unreadable", "intact", "intact"),
    "no object": (b"[1, 2]", 400, "commit-unreadable", "intact", "intact"),
    "nested without end": (b"[" * 100_000, 400, "commit-unreadable", "intact", "intact"),
    "no number": (b'{"cmi.suspend_data": "x"}', 400, "commit-unreadable", "intact", "intact"),
    "a number out of bounds": (
        b'{"commitSequence": 99999999999999999999}', 400, "commit-unreadable", "intact", "intact"),
    "a status that is none": (
        b'{"commitSequence": 2, "cmi.core.lesson_status": "fini"}', 400, "commit-invalid",
        "intact", "intact"),
    "the other edition": (
        b'{"commitSequence": 2, "cmi.success_status": "passed"}', 409, "wrong-edition",
        "rouvrez le cours depuis sa page", "open the course again from its page"),
    "stale": (
        b'{"commitSequence": 1, "cmi.suspend_data": "autre"}', 409, "commit-stale",
        "est ignoré", "is ignored"),
    "oversized": (b" " * 2_000_000, 413, "commit-too-large", "intact", "intact"),
}  # fmt: skip


@pytest.mark.parametrize("preview", [True, False], ids=["preview", "served"])
@pytest.mark.parametrize("case", COMMITS.values(), ids=list(COMMITS))
def test_a_bad_commit_is_told_and_changes_nothing(
    tmp_path: Path, case: tuple[bytes, int, str, str, str], preview: bool
) -> None:
    body, status, code, fr, en = case
    with serving(tmp_path, preview=True) as server:
        started = server.start(server.add(own_files()))
        assert server.commit(started, 1, suspend_data="gardé").status_code == 200
    with serving(tmp_path, preview=preview) as server:
        before = state(server)
        answer = server.send(started, body)
        error = answer.get_json()["error"]
        assert (answer.status_code, error["code"]) == (status, code)
        assert (fr in error["message_fr"], en in error["message_en"]) == (True, True)
        assert state(server) == before


@pytest.mark.parametrize("kind", ["forged", "bent", "empty", "of another server"])
def test_a_forged_token_writes_nothing(server: Server, tmp_path: Path, kind: str) -> None:
    started = server.start(server.add(own_files()))
    prefix, _, token = started["commit"].rpartition("/")
    with serving(tmp_path / "autre", secret="autre-" * 8) as other:
        foreign = other.start(other.add(own_files()))["commit"].rpartition("/")[2]
    tokens = {
        "forged": "e30." + "A" * 40, "bent": token[:-2] + "AA", "empty": "x", "of another server":
        foreign,
    }  # fmt: skip
    before = state(server)
    body = {"commitSequence": 1, "cmi.core.lesson_status": "passed"}
    answer = server.send({"commit": f"{prefix}/{tokens[kind]}"}, body)
    error = answer.get_json()["error"]
    assert (answer.status_code, error["code"]) == (403, "token-forged")
    assert "Rouvrez le cours" in error["message_fr"]
    assert "Open the course again" in error["message_en"]
    assert state(server) == before


ADDRESSES = [
    "/content/absent/index.html", "/content/%2e%2e/%2e%2e/etc/passwd", "/draft/x/../../etc/passwd",
    "/cours/absent/", "/paquets/absent/x.zip", "/statistiques/absent/", "/%00", "/" + "a" * 9000,
]  # fmt: skip


@pytest.mark.parametrize("origin", [PAGES, CONTENT])
@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_an_address_without_anything_says_so(server: Server, address: str, origin: str) -> None:
    answer = server.get(address, origin)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text and "root:" not in answer.text
    if answer.is_json:
        error = json.loads(answer.text)["error"]
        assert error["message_fr"] and error["message_en"]
    else:
        assert "<h1" in answer.text and 'href="/"' in answer.text


NAMES = ["", "   ", "\u200b", "\x00", "é" * 5000]


@pytest.mark.parametrize("name", NAMES, ids=["empty", "blank", "invisible", "control", "long"])
def test_a_name_that_is_none_is_asked_again(server: Server, name: str) -> None:
    client = server.browser
    page = client.get("/personne/", base_url=PAGES).text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert token
    before = state(server)
    answer = client.post("/personne/", data={"csrf_token": token[1], "name": name}, base_url=PAGES)
    if name == NAMES[-1]:
        assert answer.status_code in (302, 400)
    else:
        assert (answer.status_code, state(server)) == (400, before)
        assert "Écrivez votre nom" in words(answer.text)


def test_a_package_that_was_deleted_meanwhile_is_told(server: Server) -> None:
    package = server.services.library.courses()[0].newest
    package.path.unlink()
    answer = server.get(f"/paquets/{package.id}/x.zip", PAGES)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text
