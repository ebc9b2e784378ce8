"""What may leave the server: small groups are hidden, and spreadsheets run no formula.

One decision for the page, its chart and its CSV: all are made from :func:`disclosed`.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from balise_server.evaluation import CourseStatistics

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}")
COLUMNS = (
    "course",
    "started",
    "completed",
    "passed",
    "failed",
    "completion_rate",
    "pass_rate",
    "median_seconds",
    "scored",
    "score_mean",
    *(f"score_{low}_{low + 10}" for low in range(0, 100, 10)),
)


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The figures of one course as people may see them; None where a figure is hidden or absent."""

    course_id: str
    hidden: frozenset[str]
    """Names of the fields that are hidden (None otherwise means that there is nothing yet)."""
    started: int | None
    completed: int | None
    passed: int | None
    failed: int | None
    completion_rate: float | None
    pass_rate: float | None
    median_seconds: float | None
    score_n: int | None
    score_mean: float | None
    score_bins: tuple[int, ...] | None


def is_small(count: int, threshold: int) -> bool:
    """Return whether a count of people is one to hide: above 0, under ``threshold``."""
    return 0 < count < threshold


def disclosed(figures: CourseStatistics, threshold: int) -> Disclosed:
    """Return ``figures`` without what would tell about fewer than ``threshold`` people.

    Primary suppression. Under ``threshold`` learners nothing but that there are few. A count is
    hidden with its rate when it, or what it leaves of the started, is small; so is one that a
    subtraction of two shown counts would give. A distribution is shown whole or not at all. A
    threshold of 1 or less hides nothing (a trainer's own machine).
    """
    hidden: set[str] = set()
    if is_small(figures.started, threshold):
        hidden |= set(Disclosed.__slots__) - {"course_id", "hidden"}
    started = figures.started
    for name in ("completed", "passed", "failed", "score_n"):
        count = getattr(figures, name)
        if is_small(count, threshold) or is_small(started - count, threshold):
            hidden.add(name)
    if not hidden & {"completed", "passed"} and is_small(
        figures.completed - figures.passed, threshold
    ):
        hidden.add("passed")
    if not hidden & {"passed", "failed"} and is_small(
        started - figures.passed - figures.failed, threshold
    ):
        hidden.add("failed")
    if "completed" in hidden:
        hidden.add("completion_rate")
    if "passed" in hidden:
        hidden.add("pass_rate")
    if is_small(figures.seconds_n, threshold) or "completed" in hidden:
        # The median is shown with its n, which is the number of the completed.
        hidden.add("median_seconds")
    if is_small(figures.score_n, threshold):
        hidden.add("score_mean")
    if "score_n" in hidden or any(is_small(n, threshold) for n in figures.score_bins):
        hidden.add("score_bins")
    shown = {
        name: None if name in hidden else getattr(figures, name)
        for name in Disclosed.__slots__
        if name not in ("course_id", "hidden")
    }
    return Disclosed(course_id=figures.course_id, hidden=frozenset(hidden), **shown)


def cell(value: object) -> str:
    """Return a value for a spreadsheet: text that would run as a formula gets an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    written = str(value)
    guarded = isinstance(value, str) and written.lstrip(" \N{NO-BREAK SPACE}").startswith(FORMULA)
    return f"'{written}" if guarded else written


def to_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return guarded CSV (RFC 4180) with a byte-order mark, which Excel needs to see UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([cell(name) for name in header])
    writer.writerows([cell(value) for value in row] for row in rows)
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + out.getvalue()


def csv_row(figures: Disclosed, title: str) -> list[object]:
    """Return the row of one course under :data:`COLUMNS`; hidden figures are ``*``."""

    def shown(name: str) -> object:
        return "*" if name in figures.hidden else getattr(figures, name)

    bins = figures.score_bins or ("*" if "score_bins" in figures.hidden else None,) * 10
    names = ("started", "completed", "passed", "failed", "completion_rate", "pass_rate")
    more = ("median_seconds", "score_n", "score_mean")
    return [title, *map(shown, names), *map(shown, more), *bins]
