"""One line of text, or a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator


def text(host: Locator, item: Mapping[str, Any], rightly: bool) -> None:
    """Type an accepted answer, or words that nobody accepts."""
    host.locator(".b-line").fill(item["answers"][0]["text"] if rightly else "une tout autre chose")


def number(host: Locator, item: Mapping[str, Any], rightly: bool) -> None:
    """Type the expected number, or one far above every accepted one."""
    known = [a for a in item["answers"] if a["value"] is not None]
    far = max(abs(a["value"]) + (a["tolerance"] or 0) for a in known) * 2 + 1000
    host.locator(".b-line").fill(_plain(known[0]["value"] if rightly else far))


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
