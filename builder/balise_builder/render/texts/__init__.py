"""Texts of the interface in French and English: those of the player and those of the document.

``player`` goes into course.json under the keys that the player asks for; ``document`` is what the
builder itself writes into index.html. Both files hold the same keys; placeholders stand in braces.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("fr", "en")
FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language, by key."""

    lang: str
    player: Mapping[str, str]
    document: Mapping[str, str]


@cache
def texts(lang: str) -> Texts:
    """Return the texts of ``lang``, ``"fr"`` or ``"en"``."""
    data = json.loads((FOLDER / f"{lang}.json").read_bytes())
    return Texts(lang, data["player"], data["document"])


def interface_language(language: str) -> str:
    """Return the interface language for a BCP 47 tag: English for ``en…``, else French."""
    return "en" if language.lower().partition("-")[0] == "en" else "fr"


def texts_for(language: str) -> Texts:
    """Return the interface texts for a course in ``language`` (BCP 47)."""
    return texts(interface_language(language))
