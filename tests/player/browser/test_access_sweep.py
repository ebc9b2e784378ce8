"""Every screen of real packages, held against WCAG 2.2 AA: colours, width, spacing, focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.learner import Learner
from tests.player import access
from tests.player.browser.built import opened
from tests.player.browser.steps import button, press, turn_to

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

SCRIPT = "**/assets/activities*.js"


def dialogs(page: Page) -> Iterator[str]:
    """Open each dialog in its turn."""
    for name in ("Menu", "Aide"):
        press(page, name)
        yield name.lower()
        page.keyboard.press("Escape")
    page.locator(".b-foot").get_by_role("button", name="Prendre une pause").click()
    yield "break"
    page.keyboard.press("Escape")


def practice(page: Page, learner: Learner) -> Iterator[str]:
    """Answer the questions of the page wrongly, then rightly."""
    for rightly in (False, True):
        for host in page.locator("[data-item]:visible").all():
            again = host.get_by_role("button", name="Répondre de nouveau")
            if again.count():
                again.click()
            item = learner.items[host.get_attribute("data-item") or ""]
            if item["kind"] not in ("scale", "open") or rightly:
                learner.answer(host, item, rightly)
            if item["kind"] not in ("scale", "open"):
                host.get_by_role("button", name="Valider", exact=True).click()
        yield f"{learner.place()}: answered {'rightly' if rightly else 'wrongly'}"


def evaluation(page: Page, learner: Learner) -> Iterator[str]:
    """Go through the evaluation of the page to its result."""
    place, stage = learner.place(), page.locator(".b-section:not([hidden]) [data-evaluation]")
    press(page, "Commencer")
    yield f"{place}: a question of the evaluation"
    while stage.locator(".b-stem").count():
        learner.answer(stage, learner.item_shown(stage), True)
        page.locator(".b-steps .b-main-action").click()
    yield f"{place}: the review"
    press(page, "Terminer le questionnaire")
    for fold in stage.locator("summary").all():
        fold.click()
    yield f"{place}: the result"


def scenario(page: Page) -> Iterator[str]:
    """Take the first choice of each scene to an ending."""
    yield "a scene"
    told = False
    for _ in range(12):
        turns = page.locator(".b-turns:visible button")
        if not turns.count() or page.locator(".b-scene:visible").get_by_text("Fin").count():
            break
        turns.first.click()
        go = page.locator(".b-section:not([hidden])").get_by_role("button", name="Continuer")
        if go.count():
            if not told:
                yield "what follows a choice"
            told = True
            go.first.click()
    yield "an ending"


def hotel(page: Page, learner: Learner) -> Iterator[str]:
    """Walk through every state of the first course."""
    yield "first page"
    yield from dialogs(page)
    for _ in learner.pages:
        place = learner.place()
        section = page.locator(".b-section:not([hidden])")
        if section.locator(".b-ways-on:visible").count():
            yield f"{place}: notice"
            light = button(page, "Lire la version allégée")
            if light.count():
                light.click()
                yield f"{place}: light version"
                press(page, "Lire le texte complet")
            else:
                press(page, "Continuer")
        yield f"{place}: text"
        if section.locator("[data-item]:visible").count():
            yield from practice(page, learner)
        if section.locator("[data-evaluation]").count():
            yield from evaluation(page, learner)
        if section.locator("[data-scenario]").count():
            yield from scenario(page)
        if section.locator("textarea:visible").count():
            section.locator("textarea:visible").first.fill("Une note")
            yield f"{place}: a note"
        learner.next()
    yield "end"
    press(page, "Qui voit quoi")
    yield "who sees what"
    page.locator(".b-exit-button").first.click()
    expect(button(page, "Reprendre le cours")).to_be_visible()
    yield "exit"


def questions(page: Page, learner: Learner) -> Iterator[str]:
    """Walk through every kind of question, in practice and in an evaluation."""
    while not page.locator("[data-item]:visible").count():
        learner.next()
    yield "kinds: before"
    yield from practice(page, learner)
    learner.next()
    yield from evaluation(page, learner)


Packages = Callable[[str], Path]
WALKS: dict[str, Callable[[Page, Learner], Iterator[str]]] = {
    "hotellerie-personnel": hotel,
    "questions": questions,
}


def sample(page: Page, learner: Learner) -> Iterator[str]:
    """Walk through a few states of every sort."""
    press(page, "Aide")
    yield "help"
    page.keyboard.press("Escape")
    turn_to(page, "Des signaux")
    yield "notice"
    page.locator(".b-section:not([hidden])").get_by_role("button", name="Continuer").click()
    yield next(practice(page, learner))
    turn_to(page, "Dix situations pour finir")
    press(page, "Commencer")
    yield "a question of the evaluation"


def faults(page: Page, states: Iterator[str]) -> Iterator[str]:
    """Measure every state in every way; give what is wrong."""
    for state in states:
        found = access.in_colours(page) + access.when_narrow(page) + access.of_focus(page)
        yield from (f"{state}: {fault}" for fault in found)


def test_states_of_every_sort_stand_every_measure(browser: Browser, package: Packages) -> None:
    with opened(browser, package("hotellerie-personnel")) as (page, learner):
        found = list(faults(page, sample(page, learner)))
    assert found == [], "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize("name", WALKS)
def test_every_state_stands_every_measure(browser: Browser, package: Packages, name: str) -> None:
    with opened(browser, package(name)) as (page, learner):
        found = list(faults(page, WALKS[name](page, learner)))
    assert found == [], "\n".join(found)


@pytest.mark.slow
def test_a_page_whose_activities_are_missing_is_accessible(
    browser: Browser, package: Packages
) -> None:
    def lose(page: Page) -> None:
        page.route(SCRIPT, lambda route: route.abort())

    with opened(browser, package("hotellerie-personnel"), lose) as (page, _):
        turn_to(page, "Notre rôle")
        expect(page.get_by_text("Cette activité n’a pas pu se charger").first).to_be_visible()
        found = list(faults(page, iter(["missing"])))
    assert found == [], "\n".join(found)


@pytest.mark.slow
def test_the_cover_of_the_quick_exit_is_accessible(browser: Browser, package: Packages) -> None:
    def stay(page: Page) -> None:
        page.route("https://meteo.gc.ca/**", lambda route: route.fulfill(status=204))

    with opened(browser, package("hotellerie-personnel"), stay) as (page, _):
        page.evaluate("() => document.querySelector('.b-bar .b-away').click()")
        expect(page.locator(".b-cover-all")).to_be_visible()
        found = access.in_colours(page) + access.when_narrow(page)
    assert found == []
