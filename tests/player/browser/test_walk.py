"""From the first page to a pass, with the keyboard alone; where the focus goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import served, visit
from tests.player.browser.conftest import Opener
from tests.player.browser.steps import RIGHT, button, focused, press, take, title, turn_to
from tests.player.browser.test_notice import HOST
from tests.player.sample import write_package

pytestmark = pytest.mark.browser


def reach(page: Page, name: str) -> None:
    """Tab forward until the button of this name has the focus, then press Enter."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page).strip().startswith(name):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"« {name} » cannot be reached with Tab")


def choose(page: Page) -> None:
    """Answer the question on stage with Tab, arrows and the space bar."""
    stem = page.locator(".b-stage .b-stem").inner_text()
    wanted = next(choices for words, choices in RIGHT.items() if words in stem)
    labels = page.locator(".b-stage .b-choice label").all_inner_texts()
    right = [n for n, label in enumerate(labels) if any(label.startswith(w) for w in wanted)]
    page.keyboard.press("Tab")
    if page.locator(".b-stage [type=checkbox]").count():
        for n in range(len(labels)):
            if n in right:
                page.keyboard.press("Space")
            page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
    elif right[0] == 0:
        page.keyboard.press("Space")
    else:
        for _ in range(right[0]):
            page.keyboard.press("ArrowDown")


def test_the_keyboard_alone_leads_from_the_first_page_to_a_pass(play: Opener) -> None:
    with play() as page:
        for name in ("Continuer", "Suivant", "Passer cette partie", "Suivant", "Commencer"):
            reach(page, name)
        for name in ("Question suivante", "Question suivante", "Vérifier mes réponses"):
            choose(page)
            reach(page, name)
        reach(page, "Terminer le questionnaire")
        expect(page.get_by_text("Le seuil de 3 points est atteint.")).to_be_visible()
        assert focused(page) == "Votre résultat"
        reach(page, "Terminer")
        assert title(page) == "Vous avez terminé"


def test_the_focus_goes_to_the_title_of_each_page(play: Opener) -> None:
    with play() as page:
        assert focused(page) != title(page)
        press(page, "Suivant")
        assert focused(page) == title(page) == "Ce qu’on peut remarquer"
        press(page, "Précédent")
        assert focused(page) == title(page) == "Accueillir et remarquer"
        assert page.evaluate("() => scrollY") == 0


def test_the_first_tab_stop_skips_to_the_content(play: Opener) -> None:
    with play() as page:
        page.keyboard.press("Tab")
        assert focused(page) == "Aller au contenu"
        page.keyboard.press("Enter")
        assert focused(page) == title(page)


@pytest.mark.parametrize("name", ["Menu", "Aide"])
def test_a_dialog_keeps_the_focus_and_escape_gives_it_back(play: Opener, name: str) -> None:
    with play() as page:
        button(page, name).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        for _ in range(12):
            page.keyboard.press("Tab")
            # Between the last and the first control, the focus passes by the browser's own bar.
            assert page.evaluate("() => document.activeElement.matches('body, dialog, dialog *')")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert focused(page) == name


def test_the_menu_marks_what_is_read_and_leads_anywhere(play: Opener) -> None:
    with play() as page:
        press(page, "Suivant", "Menu")
        entries = page.locator(".b-entry").all_inner_texts()
        assert "Lue" in entries[0]
        assert "Vous êtes ici" in entries[1]
        assert "À lire" in entries[2]
        page.get_by_role("button", name="3. La chaîne interne").click()
        assert focused(page) == title(page) == "La chaîne interne et le 911"


def test_a_link_of_the_text_opens_the_page_it_names(play: Opener) -> None:
    with play() as page:
        press(page, "Continuer")
        page.get_by_role("link", name="Qui voit quoi").click()
        assert title(page) == "Qui voit quoi"
        press(page, "Revenir à la page")
        assert title(page) == "Accueillir et remarquer"


def test_the_end_says_what_is_left(play: Opener) -> None:
    with play() as page:
        turn_to(page, "Le bilan")
        press(page, "Terminer")
        assert title(page) == "Vous y êtes presque"
        left = page.locator(".b-left-list li").all_inner_texts()
        assert [line.split("\N{NO-BREAK SPACE}")[0] for line in left] == ["Lire «"] * 3 + [
            "Répondre au questionnaire de «"
        ]
        page.locator(".b-left-list button").last.click()
        take(page)
        press(page, "Terminer")
        assert page.locator(".b-left-list li").count() == 3


def test_two_tabs_share_progress_without_chasing_each_other(
    browser: Browser, tmp_path: Path
) -> None:
    write_package(tmp_path, "scorm12")
    with served(tmp_path) as address, visit(browser, "about:blank") as page:
        page.context.add_init_script(HOST)
        page.goto(f"{address}/index.html")
        other = page.context.new_page()
        other.goto(page.url)
        page.bring_to_front()
        turn_to(page, "La chaîne interne")
        press(page, "Suivant")
        page.wait_for_timeout(3000)
        assert title(page) == "Le bilan"
        assert title(other) == "Accueillir et remarquer"
        other.bring_to_front()
        press(other, "Menu")
        expect(other.locator(".b-entry", has_text="La chaîne interne")).to_contain_text("Lue")
