"""A branching scenario: a scene at a time, an answer to each choice, never stuck nor shamed."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.player.browser.conftest import Opener
from tests.player.browser.steps import again, button, focused, press, save_now, turn_to
from tests.player.browser.test_notice import HOST, sent
from tests.player.tools import tools

pytestmark = pytest.mark.browser

TELL = "Noter les faits et prévenir la responsable"
GO_UP = "Monter vérifier"
WAIT = "Attendre le matin"
BACK = "Revenir à la scène précédente"


def scenes(page: Page) -> list[str]:
    """Return the titles of the scenes that show."""
    return page.locator(".b-scene:visible h2").all_inner_texts()


def reach_the_morning(page: Page) -> None:
    press(page, GO_UP, "Continuer", WAIT)


def test_one_scene_shows_with_the_choices_whose_conditions_hold(tour: Opener) -> None:
    with tour() as page:
        assert scenes(page) == ["Au comptoir"]
        assert page.locator(".b-turns button").all_inner_texts() == [TELL, GO_UP]
        expect(page.get_by_text("Scène 1", exact=True)).to_be_visible()
        expect(page.locator(".b-scene-choices:visible")).to_have_count(0)


def test_the_answer_to_a_choice_comes_before_the_next_scene(tour: Opener) -> None:
    with tour() as page:
        press(page, GO_UP)
        assert scenes(page) == ["Au comptoir"]
        assert focused(page).split("\n\n")[:2] == ["Votre choix", GO_UP]
        expect(page.get_by_text("Votre inquiétude est juste")).to_be_visible()
        press(page, "Continuer")
        assert scenes(page) == ["Dans le couloir"]
        assert focused(page) == "Dans le couloir"
        expect(page.get_by_text("Scène 2", exact=True)).to_be_visible()


def test_a_choice_without_an_answer_leads_on_at_once(tour: Opener) -> None:
    with tour() as page:
        press(page, GO_UP, "Continuer", WAIT)
        assert focused(page) == "Au matin"


def test_one_goes_back_within_the_sitting_and_what_depends_on_it_too(tour: Opener) -> None:
    with tour() as page:
        press(page, GO_UP, "Continuer", BACK)
        assert scenes(page) == ["Au comptoir"]
        assert page.locator(".b-turns button").count() == 2
        press(page, GO_UP, "Choisir autrement")
        assert scenes(page) == ["Au comptoir"]
        assert focused(page) == "Au comptoir"
        expect(button(page, BACK)).to_have_count(0)


def test_an_ending_shows_its_points_and_two_ways_on(tour: Opener) -> None:
    with tour() as page:
        reach_the_morning(page)
        scene = page.locator(".b-scene:visible")
        expect(scene.get_by_text("Fin", exact=True)).to_be_visible()
        expect(scene.get_by_text("1 point sur 2")).to_be_visible()
        # The author's link to the first scene is the way to begin again.
        assert scene.get_by_role("button").all_inner_texts() == [
            "Revenir au début de la nuit",
            BACK,
        ]
        press(page, "Revenir au début de la nuit")
        assert focused(page) == "Au comptoir"
        assert page.locator(".b-turns button").count() == 2


def test_the_ending_counts_as_reading_the_page_and_stays_reached(tour: Opener) -> None:
    with tour() as page:
        reach_the_morning(page)
        press(page, "Revenir au début de la nuit", "Menu")
        expect(page.locator(".b-entry-mark").first).to_contain_text("Vous êtes ici")
        expect(page.get_by_role("dialog")).to_contain_text("1 page lue sur 3")


def without_points(data: dict[str, Any]) -> None:
    tools(data)
    scenes = [{**scene, "points": None} for scene in data["scenarios"][0]["scenes"]]
    data["scenarios"] = [{**data["scenarios"][0], "scenes": scenes}]


def test_an_ending_without_points_speaks_of_none(tour: Opener) -> None:
    with tour(change=without_points) as page:
        press(page, TELL, "Continuer")
        assert "point" not in page.locator(".b-scene:visible").inner_text()
        expect(button(page, "Reprendre depuis le début")).to_be_visible()


def never(data: dict[str, Any]) -> None:
    tools(data)
    none = [{"variable": 0, "operator": ">", "value": 9}]
    first, *others = data["scenarios"][0]["scenes"]
    second = {**others[0], "choices": [{**c, "conditions": none} for c in others[0]["choices"]]}
    scenes = [first, second, *others[1:]]
    data["scenarios"] = [{**data["scenarios"][0], "scenes": scenes}]


def test_a_scene_without_any_choice_still_has_a_way_out(tour: Opener) -> None:
    with tour(change=never) as page:
        press(page, GO_UP, "Continuer")
        expect(page.get_by_text("Il n’y a pas de suite à partir d’ici.")).to_be_visible()
        press(page, "Reprendre depuis le début")
        assert scenes(page) == ["Au comptoir"]


def test_closing_and_coming_back_returns_to_the_scene(tour: Opener) -> None:
    with tour() as page:
        press(page, GO_UP, "Continuer")
        save_now(page)
        again(page)
        assert scenes(page) == ["Dans le couloir"]
        expect(page.get_by_text("Scène 2", exact=True)).to_be_visible()
        # The steps were of the other sitting; the beginning is always there.
        expect(button(page, BACK)).to_have_count(0)
        press(page, "Reprendre depuis le début")
        assert scenes(page) == ["Au comptoir"]


def test_the_steps_stay_while_one_reads_another_page(tour: Opener) -> None:
    with tour() as page:
        press(page, GO_UP, "Continuer")
        turn_to(page, "Vos outils")
        press(page, "Précédent")
        assert scenes(page) == ["Dans le couloir"]
        press(page, BACK)
        assert scenes(page) == ["Au comptoir"]


def test_choices_are_never_sent_and_the_browser_keeps_its_history(tour: Opener) -> None:
    with tour("scorm2004", script=HOST) as page:
        before = page.evaluate("() => [history.length, location.href, document.title]")
        reach_the_morning(page)
        save_now(page)
        now = page.evaluate("() => [history.length, location.href, document.title]")
        assert now == before
        assert not [call for call in sent(page) if "interactions" in str(call)]


def test_the_whole_way_by_keyboard(tour: Opener) -> None:
    with tour() as page:
        page.locator("h1:visible").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert focused(page) == "Dans le couloir"
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert focused(page) == "La suite"


def test_by_touch(tour: Opener) -> None:
    with tour(width=390, height=844, has_touch=True) as page:
        page.get_by_role("button", name=TELL).tap()
        page.get_by_role("button", name="Continuer").tap()
        assert scenes(page) == ["La suite"]


def test_on_paper_the_scenario_is_a_game_book(tour: Opener) -> None:
    with tour() as page:
        press(page, GO_UP)
        page.emulate_media(media="print")
        assert len(scenes(page)) == 4
        expect(page.locator(".b-scene-choices:visible")).to_have_count(3)
        expect(page.get_by_text("Votre inquiétude est juste")).to_be_hidden()


def test_without_script_the_links_of_the_game_book_work(tour: Opener) -> None:
    with tour(java_script_enabled=False) as page:
        assert len(scenes(page)) == 4
        page.get_by_role("link", name=GO_UP).click()
        assert page.url.endswith("#s-nuit-couloir")
        assert "Votre inquiétude est juste" not in page.locator("body").inner_text()
