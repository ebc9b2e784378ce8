"""What enlivens the pages comes after them, comes again, and says so when it does not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser import served, visit
from tests.player.browser.steps import button, focused, press, turn_to
from tests.player.sample import write_package

pytestmark = pytest.mark.browser

SCRIPT = "**/assets/activities*.js"
MISSING = "Cette activité n’a pas pu se charger"


class Line:
    """A connection to the activities that fails as often as it is told."""

    def __init__(self, page: Page) -> None:
        self.asked = 0
        self.failures = 0
        self.held: list[Route] = []
        self.holding = False
        page.route(SCRIPT, self._answer)

    def _answer(self, route: Route) -> None:
        self.asked += 1
        if self.holding:
            self.held.append(route)
        elif self.asked <= self.failures:
            route.abort()
        else:
            route.continue_()


@contextmanager
def course(browser: Browser, folder: Path) -> Iterator[tuple[Page, Line, str]]:
    """Serve the sample course; give the page (before it goes there), its line and the address."""
    write_package(folder)
    with served(folder) as address, visit(browser, "about:blank") as page:
        page.set_default_timeout(5000)
        page.clock.install()
        yield page, Line(page), address + "/index.html"


def test_the_page_reads_before_the_activities_come_and_they_come_without_the_focus(
    browser: Browser, tmp_path: Path
) -> None:
    with course(browser, tmp_path) as (page, line, address):
        line.holding = True
        page.goto(address, wait_until="domcontentloaded")
        turn_to(page, "La chaîne interne")
        expect(page.locator("[data-item=q-vrai] .b-stem")).to_be_visible()
        expect(page.locator("[data-item=q-vrai] input")).to_have_count(0)
        assert focused(page) == "La chaîne interne et le 911"
        line.held[0].continue_()
        expect(page.locator("[data-item=q-vrai] input")).to_have_count(2)
        assert focused(page) == "La chaîne interne et le 911"


def test_a_failure_is_tried_again_before_anything_is_said(browser: Browser, tmp_path: Path) -> None:
    with course(browser, tmp_path) as (page, line, address):
        line.failures = 1
        page.goto(address)
        turn_to(page, "La chaîne interne")
        expect(page.get_by_text(MISSING)).to_have_count(0)
        page.clock.run_for(2100)
        expect(page.locator("[data-item=q-vrai] input")).to_have_count(2)
        assert line.asked == 2


def test_after_two_failures_it_is_said_where_the_activity_is_with_another_try(
    browser: Browser, tmp_path: Path
) -> None:
    with course(browser, tmp_path) as (page, line, address):
        line.failures = 2
        page.goto(address)
        turn_to(page, "La chaîne interne")
        page.clock.run_for(2100)
        expect(page.locator("[data-item=q-vrai]").get_by_text(MISSING)).to_be_visible()
        page.clock.run_for(100)
        expect(page.locator(".b-sr[role=status]")).to_contain_text(MISSING)
        page.locator("[data-item=q-vrai]").get_by_role("button", name="Essayer encore").click()
        expect(page.locator("[data-item=q-vrai] input")).to_have_count(2)
        assert page.evaluate("() => document.activeElement.dataset.item") == "q-vrai"
        expect(page.locator(".b-missing-activity")).to_have_count(0)


def test_the_network_that_comes_back_brings_the_activities(
    browser: Browser, tmp_path: Path
) -> None:
    with course(browser, tmp_path) as (page, line, address):
        line.failures = 4
        page.goto(address)
        turn_to(page, "La chaîne interne")
        for wait in (2100, 5100, 15100):
            page.clock.run_for(wait)
            page.wait_for_timeout(50)
        assert line.asked == 4
        expect(page.get_by_text(MISSING).first).to_be_visible()
        page.evaluate("() => dispatchEvent(new Event('online'))")
        expect(page.locator("[data-item=q-vrai] input")).to_have_count(2)


def test_an_answer_that_is_no_script_is_a_failure(browser: Browser, tmp_path: Path) -> None:
    with course(browser, tmp_path) as (page, _, address):
        page.unroute(SCRIPT)
        page.route(SCRIPT, lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(address)
        turn_to(page, "La chaîne interne")
        page.clock.run_for(2100)
        expect(page.get_by_text(MISSING).first).to_be_visible()


def test_an_evaluation_begun_is_resumed_when_its_code_comes(
    browser: Browser, tmp_path: Path
) -> None:
    with course(browser, tmp_path) as (page, line, address):
        page.goto(address)
        turn_to(page, "Bilan")
        press(page, "Commencer")
        page.locator(".b-stage input").first.check()
        page.clock.run_for(3000)
        line.holding = True
        page.reload(wait_until="domcontentloaded")
        press(page, "Oui, continuer")
        expect(page.locator(".b-noscript:visible")).to_have_count(0)
        expect(button(page, "Reprendre le questionnaire")).to_have_count(0)
        line.held[-1].continue_()
        press(page, "Reprendre le questionnaire")
        expect(page.get_by_text("Question 2 sur")).to_be_visible()


def test_two_courses_on_a_page_share_the_activities(browser: Browser, tmp_path: Path) -> None:
    with course(browser, tmp_path) as (page, line, address):
        index = tmp_path / "index.html"
        text = index.read_text(encoding="utf-8")
        root = text[text.index('<div class="balise"') : text.index("<script")]
        data = text[text.index("<script") : text.index("</script>") + len("</script>")]
        other = (root + data).replace("exemple-accueil", "exemple-encore").replace("p-", "r-")
        index.write_text(text.replace(root, root + other, 1), encoding="utf-8")
        page.goto(address)
        expect(page.locator(".balise.b-on")).to_have_count(2)
        for one in page.locator(".balise").all():
            one.get_by_role("button", name="Continuer").click()
            expect(one.get_by_role("button", name="Commencer")).to_be_visible()
        assert line.asked == 1
