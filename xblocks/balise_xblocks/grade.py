"""What a response is worth: the player's ``grade.ts`` in Python.

Both run tests/golden/grade. Partial credit (``partiel``, several right choices): the points of the
item times max(0, right chosen − wrong chosen) ÷ right choices. Without it: all or nothing.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_POINTS = 2600
"""Points that a result can hold; a form worth more is brought down to it."""

_SAME = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'",
        "“": '"', "”": '"', "«": '"', "»": '"', "„": '"',
        "œ": "oe", "æ": "ae",
        "‐": "-", "‑": "-", "–": "-", "—": "-",
    }
)  # fmt: skip
_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b\ufeff]")


class Grade(NamedTuple):
    """Whether nothing is missing and nothing is wrong; points, not rounded."""

    right: bool
    points: float


def fold(text: str) -> str:
    """Return the form by which a typed answer is compared.

    Accents, case, all spaces, kinds of quotes and hyphens, outer quotes and a closing full stop do
    not count.
    """
    bare = _UNSEEN.sub("", unicodedata.normalize("NFKD", text.lower().translate(_SAME)))
    return re.sub(r'^"(.*)"$', r"\1", re.sub(r"\s+", "", bare).rstrip("."))


def match(item: Mapping[str, Any], text: str) -> str:
    """Return the letter of the accepted answer that ``text`` matches, or ""."""
    form = _literal if item["exact"] else fold
    typed = form(text)
    return next((a["id"] for a in item["answers"] if typed and form(a["text"]) == typed), "")


def _literal(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def canonical(item: Mapping[str, Any], response: str) -> str:
    """Return the letters of ``response`` that the item has, in order; one unless ``multiple``."""
    known = item["answers"] if item["kind"] == "short-text" else item["choices"]
    letters = sorted({known_one["id"] for known_one in known} & set(response))
    return "".join(letters) if item["kind"] == "multiple" else "".join(letters[:1])


def grade(item: Mapping[str, Any], response: str) -> Grade:
    """Grade a response made of letters; see :func:`match` for typed text."""
    chosen = canonical(item, response)
    if item["kind"] == "short-text":
        right = chosen != ""
        return Grade(right, item["points"] if right else 0)
    rights = {c["id"] for c in item["choices"] if c["right"]}
    right = bool(rights) and set(chosen) == rights
    if right or not item["partial"] or item["kind"] != "multiple" or not rights:
        return Grade(right, item["points"] if right else 0)
    hits = len(rights & set(chosen))
    return Grade(right, item["points"] * max(0, 2 * hits - len(chosen)) / len(rights))


def result(items: Iterable[Mapping[str, Any]], answers: Mapping[str, str]) -> dict[str, float]:
    """Return the result of an attempt: points summed, then rounded once to hundredths, half up."""
    points, possible = 0.0, 0
    for item in items:
        possible += item["points"]
        points += grade(item, answers.get(item["id"], "")).points
    scale = MOST_POINTS / possible if possible > MOST_POINTS else 1
    # The epsilon undoes binary error only: eighths and the like stand exactly on a half.
    hundredths = math.floor(points * scale * 100 + 0.5 + 1e-9)
    return {"points": hundredths / 100, "possible": min(possible, MOST_POINTS)}


def score(obtained: Mapping[str, float]) -> int:
    """Return 100 × points ÷ possible, half rounded up, in whole numbers throughout."""
    points, possible = round(obtained["points"] * 100), round(obtained["possible"] * 100)
    return min(100, (200 * points + possible) // (2 * possible)) if possible else 0


def is_better(one: Mapping[str, float], other: Mapping[str, float] | None) -> bool:
    """Return whether ``one`` is the better result: by ratio, then by points."""
    if other is None:
        return True
    difference = one["points"] * other["possible"] - other["points"] * one["possible"]
    return one["points"] > other["points"] if difference == 0 else difference > 0
