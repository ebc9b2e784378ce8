"""A whole course by keyboard alone, to a pass: neither mouse nor touch (WCAG 2.1.1, 2.1.2)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.learner import Learner
from tests.player.browser.built import opened
from tests.player.browser.steps import button

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

POINTED = """() => {
  window.pointed = [];
  for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
    addEventListener(kind, event => window.pointed.push(event.type), true);
}"""
OPINIONS = ("scale", "open")
MOST = 150
"""Presses of Tab after which what one looks for is out of reach."""


class Hands:
    """Two hands on a keyboard."""

    def __init__(self, page: Page, learner: Learner) -> None:
        self.page, self.learner = page, learner
        page.evaluate(POINTED)

    def reach(self, target: Locator) -> None:
        """Press Tab until the target has the focus."""
        wanted = target.element_handle()
        for _ in range(MOST):
            if self.page.evaluate("e => e === document.activeElement", wanted):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {target}")

    def push(self, name: str) -> None:
        """Go to a button and press Enter."""
        self.reach(button(self.page, name))
        self.page.keyboard.press("Enter")

    def choose(self, host: Locator) -> None:
        """Give the right answer of the question that ``host`` shows."""
        shown = host.get_attribute("data-item")
        item = self.learner.items[shown] if shown else self.learner.item_shown(host)
        boxes = host.locator("input, textarea")
        if item["kind"] in OPINIONS:
            self.reach(boxes.first)
            self.page.keyboard.press("Space")
            return
        right = [at for at, choice in enumerate(ids(boxes)) if key(item, choice)]
        if item["answers"]:
            self.reach(boxes.first)
            answer = item["answers"][0]
            self.page.keyboard.type(answer["text"] or f"{answer['value']:g}")
            return
        if item["kind"] == "multiple":
            for at in right:
                self.reach(boxes.nth(at))
                self.page.keyboard.press("Space")
            return
        self.reach(boxes.first)
        self.page.keyboard.press("Space")
        for _ in range(right[0]):
            self.page.keyboard.press("ArrowDown")
        expect(boxes.nth(right[0])).to_be_checked()

    def practise(self, section: Locator) -> None:
        """Answer the questions of the page, one after the other."""
        for host in section.locator("[data-item]:visible").all():
            self.choose(host)
            if self.learner.items[host.get_attribute("data-item") or ""]["kind"] in OPINIONS:
                continue
            self.reach(host.get_by_role("button", name="Valider", exact=True))
            self.page.keyboard.press("Enter")
            expect(host.locator(".b-verdict.b-right")).to_be_visible()

    def evaluate(self, stage: Locator) -> None:
        """Take the evaluation of the page."""
        self.push("Commencer")
        while stage.locator(".b-stem").count():
            self.choose(stage)
            self.reach(self.page.locator(".b-steps .b-main-action"))
            self.page.keyboard.press("Enter")
        self.push("Terminer le questionnaire")

    def play(self, section: Locator) -> None:
        """Take the last choice of each scene, to an ending."""
        go = section.get_by_role("button", name="Continuer", exact=True)
        while not section.locator(".b-scene:visible").get_by_text("Fin", exact=True).count():
            self.reach(section.locator(".b-turns:visible button").last)
            self.page.keyboard.press("Enter")
            if go.count():
                self.reach(go)
                self.page.keyboard.press("Enter")

    def read(self) -> None:
        """Do all that the page on screen asks, then leave it."""
        section = self.page.locator(".b-section:not([hidden])")
        if section.locator(".b-ways-on:visible").count():
            self.push("Continuer")
        self.practise(section)
        if section.locator("[data-evaluation]").count():
            self.evaluate(section.locator("[data-evaluation]"))
        if section.locator("[data-scenario]").count():
            self.play(section)
        self.push("Suivant" if button(self.page, "Suivant").is_visible() else "Terminer")


def ids(boxes: Locator) -> list[str]:
    """Return the letters of the choices, in the order in which they show."""
    return [box.get_attribute("value") or "" for box in boxes.all()]


def key(item: object, choice: str) -> bool:
    """Return whether a choice is right."""
    assert isinstance(item, dict)
    return any(one["id"] == choice and one["right"] for one in item["choices"])


@pytest.mark.slow
def test_the_first_course_is_walked_to_a_pass(
    browser: Browser, package: Callable[[str], Path]
) -> None:
    with opened(browser, package("hotellerie-personnel")) as (page, learner):
        hands = Hands(page, learner)
        for name in learner.pages:
            assert learner.place() == name
            hands.read()
        expect(page.get_by_role("heading", name="Vous avez terminé")).to_be_visible()
        expect(page.get_by_text("10 sur 10")).to_be_visible()
        assert page.evaluate("() => window.pointed") == []
