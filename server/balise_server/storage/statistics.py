"""The managers' numbers, from the rollup; medians of small groups from the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from balise_server.evaluation import (
    RAW_UP_TO,
    SCORE_BINS,
    CourseStatistics,
    exact_median,
    histogram_median,
)
from balise_server.storage.schema import histogram, registration, rollup

if TYPE_CHECKING:
    from sqlalchemy import Connection

SUMS = ("started", "completed", "passed", "failed", "seconds_n", "score_n", "score_sum")


def courses(connection: Connection, org_id: str) -> list[CourseStatistics]:
    """Return the figures of every course that was opened, by course id.

    Not yet suppressed: whatever a person sees goes through :mod:`balise_server.disclosure`.
    """
    rows = connection.execute(
        select(rollup.c.course_id, *(func.sum(rollup.c[name]).label(name) for name in SUMS))
        .where(rollup.c.org_id == org_id)
        .group_by(rollup.c.course_id)
        .order_by(rollup.c.course_id)
    ).mappings()
    return [_course(connection, org_id, dict(row)) for row in rows]


def course(connection: Connection, org_id: str, course_id: str) -> CourseStatistics:
    """Return the figures of one course; zeros when nobody has opened it."""
    row = (
        connection.execute(
            select(
                *(func.coalesce(func.sum(rollup.c[name]), 0).label(name) for name in SUMS)
            ).where(rollup.c.org_id == org_id, rollup.c.course_id == course_id)
        )
        .mappings()
        .one()
    )
    return _course(connection, org_id, {"course_id": course_id, **row})


def _course(connection: Connection, org_id: str, row: dict[str, object]) -> CourseStatistics:
    course_id = str(row["course_id"])
    number = {name: int(row[name]) for name in SUMS if name != "score_sum"}  # type: ignore[call-overload]
    bins = _bins(connection, org_id, course_id, "score")
    exact = number["seconds_n"] <= RAW_UP_TO
    if exact:
        middle = exact_median(_seconds(connection, org_id, course_id))
    else:
        middle = histogram_median(_bins(connection, org_id, course_id, "seconds"))
    score_n = number["score_n"]
    return CourseStatistics(
        course_id=course_id,
        started=number["started"],
        completed=number["completed"],
        passed=number["passed"],
        failed=number["failed"],
        median_seconds=middle,
        median_exact=exact,
        seconds_n=number["seconds_n"],
        score_n=score_n,
        score_mean=float(row["score_sum"]) / score_n if score_n else None,  # type: ignore[arg-type]
        score_bins=tuple(bins.get(number, 0) for number in range(SCORE_BINS)),
    )


def _bins(connection: Connection, org_id: str, course_id: str, measure: str) -> dict[int, int]:
    rows = connection.execute(
        select(histogram.c.bin, func.sum(histogram.c.n))
        .where(
            histogram.c.org_id == org_id,
            histogram.c.course_id == course_id,
            histogram.c.measure == measure,
        )
        .group_by(histogram.c.bin)
    )
    return {number: int(n) for number, n in rows if n}


def _seconds(connection: Connection, org_id: str, course_id: str) -> list[float]:
    rows = connection.scalars(
        select(registration.c.completed_ms).where(
            registration.c.org_id == org_id,
            registration.c.course_id == course_id,
            registration.c.completed_ms.is_not(None),
        )
    )
    return [ms / 1000 for ms in rows]
