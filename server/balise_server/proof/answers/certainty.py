"""How sure one is, under any question that asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator


def say(host: Locator, item: Mapping[str, Any]) -> None:
    """Choose the third of four degrees where there is one to choose."""
    if item.get("certainty"):
        host.locator('.b-certainty input[value="3"]').check()
