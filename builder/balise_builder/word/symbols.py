"""Signs of the Wingdings and Symbol fonts that mean something in a training text."""

from __future__ import annotations

UNTICKED = frozenset({0x6F, 0x71, 0x72, 0xA8})
TICKED = frozenset({0xFD, 0xFE})
SIGNS = {0xFC: "✓", 0xFB: "✗", 0xE0: "→", 0xA7: "▪", 0x6C: "●", 0x6E: "■", 0xD8: "➢", 0x76: "❖"}
UNTICKED_2 = frozenset({0xA3, 0x2A})
TICKED_2 = frozenset({0x51, 0x52, 0x53, 0x54})
SIGNS_2 = {0x50: "✓", 0x4F: "✗"}
GREEK = {0xB7: "•", 0xAE: "→", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xB4: "×", 0xB0: "°"}


def symbol(font: str, code: str) -> str | bool:
    """Return the sign of a ``w:sym`` (17.3.3.30): text, a box (ticked or not), "" if unknown."""
    try:
        number = int(code, 16) & 0xFF
    except ValueError:
        return ""
    name = font.lower()
    if name == "wingdings":
        if number in UNTICKED or number in TICKED:
            return number in TICKED
        return SIGNS.get(number, "")
    if name == "wingdings 2":
        if number in UNTICKED_2 or number in TICKED_2:
            return number in TICKED_2
        return SIGNS_2.get(number, "")
    return GREEK.get(number, "") if name == "symbol" else ""


def private(text: str) -> str:
    """Return ``text`` with the signs of Wingdings typed as private characters made plain ones."""
    if not any("\uf000" <= c <= "\uf0ff" for c in text):
        return text
    return "".join(_plain(c) if "\uf000" <= c <= "\uf0ff" else c for c in text)


def _plain(sign: str) -> str:
    found = symbol("wingdings", f"{ord(sign):x}")
    if isinstance(found, bool):
        return "☒" if found else "☐"
    return found or GREEK.get(ord(sign) & 0xFF, sign)
