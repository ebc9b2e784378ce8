"""A whole course by keyboard alone, to a pass: neither mouse nor touch (WCAG 2.1.1, 2.1.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.answers import words
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
        field, boxes = host.locator(".b-line, textarea"), host.locator("input:not(.b-certainty *)")
        if item["kind"] in OPINIONS:
            self.reach(field if item["kind"] == "open" else boxes.first)
            self.page.keyboard.press("Space")
        elif item["answers"]:
            self.reach(field)
            answer = item["answers"][0]
            given = answer["text"] if answer["value"] is None else f"{answer['value']:g}"
            self.page.keyboard.type(given)
        elif item["targets"]:
            for choice in item["choices"]:
                self.pair(host.locator(".b-thing", has_text=words(choice)), choice["target"])
        elif item["kind"] == "ordering":
            self.order(host, [words(choice) for choice in item["choices"]])
        elif item["kind"] == "multiple":
            for choice in filter(right, item["choices"]):
                self.reach(boxes.and_(host.locator(f'[value="{choice["id"]}"]')))
                self.page.keyboard.press("Space")
        else:
            self.point(boxes, next(filter(right, item["choices"]))["id"])
        if item["certainty"]:
            scale = host.get_by_role("radio").filter(visible=True)
            self.point(scale.and_(host.locator(".b-certainty input")), None)

    def point(self, radios: Locator, wanted: str | None) -> None:
        """Choose one of a group of radio buttons: the one of this value, or the first."""
        values = [one.get_attribute("value") for one in radios.all()]
        at = 0 if wanted is None else values.index(wanted)
        self.reach(radios.first)
        self.page.keyboard.press("Space")
        for _ in range(at):
            self.page.keyboard.press("ArrowDown")
        expect(radios.nth(at)).to_be_checked()

    def pair(self, row: Locator, target: str) -> None:
        """Give a thing its definition or its category."""
        chosen = row.locator("select")
        if not chosen.count():
            self.point(row.locator("input"), target)
            return
        self.reach(chosen)
        while chosen.input_value() != target:
            before = chosen.input_value()
            self.page.keyboard.press("ArrowDown")
            assert chosen.input_value() != before, "the list ends before what is looked for"

    def order(self, host: Locator, steps: list[str]) -> None:
        """Bring each step up to its place; one press each way where they all stand right."""
        rows = host.locator(".b-order > li")
        down = rows.first.get_by_role("button", name="Descendre")
        self.reach(down)
        self.page.keyboard.press("Enter")
        for at, step in enumerate(steps):
            up = rows.filter(has_text=step).get_by_role("button", name="Monter")
            while step not in " ".join(rows.nth(at).inner_text().split()):
                self.reach(up)
                self.page.keyboard.press("Enter")

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


def right(choice: Mapping[str, Any]) -> bool:
    """Return whether a choice is right."""
    return bool(choice["right"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("hotellerie-personnel", "10 sur 10"),
        ("tronc-commun", "10 sur 10"),
        ("questions", "11 sur 11"),
    ],
)
def test_a_course_is_walked_to_a_pass(
    browser: Browser, package: Callable[[str], Path], name: str, result: str
) -> None:
    with opened(browser, package(name)) as (page, learner):
        hands = Hands(page, learner)
        for place in learner.pages:
            assert learner.place() == place
            hands.read()
        expect(page.get_by_role("heading", name="Vous avez terminé")).to_be_visible()
        expect(page.get_by_text(result)).to_be_visible()
        assert page.evaluate("() => window.pointed") == []
