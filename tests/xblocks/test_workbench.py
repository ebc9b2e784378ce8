"""The blocks in the workbench of xblock-sdk, as learners meet them in a browser."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, Request
from tests.browser import accessibility_faults, visit
from tests.xblocks.bench import Bench
from tests.xblocks.workbench import COURSE, blocks_of

pytestmark = pytest.mark.browser
FRAME = ("document-title", "html-has-lang", "landmark-one-main", "region")
"""What axe finds in the workbench's own page, around the block."""


def ready(page: Page) -> None:
    page.set_default_timeout(10_000)
    page.wait_for_selector(".balise.b-on")


def faults(page: Page) -> list[str]:
    return [f for f in accessibility_faults(page) if not f.startswith(FRAME)]


def answer(page: Page, item: dict[str, Any]) -> None:
    """Answer the question that shows, rightly."""
    page.wait_for_selector(".b-stem")
    if item["kind"] == "short-text":
        page.fill(".b-line", item["answers"][0]["text"])
        return
    for choice in item["choices"]:
        if choice["right"]:
            page.locator(f".b-options input[value='{choice['id']}']").check()


def items_of(name: str) -> dict[str, dict[str, Any]]:
    part = json.loads(etree.fromstring(blocks_of(COURSE)[name]).findtext("course") or "")
    return {item["id"]: item for item in part["items"]}


def asked(page: Page) -> list[str]:
    text = page.locator("script[data-balise-block]").text_content() or ""
    assert '"right": true' not in text
    return [item["id"] for item in json.loads(text)["served"]["attempts"]["bilan"]["items"]]


def test_the_index_lists_every_block(bench: Bench) -> None:
    text = urllib.request.urlopen(bench.origin).read().decode()
    assert all(f"/scenario/{name}/" in text for name in blocks_of(COURSE))


def test_a_lesson_is_read_resumed_and_complete(browser: Browser, bench: Bench) -> None:
    outside: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((bench.origin, "data:")):
            outside.append(request.url)

    with visit(browser, bench.address("notre-role-lecon"), width=390) as page:
        page.on("request", note)
        page.reload()
        ready(page)
        assert faults(page) == []
        page.locator(".b-item input").first.check()
        page.get_by_role("button", name="Valider").first.click()
        page.locator(".b-next").click()
        assert bench.wait("completion", "ana")["completion"] == 1.0
        page.reload()
        ready(page)
        assert page.locator(".b-item input").first.is_checked()
    with visit(browser, bench.address("notre-role-lecon", "bea")) as page:
        ready(page)
        assert not page.locator(".b-item input").first.is_checked()
    assert outside == [] and bench.published("completion", "bea") == []


def test_an_evaluation_is_marked_by_the_server(browser: Browser, bench: Bench) -> None:
    items = items_of("bilan-evaluation")
    with visit(browser, bench.address("bilan-evaluation", "cleo")) as page:
        ready(page)
        page.get_by_role("button", name="Commencer").click()
        for item_id in asked(page):
            answer(page, items[item_id])
            page.locator(".b-steps .b-main-action").click()
        assert faults(page) == []
        page.get_by_role("button", name="Terminer").first.click()
        page.wait_for_selector(".b-reached")
        grade = bench.wait("grade", "cleo")
        assert (grade["value"], grade["max_value"]) == (10, 10)
        assert bench.wait("completion", "cleo")["completion"] == 1.0
        assert faults(page) == []
        page.reload()
        page.wait_for_selector(".b-reached")
    with visit(browser, bench.address("bilan-evaluation", "dora")) as page:
        ready(page)
        assert page.get_by_role("button", name="Commencer").is_visible()
    assert bench.published("grade", "dora") == []


def test_lighter_words_are_offered_a_question_at_a_time_and_never_told(
    browser: Browser, bench: Bench
) -> None:
    with visit(browser, bench.address("light-evaluation", "rose"), width=390) as page:
        ready(page)
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.post_data or ""))
        page.get_by_role("button", name="Commencer").click()
        page.wait_for_selector(".b-stem")
        first = asked(page)[0]
        lighter = page.locator(".b-stem", has_text="En plus doux")
        assert lighter.count() == 0
        page.get_by_role("button", name="Lire la version allégée").click()
        lighter.wait_for()
        assert first in lighter.inner_text()
        assert faults(page) == []
        answer(page, items_of("bilan-evaluation")[first])
        with page.expect_response("**/events/**") as kept:
            page.locator(".b-steps .b-main-action").click()
        assert lighter.count() == 0  # the next one in its full words
        assert first in json.dumps(kept.value.json()["state"]["evaluations"]["bilan"]["current"])
        assert not any("light" in text or "doux" in text for text in sent)


