"""From right to left, and in the colour of an institution: pages stay whole and readable."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import ROOT
from tests.player import access
from tests.player.browser.built import build, opened

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

ARABIC = Path(__file__).parents[1] / "fixtures/arabe"
"""A course in Arabic with an interface of a few strings: for this test only."""


def left(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["x"]


def walk(page: Page) -> list[str]:
    """Go through the three pages of the Arabic course; return what is wrong in each state."""
    found = access.when_narrow(page)
    page.get_by_role("button", name="متابعة", exact=True).click()
    page.locator(".b-next").click()
    page.locator(".b-ways-on:visible button").first.click()
    found += access.when_narrow(page)
    page.locator(".b-next").click()
    page.locator(".b-turns button").first.click()
    question = page.locator("[data-item=q]")
    question.locator("input").nth(1).check()
    question.get_by_role("button", name="تأكيد").click()
    return found + access.in_colours(page) + access.when_narrow(page)


@pytest.mark.parametrize("width", [390, pytest.param(1200, marks=pytest.mark.slow)])
def test_a_course_from_right_to_left_is_mirrored_and_whole(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    with opened(browser, build(ARABIC, "essai", tmp_path), width=width) as (page, _):
        assert walk(page) == []
        before, after = page.get_by_role("button", name="السابق"), page.locator(".b-next")
        assert left(after) < left(before)
        assert left(after.locator("svg")) < left(after.locator("span"))
        for icon in (before.locator("svg"), after.locator("svg")):
            expect(icon).to_have_css("transform", "matrix(-1, 0, 0, 1, 0, 0)")
        words = page.locator("[data-item=q] .b-choice-text").first
        assert left(words) < left(page.locator("[data-item=q] input").first)
        page.get_by_role("button", name="السابق").click()
        alert = page.locator(".b-alert:visible").first
        expect(alert).to_have_css("border-right-width", "4px")
        expect(alert).to_have_css("border-left-width", "1px")
        english = page.locator('[lang="en"]').first
        assert english.evaluate("e => getComputedStyle(e).direction") == "ltr"


THEME = """\
couleur: "#7a1f3d"
logo: media/logo.svg
texte_logo: Centre intégré du test
"""
LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40">
<rect width="120" height="40" rx="6" fill="#7a1f3d"/><circle cx="20" cy="20" r="10" fill="#fff"/>
</svg>
"""


@pytest.mark.slow
def test_a_theme_is_accessible_in_every_look(browser: Browser, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    shutil.copytree(ROOT / "tests/e2e/kinds", sources)
    (sources / "questions/media").mkdir()
    (sources / "questions/media/logo.svg").write_text(LOGO, encoding="utf-8")
    (sources / "questions/theme.yaml").write_text(THEME, encoding="utf-8")
    with opened(browser, build(sources, "questions", tmp_path / "work")) as (page, learner):
        expect(page.get_by_role("img", name="Centre intégré du test")).to_be_visible()
        assert access.in_colours(page) + access.when_narrow(page) == []
        learner.next()
        page.locator("[data-item] input").first.check()
        assert access.in_colours(page) + access.when_narrow(page) == []
        page.emulate_media(color_scheme="light", forced_colors="none")
        accent = page.locator(".b-next").evaluate("e => getComputedStyle(e).backgroundColor")
        assert accent == "rgb(122, 31, 61)"
