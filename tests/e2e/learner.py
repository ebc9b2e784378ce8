"""A learner at work in the player: reads, answers, leaves, comes back, as a person can."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from playwright.sync_api import Frame, FrameLocator, Locator, Page
from tests.e2e.answers import OTHER

Scope = Page | Frame | FrameLocator


class Learner:
    """Plays one course through its interface, knowing the key from course.json."""

    def __init__(self, scope: Scope, course: Mapping[str, Any]) -> None:
        """Play in ``scope``: the page itself, or the frame that the LMS opened."""
        self.scope = scope
        self.items: dict[str, Mapping[str, Any]] = {item["id"]: item for item in course["items"]}
        self.stems = {item["id"]: plain(item["stem"]) for item in course["items"]}
        self.pages = [p["id"] for p in course["pages"] if p["counted"]]

    def section(self) -> Locator:
        """The page on screen."""
        return self.scope.locator(".b-section:not([hidden])")

    def place(self) -> str:
        """Id of the page on screen."""
        self.section().first.wait_for()
        return self.section().first.get_attribute("data-page") or ""

    def button(self, name: str) -> Locator:
        """A visible button of the page on screen or of the bars, by its exact words."""
        return self.scope.get_by_role("button", name=name, exact=True)

    def read_on(self) -> None:
        """Do what the page asks, then go to the next one."""
        section = self.section()
        go = section.get_by_role("button", name="Continuer", exact=True)
        if go.count() and go.first.is_visible():
            go.first.click()
        for host in section.locator("[data-item]:visible").all():
            self.practise(host)
        if section.locator("[data-evaluation]").count():
            self.evaluate(section.locator("[data-evaluation]").first)
        self.next()

    def next(self) -> None:
        """Press « Suivant », or « Terminer » on the last page."""
        following = self.button("Suivant")
        (
            following if following.count() and following.is_visible() else self.button("Terminer")
        ).click()

    def practise(self, host: Locator) -> None:
        """Answer a practice question rightly; one that has no key is only noted."""
        item = self.items[host.get_attribute("data-item") or ""]
        self.answer(host, item, True)
        if item["kind"] in ("scale", "open"):
            host.get_by_text("Merci, c’est noté.").wait_for()
            return
        host.get_by_role("button", name="Valider", exact=True).click()
        host.locator(".b-verdict.b-right").wait_for()

    def evaluate(self, host: Locator, right: int | None = None) -> None:
        """Answer the whole evaluation; the first ``right`` items rightly (all when None)."""
        begin = host.get_by_role("button", name="Commencer", exact=True)
        resume = host.get_by_role("button", name="Reprendre le questionnaire", exact=True)
        if not host.locator(".b-stem").count():
            (begin if begin.count() else resume).click()
        done = 0
        while host.locator(".b-stem").count():
            item = self.item_shown(host)
            self.answer(host, item, right is None or done < right)
            done += 1
            following = host.get_by_role("button", name="Question suivante", exact=True)
            (
                following
                if following.count()
                else host.get_by_role("button", name="Vérifier mes réponses")
            ).first.click()
        host.get_by_role("button", name="Terminer le questionnaire").click()

    def item_shown(self, host: Locator) -> Mapping[str, Any]:
        """The evaluation item on screen, found by its words: its stem, then what it offers."""
        shown = " ".join(host.locator(".b-stem").inner_text().split())
        asked = [i for i, item in self.items.items() if item["page"] is None]
        found = [i for i in asked if says(self.stems[i], shown)]
        if len(found) > 1:
            offered = " ".join(host.inner_text().split())
            found = [i for i in found if all(c in offered for c in choices(self.items[i]))]
        assert len(found) == 1, shown
        return self.items[found[0]]

    def answer(self, host: Locator, item: Mapping[str, Any], rightly: bool) -> None:
        """Tick or write an answer, right or wrong, without sending it."""
        if item["certainty"]:
            host.get_by_text("Assez", exact=True).click()
        if act := OTHER.get(item["kind"]):
            act(host, item, rightly)
            return
        for choice in item["choices"]:
            box = host.locator(f'input[value="{choice["id"]}"]')
            if item["kind"] == "multiple":
                box.set_checked(choice["right"] == rightly)
            elif choice["right"] == rightly:
                box.check()
                return

    def finish(self) -> None:
        """Read on until the end of the course."""
        for _ in self.pages[self.pages.index(self.place()) :]:
            self.read_on()


def choices(item: Mapping[str, Any]) -> list[str]:
    """The words of what an item offers, as a browser shows them."""
    return [plain(choice["html"]) for choice in item["choices"]]


def says(stem: str, shown: str) -> bool:
    """Whether ``shown`` is the stem, whatever the words of its variant."""
    return re.fullmatch(re.sub(r"\\{\\{.*?\\}\\}", ".+?", re.escape(stem)), shown) is not None


def plain(html: str) -> str:
    """The words of a fragment, as a browser shows them."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split()).replace(" ,", ",")
