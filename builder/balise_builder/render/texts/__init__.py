"""Texts of the interface: those of the player and those of the document.

``fr.json`` and ``en.json`` are written by the house and hold the same keys; ``player`` goes into
course.json under the keys that the player asks for, ``document`` is what the builder itself writes
into index.html; placeholders stand in braces. Every other language is a PO file, so that those who
speak it translate with their own tools: one a language, in this folder or in ``interface/`` of the
shared registers (``_commun/interface/ht.po``). What a PO file lacks is said in French.

``python -m balise_builder.render.texts`` writes the template for translators.
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
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Primary subtags of languages written from right to left."""


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


def primary(language: str) -> str:
    """Return the language of a BCP 47 tag without its region or script: ``fr`` of ``fr-CA``."""
    return language.lower().partition("-")[0]


def direction(language: str) -> str:
    """Return ``rtl`` for a language written from right to left, else ``ltr``."""
    return "rtl" if primary(language) in RIGHT_TO_LEFT else "ltr"


def interface_language(language: str, shared: Path | None = None) -> str:
    """Return the language of the interface for a BCP 47 tag: French where it has no texts.

    :param shared: folder of PO files beside the house's own.
    """
    lang = primary(language)
    return lang if lang in LANGUAGES or po_file(lang, shared) is not None else "fr"


def po_file(lang: str, shared: Path | None = None) -> Path | None:
    """Return the PO file of a language: a team's own before the house's."""
    if not lang.isalpha():
        return None
    places = [folder / f"{lang}.po" for folder in (shared, FOLDER) if folder is not None]
    return next((path for path in places if path.is_file()), None)


def texts_for(language: str, shared: Path | None = None) -> Texts:
    """Return the interface texts for a course in ``language`` (BCP 47).

    :param shared: folder of PO files beside the house's own.
    """
    lang = interface_language(language, shared)
    if lang in LANGUAGES:
        return texts(lang)
    path = po_file(lang, shared)
    assert path is not None
    return _translated(lang, path, path.stat().st_mtime_ns)


@cache
def _translated(lang: str, path: Path, _stamp: int) -> Texts:
    """Return French with the translations of a PO file over it; doubtful ones are left out."""
    from balise_builder.render.texts.po import read_po

    french, found = texts("fr"), read_po(path)
    return Texts(
        lang,
        {key: found.get(f"player.{key}", text) for key, text in french.player.items()},
        {key: found.get(f"document.{key}", text) for key, text in french.document.items()},
    )
