"""A learner at work in the player, knowing the key from course.json."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from balise_server.proof.answers import UNSCORED, answer
from balise_server.proof.scenario import way
from balise_server.proof.words import squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import FrameLocator, Locator

READ = ("presentation", "capsule")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the course shows of a person's way: place and pages read."""

    place: str
    read: frozenset[int]
    """Places of the pages read in the menu, from 0."""


class Learner:
    """Plays a Balise course through its interface: roles, data attributes and its own words."""

    def __init__(self, scope: FrameLocator, course: Mapping[str, Any]) -> None:
        self.scope = scope
        self.course = course
        self.items = {item["id"]: item for item in course["items"]}
        self.scenarios = {s["id"]: s for s in course.get("scenarios", ())}
        self.pages = pages_of(course)

    def t(self, key: str) -> str:
        """Return a text of the interface, in the language of the course."""
        found: str = self.course["texts"][key]
        return found

    def wait(self) -> None:
        """Wait until the player stands."""
        self.scope.locator(".b-on").wait_for()

    def section(self) -> Locator:
        """Return the page on screen."""
        return self.scope.locator(".b-main:not(.b-exit) .b-section:not([hidden])").first

    def place(self) -> str:
        """Id of the page on screen; "" at the end of the course or on another screen."""
        self.section().wait_for()
        return self.section().get_attribute("data-page") or ""

    def button(self, key: str, scope: Locator | None = None) -> Locator:
        """Return the button with the words of ``key``, in ``scope`` or anywhere."""
        return (scope or self.scope).get_by_role("button", name=self.t(key), exact=True).first

    def next(self) -> None:
        """Press « Suivant », or « Terminer » on the last page."""
        self.scope.locator(".b-foot .b-next").click()

    def read_on(self, *, thorough: bool = False) -> None:
        """Do what the page asks, then go on to the next one.

        :param thorough: every question, scenario and evaluation; otherwise only what counts.
        """
        section = self.section()
        if not self.place():
            return
        self.settle_notice(section)
        hosts = section.locator("[data-item]:visible")
        for n in range(hosts.count() if thorough else min(1, hosts.count())):
            self.practise(hosts.nth(n))
        if thorough:
            self.play_scenarios(section)
        evaluations = section.locator("[data-evaluation]:visible")
        for n in range(evaluations.count()):
            host = evaluations.nth(n)
            if (
                thorough
                or host.get_attribute("data-evaluation") == self.course["rule"]["evaluation"]
            ):
                self.evaluate(host)
        self.next()

    def settle_notice(self, section: Locator) -> None:
        """Choose the full text where a notice asks."""
        go = section.locator(".b-ways-on").get_by_role(
            "button", name=self.t("noticeGo"), exact=True
        )
        if go.count():
            go.first.click()

    def practise(self, host: Locator, rightly: bool = True) -> None:
        """Answer a practice question; one that was answered before is left alone."""
        host.locator(".b-stem").wait_for()
        item = self.items[host.get_attribute("data-item") or ""]
        if item["kind"] in UNSCORED:
            answer(host, item, True)
            return
        check = host.get_by_role("button", name=self.t("check"), exact=True)
        if not check.count():
            return
        answer(host, item, rightly)
        check.click()
        if rightly:
            host.locator(".b-verdict.b-right").wait_for()

    def play_scenarios(self, section: Locator) -> None:
        """Take the shortest way to an ending of each scenario."""
        hosts = section.locator("[data-scenario]:visible")
        for n in range(hosts.count()):
            host = hosts.nth(n)
            host.locator(".b-turn").first.wait_for()
            for step in way(self.scenarios[host.get_attribute("data-scenario") or ""]):
                host.locator(".b-turn-choice:visible").nth(step).click()
                go = host.get_by_role("button", name=self.t("sceneGo"), exact=True)
                if go.count() and go.first.is_visible():
                    go.first.click()

    def evaluate(self, host: Locator, right: int | None = None) -> None:
        """Answer the whole evaluation; the first ``right`` scored items rightly (None: all)."""
        self.open_evaluation(host)
        done = 0
        while host.locator(".b-stem:visible").count() and host.locator(".b-step").count():
            item = self.item_shown(host)
            answer(host, item, right is None or done < right)
            done += item["kind"] not in UNSCORED
            self.following(host).click()
        self.button("submit", host).click()

    def open_evaluation(self, host: Locator) -> None:
        """Begin an evaluation, take it up, or take it again."""
        host.locator(".b-stage").wait_for()
        for key in ("begin", "quizResume", "quizAgain"):
            if self.button(key, host).count():
                self.button(key, host).click()
                return

    def following(self, host: Locator) -> Locator:
        """Return the button to the next question, or to the look back after the last."""
        following = host.locator(".b-steps").get_by_role(
            "button", name=self.t("questionNext"), exact=True
        )
        return following if following.count() else self.button("toReview", host)

    def item_shown(self, host: Locator) -> Mapping[str, Any]:
        """Return the item of an evaluation on screen, by its words (variants filled in)."""
        stem, options = host.locator(".b-stem"), host.locator(".b-options")
        shown = squeezed(stem.inner_html()), squeezed(options.inner_html())
        pool = {i for e in self.course["evaluations"] for f in e["forms"] for i in f["items"]}
        return max((self.items[i] for i in sorted(pool)), key=lambda item: likeness(item, *shown))

    def evaluation_page(self) -> str:
        """Id of the page of the evaluation that decides; "" when there is none."""
        rule = self.course["rule"]["evaluation"]
        found = [e["page"] for e in self.course["evaluations"] if e["id"] == rule]
        return found[0] if found else ""

    def go_to(self, page: str) -> None:
        """Go on, doing what counts, until ``page`` shows."""
        for _ in range(len(self.pages) + 1):
            if self.place() == page:
                return
            self.read_on()
        raise AssertionError(page)

    def finish(self, *, thorough: bool = False) -> None:
        """Read on to the end of the course."""
        for _ in range(len(self.pages) + 1):
            if not self.place():
                return
            self.read_on(thorough=thorough)

    def half(self) -> None:
        """Go to the middle of the course; of a course of one page, nowhere."""
        middle = max(1, len(self.pages) // 2)
        self.go_to(self.pages[min(middle, len(self.pages) - 1)]["id"])

    def seen(self) -> Seen:
        """Return what the course shows of the way: through the menu, which is closed again."""
        place = self.place()
        menu = self.scope.locator("dialog.b-menu")
        if not menu.is_visible():
            self.scope.locator(".b-bar").get_by_role(
                "button", name=self.t("menu"), exact=True
            ).click()
        entries = menu.locator(".b-entry")
        entries.first.wait_for()
        classes = [entries.nth(n).get_attribute("class") or "" for n in range(entries.count())]
        menu.get_by_role("button", name=self.t("close"), exact=True).click()
        return Seen(place, frozenset(n for n, names in enumerate(classes) if "b-is-read" in names))

    def saved(self) -> None:
        """Wait until the foot of the page says that the progress is saved."""
        self.scope.locator(".b-save", has_text=self.t("saved")).wait_for()

    def leave(self) -> str:
        """Press « Enregistrer et quitter »; return the heading of the screen that follows."""
        self.scope.locator(".b-exit-button").click()
        heading = self.scope.locator(".b-exit h1")
        heading.filter(has_not_text=self.t("exiting")).wait_for()
        return heading.inner_text()


def pages_of(course: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the pages that a learner goes through, in order."""
    return [page for page in course["pages"] if page["kind"] in READ]


def likeness(item: Mapping[str, Any], stem: str, options: str) -> tuple[int, int]:
    """How well an item fits what is shown: its stem (variants apart), then its choices."""
    own = squeezed(item["stem"])
    texts = [own]
    for variant in item.get("variants") or ():
        text = own
        for name, value in variant.items():
            text = text.replace("{{" + name + "}}", squeezed(value))
        texts.append(text)
    same = 2 if stem in texts else 1 if _parts_stand(own, stem) else 0
    return same, sum(squeezed(choice["html"]) in options for choice in item["choices"])


def _parts_stand(own: str, shown: str) -> bool:
    import re

    parts = [part for part in re.split(r"\{\{.*?\}\}", own) if part]
    return bool(parts) and all(part in shown for part in parts)
