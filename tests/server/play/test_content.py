"""The content origin serves the package's own bytes, typed, cached when their name says so."""

from __future__ import annotations

import pytest

from balise_server.play import mime_type
from tests.server.support import Server, files, own_files


def test_the_files_are_those_of_the_zip(server: Server) -> None:
    entries = own_files()
    package = server.add(entries)
    for name, data in entries.items():
        answer = server.get(f"/content/{package.id}/{name}")
        assert answer.data == (data.encode() if isinstance(data, str) else data)
        answer.close()


def test_hashed_names_are_cached_for_good_and_others_asked_again(server: Server) -> None:
    package = server.add(own_files())
    hashed = server.get(f"/content/{package.id}/assets/player-0a1b2c3d.js")
    assert hashed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    page = server.get(f"/content/{package.id}/index.html")
    assert page.headers["Cache-Control"] == "no-cache"
    again = server.browser.get(
        f"/content/{package.id}/index.html",
        base_url="http://localhost:8000",
        headers={"If-None-Match": page.headers["ETag"]},
    )
    assert again.status_code == 304


def test_third_party_pages_keep_their_own_encoding(server: Server) -> None:
    foreign = server.add(files(), "foreign.zip")
    own = server.add(own_files(), "own.zip")
    types = [
        server.get(f"/content/{p.id}/index.html").headers["Content-Type"] for p in (foreign, own)
    ]
    assert types == ["text/html", "text/html; charset=utf-8"]


PATHS = ["absent.html", "../secret", "%2e%2e/secret", "..%2f..%2fsecret", "a/%00", "", "assets"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_outside_the_package_is_served(server: Server, path: str) -> None:
    package = server.add(own_files())
    server.services.library.folder(package)
    assert server.get(f"/content/{package.id}/{path}").status_code == 404


def test_an_unknown_package_is_told(server: Server) -> None:
    answer = server.get("/content/absent/index.html")
    assert answer.status_code == 404
    assert answer.get_json()["error"]["code"] == "unknown-package"


TYPES = {
    "a.js": "text/javascript",
    "A.HTML": "text/html",
    "a.svg": "image/svg+xml",
    "a.woff2": "font/woff2",
    "a.vtt": "text/vtt",
    "a.exe": "application/octet-stream",
    "none": "application/octet-stream",
}


@pytest.mark.parametrize(("name", "kind"), TYPES.items())
def test_types_do_not_depend_on_the_machine(name: str, kind: str) -> None:
    assert mime_type(name) == kind


def test_a_video_can_be_read_from_the_middle(server: Server) -> None:
    package = server.add(own_files() | {"media/film-0a1b2c3d.mp4": b"0123456789"})
    answer = server.browser.get(
        f"/content/{package.id}/media/film-0a1b2c3d.mp4",
        base_url="http://localhost:8000",
        headers={"Range": "bytes=2-4"},
    )
    assert (answer.status_code, answer.data, answer.mimetype) == (206, b"234", "video/mp4")


def test_drafts_come_only_from_the_authors_view(server: Server) -> None:
    assert server.get("/draft/essai/index.html").status_code == 404
    server.services.draft_files = lambda slug: {"index.html": b"x"} if slug == "essai" else None
    answer = server.get("/draft/essai/index.html")
    assert (answer.data, answer.headers["Cache-Control"]) == (b"x", "no-store")
    assert server.get("/draft/essai/absent").status_code == 404
