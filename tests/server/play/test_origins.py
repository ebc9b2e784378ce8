"""Two origins: nothing of one answers on the other, and course content never sees a cookie."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_server.config import Config
from balise_server.errors import BaliseError
from tests.server.support import CONTENT, PAGES, Server, files, own_files, serving

CONTENT_PATHS = ["/lms/", "/lms/static/lms.js", "/content/x/index.html", "/draft/x/index.html"]


@pytest.mark.parametrize("path", CONTENT_PATHS)
def test_content_does_not_answer_on_the_pages(server: Server, path: str) -> None:
    assert server.get(path, PAGES).status_code == 404


def test_pages_and_their_interface_do_not_answer_on_the_content(server: Server) -> None:
    for path in ("/", "/api/attempts/x", "/static/built/lms.js"):
        assert server.get(path, CONTENT).status_code == 404


@pytest.mark.parametrize("host", ["http://evil.test", "http://127.0.0.1", "http://localhost:81"])
def test_any_other_host_is_misdirected(server: Server, host: str) -> None:
    answer = server.browser.get("/lms/", base_url=host, headers={"Accept": "application/json"})
    assert answer.status_code == 421


def test_no_cookie_is_set_or_read_on_the_content(server: Server) -> None:
    package = server.add(own_files())
    client = server.browser
    with client.session_transaction(base_url=PAGES) as session:
        session["learner"] = "x"
    for path in ("/lms/?lang=en", f"/content/{package.id}/index.html?lang=en", "/?lang=en"):
        headers = client.get(path, base_url=CONTENT).headers
        assert not {"Set-Cookie", "Vary", "Content-Language"} & set(headers.keys())


def test_every_response_is_guarded(server: Server) -> None:
    package = server.add(own_files())
    for path in ("/lms/", f"/content/{package.id}/index.html", "/absent"):
        headers = server.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "frame-ancestors" in headers["Content-Security-Policy"]
        assert "Cross-Origin-Opener-Policy" not in headers
    page = server.get("/", PAGES).headers
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"


def test_no_policy_of_ours_allows_inline_script(server: Server) -> None:
    own, foreign = server.add(own_files(), "own.zip"), server.add(files(), "foreign.zip")
    for path in ("/lms/", f"/content/{own.id}/index.html"):
        policy = server.get(path).headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert PAGES in policy
    policy = server.get(f"/content/{foreign.id}/index.html").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy


BAD = [
    "127.0.0.1:8000",
    "ftp://x",
    "http://",
    "http://a/b",
    "http://a?b",
    "http://u@a",
    "http://a:x",
]


@pytest.mark.parametrize("origin", BAD)
def test_an_origin_that_is_none_is_refused(tmp_path: Path, origin: str) -> None:
    with pytest.raises(BaliseError) as caught:
        Config(tmp_path, page_origin=origin)
    assert caught.value.code == "bad-origin"


def test_the_two_origins_must_differ(tmp_path: Path) -> None:
    with pytest.raises(BaliseError) as caught:
        Config(tmp_path, page_origin="http://A.test:80/", content_origin="http://a.test")
    assert caught.value.code == "same-origin"


def test_the_secret_is_made_once_and_is_private(tmp_path: Path) -> None:
    first, again = Config(tmp_path), Config(tmp_path)
    assert len(first.secret) > 40
    assert first.secret == again.secret
    assert first.secret not in repr(first)
    assert (tmp_path / "secret").stat().st_mode & 0o077 == 0
    assert [p.name for p in tmp_path.iterdir()] == ["secret"]


def test_outside_preview_an_old_database_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(BaliseError) as caught, serving(tmp_path, preview=False):
        pass
    assert caught.value.code == "not-migrated"
