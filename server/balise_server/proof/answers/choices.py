"""Radio buttons and checkboxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator


def one(host: Locator, item: Mapping[str, Any], rightly: bool) -> None:
    """Tick the first choice that is right, or wrong."""
    letter = next(c["id"] for c in item["choices"] if c["right"] == rightly)
    _box(host, letter).check()


def several(host: Locator, item: Mapping[str, Any], rightly: bool) -> None:
    """Tick every right choice; wrongly, the first wrong one, or all but one right one."""
    wanted = {c["id"] for c in item["choices"] if c["right"]}
    if not rightly:
        others = [c["id"] for c in item["choices"] if not c["right"]]
        wanted = {others[0]} if others else set(sorted(wanted)[1:])
    for choice in item["choices"]:
        _box(host, choice["id"]).set_checked(choice["id"] in wanted)


def degree(host: Locator, item: Mapping[str, Any], _rightly: bool) -> None:
    """Choose the middle of a scale."""
    _box(host, item["choices"][len(item["choices"]) // 2]["id"]).check()


def _box(host: Locator, letter: str) -> Locator:
    return host.locator(f'.b-options input[value="{letter}"]').first
