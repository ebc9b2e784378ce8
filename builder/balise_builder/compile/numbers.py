"""A typed number and its tolerance: ``911``, ``12 ± 2``, ``1 250,5``."""

from __future__ import annotations

import re

SPACE = "[ \u00a0\u202f]"
PLAIN = rf"(?:\d{{1,3}}(?:{SPACE}\d{{3}})+|0|[1-9]\d*)(?:[.,]\d+)?"
NUMBER = re.compile(rf"(?P<value>[+\-−]?{SPACE}?{PLAIN})(?:\s*(?:±|\+/-|\+-)\s*(?P<by>{PLAIN}))?")
MOST_DIGITS = 15
"""What a double holds exactly (IEEE 754 binary64): more is a reference number, hence a text."""


def parse_number(text: str) -> tuple[float, float] | None:
    """Return the value that ``text`` says and how far from it an answer may be, else ``None``.

    A leading zero makes a text (an extension, a code); a decimal comma or point and spaces between
    thousands are read.
    """
    found = NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    parts = [found["value"], found["by"] or "0"]
    if any(sum(c.isdigit() for c in part) > MOST_DIGITS for part in parts):
        return None
    value, by = (_value(part) for part in parts)
    return value, by


def _value(text: str) -> float:
    return float(re.sub(SPACE, "", text).replace("−", "-").replace(",", "."))
