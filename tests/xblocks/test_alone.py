"""The scenario and the checklist by themselves in the workbench, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from tests.browser import visit
from tests.xblocks.bench import Bench
from tests.xblocks.test_workbench import faults, ready
from tests.xblocks.workbench import CODE

pytestmark = pytest.mark.browser
END = ".b-now .b-scene-place:text-is('Fin')"


def closed(page: Page, bench: Bench) -> list[str]:
    """Load the page again with everything outside cut off; give the addresses asked for."""
    outside: list[str] = []

    def way(route: Route) -> None:
        if route.request.url.startswith((bench.origin, "data:")):
            return route.continue_()
        outside.append(route.request.url)
        return route.abort()

    page.route("**/*", way)
    page.reload()
    ready(page)
    return outside


def press(page: Page, selector: str, key: str = "Enter") -> None:
    """Go to the first such control by Tab alone, and press ``key`` on it."""
    for _ in range(120):
        if page.locator(selector).evaluate_all("all => all.includes(document.activeElement)"):
            return page.keyboard.press(key)
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {selector}")


def scene(page: Page) -> str:
    return str(page.locator(".b-now").get_attribute("data-scene"))


def choose(page: Page) -> None:
    """Take the first choice and go on to the next scene."""
    before = scene(page)
    press(page, ".b-now .b-turn-choice")
    if page.locator(".b-turn-made").count():
        assert page.evaluate("document.activeElement.matches('.b-turn-made')")
        press(page, ".b-now .b-main-action")
    page.wait_for_function(
        "was => document.querySelector('.b-now').dataset.scene !== was", arg=before
    )
    assert page.evaluate("document.activeElement.matches('.b-now :is(h2, h3, h4)')")


def completion(page: Page, bench: Bench, learner: str) -> float:
    """Return the completion that the platform heard last; the page goes on meanwhile."""
    for _ in range(100):
        if told := bench.published("completion", learner):
            return float(told[-1]["completion"])
        page.wait_for_timeout(100)
    raise AssertionError(f"no completion for {learner}")


def narrow(page: Page) -> bool:
    """Return whether the block is no wider than its place; the workbench's own frame may be."""
    block = page.locator(".balise").first
    return bool(block.evaluate("block => block.scrollWidth <= block.clientWidth"))


def test_a_scenario_is_played_to_its_end_by_keyboard(browser: Browser, bench: Bench) -> None:
    address = bench.address("alone-scenario", "hana")
    with visit(browser, address, width=390, color_scheme="dark") as page:
        outside = closed(page, bench)
        press(page, ".b-ways-on .b-main-action")
        first = scene(page)
        choose(page)
        second = scene(page)
        press(page, ".b-now .b-link:has-text('Revenir')")
        assert scene(page) == first
        with page.expect_response("**/events/**"):
            choose(page)
        assert scene(page) == second and faults(page) == [] and narrow(page)
        page.reload()
        ready(page)
        press(page, ".b-ways-on .b-main-action")
        assert scene(page) == second
        for _ in range(20):
            if page.locator(END).count():
                break
            choose(page)
        assert page.locator(END).count() == 1 and faults(page) == []
        assert completion(page, bench, "hana") == 1.0
        assert outside == []
    assert bench.published("grade", "hana") == []


def test_a_scenario_of_one_learner_is_not_anothers(browser: Browser, bench: Bench) -> None:
    with visit(browser, bench.address("alone-scenario", "iris")) as page:
        ready(page)
        press(page, ".b-ways-on .b-main-action")
        start = scene(page)
        with page.expect_response("**/events/**"):
            choose(page)
        page.goto(bench.address("alone-scenario", "june"))
        ready(page)
        press(page, ".b-ways-on .b-main-action")
        assert scene(page) == start and page.locator(".b-begun").count() == 0
    assert bench.published("completion", "june") == []


def test_where_undo_is_not_allowed_no_way_leads_back(browser: Browser, bench: Bench) -> None:
    with visit(browser, bench.address("alone-final", "kim")) as page:
        ready(page)
        press(page, ".b-ways-on .b-main-action")
        choose(page)
        press(page, ".b-now .b-turn-choice")
        texts = page.locator(".b-now .b-actions").all_inner_texts()
        assert texts and not any(
            word in text for text in texts for word in ("Revenir", "Choisir autrement")
        )


def test_a_checklist_stays_on_the_device_of_its_learner(browser: Browser, bench: Bench) -> None:
    with visit(
        browser, bench.address("alone-checklist", "lou"), width=390, color_scheme="dark"
    ) as page:
        outside = closed(page, bench)
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.post_data or ""))
        press(page, ".b-checklist input[type='checkbox']", "Space")
        press(page, ".b-checklist .b-keep", "Space")
        assert faults(page) == [] and narrow(page)
        press(page, ".b-next")
        assert completion(page, bench, "lou") == 1.0
        assert "Attestation" not in page.locator(".balise").inner_text()  # a block is no course
        page.reload()
        ready(page)
        ticked = page.locator("[data-line] input:checked")
        assert ticked.count() == 1
        page.goto(bench.address("alone-checklist", "mia"))
        ready(page)
        assert ticked.count() == 0 and outside == []
        assert any("page-read" in text for text in sent) and not any("essentiel" in t for t in sent)


def test_a_practical_sign_off_is_the_other_half_of_the_way(browser: Browser, bench: Bench) -> None:
    with visit(
        browser, bench.address("alone-signed", "noe"), width=390, color_scheme="dark"
    ) as page:
        outside = closed(page, bench)
        given = page.locator(".balise, script[data-balise-block]").evaluate_all(
            "all => all.map((one) => one.outerHTML).join('')"
        )
        assert "signTitle" in given and CODE not in given
        press(page, ".b-next")
        assert completion(page, bench, "noe") == 0.5
        press(page, ".b-sign input", "x")
        page.keyboard.press("Enter")
        page.get_by_text("Ce n’est pas ce code").wait_for()
        assert page.evaluate("document.activeElement.matches('.b-sign input')")
        assert faults(page) == []
        page.keyboard.type(CODE.upper())
        page.keyboard.press("Enter")
        page.locator(".b-sign-done").wait_for()
        assert faults(page) == [] and outside == []
        page.reload()
        page.locator(".b-sign-done").wait_for()
        assert bench.published("completion", "noe")[-1]["completion"] == 1.0
        page.goto(bench.address("alone-signed", "ola"))
        ready(page)
        assert page.locator(".b-sign input").count() == 1


@pytest.mark.slow
def test_a_block_of_each_kind_stands_on_one_page(
    browser: Browser, bench: Bench, tmp_path: Path
) -> None:
    with visit(browser, bench.address("four", "pam")) as page:
        outside = closed(page, bench)
        page.wait_for_function("document.querySelectorAll('.balise.b-on').length === 4")
        assert [f for f in faults(page) if f.startswith(("aria", "duplicate", "label"))] == []
        page.locator(".b-sign input").fill(CODE)
        page.locator(".b-sign button").click()
        page.locator(".b-sign-done").wait_for()
        kinds = {one["block"] for one in bench.published("completion", "pam")}
        assert kinds == {"balise_checklist"} and outside == []
        page.get_by_role("button", name="Commencer").click()
        page.wait_for_selector(".b-stem")
        assert page.locator(".b-stem").count() >= 1 and bench.published("grade", "pam") == []
