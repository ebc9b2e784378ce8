"""Each kind of question for those who listen, in any colours, at any width."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import accessibility_faults, horizontal_overflow
from tests.player.browser.asking import ANSWERS, item, press_if_there
from tests.player.browser.conftest import Opener
from tests.player.browser.steps import press, turn_to
from tests.player.browser.test_look import small_targets

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).resolve().parents[2] / "golden/accessibility"
KINDS = {
    "matching": "appariement",
    "matching-long": "longues",
    "categorising": "tri",
    "categorising-many": "tri-long",
    "ordering": "ordre",
    "number": "nombre",
    "scale": "aise",
    "open": "intention",
    "certainty": "certaine",
}
SIMPLE = (
    ("single", "q-premiere-phrase", "Racontez-moi"),
    ("multiple", "q-gestes", "Noter l’heure"),
    ("true-false", "q-vrai", "Vrai"),
    ("short-text", "q-mot", "consentement"),
)
"""Kinds of the sample course: an item and an answer."""

SAME_DRAW = "let n = 7; Math.random = () => (n = n * 48271 % 2147483647) / 2147483647"


def stages(page: Page) -> Iterator[str]:
    """Walk through every question: at first, what is missing, after wrong, the key, at the end."""
    yield "before"
    everywhere(page, "Valider")
    yield "missing"
    answer(page)
    everywhere(page, "Valider")
    yield "after"
    spoil(page)
    for _ in range(2):
        everywhere(page, "Valider")
    everywhere(page, "Voir la réponse")
    yield "key"
    press(page, "Suivant", "Commencer")
    for part in ANSWERS:
        ANSWERS[part](page.locator(".b-stage"))
        if part == "ordre":
            yield "asked"
        page.locator(".b-steps .b-main-action").click()
    press(page, "Terminer le questionnaire")
    for fold in page.locator(".b-stage summary").all():
        fold.click()
    yield "results"


def answer(page: Page) -> None:
    """Answer everything rightly but the number and the choice, which show what else is said."""
    for part, act in ANSWERS.items():
        act(item(page, f"q-{part}"))
    item(page, "q-nombre").get_by_role("textbox").fill("40")
    item(page, "q-certaine").get_by_text("tout raconter").click()


def everywhere(page: Page, name: str) -> None:
    for part in ANSWERS:
        press_if_there(item(page, f"q-{part}"), name)


def spoil(page: Page) -> None:
    """Answer what places things anew, all wrongly."""
    everywhere(page, "Répondre de nouveau")
    for part in ("appariement", "longues", "tri-long"):
        for box in item(page, f"q-{part}").get_by_role("combobox").all():
            box.select_option(index=1)
    for row in item(page, "q-tri").locator(".b-sort").all():
        row.get_by_text("À transmettre").click()
    item(page, "q-ordre").get_by_role("button", name="Descendre").first.click()


LOOKS: dict[str, tuple[int, int, dict[str, Any]]] = {
    "phone": (320, 568, {"color_scheme": "light", "forced_colors": "none"}),
    "dark": (1280, 800, {"color_scheme": "dark", "forced_colors": "none"}),
    "forced": (390, 844, {"color_scheme": "light", "forced_colors": "active"}),
}


def looks(page: Page) -> Iterator[str]:
    for name, (width, height, media) in LOOKS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(reduced_motion="reduce", **media)
        yield name


@pytest.mark.slow
def test_every_kind_is_accessible_and_fits(quiz: Opener) -> None:
    with quiz(script=SAME_DRAW) as page:
        found = {
            f"{stage} {look}": (
                accessibility_faults(page),
                horizontal_overflow(page),
                small_targets(page),
            )
            for stage in stages(page)
            for look in looks(page)
        }
    assert {name: faults for name, faults in found.items() if faults != ([], 0, [])} == {}


def heard(page: Page, part: str) -> str:
    """Return what a screen reader meets in a question: names, roles and states."""
    return item(page, f"q-{part}").aria_snapshot()


def test_the_accessibility_tree_of_each_kind_is_as_agreed(quiz: Opener) -> None:
    with quiz(script=SAME_DRAW) as page:
        expect(page.get_by_role("button", name="Valider").first).to_be_visible()
        before = {kind: heard(page, part) for kind, part in KINDS.items()}
        answer(page)
        everywhere(page, "Valider")
        after = {kind: heard(page, part) for kind, part in KINDS.items()}
    for kind in KINDS:
        agree(kind, before[kind], after[kind])


def agree(kind: str, before: str, after: str) -> None:
    """Compare with what was agreed; ``UPDATE_GOLDEN=1`` writes it anew."""
    text = f"# before\n{before}\n\n# after\n{after}\n"
    path = GOLDEN / f"{kind}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), kind


def test_the_simple_kinds_are_heard_as_agreed(play: Opener) -> None:
    with play(script=SAME_DRAW) as page:
        turn_to(page, "Ce qu’on peut")
        press(page, "Continuer")
        for kind, name, words in SIMPLE:
            if kind == "true-false":
                press(page, "Suivant")
            question = page.locator(f"[data-item={name}]:visible")
            before = question.aria_snapshot()
            if kind == "short-text":
                question.get_by_role("textbox").fill(words)
            else:
                question.get_by_text(words).click()
            question.get_by_role("button", name="Valider").click()
            agree(kind, before, question.aria_snapshot())


def test_a_row_moved_is_seen_to_have_moved(quiz: Opener) -> None:
    with quiz(forced_colors="active") as page:
        question = item(page, "q-ordre")
        question.get_by_role("button", name="Descendre").first.click()
        moved = question.locator(".b-order > .b-chosen")
        expect(moved).to_have_count(1)
        expect(moved).to_have_css("outline-style", "solid")


def test_in_a_right_to_left_page_nothing_overflows(quiz: Opener) -> None:
    with quiz(width=390) as page:
        page.evaluate("() => document.documentElement.dir = 'rtl'")
        question = item(page, "q-ordre")
        words = question.locator(".b-order-line .b-choice-text").first.bounding_box()
        arrow = question.get_by_role("button", name="Monter").first.bounding_box()
        assert words is not None
        assert arrow is not None
        assert words["x"] > arrow["x"]
        assert horizontal_overflow(page) == 0
