"""What a typed answer may look like, as the regular expressions that Open edX marks by.

A ``stringresponse`` compares letter by letter; elsewhere accents, case, spaces, kinds of quotes and
hyphens do not count, and a number may be written in French or in English. One expression says the
same as ``grade/match.ts`` and ``grade/number.ts`` of the player.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from balise_builder.source.folding import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

_UNSEEN = r"[\s\u0300-\u036f\u00ad\u200b\ufeff]*"
_LIGATURES = {"oe": "œ", "ae": "æ"}
_SETS = {
    "'": "['’‘ʼ`]", '"': '["“”«»„]', "-": r"[-‐‑–—]",
}  # fmt: skip
_ACCENTED = (range(0xC0, 0x250), range(0x1E00, 0x1F00))
"""Latin letters with accents: Latin-1, Extended-A and -B, Extended Additional."""
_MINUS = r"[-\u2010-\u2015\u2212]"
_UNIT = r"\s*(?:[%$€°]|(?!k\.?$|cent|doz|douz|hund|mil|thou|bil)[a-zÀ-ÖØ-öø-ɏ]{1,20})?\.?"


def words(answers: Iterable[str]) -> str:
    """Return what any of the accepted texts may look like."""
    quotes = _SETS['"']
    bodies = "|".join(dict.fromkeys(_folded(fold_text(text).strip('".')) for text in answers))
    return f"{_UNSEEN}{quotes}?{_UNSEEN}(?:{bodies}){_UNSEEN}{quotes}?[.\\s]*"


def _folded(text: str) -> str:
    pieces = re.findall("oe|ae|.", text, re.S)
    return _UNSEEN.join(_SETS.get(piece) or _piece(piece) for piece in pieces)


def _piece(piece: str) -> str:
    letters = _UNSEEN.join(map(_letter, piece))
    return f"(?:{_LIGATURES[piece]}|{letters})" if piece in _LIGATURES else letters


@lru_cache(maxsize=256)
def _letter(letter: str) -> str:
    """Return the letter, or any accented letter that is read as it."""
    same = [
        chr(code) for span in _ACCENTED for code in span
        if fold_text(chr(code)) == letter and chr(code) == chr(code).lower()
    ]  # fmt: skip
    return f"[{letter}{''.join(same)}]" if same else _plain(letter)


def _plain(text: str) -> str:
    # A dollar sign before a name would be replaced by a variable of the problem.
    return re.escape(text).replace(r"\$", "[$]")


def numbers(values: Iterable[float]) -> str:
    """Return how any of these numbers may be written, with a unit or not."""
    return f"(?:{'|'.join(_number(value) for value in values)}){_UNIT}"


def _number(value: float) -> str:
    whole, _, part = f"{abs(Decimal(repr(value))):.20f}".rstrip("0").partition(".")
    groups = re.findall(r"\d{1,3}(?=(?:\d{3})*$)", whole)
    sign = _MINUS if value < 0 else r"\+?"
    if value == 0:
        sign = f"(?:{_MINUS}|\\+)?"
    zeros = "0*" if part or value else "0+"
    digits = r"[\s'’]?".join(groups) if whole != "0" else ""
    plain = f"{zeros}{digits}" + (f"[.,]{part}0*" if part else r"(?:[.,]0*)?")
    if len(groups) == 1:
        return sign + plain
    english = ",".join(groups) + (rf"\.{part}0*" if part else r"(?:\.0*)?")
    return f"{sign}(?:{plain}|{english})"


def expression(item: Mapping[str, Any]) -> str | None:
    """Return the expression of a short text or a number; ``None`` where it cannot say the same.

    A text to compare literally needs none, a margin around a number cannot be written as one.
    """
    if item["kind"] == "number":
        margin = any(answer["tolerance"] for answer in item["answers"])
        values = [answer["value"] for answer in item["answers"] if answer["value"] is not None]
        return None if margin else numbers(values)
    return None if item["exact"] else words(answer["text"] for answer in item["answers"])
