"""Geometry of a bar chart: counts by category, in the user units of its SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 640
HEIGHT = 300
LEFT, RIGHT, TOP, BOTTOM = 48, 24, 40, 58
GAP = 0.16
"""Share of a category's width that is left empty."""
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, placed; ``count`` is shown above it."""

    label: str
    count: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Abscissa of the middle, where its texts are centred."""
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True, slots=True)
class BarChart:
    """A chart ready to draw; ``ticks`` are (count, ordinate) pairs, from zero up."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[int, float], ...]
    edges: tuple[tuple[str, float], ...] = ()
    """Bounds of the classes (label, abscissa), written on the axis in the place of labels."""
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    base: int = HEIGHT - BOTTOM

    @property
    def total(self) -> int:
        """Sum of the counts."""
        return sum(bar.count for bar in self.bars)


def tick_step(highest: int) -> int:
    """Return the step (1, 2 or 5 times a power of ten) that gives at most five steps."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if highest <= factor * step * MOST_TICKS:
                return factor * step
        step *= 10


def bar_chart(counts: Sequence[tuple[str, int]], edges: Sequence[str] = ()) -> BarChart:
    """Place one bar for each (label, count) pair, in the order given.

    :param edges: for classes that touch, their bounds: one more than there are bars.
    :raises ValueError: for a negative count or no category at all.
    """
    if not counts or any(count < 0 for _, count in counts):
        raise ValueError("a bar chart needs at least one category and no negative count")
    step = tick_step(max(count for _, count in counts))
    ceiling = max(step, -(-max(count for _, count in counts) // step) * step)
    base, height = HEIGHT - BOTTOM, HEIGHT - BOTTOM - TOP
    slot = (WIDTH - LEFT - RIGHT) / len(counts)
    bars = tuple(
        Bar(
            label=label,
            count=count,
            x=round(LEFT + slot * (index + GAP / 2), 2),
            y=round(base - height * count / ceiling, 2),
            width=round(slot * (1 - GAP), 2),
            height=round(height * count / ceiling, 2),
        )
        for index, (label, count) in enumerate(counts)
    )
    ticks = tuple(
        (value, round(base - height * value / ceiling, 2)) for value in range(0, ceiling + 1, step)
    )
    bounds = tuple((label, round(LEFT + slot * at, 2)) for at, label in enumerate(edges))
    return BarChart(bars, ticks, bounds)
