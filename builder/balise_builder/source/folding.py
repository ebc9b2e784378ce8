"""Comparing what people type: without accents, case, kinds of quotes and of spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
"""Syntax of every id (dialect, « Containers and attributes »)."""

_SAME = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'",
        "“": '"', "”": '"', "«": '"', "»": '"', "„": '"',
        "œ": "oe", "æ": "ae",
        "‐": "-", "‑": "-", "–": "-", "—": "-",
        "\u00ad": "", "\u200b": "", "\ufeff": "",
    }
)  # fmt: skip


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return ``text`` without accents and case, with plain quotes and single spaces."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_SAME))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())


@lru_cache(maxsize=4096)
def fold_key(text: str) -> str:
    """Return a folded name of a key: ``-`` and ``_`` count as spaces."""
    return " ".join(fold(text).replace("-", " ").replace("_", " ").split())


def fold_text(text: str) -> str:
    """Return the form by which the text of a choice or answer is recognised.

    Accents, case, quotes and *all* spaces are ignored, so that a typographic correction never
    changes a letter of ``ids.lock``.
    """
    return fold(text).replace(" ", "")


def slug(text: str) -> str:
    """Return the id made from a title or file name: ASCII, at most 64 characters.

    Leading digits and hyphens are dropped (an id begins with a letter); empty when nothing is left.
    """
    plain = re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "-"))
    return re.sub(r"^[0-9-]+", "", plain)[:64].strip("-")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the member of ``known`` that looks most like ``name``; ``None`` when none does."""
    from difflib import get_close_matches

    folded = {fold_key(k): k for k in known}
    found = get_close_matches(fold_key(name), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def slip(name: str, known: Iterable[str]) -> str | None:
    """Return the one member of ``known`` that ``name`` is one slip away from, folded.

    A slip is a letter too many, missing, wrong, or exchanged with its neighbour. ``None`` when
    there is none, or when two members would do.
    """
    typed = fold_key(name)
    found = {fold_key(k): k for k in known}
    near = [k for folded, k in found.items() if len(folded) > 3 and _one_slip(typed, folded)]
    return near[0] if len(near) == 1 else None


def _one_slip(one: str, other: str) -> bool:
    """Return whether one edit, or one exchange of neighbours, turns ``one`` into ``other``."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    if len(one) != len(other):
        long, short = (one, other) if len(one) > len(other) else (other, one)
        return long[start + 1 :] == short[start:]
    rest, wanted = one[start:], other[start:]
    return rest[1:] == wanted[1:] or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
