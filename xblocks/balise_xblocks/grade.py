"""What a response is worth: the player's ``grade.ts`` in Python.

Both run tests/golden/grade. Without ``partiel``: all or nothing. With it, the points of the item
times

- several right choices: max(0, right chosen − wrong chosen) ÷ right choices;
- matching, categorising: right pairs ÷ pairs;
- ordering: steps that the right one follows ÷ (steps − 1).

A scale and an open question are never scored.
"""

from __future__ import annotations

import math
import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from balise_xblocks.number import readings

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
_EPSILON = 1e-9
"""Numbers closer than this, relative to the greater of them and 1, differ by binary error only."""
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
    if item["kind"] == "number":
        return _match_number(item, text)
    form = _literal if item["exact"] else fold
    typed = form(text)
    return next((a["id"] for a in item["answers"] if typed and form(a["text"]) == typed), "")


def _match_number(item: Mapping[str, Any], text: str) -> str:
    """Return the nearest of the answers that are near enough."""
    typed = readings(text)
    best, least = "", math.inf
    for answer in item["answers"]:
        value = answer["value"]
        if value is None:
            continue
        off = min((abs(number - value) for number in typed), default=math.inf)
        allowed = (answer["tolerance"] or 0) + _EPSILON * max(1, abs(value))
        if off <= allowed and off < least:
            best, least = answer["id"], off
    return best


def _literal(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def answer_of(response: str) -> str:
    """Return what of a response is the answer, without the digit of certainty."""
    return re.sub("[0-9]$", "", response)


def certainty_of(response: str) -> int | None:
    """Return how sure the learner is, 1 to 4; ``None`` when not said."""
    return int(response[-1]) if response and response[-1] in "1234" else None


def canonical(item: Mapping[str, Any], response: str) -> str:
    """Return ``response`` as it is kept (``state.ts``), without what the item does not have."""
    certainty = certainty_of(response) if item["certainty"] else None
    return _answer(item, response) + ("" if certainty is None else str(certainty))


def _answer(item: Mapping[str, Any], response: str) -> str:
    kind = item["kind"]
    if kind in ("matching", "categorising"):
        return "".join(choice + target for choice, target in pairs_of(item, response).items())
    if kind == "open":
        return "a" if "a" in response else ""
    known = {k["id"] for k in item["answers" if kind in ("short-text", "number") else "choices"]}
    letters = [c for c in dict.fromkeys(response) if c in known]
    if kind == "ordering":
        return "".join(letters)
    letters.sort()
    return "".join(letters if kind == "multiple" else letters[:1])


def pairs_of(item: Mapping[str, Any], response: str) -> dict[str, str]:
    """Return the target of each choice of a response (matching, categorising), by letter."""
    targets = {target["id"] for target in item["targets"]}
    found: dict[str, str] = {}
    for choice, target in zip(response[::2], response[1::2], strict=False):
        if target in targets:
            found.setdefault(choice, target)
    return {c: found[c] for c in sorted(choice["id"] for choice in item["choices"]) if c in found}


def is_scored(item: Mapping[str, Any]) -> bool:
    """Return whether a response can be right or wrong at all."""
    return item["kind"] not in ("scale", "open")


def grade(item: Mapping[str, Any], response: str) -> Grade:
    """Grade a response made of letters; see :func:`match` for typed text."""
    hits, whole = _count(item, response) if is_scored(item) else (0, 0)
    right = whole > 0 and hits == whole
    return Grade(right, item["points"] * hits / (whole or 1) if right or item["partial"] else 0)


def _count(item: Mapping[str, Any], response: str) -> tuple[int, int]:
    """Return how much of an answer is right, out of how much."""
    chosen, choices = _answer(item, response), item["choices"]
    if item["kind"] in ("short-text", "number"):
        return len(chosen), 1
    if item["kind"] in ("matching", "categorising"):
        pairs = pairs_of(item, response)
        return sum(c["target"] == pairs.get(c["id"], "") for c in choices), len(choices)
    if item["kind"] == "ordering":
        key = "".join(choice["id"] for choice in choices)
        if len(key) < 2:
            return len(chosen), len(key)
        return sum(a + b in key for a, b in pairwise(chosen)), len(key) - 1
    rights = {choice["id"] for choice in choices if choice["right"]}
    return max(0, 2 * len(rights & set(chosen)) - len(chosen)), len(rights)


def result(items: Iterable[Mapping[str, Any]], answers: Mapping[str, str]) -> dict[str, float]:
    """Return the result of an attempt: points summed, then rounded once to hundredths, half up.

    Only scored items count.
    """
    points, possible = 0.0, 0
    for item in filter(is_scored, items):
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
