"""« Quitter rapidement » on the GOV.UK pattern, in frames of every sort; and the break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser import served, visit
from tests.player.browser.conftest import Opener
from tests.player.browser.steps import button, focused, press, title, turn_to
from tests.player.browser.test_leaving import ELSEWHERE, await_elsewhere, elsewhere
from tests.player.browser.test_notice import HOST
from tests.player.sample import write_package

pytestmark = pytest.mark.browser

HISTORY = "L’historique du navigateur n’est pas effacé."


def framed(
    browser: Browser, folder: Path, sandbox: str, act: Callable[[Page, Frame], None]
) -> None:
    """Open the course in a frame of a page of another origin, and act."""
    write_package(folder, change=elsewhere)
    outer = folder / "outer"
    outer.mkdir()
    with served(folder) as inside, served(outer) as outside:
        inside = inside.replace("127.0.0.1", "localhost")
        (outer / "index.html").write_text(
            f'<!doctype html><title>LMS</title><iframe {sandbox} width="600" height="500"'
            f' src="{inside}/index.html"></iframe>'
        )
        with visit(browser, f"{outside}/index.html") as page:
            await_elsewhere(page)
            page.frame_locator("iframe").locator(".b-bar .b-away").wait_for()
            act(page, page.frames[1])


@pytest.mark.parametrize("way", ["button", pytest.param("shift", marks=pytest.mark.slow)])
def test_the_whole_window_goes_from_a_frame_of_another_origin(
    browser: Browser, tmp_path: Path, way: str
) -> None:
    def act(page: Page, frame: Frame) -> None:
        if way == "button":
            frame.locator(".b-bar .b-away").click()
        else:
            frame.evaluate("() => focus()")
            for _ in range(3):
                page.keyboard.press("Shift")
        page.wait_for_url(ELSEWHERE)
        page.go_back()
        assert page.url == "about:blank"

    framed(browser, tmp_path, "", act)


def test_a_frame_that_may_not_leave_stays_covered_and_says_to_close(
    browser: Browser, tmp_path: Path
) -> None:
    def act(page: Page, frame: Frame) -> None:
        here = frame.url
        frame.locator(".b-bar .b-away").click()
        cover = frame.locator(".b-cover-all")
        expect(cover).to_have_text(f"Fermez cet onglet pour quitter. {HISTORY}", timeout=5000)
        assert frame.url == here
        assert frame.locator("body").inner_text().strip() == cover.inner_text().strip()
        box = cover.bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) == (600, 500)

    framed(browser, tmp_path, 'sandbox="allow-scripts allow-same-origin"', act)


def test_a_link_to_leave_is_the_second_stop_of_the_keyboard(play: Opener) -> None:
    with play(change=elsewhere) as page:
        await_elsewhere(page)
        page.keyboard.press("Tab")
        assert focused(page) == "Aller au contenu"
        page.keyboard.press("Tab")
        assert focused(page) == "Quitter rapidement"
        assert page.evaluate("() => document.activeElement.href") == ELSEWHERE
        page.keyboard.press("Enter")
        page.wait_for_url(ELSEWHERE)


def test_presses_of_shift_are_counted_aloud_and_forgotten(play: Opener) -> None:
    with play(change=elsewhere) as page:
        said = page.locator(".b-sr[role=status]")
        page.keyboard.press("Shift")
        expect(said).to_have_text("Touche Maj : encore 2 fois pour quitter rapidement.")
        page.keyboard.press("Shift")
        expect(said).to_have_text("Touche Maj : encore une fois pour quitter rapidement.")
        page.keyboard.press("ArrowDown")
        expect(said).to_have_text("La sortie rapide est annulée.")
        page.keyboard.press("Shift")
        expect(said).to_have_text("Touche Maj : encore 2 fois pour quitter rapidement.")


def test_shift_with_the_mouse_does_not_leave(play: Opener) -> None:
    with play(change=elsewhere) as page:
        await_elsewhere(page)
        for _ in range(3):
            page.locator("h1:visible").click(modifiers=["Shift"])
        page.wait_for_timeout(300)
        assert title(page) == "Accueillir et remarquer"


def test_it_is_explained_before_its_first_use_and_in_the_help(play: Opener) -> None:
    with play() as page:
        first = page.locator(".b-safety:visible")
        expect(first).to_contain_text("Quitter rapidement")
        expect(first).to_contain_text(HISTORY)
        press(page, "Aide")
        expect(page.get_by_role("dialog", name="Aide")).to_contain_text("historique du navigateur")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 256), (640, 320)])
def test_the_button_stays_in_reach_at_every_place_of_the_page(
    play: Opener, width: int, height: int
) -> None:
    with play(width=width, height=height) as page:
        turn_to(page, "La chaîne interne")
        for share in (0, 0.5, 1):
            page.evaluate("s => scrollTo(0, s * document.body.scrollHeight)", share)
            expect(page.locator(".b-bar .b-away")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("place", ["foot", "menu"])
def test_a_break_stops_everything_and_gives_the_place_back(play: Opener, place: str) -> None:
    with play("scorm12", script=HOST) as page:
        turn_to(page, "La chaîne interne")
        if place == "menu":
            press(page, "Menu")
            page.get_by_role("dialog").get_by_role("button", name="Prendre une pause").click()
        else:
            page.locator(".b-foot").get_by_role("button", name="Prendre une pause").click()
        rest = page.get_by_role("dialog", name="Prendre une pause")
        expect(rest).to_be_visible()
        assert focused(page) == "Prendre une pause"
        assert page.evaluate("() => calls.at(-1)[0]") == "commit"
        expect(rest.get_by_role("button", name="Quitter rapidement")).to_be_visible()
        press(page, "Reprendre où j’étais")
        expect(rest).to_be_hidden()
        assert title(page) == "La chaîne interne et le 911"


def test_a_break_leads_to_the_help(play: Opener) -> None:
    with play() as page:
        page.locator(".b-foot").get_by_role("button", name="Prendre une pause").click()
        press(page, "Voir les ressources d’aide")
        aid = page.get_by_role("dialog", name="Aide")
        expect(aid).to_be_visible()
        headings = aid.get_by_role("heading", level=3).all_inner_texts()
        assert headings[:2] == ["Pour moi", "Pour une personne que j’accompagne"]


def test_addresses_and_titles_stay_neutral_from_page_to_page(play: Opener) -> None:
    with play() as page:
        before = (page.url, page.title(), page.evaluate("() => history.length"))
        press(page, "Suivant", "Continuer", "Suivant", "Suivant")
        assert title(page) == "Le bilan"
        assert (page.url, page.title(), page.evaluate("() => history.length")) == before
        assert button(page, "Terminer").is_visible()
