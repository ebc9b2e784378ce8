"""Leaving: by the exit button, quickly, and coming back; private notes; a host that refuses."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import visit
from tests.player.browser.conftest import Opener
from tests.player.browser.steps import again, button, focused, press, save_now, title, turn_to
from tests.player.browser.test_notice import HOST

pytestmark = pytest.mark.browser

ELSEWHERE = "https://neutre.exemple/"
NOTE = "Parler à la responsable du quart"
REFUSING = (
    HOST + 'API.LMSCommit = note("commit", () => "false"); API.LMSGetLastError = () => "101";'
)


def elsewhere(data: dict[str, Any]) -> None:
    data["settings"]["quickExit"] = ELSEWHERE


def await_elsewhere(page: Page) -> None:
    page.route(
        ELSEWHERE,
        lambda route: route.fulfill(body="<title>Météo</title>", content_type="text/html"),
    )


def leave_by(page: Page, way: str) -> None:
    if way == "button":
        page.get_by_role("button", name="Quitter rapidement").click()
    elif way == "dialog":
        press(page, "Menu")
        page.get_by_role("dialog").get_by_role("button", name="Quitter rapidement").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")


@pytest.mark.parametrize("way", ["button", "dialog", "shift"])
def test_quick_exit_leaves_for_a_neutral_site_and_comes_back_to_the_menu(
    play: Opener, way: str
) -> None:
    with play(change=elsewhere) as page:
        await_elsewhere(page)
        here = page.url
        press(page, "Suivant")
        leave_by(page, way)
        page.wait_for_url(ELSEWHERE)
        # The page was replaced: « Précédent » of the browser does not show it again.
        page.go_back()
        assert page.url == "about:blank"
        page.goto(here)
        if button(page, "Oui, continuer").is_visible():
            press(page, "Oui, continuer")
        expect(page.get_by_role("dialog", name="Menu du cours")).to_be_visible()
        assert "1 page lue sur 4" in page.get_by_role("dialog").inner_text()


def test_quick_exit_covers_the_page_before_anything_else(play: Opener) -> None:
    slow = (
        HOST
        + "API.LMSCommit = () => {"
        + " window.covered = document.querySelector('.balise').innerText; return 'true'; };"
    )
    with play("scorm12", change=elsewhere, script=slow) as page:
        page.route(ELSEWHERE, lambda route: route.fulfill(status=204))
        press(page, "Suivant")
        leave_by(page, "button")
        page.wait_for_function("() => window.covered !== undefined")
        assert page.evaluate("() => window.covered") == "Un instant…"


def test_capital_letters_in_a_note_do_not_leave(play: Opener) -> None:
    with play(change=elsewhere) as page:
        await_elsewhere(page)
        turn_to(page, "La chaîne interne")
        page.locator(".b-note textarea").press_sequentially("A", delay=5)
        for letter in "BCD":
            page.keyboard.press(f"Shift+{letter}")
        page.wait_for_timeout(300)
        assert title(page) == "La chaîne interne et le 911"


def test_the_exit_button_says_that_it_is_saved_and_how_to_close(play: Opener) -> None:
    with play("scorm12", script=HOST) as page:
        press(page, "Suivant", "Enregistrer et quitter")
        expect(page.get_by_role("heading", name="C’est enregistré")).to_be_visible()
        assert focused(page) == "C’est enregistré"
        expect(page.get_by_text("Vous pouvez fermer cette fenêtre")).to_be_visible()
        names = [call[0] for call in page.evaluate("() => calls")]
        assert names[-2:] == ["commit", "close"]


def test_a_host_that_refuses_is_shown_quietly_and_told_honestly(play: Opener) -> None:
    with play("scorm12", script=REFUSING) as page:
        press(page, "Suivant")
        expect(page.locator(".b-alarm")).to_be_visible(timeout=15000)
        assert "Vous pouvez continuer." in page.locator(".b-alarm").inner_text()
        press(page, "Suivant")
        assert title(page) == "La chaîne interne et le 911"
        press(page, "Enregistrer et quitter")
        expect(
            page.get_by_role("heading", name="L’enregistrement n’est pas confirmé")
        ).to_be_visible()
        expect(button(page, "Essayer encore")).to_be_visible()


def test_a_page_without_its_platform_says_so(play: Opener) -> None:
    with play("scorm2004") as page:
        expect(page.get_by_text("n’a pas trouvé votre plateforme")).to_be_visible(timeout=10000)
        press(page, "Suivant")
        assert title(page) == "Ce qu’on peut remarquer"


def write_note(page: Page) -> None:
    turn_to(page, "La chaîne interne")
    page.locator(".b-note textarea").fill(NOTE)


def everything_kept(page: Page) -> str:
    save_now(page)
    return str(page.evaluate("() => JSON.stringify({...localStorage, ...sessionStorage})"))


def test_a_note_lives_for_the_sitting_only(play: Opener) -> None:
    with play() as page:
        write_note(page)
        press(page, "Suivant", "Précédent")
        assert page.locator(".b-note textarea").input_value() == NOTE
        assert NOTE not in everything_kept(page)
        again(page)
        assert page.locator(".b-note textarea").input_value() == ""


def test_a_note_is_kept_on_purpose_and_erased_at_the_exit(play: Opener) -> None:
    with play("scorm12", script=HOST) as page:
        write_note(page)
        page.get_by_role("checkbox", name="Garder sur cet appareil").check()
        assert NOTE in everything_kept(page)
        assert NOTE not in page.evaluate("() => JSON.stringify(calls)")
        again(page)
        turn_to(page, "La chaîne interne")
        assert page.locator(".b-note textarea").input_value() == NOTE
        press(page, "Enregistrer et quitter", "Effacer mes notes")
        expect(page.get_by_text("Vos notes sont effacées.")).to_be_visible()
        assert NOTE not in everything_kept(page)


def test_a_generic_account_cannot_keep_notes(play: Opener) -> None:
    with play("scorm12", script=HOST.replace('"a-1"', '"guest"')) as page:
        write_note(page)
        expect(page.get_by_role("checkbox", name="Garder sur cet appareil")).to_have_count(0)


def test_another_person_at_the_same_device_starts_anew(play: Opener) -> None:
    with play() as page:
        write_note(page)
        page.get_by_role("checkbox", name="Garder sur cet appareil").check()
        press(page, "Suivant")
        save_now(page)
        again = page.url.partition("#")[0]
        with visit(
            page.context.browser, again, storage_state=page.context.storage_state()
        ) as later:
            assert title(later) == "Accueillir et remarquer"
        page.goto("about:blank")
        page.goto(again)
        assert title(page) == "Une progression est gardée sur cet appareil"
        press(page, "Recommencer pour une autre personne")
        assert title(page) == "Accueillir et remarquer"
        assert NOTE not in everything_kept(page)
