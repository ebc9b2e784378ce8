"""Ordering: rows that go up and down by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from balise_server.proof.words import squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator


def order(host: Locator, item: Mapping[str, Any], rightly: bool) -> None:
    """Put the steps in the expected order, or in the opposite one: no step then follows another."""
    wanted = [squeezed(choice["html"]) for choice in item["choices"]]
    if not rightly:
        wanted.reverse()
    rows = host.locator(".b-order > li")
    moved = False
    for place, text in enumerate(wanted):
        shown = [
            squeezed(rows.nth(n).locator(".b-choice-text").inner_html())
            for n in range(rows.count())
        ]
        for at in range(shown.index(text, place), place, -1):
            rows.nth(at).locator(".b-move").first.click()
            moved = True
    if not moved:  # Already so: an order counts as given once something has moved.
        rows.nth(0).locator(".b-move").last.click()
        rows.nth(1).locator(".b-move").first.click()
