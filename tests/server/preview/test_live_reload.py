"""Chromium follows the files: same page, same place, findings on the page."""

from __future__ import annotations

import sqlite3

import pytest
from playwright.sync_api import FrameLocator, Page, expect
from tests.browser import visit
from tests.server.preview.running import previewing, write_course, write_page

pytestmark = pytest.mark.browser
LONG = "Une ligne de plus.\n\n" * 80
BROKEN = "Texte.\n\n::: question {#q-deux}\n\n**Et?**\n\n- [ ] a\n- [ ] b\n\n:::\n"


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("direct")
    with_courses = folder / "courses"
    for name in ("place", "casse", "supprime", "muet", "langue"):
        write_course(with_courses, name)
    with previewing(folder) as preview:
        yield with_courses, preview


def current(page: Page) -> FrameLocator:
    return page.frame_locator("#draft")


def shown(page: Page) -> str:
    """The version of the draft on screen; it changes when a new one has taken its place."""
    return str(page.get_attribute("body", "data-shown"))


def go_to_page_2(page: Page) -> None:
    current(page).get_by_role("button", name="Suivant").click()
    expect(current(page).locator("[data-page]:not([hidden]) h1")).to_have_text("Page 1")
    current(page).get_by_role("button", name="Suivant").click()
    expect(current(page).locator("[data-page]:not([hidden]) h1")).to_have_text("Page 2")


def test_the_browser_follows_an_edit_and_keeps_page_and_scroll(workplace, browser):
    courses, preview = workplace
    write_page(courses / "place", 2, LONG)
    with visit(browser, f"{preview.url}/auteur/place/", locale="fr-CA") as page:
        go_to_page_2(page)
        body = current(page).locator("body")
        body.evaluate("() => window.scrollTo(0, 600)")
        page.wait_for_timeout(200)
        before = shown(page)
        write_page(courses / "place", 2, LONG + "La toute dernière ligne.")
        page.wait_for_function("b => document.body.dataset.shown !== b", arg=before)
        expect(current(page).get_by_text("La toute dernière ligne.")).to_be_attached()
        expect(current(page).locator("[data-page]:not([hidden]) h1")).to_have_text("Page 2")
        assert abs(current(page).locator("body").evaluate("() => window.scrollY") - 600) < 3
        assert page.locator("iframe").count() == 1


def test_an_error_appears_on_the_page_and_leaves_when_mended(workplace, browser):
    courses, preview = workplace
    with visit(browser, f"{preview.url}/auteur/casse/", locale="fr-CA") as page:
        before = shown(page)
        write_page(courses / "casse", 2, BROKEN)
        finding = page.locator(".finding-error")
        expect(finding).to_contain_text("02-page.md:")
        expect(finding).to_contain_text("question-sans-bonne-reponse")
        expect(page.get_by_text("Version périmée", exact=True)).to_be_visible()
        assert shown(page) == before, "the last good version stays"
        write_page(courses / "casse", 2, BROKEN.replace("[ ] a", "[x] a"))
        expect(finding).to_have_count(0)
        expect(page.get_by_text("Version périmée", exact=True)).to_be_hidden()
        page.wait_for_function("b => document.body.dataset.shown !== b", arg=before)


def test_the_library_follows_new_and_deleted_folders(workplace, browser):
    courses, preview = workplace
    with visit(browser, f"{preview.url}/", locale="fr-CA") as page:
        expect(page.get_by_role("heading", name="Cours place")).to_be_visible()
        write_course(courses, "arrive")
        expect(page.get_by_role("heading", name="Cours arrive")).to_be_visible()
        (courses / "supprime" / "cours.md").unlink()
        for path in (courses / "supprime").iterdir():
            path.unlink()
        (courses / "supprime").rmdir()
        expect(page.get_by_role("heading", name="Cours supprime")).to_have_count(0)


def test_following_the_draft_records_nothing(workplace, browser):
    courses, preview = workplace
    with visit(browser, f"{preview.url}/auteur/muet/", locale="fr-CA") as page:
        current(page).get_by_role("button", name="Suivant").click()
        current(page).get_by_role("radio", name="Prévenir la responsable.").check()
        current(page).get_by_role("button", name="Valider").click()
        write_page(courses / "muet", 2, "Changé.")
        expect(current(page).get_by_text("Changé.")).to_be_attached()
        assert page.context.cookies() == []
        state = page.context.storage_state(indexed_db=True)
        assert state["origins"] == [], "nothing stays in the browser either"
    database = sqlite3.connect(courses.parent / ".balise/preview/balise.sqlite")
    for table in ("learner", "registration", "attempt", "session", "event", "rollup"):
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    database.close()


def test_findings_speak_the_language_of_the_page(workplace, browser):
    courses, preview = workplace
    write_page(courses / "langue", 2, BROKEN)
    with visit(browser, f"{preview.url}/auteur/langue/?lang=en") as page:
        expect(page.locator(".finding-error .tag")).to_have_text("Error")
        write_page(courses / "langue", 2, BROKEN + "\n::: inconnu\n\n:::\n")
        expect(page.locator(".finding-error")).to_have_count(2)
        expect(page.locator(".finding-error .tag").first).to_have_text("Error")


def test_a_stopped_preview_is_told_on_the_page(tmp_path, browser):
    write_course(tmp_path / "courses", "fin")
    url = "/auteur/fin/"
    with previewing(tmp_path) as preview, visit(browser, preview.url + url, locale="fr-CA") as page:
        expect(page.locator(".live")).to_have_text("Suit vos fichiers")
        preview.stop()
        expect(page.locator(".live")).to_contain_text("relancez « balise preview »")
