"""Bins, medians and the figures of a course."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from balise_server.evaluation import bin_middle, duration_bin, histogram_median, score_bin
from balise_server.storage import Store, statistics
from balise_server.storage.migrations import migrate
from tests.server.storage.play import COURSE, ORG, SCORE, STATUS, TIME, Learner

durations = st.floats(1.001, 1e6)


@given(durations)
def test_the_middle_of_a_bin_is_within_5_percent(seconds: float) -> None:
    assert 0.955 <= bin_middle(duration_bin(seconds)) / seconds <= 1.046


@given(st.lists(durations, min_size=1, max_size=60).filter(lambda found: len(found) % 2 == 1))
def test_the_median_of_bins_is_near_the_median(found: list[float]) -> None:
    middle = histogram_median(Counter(map(duration_bin, found)))
    assert middle is not None
    assert 0.955 <= middle / sorted(found)[len(found) // 2] <= 1.046


def test_bins_have_sharp_edges() -> None:
    assert [duration_bin(s) for s in (0, 0.5, 1, 2, 4)] == [0, 0, 0, 8, 16]
    assert [score_bin(s) for s in (0, 0.1, 0.3, 0.7, 0.99, 1)] == [0, 1, 3, 7, 9, 9]
    assert histogram_median({}) is None
    assert histogram_median({3: 0, 4: -1}) is None


def test_the_figures_of_a_course(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'essai.sqlite'}")
    migrate(store)
    people = [Learner(store, key) for key in ("a", "b", "c", "d")]
    for seconds, person in enumerate(people[:3], start=10):
        status = "failed" if person.key == "c" else "passed"
        values = {STATUS: status, SCORE: str(seconds * 6), TIME: f"00:00:{seconds}"}
        person.commit(person.open(), 1, wait=60, values=values)
    people[3].open()
    with store.read() as connection:
        (found,) = statistics.courses(connection, ORG)
        assert statistics.course(connection, ORG, COURSE) == found
        assert statistics.course(connection, ORG, "absent").started == 0
    assert (found.started, found.completed, found.passed, found.failed) == (4, 2, 2, 1)
    assert (found.median_seconds, found.median_exact) == (10.5, True)
    assert (found.completion_rate, found.score_n) == (0.5, 3)
    assert found.score_bins == (0, 0, 0, 0, 0, 0, 2, 1, 0, 0)
    store.close()
