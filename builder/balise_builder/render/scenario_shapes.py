"""The shapes of the map of a scenario: text, frames, arrows, and the strips of the whole."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL, SMALL_LINE = 12, 15
"""Of the letters of labels, and from a line to the next, in pixels."""
LETTER = 0.56
"""Width of a mean letter, as a share of its size."""
ARROW = 7

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Strips:
    """How a map is cut: pixels of the map in the first strip and in each of the others, at most."""

    first: float
    then: float
    scale: float


def cut(solid: Sequence[tuple[float, float]], end: float, size: Strips) -> list[float]:
    """Return where strips end, downwards; the last ends at ``end``.

    Each is as long as ``size`` allows without a cut inside one of ``solid``. What holds on a page
    of its own is not cut.
    """
    if end <= size.then:
        return [end]
    cuts, last, limit = [], -math.inf, size.first
    free = [bottom for _, bottom in solid if not any(a < bottom < b for a, b in solid)]
    while end > limit:
        last = max((y for y in free if last < y <= limit), default=limit)
        cuts.append(last)
        limit = last + size.then
    return [*cuts, end]


def label_size(lines: Sequence[str]) -> tuple[float, float]:
    """Return width and height of a label."""
    if not lines:
        return 0.0, 0.0
    return max(len(line) for line in lines) * SMALL * LETTER + 6, len(lines) * SMALL_LINE + 4


def curve(points: Sequence[Point]) -> str:
    """Return a path through ``points``, upright at each of them."""
    x, y = points[0]
    parts = [f"M{number(x)} {number(y)}"]
    for then_x, then_y in points[1:]:
        middle = (y + then_y) / 2
        if then_x == x:
            parts.append(f"V{number(then_y)}")
        else:
            controls = (x, middle, then_x, middle, then_x, then_y)
            parts.append("C" + " ".join(number(value) for value in controls))
        x, y = then_x, then_y
    return "".join(parts)


def arrow_head(tip: Point, way: Point) -> Markup:
    """Return a filled triangle that ends at ``tip`` and points along ``way``."""
    (x, y), (dx, dy) = tip, way
    back = (x - dx * ARROW * 1.4, y - dy * ARROW * 1.4)
    half = ARROW * 0.6
    corners = [tip, (back[0] - dy * half, back[1] + dx * half),
               (back[0] + dy * half, back[1] - dx * half)]  # fmt: skip
    listed = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
    return Markup('<polygon points="{}" fill="currentColor" stroke="none"/>').format(listed)


def strip(
    box: tuple[float, float, float, float], scale: float, title: str, parts: Markup
) -> Markup:
    """Return the SVG of what stands in ``box`` (left, top, width, height), drawn at ``scale``."""
    left, top, width, height = box
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{} {} {} {}" width="{}" height="{}"'
        ' role="img" aria-label="{title}" fill="none" stroke="currentColor"'
        ' stroke-width="1.5" font-family="Liberation Sans, Arial, sans-serif">\n'
        "<title>{title}</title>\n{parts}</svg>\n"
    ).format(
        *map(number, (left, top, width, height, width * scale, height * scale)),
        title=title, parts=parts,
    )  # fmt: skip


def box(x: float, y: float, width: float, height: float, line: float, *, round_: bool) -> Markup:
    """Return a frame, round at its ends for an ending."""
    return Markup(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="{}" stroke-width="{}"/>'
    ).format(
        number(x), number(y), number(width), number(height),
        number(min(height / 2, 22)) if round_ else 3, number(line),
    )  # fmt: skip


def text_lines(
    lines: Sequence[str], x: float, y: float, size: int, line: int, *, bold_first: bool = False
) -> Markup:
    """Return lines of text centred at a point."""
    first = y - (len(lines) - 1) * line / 2 + size * 0.35
    spans = Markup("").join(
        Markup('<tspan x="{}" y="{}"{}>{}</tspan>').format(
            number(x), number(first + n * line),
            Markup(' font-weight="bold"') if bold_first and n == 0 else "", text,
        )
        for n, text in enumerate(lines)
    )  # fmt: skip
    return Markup(
        '<text font-size="{}" text-anchor="middle" fill="currentColor" stroke="none">{}</text>'
    ).format(size, spans)


def number(value: float) -> str:
    """Return a number of pixels with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")
