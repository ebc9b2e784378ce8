"""Every page in a real browser: WCAG by axe-core in light and dark, phones, the panel."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser import accessibility_faults, horizontal_overflow, visit
from tests.player import access
from tests.server.preview.recorded import record
from tests.server.preview.running import previewing, write_course, write_page

pytestmark = pytest.mark.browser
SCORES = [None, 45, 62, 70, 80, 82, 85, 88, 90, 90, 95, 100]
PAGES = (
    "/",
    "/formations/essai/",
    "/banc/",
    "/auteur/essai/",
    "/auteur/stale/",
    "/personne/",
    "/statistiques/",
    "/statistiques/essai/",
    "/nulle-part",
)


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    write_course(folder / "courses", "essai")
    stale = write_course(folder / "courses", "stale")
    with previewing(folder) as found:
        found.until(lambda: "essai-0.1.0-scorm12.zip" in found.get("/")[1])
        write_page(stale, 2, "Texte.\n\n::: question {#q}\n\n**Et?**\n\n- [ ] a\n- [ ] b\n\n:::\n")
        found.wait_for("version périmée")
        record(found, "essai", SCORES)
        yield found


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
@pytest.mark.parametrize("path", PAGES)
def test_pages_have_no_accessibility_fault(preview, browser, path, scheme):
    with visit(browser, preview.url + path, color_scheme=scheme, locale="fr-CA") as page:
        for details in page.locator("details").all():
            details.locator("summary").click()
        assert accessibility_faults(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_320_pixels(preview, browser, path):
    with visit(browser, preview.url + path, width=320, height=640, locale="fr-CA") as page:
        for details in page.locator("details").all():
            details.locator("summary").click()
        assert access.when_narrow(page) == []
        page.emulate_media(forced_colors="active")
        assert accessibility_faults(page) == []


@pytest.mark.parametrize("path", ["/", "/auteur/essai/", "/banc/", "/statistiques/essai/"])
def test_pages_show_where_the_keyboard_is(preview, browser, path):
    with visit(browser, preview.url + path, locale="fr-CA") as page:
        assert access.of_focus(page) == []


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.slow)])
def test_a_learner_signs_in_plays_and_the_panel_shows_the_record(preview, browser, width):
    name = f"Élodie {width}"
    with visit(browser, f"{preview.url}/formations/essai/", width=width, locale="fr-CA") as page:
        page.get_by_label("Votre nom").fill(name)
        page.get_by_role("button", name="Continuer").click()
        page.get_by_role("link", name="Commencer").click()
        course = page.frame_locator("#player").frame_locator("iframe")
        course.get_by_role("button", name="Suivant").click()
        expect(page.locator("#record [data-field=completion]")).to_have_text("En cours")
        expect(page.locator("#record [data-field=location]")).to_have_text("page-1")
        expect(page.locator("[data-field=suspend_size]")).to_contain_text("sur 64\u00a0000")
        expect(page.locator("#calls li").filter(has_text="Initialize").first).to_be_attached()
        assert accessibility_faults(page) == []
        assert horizontal_overflow(page) == 0
        page.get_by_role("button", name="Masquer le panneau").press("Enter")
        expect(page.locator("#panneau")).to_be_hidden()
        page.get_by_role("link", name="Quitter la formation").click()
        expect(page.get_by_role("link", name="Reprendre où j’étais")).to_be_visible()
        expect(page.get_by_text("Tentative 1")).to_be_visible()


def test_the_calls_can_be_filtered_and_copied(preview, browser):
    permissions = ["clipboard-read", "clipboard-write"]
    url = f"{preview.url}/formations/essai/jouer?paquet=scorm12"
    with visit(browser, url, permissions=permissions, locale="fr-CA") as page:
        page.get_by_label("Votre nom").fill("Copie")
        page.get_by_role("button", name="Continuer").click()
        calls = page.locator("#calls li")
        expect(calls.filter(has_text="LMSInitialize")).to_have_count(1)
        page.get_by_role("button", name="Copier les appels").click()
        expect(page.locator("#copied")).to_have_text("Copié.")
        copied = page.evaluate("() => navigator.clipboard.readText()")
        assert 'LMSInitialize("") → "true"' in copied
        errors = calls.locator("visible=true").filter(has_text="erreur").count()
        page.get_by_label("Erreurs seulement").check()
        expect(calls).to_have_count(errors)


def test_a_message_from_elsewhere_does_not_reach_the_panel(preview, browser):
    url = f"{preview.url}/formations/essai/jouer"
    with visit(browser, url, locale="fr-CA") as page:
        page.get_by_label("Votre nom").fill("Intrus")
        page.get_by_role("button", name="Continuer").click()
        expect(page.locator("#calls li").first).to_be_attached()
        page.evaluate(
            "() => window.postMessage({source: 'balise-lms', type: 'call', at: 1,"
            " name: 'Forged', args: [], result: '', error: '0'}, '*')"
        )
        page.wait_for_timeout(300)
        expect(page.locator("#calls li").filter(has_text="Forged")).to_have_count(0)


def test_the_skip_link_comes_first_and_works(preview, browser):
    with visit(browser, preview.url, locale="fr-CA") as page:
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text("Aller au contenu")
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
