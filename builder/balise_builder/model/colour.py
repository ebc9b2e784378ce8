"""Colours and their contrast, as WCAG 2.2 defines it (relative luminance, contrast ratio)."""

from __future__ import annotations

import re

HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.I)

Colour = tuple[int, int, int]
"""Red, green, blue: 0 to 255 each."""

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)


def colour(text: str) -> Colour | None:
    """Return the colour of ``#0f5257`` or ``#0af``; ``None`` for anything else."""
    found = HEX.fullmatch(text.strip())
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(c * 2 for c in found[1])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def written(one: Colour) -> str:
    """Return the colour as ``#rrggbb``."""
    return "#" + "".join(f"{part:02x}" for part in one)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return ``share`` (0 to 1) of ``other`` in ``one``, in sRGB."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def luminance(one: Colour) -> float:
    """Return the relative luminance, 0 (black) to 1 (white): WCAG 2.2, definitions."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (part / 255 for part in one)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21: WCAG 2.2, definitions."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def towards(one: Colour, end: Colour, against: tuple[Colour, ...], least: float) -> Colour:
    """Return the first mix of ``one`` and ``end`` that has contrast ``least`` with each."""
    for step in range(101):
        made = mix(one, end, step / 100)
        if all(contrast(made, ground) >= least for ground in against):
            return made
    return end
