"""How one answers each kind of question, in practice or in an evaluation."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from tests.player.kinds import ORDER, PAIRS


def item(page: Page, name: str) -> Locator:
    """Return the practice question of this name."""
    return page.locator(f"[data-item={name}]")


def validate(question: Locator) -> None:
    """Have the answer looked at."""
    question.get_by_role("button", name="Valider").click()


def press_if_there(question: Locator, name: str) -> None:
    """Press a button of this name where the question shows one."""
    found = question.get_by_role("button", name=name)
    if found.is_visible():
        found.click()


def match(question: Locator) -> None:
    """Match or sort everything rightly, by the native lists."""
    for term, words in PAIRS.items():
        box = question.get_by_role("combobox", name=term)
        if box.count():
            label = next(o for o in box.get_by_role("option").all_inner_texts() if words in o)
            box.select_option(label=label)


def sort(question: Locator) -> None:
    """Put each thing in its category, by radio buttons."""
    for thing, words in PAIRS.items():
        group = question.get_by_role("group", name=thing, exact=True)
        if group.count():
            group.get_by_text(words, exact=True).click()


def order(question: Locator) -> None:
    """Bring each step up to its place."""
    for at, words in enumerate(ORDER):
        row = question.locator(".b-order > li", has_text=words)
        while question.locator(".b-order > li").all_inner_texts()[at].find(words) < 0:
            row.get_by_role("button", name="Monter").click()


def count(question: Locator) -> None:
    """Write a number that is near enough."""
    question.get_by_role("textbox").fill("4,5")


def rate(question: Locator) -> None:
    """Choose a degree of the scale."""
    question.get_by_text("Assez", exact=True).first.click()


def write(question: Locator) -> None:
    """Write a private note."""
    question.get_by_role("textbox").fill("Noter tout de suite.")
    question.get_by_role("textbox").blur()


def decide(question: Locator) -> None:
    """Choose rightly, and say that one is fairly sure."""
    question.get_by_text("a peut-être besoin d’aide").click()
    question.get_by_text("Assez", exact=True).click()


ANSWERS: dict[str, Callable[[Locator], None]] = {
    "appariement": match,
    "longues": match,
    "tri": sort,
    "tri-long": match,
    "ordre": order,
    "nombre": count,
    "aise": rate,
    "intention": write,
    "certaine": decide,
}
"""By the part of an item's id after its letter, in the order of the page."""
