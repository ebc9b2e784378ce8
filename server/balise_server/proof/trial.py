"""One fault being played: its runs, its windows, what is checked on the way."""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from balise_server.proof import calls as said
from balise_server.proof.house import PERSON
from balise_server.proof.learner import Learner
from balise_server.proof.record import Check
from balise_server.typography import no_break

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, Playwright

    from balise_server.bench.profiles import Profile
    from balise_server.bench.runs import Run
    from balise_server.packages import Package
    from balise_server.proof.house import House

PATIENCE = 20_000
"""Milliseconds after which a person is held to be stuck."""
STUCK = ("La personne n’est jamais bloquée.", "The person is never stuck.")


class Visit:
    """One window on one run."""

    def __init__(self, page: Page, run: Run, course: Mapping[str, Any]) -> None:
        self.page = page
        self.run = run
        self._course = course

    @cached_property
    def learner(self) -> Learner:
        """Return the learner of this window; of a Balise course only."""
        return Learner(self.scope, self._course)

    @property
    def scope(self) -> FrameLocator:
        """The frame of the content."""
        frame = self.page.frame_locator("iframe").first
        if self.run.profile.name == "cross-origin-parents":
            frame = (
                self.page.frame_locator("#player").frame_locator("iframe").frame_locator("iframe")
            )
        return frame

    def close(self) -> None:
        """Close the tab as a person does: its page is told."""
        self.page.close(run_before_unload=True)


class Trial:
    """What a fault needs: windows, runs, and a list of checks.

    :param course: ``course.json`` of the package.
    """

    def __init__(
        self,
        house: House,
        browser: Browser,
        driver: Playwright,
        executable: str,
        package: Package,
        folder: Path,
    ) -> None:
        self.house = house
        self.browser = browser
        self.driver = driver
        self.executable = executable
        self.package = package
        self.course: Mapping[str, Any] = package.course or {}
        self.folder = folder
        self.checks: list[Check] = []
        self.runs: list[Run] = []
        self.tolerated: set[str] = set()
        """Bare names of calls that this fault makes fail."""
        self._contexts: list[BrowserContext] = []
        self._errors: list[str] = []
        self._leaving: list[str] = []

    def run(self, profile: Profile, learner: tuple[str, str] = PERSON) -> Run:
        """Begin a run of the package."""
        run = self.house.open(self.package, profile, learner)
        self.runs.append(run)
        return run

    def context(self) -> BrowserContext:
        """Open a fresh browser profile."""
        context = self.browser.new_context(
            locale="fr-CA", viewport={"width": 1024, "height": 768}, service_workers="block"
        )
        self._contexts.append(context)
        return context

    def visit(self, run: Run, context: BrowserContext | None = None) -> Visit:
        """Open a window on ``run`` and wait until the player stands."""
        visit = self.open(run, context)
        visit.learner.wait()
        return visit

    def open(self, run: Run, context: BrowserContext | None = None) -> Visit:
        """Open a window on ``run``."""
        page = (context or self.context()).new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self._errors.append(str(error)))
        page.on("request", lambda request: self._watch(request.url))
        page.goto(self.house.address(run))
        return Visit(page, run, self.course)

    def _watch(self, url: str) -> None:
        own = (self.house.pages, self.house.content, "data:", "blob:", "about:")
        if not url.startswith(own):
            self._leaving.append(url[:120])

    def check(self, ok: bool, fr: str, en: str, found: object = "") -> None:
        """Note something expected."""
        self.checks.append(Check(no_break(fr), en, ok, "" if ok else str(found)))

    def stuck(self, reason: str) -> None:
        """Note that the person could not go on."""
        self.check(False, *STUCK, reason)

    def until(self, ready: Callable[[], bool], within: float = 10.0) -> bool:
        """Wait for something of the host; whether it came."""
        end = time.monotonic() + within
        while not ready():
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def settle(self) -> None:
        """Check what holds on every path: scripts, requests, refusals, order, private words."""
        calls = [call for run in self.runs for session in run.sessions for call in session.calls]
        self._none("Aucune erreur de script.", "No script error.", self._errors)
        self._none(
            "Aucune requête ne sort du paquet.", "No request leaves the package.", self._leaving
        )
        visits = [session for run in self.runs for session in run.sessions]
        refused = [
            text
            for one in visits
            for text in said.refusals(one.calls, self.tolerated, ended=one.ended)
        ]
        self._none(
            "Aucun appel n’est refusé par la norme.", "The standard refuses no call.", refused
        )
        if not self.course:
            return
        ordered = [said.misordered(s.calls) for run in self.runs for s in run.sessions]
        self._none(
            "Chaque réponse donne son identifiant, puis son type.",
            "Every answer gives its identifier, then its type.",
            [text for texts in ordered for text in texts],
        )
        lowered = [said.lowered(calls) for run in self.runs for calls in attempts(run)]
        self._none(
            "Un statut obtenu n’est jamais abaissé.",
            "A status once reached is never lowered.",
            [text for texts in lowered for text in texts],
        )
        self._none(
            "Aucun texte privé n’est envoyé.", "No private text is sent.", said.private(calls)
        )

    def _none(self, fr: str, en: str, found: list[str]) -> None:
        self.check(not found, fr, en, " · ".join(dict.fromkeys(found[:8])))

    def close(self) -> None:
        """Close every window."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()


def attempts(run: Run) -> list[list[said.Call]]:
    """Return the calls of each attempt of a run, all its visits together."""
    found: dict[int, list[said.Call]] = {}
    for session in run.sessions:
        found.setdefault(session.attempt, []).extend(session.calls)
    return list(found.values())
