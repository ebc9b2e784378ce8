"""Errors for people are calm pages in two languages; for programs, the one JSON shape."""

from __future__ import annotations

import pytest
from tests.server.support import CONTENT, PAGES, serving


def test_a_page_that_does_not_exist_leads_back_home(tmp_path):
    with serving(tmp_path) as server:
        answer = server.get("/nulle/part", PAGES)
    assert answer.status_code == 404
    assert "Il n’y a rien à cette adresse" in answer.text
    assert "There is nothing at this address" in answer.text
    assert 'class="button button-main" href="/"' in answer.text


def test_another_host_is_told_the_right_address(tmp_path):
    with serving(tmp_path) as server:
        answer = server.get("/", "http://autre.example:8000")
    assert answer.status_code == 421 and "http://127.0.0.1:8000" in answer.text


def test_a_package_that_is_too_large_is_refused_in_words(tmp_path):
    with serving(tmp_path, max_package=1000) as server:
        data = {"package": (__import__("io").BytesIO(b"x" * 5000), "x.zip")}
        answer = server.browser.post("/paquets", data=data, base_url=PAGES)
    assert answer.status_code == 413 and "compressez les vidéos" in answer.text


def test_a_fault_of_ours_shows_no_traceback_and_is_logged(tmp_path, caplog):
    with serving(tmp_path) as server:

        @server.app.get("/panne", endpoint="panne")
        def fail() -> str:
            raise ZeroDivisionError("secret")

        answer = server.get("/panne", PAGES)
    assert answer.status_code == 500 and "La faute est la nôtre" in answer.text
    assert "ZeroDivision" not in answer.text and "secret" not in answer.text
    assert any(record.exc_info for record in caplog.records)


@pytest.mark.parametrize("origin", [PAGES, CONTENT])
def test_programs_get_the_one_json_shape(tmp_path, origin):
    with serving(tmp_path) as server:
        answer = server.get("/api/attempts/x" if origin == PAGES else "/nulle", origin)
    assert answer.status_code == 404 and answer.get_json()["error"]["message_fr"]


def test_no_page_holds_inline_script_or_style(tmp_path):
    with serving(tmp_path) as server:
        for path in ("/", "/personne/", "/statistiques/", "/nulle"):
            answer = server.get(path, PAGES)
            assert "style=" not in answer.text and " onclick" not in answer.text
            assert "<script>" not in answer.text
            assert "'unsafe" not in answer.headers["Content-Security-Policy"]
