"""The first course as ``olx-balise``: all its blocks in order, to a grade and full completion."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page
from tests.browser import ROOT, visit
from tests.xblocks.bench import Bench
from tests.xblocks.hosts import Platform
from tests.xblocks.test_alone import END, closed
from tests.xblocks.workbench import COURSE, blocks_of
from xblock.fields import ScopeIds

from balise_xblocks.assessment import AssessmentBlock
from balise_xblocks.grade import result, score
from balise_xblocks.lesson import LessonBlock
from balise_xblocks.part import words_of

Item = dict[str, Any]
BEGIN = re.compile("^(Commencer|Refaire le questionnaire)")
KINDS = {"balise_lesson": LessonBlock, "balise_assessment": AssessmentBlock}


def part_of(text: str) -> dict[str, Any]:
    part: dict[str, Any] = json.loads(etree.fromstring(text).findtext("course") or "")
    return part


def response(item: Item, right: bool) -> str:
    """Return the letters of an answer; of a typed one, what it matches."""
    if item["answers"]:
        return str(item["answers"][0]["id"]) if right else ""
    letters = [choice["id"] for choice in item["choices"] if choice["right"] is right]
    return "".join(letters if right else letters[:1])


def typed(item: Item, right: bool) -> str:
    return str(item["answers"][0]["text"]) if right else "rien de cela"


# On the toy runtime


def attempt(host: Platform, block: Any, part: dict[str, Any], misses: int) -> dict[str, float]:
    """Take the evaluation with so many wrong answers; give the result by the score rule."""
    at = {"evaluation": part["evaluations"][0]["id"]}
    items = {item["id"]: item for item in part["items"]}
    began = host.say(block, {"type": "evaluation-started", **at})
    asked = [items[one["id"]] for one in began["attempts"][at["evaluation"]]["items"]]
    answers, said = {}, []
    for number, item in enumerate(asked):
        letters = answers[item["id"]] = response(item, right := number >= misses)
        event = {"type": "evaluation-answered", **at, "item": item["id"], "response": letters}
        said.append(event | ({"text": typed(item, right)} if item["answers"] else {}))
    host.say(block, *said, {"type": "evaluation-finished", **at})
    return result(asked, answers)


def made_of(host: Platform, name: str, text: str) -> Any:
    """Give the block as the platform makes it of its OLX."""
    node = etree.fromstring(text)
    keys = ScopeIds("ana", str(node.tag), "d1", name)
    block = KINDS[str(node.tag)].parse_xml(node, host.runtime("ana"), keys)
    block.save()
    return block


def test_the_first_course_is_graded_and_completed_block_by_block() -> None:
    host, grades = Platform(), {}
    for name, text in blocks_of(COURSE).items():
        block, part = made_of(host, name, text), part_of(text)
        assert list(block.runtime.render(block, "student_view").content)
        told = len(host.told("completion"))
        if part["evaluations"]:
            low, high = attempt(host, block, part, misses=6), attempt(host, block, part, misses=1)
            grades[name] = (block, low, high)
        else:
            host.say(block, {"type": "page-read", "page": part["pages"][0]["id"]})
        assert len(host.told("completion")) > told, name
        assert host.told("completion")[-1]["completion"] == 1.0, name
    published = [(one["value"], one["max_value"]) for one in host.told("grade")]
    block, low, high = grades["bilan-evaluation"]
    assert (
        published == [(one["points"], one["possible"]) for one in (low, high)] == [(4, 10), (9, 10)]
    )
    assert score(high) == 90 and block.part()["rule"]["threshold"] == 8
    block.rescore(only_if_higher=False)
    assert (host.told("grade")[-1]["value"], host.told("completion")[-1]["completion"]) == (9, 1.0)
    assert block.state["evaluations"]["bilan"]["first"] == low
    first, last = (grades[name][0].state["evaluations"] for name in grades)
    assert first["avant"]["form"] != last["bilan"]["form"]


# In the workbench, in a browser


def begin(page: Page, bench: Bench, name: str) -> None:
    page.goto(bench.address(name, "vera"))
    page.wait_for_selector(".balise.b-on")
    ways = page.locator(".b-ways-on .b-main-action")
    if ways.count() and ways.first.is_visible():
        ways.first.click()


def read(page: Page) -> None:
    """Go through a page: a scenario to its end, then « Terminer »."""
    if page.locator(".b-scenario").count():
        for _ in range(30):
            if page.locator(END).count():
                break
            page.locator(".b-now .b-turn-choice").first.click()
            go_on = page.locator(".b-now .b-turn-made + .b-actions .b-main-action")
            if go_on.count():
                go_on.click()
    page.locator(".b-next").click()


def take(page: Page, items: dict[str, Item], evaluation: str, misses: int) -> None:
    """Take the evaluation in the browser with so many wrong answers."""
    with page.expect_response("**/events/**"):
        page.get_by_role("button", name=BEGIN).click()
    served = page.locator("script[data-balise-block]").text_content() or ""
    assert '"right": true' not in served
    number = 0
    while page.locator(".b-stem").count():
        stem = page.locator(".b-stem").inner_html()
        item = next(one for one in items.values() if same(one["stem"], stem))
        if item["answers"]:
            page.fill(".b-line", typed(item, number >= misses))
        else:
            for letter in response(item, number >= misses):
                page.locator(f".b-options input[value='{letter}']").check()
        page.locator(".b-steps .b-main-action").click()
        number += 1
    page.locator(".b-stage .b-rows + .b-actions .b-main-action").click()
    page.locator(".b-stage .b-rows").wait_for(state="detached")


def same(one: str, other: str) -> bool:
    """Return whether two pieces of HTML have the same words."""
    return words_of(one) == words_of(other)


def told(page: Page, bench: Bench, kind: str, name: str, least: float) -> dict[str, Any]:
    """Give what the block of that name published last, once it says at least so much."""
    field = {"grade": "value", "completion": "completion"}[kind]
    for _ in range(150):
        mine = [one for one in bench.published(kind, "vera") if one["usage"].startswith(f"{name}.")]
        if mine and mine[-1][field] >= least:
            return mine[-1]
        page.wait_for_timeout(100)
    raise AssertionError(f"{name}: no {kind} of {least}")


@pytest.mark.browser
@pytest.mark.slow
def test_the_first_course_plays_in_the_workbench(browser: Browser, bench: Bench) -> None:
    with visit(browser, bench.address("presentation-lecon", "vera"), width=390) as page:
        page.set_default_timeout(15_000)
        outside = closed(page, bench)
        for name, text in blocks_of(COURSE).items():
            part = part_of(text)
            begin(page, bench, name)
            if part["evaluations"]:
                items = {item["id"]: item for item in part["items"]}
                take(page, items, part["evaluations"][0]["id"], misses=6)
            else:
                read(page)
            if name == "bilan-evaluation":
                assert told(page, bench, "grade", name, 0)["value"] == 4
                take(page, items, "bilan", misses=1)
                usage = told(page, bench, "grade", name, 9)["usage"]
            assert told(page, bench, "completion", name, 1.0)["completion"] == 1.0
        assert outside == []
    rescored = len(bench.published("grade", "vera"))
    command = [sys.executable, "-m", "tests.xblocks.rescore", str(bench.folder), usage, "vera"]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    grade = bench.published("grade", "vera")
    assert len(grade) == rescored + 1 and (grade[-1]["value"], grade[-1]["max_value"]) == (9, 10)
