"""The numbers that a typed text may mean: the player's ``grade/number.ts`` in Python.

French and English decimals, thousands by spaces, apostrophes or English commas, any minus sign, a
sign or one word of unit after. "1,234" has two readings. A unit is not compared; a word that
multiplies ("3 millions") or anything else that is not plainly one number has no reading.
"""

from __future__ import annotations

import math
import re
import unicodedata

_MINUS = re.compile("[\u2010-\u2015\u2212]")
_THOUSANDS = re.compile("(?<=[0-9])[\\s'’](?=[0-9]{3}(?![0-9]))")
_NUMBER = re.compile(
    r"([+-]?[0-9.,]+)\s*(?:[%$€°]|(?!k\.?\Z|cent|doz|douz|hund|mil|thou|bil)(\w{1,20}))?\.?",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")


def readings(text: str) -> list[float]:
    """Return every number that ``text`` may mean; none when it is not plainly one number."""
    plain = _MINUS.sub("-", unicodedata.normalize("NFC", text).strip())
    found = _NUMBER.fullmatch(_THOUSANDS.sub("", plain))
    typed = found[1] if found and (found[2] or "a").isalpha() else ""
    forms = [typed.replace(",", ".", 1)]
    if _ENGLISH.fullmatch(typed):
        forms.append(typed.replace(",", ""))
    return [number for form in forms if (number := _number(form)) is not None]


def _number(form: str) -> float | None:
    try:
        number = float(form)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
