"""How one answers each kind of question that has no boxes to tick, knowing its key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Any

from playwright.sync_api import Locator

Item = Mapping[str, Any]


def type_in(host: Locator, item: Item, rightly: bool) -> None:
    """Write an accepted answer, or something else."""
    answer = item["answers"][0]
    right = answer["text"] if answer["value"] is None else f"{answer['value']:g}"
    wrong = "autre chose" if answer["value"] is None else "999"
    host.locator(".b-line").fill(right if rightly else wrong)


def match(host: Locator, item: Item, rightly: bool) -> None:
    """Give each thing its target, or all of them one that is not theirs."""
    for choice in item["choices"]:
        others = [t["id"] for t in item["targets"] if t["id"] != choice["target"]]
        wanted = choice["target"] if rightly else others[0]
        row = host.locator(".b-thing", has_text=words(choice))
        if row.locator("select").count():
            row.locator("select").select_option(value=wanted)
        else:
            row.locator(f'input[value="{wanted}"]').check()


def order(host: Locator, item: Item, rightly: bool) -> None:
    """Bring each step up to its place, or to the opposite one."""
    steps = [words(choice) for choice in item["choices"]]
    rows = host.locator(".b-order > li")
    for at, step in enumerate(steps if rightly else steps[::-1]):
        while step not in " ".join(rows.nth(at).inner_text().split()):
            up = rows.filter(has_text=step).get_by_role("button", name="Monter")
            up.press("Enter")


def rate(host: Locator, item: Item, rightly: bool) -> None:
    """Choose the second degree, which is neither right nor wrong."""
    host.locator(f'input[value="{item["choices"][1]["id"]}"]').check()


def write(host: Locator, item: Item, rightly: bool) -> None:
    """Write a private note."""
    host.locator("textarea").fill("Une note qui reste ici")
    host.locator("textarea").blur()


def words(choice: Mapping[str, Any]) -> str:
    """Return the words of a choice, as a browser shows them."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", str(choice["html"]))).split())


OTHER: dict[str, Callable[[Locator, Item, bool], None]] = {
    "short-text": type_in,
    "number": type_in,
    "matching": match,
    "categorising": match,
    "ordering": order,
    "scale": rate,
    "open": write,
}
"""By kind; the others are boxes to tick."""
