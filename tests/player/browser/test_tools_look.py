"""Scenarios, containers and the break for those who listen, in any colours, at any width."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import accessibility_faults, horizontal_overflow
from tests.player.browser.conftest import Opener
from tests.player.browser.steps import press, turn_to
from tests.player.browser.test_kinds_look import looks
from tests.player.browser.test_look import small_targets

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).resolve().parents[2] / "golden/accessibility"


def rest(page: Page) -> None:
    page.locator(".b-foot").get_by_role("button", name="Prendre une pause").click()


def stages(page: Page) -> Iterator[tuple[str, str]]:
    """Walk through every state; give its name and what to listen to in it."""
    yield "scene", "[data-scenario]"
    press(page, "Monter vérifier")
    yield "scene-answered", "[data-scenario]"
    press(page, "Continuer")
    yield "scene-next", "[data-scenario]"
    press(page, "Attendre le matin")
    yield "scene-ending", "[data-scenario]"
    rest(page)
    yield "break", "dialog[open]"
    press(page, "Voir les ressources d’aide")
    yield "help", "dialog[open]"
    page.keyboard.press("Escape")
    turn_to(page, "Vos outils")
    yield "tabs", "[data-tabs]"
    page.get_by_text("Je sais où noter un fait.").click()
    yield "checklist", "[data-checklist]"
    yield "case", ".b-case"
    yield "steps", ".b-procedure"
    yield "protocol", "[data-protocol]"
    press(page, "Suivant")
    page.get_by_text("Beaucoup").click()
    yield "survey", "[data-survey]"
    yield "top", ".b-top"
    yield "foot", ".b-foot"


LOOKED_AT = {"scene", "scene-answered", "scene-ending", "break", "checklist", "survey"}
"""States that look different; the others stand beside one of them."""


@pytest.mark.slow
def test_every_state_is_accessible_and_fits(tour: Opener) -> None:
    with tour() as page:
        found = {
            f"{stage} {look}": (
                accessibility_faults(page),
                horizontal_overflow(page),
                small_targets(page),
            )
            for stage, _ in stages(page)
            if stage in LOOKED_AT
            for look in looks(page)
            if look != "desktop" or stage == "checklist"
        }
    assert {name: faults for name, faults in found.items() if faults != ([], 0, [])} == {}


def test_the_accessibility_tree_of_each_state_is_as_agreed(tour: Opener) -> None:
    with tour() as page:
        heard = {stage: page.locator(part).aria_snapshot() for stage, part in stages(page)}
        turn_to(page, "Vos outils")
        page.set_viewport_size({"width": 390, "height": 844})
        heard["tabs-phone"] = page.locator("[data-tabs]").aria_snapshot()
    for stage, tree in heard.items():
        path = GOLDEN / f"{stage}.txt"
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(f"{tree}\n", encoding="utf-8")
        assert f"{tree}\n" == path.read_text(encoding="utf-8"), stage


def test_forced_colours_keep_the_tab_and_the_answer_apart(tour: Opener) -> None:
    with tour(forced_colors="active") as page:
        press(page, "Monter vérifier")
        style = "e => getComputedStyle(e).borderLeftStyle"
        assert page.locator(".b-turn-made").evaluate(style) == "solid"
        turn_to(page, "Vos outils")
        chosen = page.get_by_role("tab", selected=True)
        assert chosen.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
