"""Nothing about fewer than five people leaves the server; no cell runs as a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_server.disclosure import COLUMNS, Disclosed, csv_row, disclosed, to_csv
from balise_server.evaluation import CourseStatistics


def figures(started: int, completed: int = 0, passed: int = 0, failed: int = 0) -> CourseStatistics:
    bins = (0,) * 9 + (passed,)
    return CourseStatistics(
        "c", started, completed, passed, failed, 60.0, True, completed, passed, 0.9, bins
    )


CASES = {
    (4, 0, 0): {"started", "completed", "passed", "median_seconds", "score_bins"},
    (20, 3, 0): {"completed", "completion_rate", "median_seconds"},
    (20, 17, 0): {"completed", "completion_rate", "median_seconds"},
    (20, 12, 10): {"passed", "pass_rate"},
    (20, 10, 3): {"passed", "pass_rate", "score_bins", "score_mean"},
}


@pytest.mark.parametrize(("counts", "hidden"), CASES.items())
def test_small_cells_are_hidden(counts: tuple[int, int, int], hidden: set[str]) -> None:
    found = disclosed(figures(*counts), 5)
    assert hidden <= found.hidden
    assert all(getattr(found, name) is None for name in found.hidden)


def test_large_groups_and_a_trainers_machine_show_everything() -> None:
    assert disclosed(figures(30, 20, 10), 5).hidden == frozenset()
    assert disclosed(figures(1, 1, 1), 0).hidden == frozenset()


counts = st.integers(0, 30)


@given(counts, counts, counts, counts)
def test_no_shown_count_nor_difference_is_small(a: int, b: int, c: int, d: int) -> None:
    passed, failed = min(a, c), min(d, a - min(a, c))
    completed = min(a, max(b, passed))
    found = disclosed(figures(a, completed, passed, failed), 5)
    shown = {name: getattr(found, name) for name in ("started", "completed", "passed", "failed")}
    known = [value for value in shown.values() if value is not None]
    assert not any(0 < value < 5 for value in known)
    for name in ("completed", "passed", "failed"):
        if shown["started"] is not None and shown[name] is not None:
            assert not 0 < shown["started"] - shown[name] < 5
    if shown["completed"] is not None and shown["passed"] is not None:
        assert not 0 < shown["completed"] - shown["passed"] < 5
    for rate, count in (("completion_rate", "completed"), ("pass_rate", "passed")):
        assert (getattr(found, rate) is None) or shown[count] is not None
    assert all(not 0 < n < 5 for n in found.score_bins or ())


def test_the_csv_hides_the_same_and_runs_nothing() -> None:
    found = disclosed(figures(20, 3), 5)
    text = to_csv(COLUMNS, [csv_row(found, '=HYPERLINK("x")'), csv_row(found, " +1;2")])
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))))
    assert [row["course"] for row in rows] == ['\'=HYPERLINK("x")', "' +1;2"]
    assert (rows[0]["started"], rows[0]["completed"], rows[0]["completion_rate"]) == (
        "20",
        "*",
        "*",
    )


def test_every_field_has_a_column() -> None:
    row = csv_row(disclosed(figures(30, 20, 10), 5), "Cours")
    assert len(row) == len(COLUMNS)
    assert set(Disclosed.__slots__) >= {"started", "completed", "passed", "failed"}


@given(st.text(max_size=20))
def test_no_text_starts_a_formula(text: str) -> None:
    data = to_csv(["a"], [[text]]).splitlines(keepends=True)
    (row,) = list(csv.reader(io.StringIO("".join(data[1:]))))[:1] or [[""]]
    first = "".join(row).lstrip(" \N{NO-BREAK SPACE}")[:1]
    assert first not in tuple("=+-@\t\r\n") or not first
