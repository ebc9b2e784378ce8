from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from balise_server.bench.profiles import KINDS
from tests.browser import accessibility_faults, horizontal_overflow, visit
from tests.server.play.shell import listening
from tests.server.support import CONTENT, PAGES, files, serving

CALLS = """
const api = parent.API;
api.LMSInitialize("");
api.LMSSetValue("cmi.core.score.raw", 50);
api.LMSSetValue("cmi.suspend_data", "x".repeat(5000));
api.LMSCommit("");
"""
TYPED = '<!doctype html><head><title>P</title></head><script src="p.js"></script><p>Bonjour</p>'


def test_the_bench_lists_every_profile_with_its_sentence(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        server.add(files("scorm12"))
        french, english = (server.get(f"/banc/?lang={lang}", PAGES).text for lang in ("fr", "en"))
    for kind in KINDS:
        assert kind.sentence("fr") in french.replace("&#39;", "'")
        assert kind.sentence("en") in english


def test_a_run_is_begun_by_an_address_alone(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        package = server.add(files("scorm12"))
        answer = server.get(f"/banc/jouer?paquet={package.id}&profil=slow(10)", PAGES)
        assert answer.status_code == 302
        page = server.get(answer.headers["Location"], PAGES)
        assert f"{CONTENT}/lms/banc/#" in page.text
        assert server.get(f"/banc/jouer?paquet={package.id}&profil=rien", PAGES).status_code == 404
        assert server.get("/banc/jouer?paquet=rien", PAGES).status_code == 404


def test_only_content_of_the_bench_stands_between(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert server.get("/banc/entre?contenu=/content/a/index.html", PAGES).status_code == 200
        for address in ("https://example.org/", "//example.org/content/", "/lms/", ""):
            assert server.get(f"/banc/entre?contenu={address}", PAGES).status_code == 404


def test_a_server_that_is_no_preview_has_no_bench(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        pass
    with serving(tmp_path, preview=False) as server:
        assert server.get("/banc/", PAGES).status_code == 404
        assert server.get("/lms/banc/").status_code == 404


@pytest.mark.browser
def test_calls_are_checked_and_shown_and_storage_is_denied(
    browser: Browser, tmp_path: Path
) -> None:
    page_with = files("scorm12", index__html=TYPED, p__js=CALLS)
    with listening(tmp_path) as server:
        package = server.add(page_with)
        pages = server.services.config.page_origin
        address = f"{pages}/banc/jouer?paquet={package.id}&profil=no-storage"
        with visit(browser, address, locale="fr-CA") as page:
            page.locator("#calls li.is-error").nth(1).wait_for()
            shown = page.locator("#calls").inner_text()
            assert len(re.findall("erreur 405", shown)) == 2
            content = next(f for f in page.frames if "/lms/banc/content/" in f.url)
            denied = "() => { try { localStorage; return 'there'; } catch (e) { return e.name; } }"
            assert content.evaluate(denied) == "SecurityError"
            record = page.request.get(page.url + "/releve").json()
    assert record["sessions"][0]["stored"] == 1
    assert [c["error"] for c in record["sessions"][0]["calls"]] == ["0", "405", "405"]


@pytest.mark.browser
def test_the_bench_is_accessible_on_a_phone_and_a_desktop(browser: Browser, tmp_path: Path) -> None:
    with listening(tmp_path) as server:
        package = server.add(files("scorm12"))
        pages = server.services.config.page_origin
        for path in ("/banc/", f"/banc/jouer?paquet={package.id}&profil=strict"):
            for width in (390, 1280):
                with visit(browser, pages + path, width=width, locale="fr-CA") as page:
                    assert accessibility_faults(page) == []
                    assert horizontal_overflow(page) == 0
