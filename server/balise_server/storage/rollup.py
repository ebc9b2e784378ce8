"""The additive rollup: what one registration contributes, and writing the difference.

Only sums and counts are kept, so rollups of several databases can be added (storage rule 4). A
registration that changes takes its old contribution out and puts its new one in.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_server.evaluation import duration_bin, score_bin
from balise_server.ids import month_of
from balise_server.storage.schema import histogram, rollup

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from balise_server.storage.store import Store

COUNTS = ("started", "completed", "passed", "failed", "seconds_n", "seconds_sum", "score_n")
SUMS = (*COUNTS, "seconds_squares", "score_sum", "score_squares")


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a registration counts; times in ms since 1970, ``completed_ms`` a duration."""

    started_at: int
    completed_at: int | None = None
    passed_at: int | None = None
    success: str = "unknown"
    score: float | None = None
    score_at: int | None = None
    completed_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Cells:
    """Contributions: sums by (month, column), bins by (month, measure, bin)."""

    sums: Counter[tuple[int, str]]
    bins: Counter[tuple[int, str, int]]


def cells(facts: Facts | None) -> Cells:
    """Return what a registration adds; nothing for None.

    Each fact stands in the month it happened; a score in the month the best one was reached.
    """
    sums: Counter[tuple[int, str]] = Counter()
    bins: Counter[tuple[int, str, int]] = Counter()
    if facts is None:
        return Cells(sums, bins)
    sums[month_of(facts.started_at), "started"] += 1
    if facts.passed_at is not None:
        sums[month_of(facts.passed_at), "passed"] += 1
    if facts.completed_at is not None:
        month = month_of(facts.completed_at)
        sums[month, "completed"] += 1
        if facts.completed_ms is not None:
            seconds = round(facts.completed_ms / 1000)
            sums[month, "seconds_n"] += 1
            sums[month, "seconds_sum"] += seconds
            sums[month, "seconds_squares"] += seconds * seconds
            bins[month, "seconds", duration_bin(facts.completed_ms / 1000)] += 1
    if facts.score is not None and facts.score_at is not None:
        month = month_of(facts.score_at)
        sums[month, "score_n"] += 1
        sums[month, "score_sum"] += facts.score  # type: ignore[assignment]
        sums[month, "score_squares"] += facts.score**2  # type: ignore[assignment]
        bins[month, "score", score_bin(facts.score)] += 1
    if facts.success == "failed":
        sums[month_of(facts.score_at or facts.started_at), "failed"] += 1
    return Cells(sums, bins)


def write_difference(
    store: Store,
    connection: Connection,
    org_id: str,
    course_id: str,
    before: Facts | None,
    after: Facts | None,
) -> bool:
    """Add ``after`` and take out ``before``, in the caller's transaction; return if any changed.

    Rows are touched in the order of their keys, so that two transactions cannot deadlock.
    """
    if before == after:
        return False
    old, new = cells(before), cells(after)
    new.sums.subtract(old.sums)
    new.bins.subtract(old.bins)
    months: dict[int, dict[str, float]] = {}
    for (month, name), amount in new.sums.items():
        if amount:
            months.setdefault(month, {})[name] = amount
    for month in sorted(months):
        _add_sums(store, connection, (org_id, course_id, month), months[month])
    for (month, measure, number), amount in sorted(new.bins.items()):
        if amount:
            _add_bin(store, connection, (org_id, course_id, measure, month, number), amount)
    return bool(months)


def _add_sums(
    store: Store,
    connection: Connection,
    key: tuple[str, str, int],
    amounts: dict[str, float],
) -> None:
    values = {name: amounts.get(name, 0) for name in SUMS}
    insert = store.upsert(rollup).values(org_id=key[0], course_id=key[1], month=key[2], **values)
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=["org_id", "course_id", "month"],
            set_={name: rollup.c[name] + insert.excluded[name] for name in SUMS},
        )
    )


def _add_bin(
    store: Store, connection: Connection, key: tuple[str, str, str, int, int], amount: int
) -> None:
    names = ("org_id", "course_id", "measure", "month", "bin")
    insert = store.upsert(histogram).values(**dict(zip(names, key, strict=True)), n=amount)
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=list(names), set_={"n": histogram.c.n + insert.excluded.n}
        )
    )
