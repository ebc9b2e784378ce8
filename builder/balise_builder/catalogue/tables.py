"""Tables of Markdown in French: cells, plurals, numbers and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NBSP = "\u00a0"
NOTHING = "–"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, right: int = 0) -> list[str]:
    """Return the lines of a table.

    :param right: from which column (from 1) the cells are numbers, set to the right; 0: none is.
    """
    marks = ["--:" if right and n >= right else "---" for n in range(1, len(heads) + 1)]
    lines = [heads, marks, *rows]
    return [f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines]


def _cell(text: str) -> str:
    return " ".join(text.split(" ")).replace("|", "\\|").replace("\n", " ") or NOTHING


def counted(number: int, one: str, many: str = "") -> str:
    """Return ``3 énoncés``: zero and one are singular in French."""
    return f"{number}{NBSP}{one if number < 2 else many or one + 's'}"


def decimal(number: float) -> str:
    """Return a number with one decimal, after a comma."""
    return f"{number:.1f}".replace(".", ",")


def percent(share: float) -> str:
    """Return a share (0–1) as ``36 %``."""
    return f"{share * 100:.0f}{NBSP}%"


def listed(words: Iterable[str]) -> str:
    """Return words separated by commas."""
    return ", ".join(words)


def code(name: str) -> str:
    """Return a name as code."""
    return f"`{name}`"
