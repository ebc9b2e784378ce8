"""Matching and categorising: a list, or radio buttons, beside each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from balise_server.proof.words import squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator


def pairs(host: Locator, item: Mapping[str, Any], rightly: bool) -> None:
    """Give every thing its target, or another one; things are found by the words they show."""
    rows = host.locator(".b-options .b-thing")
    for n in range(rows.count()):
        row = rows.nth(n)
        target = _choice(row, item)["target"]
        if not rightly:
            target = next(t["id"] for t in item["targets"] if t["id"] != target)
        if row.locator("select").count():
            row.locator("select").select_option(target)
        else:
            row.locator(f'input[value="{target}"]').check()


def _choice(row: Locator, item: Mapping[str, Any]) -> Mapping[str, Any]:
    shown = squeezed(row.locator("legend, .b-term > span").first.inner_html())
    found: Mapping[str, Any] = next(c for c in item["choices"] if squeezed(c["html"]) == shown)
    return found
