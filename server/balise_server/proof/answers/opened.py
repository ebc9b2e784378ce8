"""An open question: a private text, of which only the fact that it was written is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator

TEXT = "Texte d’essai du banc : il ne doit partir nulle part."
"""The proof looks for it in everything that was sent."""


def write(host: Locator, _item: Mapping[str, Any], _rightly: bool) -> None:
    """Write a text and leave the field."""
    field = host.locator("textarea").first
    field.fill(TEXT)
    field.blur()