@pytest.mark.slow
def test_an_evaluation_waits_for_the_network_and_loses_nothing(
    browser: Browser, bench: Bench
) -> None:
    items = items_of("bilan-evaluation")
    with visit(browser, bench.address("bilan-evaluation", "eve")) as page:
        ready(page)
        page.get_by_role("button", name="Commencer").click()
        first = asked(page)[0]
        answer(page, items[first])
        page.context.set_offline(True)
        page.get_by_role("button", name="Vérifier mes réponses").first.click()
        page.get_by_role("button", name="Terminer").first.click()
        page.wait_for_selector(".b-alarm:not([hidden])")
        page.context.set_offline(False)
        page.get_by_role("button", name="Terminer").first.click()
        page.wait_for_selector(".b-points")
        assert bench.wait("grade", "eve")["value"] == 1


@pytest.mark.slow
def test_a_session_that_ran_out_loses_nothing(browser: Browser, bench: Bench) -> None:
    with visit(browser, bench.address("notre-role-lecon", "sam"), width=390) as page:
        ready(page)
        page.route("**/events/**", lambda route: route.fulfill(status=403, body="<html>"))
        page.locator(".b-item input").first.check()
        page.get_by_role("button", name="Valider").first.click()
        page.wait_for_selector(".b-alarm:not([hidden])")
        assert faults(page) == [] and bench.published("completion", "sam") == []
        page.unroute("**/events/**")
        with page.expect_response("**/events/**"):
            page.reload()
        page.reload()
        ready(page)
        assert page.locator(".b-item input").first.is_checked()


def test_a_scenario_is_kept_on_the_server(browser: Browser, bench: Bench) -> None:
    with visit(browser, bench.address("une-soiree-lecon", "fanny")) as page:
        ready(page)
        page.locator(".b-ways-on button").first.click()
        with page.expect_response("**/events/**") as kept:
            page.locator(".b-turn-choice").first.click()
        assert kept.value.json()["state"]["scenarios"]["soiree"]["scene"]
        page.reload()
        ready(page)
        assert page.locator(".b-scenario.b-begun").count() == 1


@pytest.mark.slow
def test_several_blocks_stand_on_a_page(browser: Browser, bench: Bench) -> None:
    with visit(browser, bench.address("several", "gil")) as page:
        page.wait_for_function("document.querySelectorAll('.balise.b-on').length > 5")
        assert [f for f in faults(page) if f.startswith(("aria", "duplicate", "label"))] == []
        titles = page.locator("h1[id]").evaluate_all("all => all.map((title) => title.id)")
        assert len(titles) == len(set(titles))
        page.locator(".b-next").nth(1).click()
        assert bench.wait("completion", "gil")["completion"] == 1.0
        assert len(bench.published("completion", "gil")) == 1


@pytest.mark.slow
def test_studio_keeps_nothing_of_junk(browser: Browser, bench: Bench) -> None:
    with visit(browser, bench.address("gestes-lecon", "ana", "studio_view/")) as page:
        page.fill("textarea[name='course']", "{")
        page.locator(".save-button").click()
        page.wait_for_function(
            "document.querySelector('[role=alert]').textContent.includes('JSON')"
        )
        assert page.input_value("textarea[name='course']") == "{"
    with visit(browser, bench.address("gestes-lecon", "ana", "author_view/")) as page:
        page.get_by_role("heading", name="Les gestes à éviter").wait_for()


@pytest.mark.parametrize("handler", ["events", "studio_submit", "check"])
def test_a_request_without_the_platforms_token_is_refused(bench: Bench, handler: str) -> None:
    page = urllib.request.urlopen(bench.address("gestes-lecon")).read().decode()
    usage = page.partition('data-usage="')[2].partition('"')[0]
    asked = urllib.request.Request(f"{bench.origin}/handler/{usage}/{handler}/?student=ana", b"{}")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked)
    assert refused.value.code == 403
    refused.value.close()


def test_without_its_image_a_page_says_what_it_showed_and_goes_on(
    browser: Browser, bench: Bench
) -> None:
    with visit(browser, bench.address("notre-role-lecon", "hana")) as page:
        ready(page)
        image = page.locator("figure img").first
        assert image.evaluate("image => image.complete && image.naturalWidth === 0")
        assert image.evaluate("image => image.getBoundingClientRect().height > 16")
        assert len(image.get_attribute("alt") or "") > 10
        page.locator(".b-next").click()
        assert bench.wait("completion", "hana")["completion"] == 1.0
