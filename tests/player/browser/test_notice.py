"""The content notice: three ways on, one choice for the course; nothing of it leaves the page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.player.browser.conftest import Opener
from tests.player.browser.steps import again, press, title
from tests.player.tools import tools

pytestmark = pytest.mark.browser

# A host of both editions that writes down every call; chance is the same each time.
HOST = """
let drawn = 1;
Math.random = () => (drawn = (drawn * 16807) % 2147483647) / 2147483647;
window.calls = [];
const values = {
  "cmi.core.lesson_status": "not attempted", "cmi.core.student_id": "a-1",
  "cmi.completion_status": "unknown", "cmi.success_status": "unknown", "cmi.learner_id": "a-1",
};
const note = (name, act) => (...given) => { calls.push([name, ...given]); return act(...given); };
const host = (prefix) => ({
  [prefix + "GetLastError"]: () => "0", [prefix + "GetErrorString"]: () => "",
  [prefix + "GetDiagnostic"]: () => "",
  [prefix + "Commit"]: note("commit", () => "true"),
  [prefix + "GetValue"]: note("get", (key) => values[key] ?? ""),
  [prefix + "SetValue"]: note("set", (key, value) => { values[key] = value; return "true"; }),
});
const open = note("open", () => "true"), close = note("close", () => "true");
window.API = { ...host("LMS"), LMSInitialize: open, LMSFinish: close };
window.API_1484_11 = { ...host(""), Initialize: open, Terminate: close };
"""
WAYS = ["Continuer", "Lire la version allégée", "Passer cette partie"]


def sent(page: Page) -> list[Any]:
    """Return what the host received, but for session time."""
    calls = json.loads(page.evaluate("() => JSON.stringify(calls)"))
    return [call for call in calls if not call[1].endswith("session_time")]


def reach_the_notice(page: Page) -> None:
    press(page, "Suivant")
    assert title(page) == "Ce qu’on peut remarquer"


@pytest.mark.parametrize("way", WAYS)
def test_each_way_on_shows_what_it_says(play: Opener, way: str) -> None:
    with play() as page:
        reach_the_notice(page)
        full, light = (
            page.locator("#p-signaux [data-full]"),
            page.locator("#p-signaux [data-light]"),
        )
        expect(full).to_be_hidden()
        expect(light).to_be_hidden()
        press(page, way)
        assert full.is_visible() == (way == WAYS[0])
        assert light.is_visible() == (way == WAYS[1])
        assert (title(page) == "La chaîne interne et le 911") == (way == WAYS[2])


@pytest.mark.parametrize("edition", ["scorm12", "scorm2004"])
def test_the_three_ways_on_transmit_the_same(play: Opener, edition: str) -> None:
    received = []
    for way in WAYS:
        with play(edition, script=HOST) as page:
            reach_the_notice(page)
            press(page, way)
            if way != WAYS[2]:
                press(page, "Suivant")
            press(page, "Enregistrer et quitter")
            expect(page.get_by_role("heading", name="C’est enregistré")).to_be_visible()
            received.append(sent(page))
    assert received[0] == received[1] == received[2]
    assert [call[0] for call in received[0]][-2:] == ["commit", "close"]


def test_the_light_version_can_be_asked_once_for_the_course(play: Opener) -> None:
    with play() as page:
        page.get_by_role("checkbox", name="Toujours la version allégée").check()
        reach_the_notice(page)
        expect(page.locator("#p-signaux [data-light]")).to_be_visible()
        press(page, "Lire le texte complet")
        expect(page.locator("#p-signaux [data-full]")).to_be_visible()
        again(page)
        expect(page.locator("#p-signaux [data-light]")).to_be_hidden()


def one_light_page(data: dict[str, Any]) -> None:
    tools(data)
    data["pages"][1]["light"] = True


def test_it_can_be_asked_on_the_first_page_even_without_a_notice(tour: Opener) -> None:
    with tour(change=one_light_page) as page:
        page.get_by_role("checkbox", name="Toujours la version allégée").check()
        press(page, "Suivant", "Menu")
        wish = page.get_by_role("dialog").get_by_role("checkbox", name="Toujours la version")
        expect(wish).to_be_checked()
    with tour() as page:
        expect(page.get_by_role("checkbox", name="Toujours la version")).to_have_count(0)


def test_the_choice_stands_before_any_test(play: Opener) -> None:
    with play() as page:
        before = page.evaluate(
            """() => { const [box, test] = ['.b-ways-on [type=checkbox]', '[data-evaluation]']
              .map((s) => document.querySelector(`.b-section:not([hidden]) ${s}`));
              return [box !== null, test.checkVisibility()]; }"""
        )
        assert before == [True, False]


def test_a_practice_answer_is_the_same_in_both_versions(play: Opener) -> None:
    with play() as page:
        reach_the_notice(page)
        press(page, "Continuer")
        item = page.locator("[data-full] [data-item=q-premiere-phrase]")
        item.get_by_text("Êtes-vous en sécurité?").click()
        item.get_by_role("button", name="Valider").click()
        press(page, "Lire la version allégée")
        expect(page.locator("[data-light] [data-item] .b-verdict")).to_contain_text(
            "meilleur choix"
        )
