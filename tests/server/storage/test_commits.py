"""A commit is stored once and whole: state, session, event, record and rollup."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from balise_server.errors import BaliseError
from balise_server.storage import Store
from balise_server.storage.migrations import migrate
from balise_server.storage.schema import event, session
from balise_server.tracking.outcome import COMPLETIONS, SUCCESSES
from balise_server.tracking.times import format_timespan
from tests.server.storage.play import (
    EXIT,
    SCORE,
    SECOND,
    STATUS,
    SUSPEND,
    TIME,
    Learner,
    assert_rollup_equals_recount,
)


def events(store: Store) -> int:
    with store.read() as connection:
        return connection.scalar(select(func.count()).select_from(event)) or 0


def test_a_pass_is_recorded_everywhere(store: Store) -> None:
    camille = Learner(store)
    opened = camille.open()
    values = {STATUS: "passed", SCORE: "85", TIME: "00:00:40", SUSPEND: "abc", EXIT: ""}
    camille.commit(opened, 1, wait=60, values=values, terminate=True)
    attempt, record = camille.attempt(opened), camille.record()
    assert (attempt.completion, attempt.success, attempt.score) == ("completed", "passed", 0.85)
    assert (attempt.time_ms, attempt.terminated, attempt.commits) == (40 * SECOND, True, 1)
    assert attempt.cmi == {SUSPEND: "abc", SCORE: "85"}
    assert (record.completion, record.success, record.score) == ("completed", "passed", 0.85)
    assert record.completed_at == record.passed_at == camille.now
    assert events(store) == 1
    assert_rollup_equals_recount(store)


def test_a_replay_is_acknowledged_and_writes_nothing(store: Store) -> None:
    camille = Learner(store)
    opened = camille.open()
    for sequence in (1, 2):
        camille.commit(opened, sequence, values={SUSPEND: f"s{sequence}"})
    before = camille.attempt(opened)
    for sequence in (1, 2):
        again = camille.commit(opened, sequence, values={SUSPEND: f"s{sequence}"})
        assert again.replayed
    assert camille.attempt(opened) == before
    assert events(store) == 2


def test_a_stale_commit_is_refused_and_changes_nothing(store: Store) -> None:
    camille = Learner(store)
    opened = camille.open()
    camille.commit(opened, 5, values={SUSPEND: "new"})
    for sequence in (5, 4):
        with pytest.raises(BaliseError) as caught:
            camille.commit(opened, sequence, values={SUSPEND: "old", STATUS: "passed"})
        assert caught.value.code == "commit-stale"
    assert camille.attempt(opened).cmi == {SUSPEND: "new"}
    assert camille.record().completion == "incomplete"


def test_an_older_window_keeps_results_but_not_the_place(store: Store) -> None:
    camille = Learner(store)
    old, new = camille.open(), camille.open()
    assert (old.attempt_id, old.session, new.session) == (new.attempt_id, 1, 2)
    camille.commit(old, 1, values={SUSPEND: "before the new one saved"})
    camille.commit(new, 1, values={SUSPEND: "new window"})
    late = camille.commit(old, 2, values={SUSPEND: "old window", STATUS: "passed", SCORE: "90"})
    assert late.superseded
    found = camille.attempt(new)
    assert found.cmi[SUSPEND] == "new window"
    assert (found.success, found.score) == ("passed", 0.9)
    assert not camille.commit(new, 2, values={SUSPEND: "goes on"}).superseded


def test_a_beacon_that_comes_after_the_reload_still_counts(store: Store) -> None:
    camille = Learner(store)
    old = camille.open()
    camille.open()
    receipt = camille.commit(old, 1, values={SUSPEND: "last words"}, terminate=True)
    assert not receipt.superseded
    assert camille.attempt(old).cmi == {SUSPEND: "last words"}


def test_a_partial_commit_leaves_the_rest(store: Store) -> None:
    camille = Learner(store)
    opened = camille.open()
    camille.commit(opened, 1, values={SUSPEND: "long", "cmi.interactions.0.id": "q"})
    last = {STATUS: "completed", EXIT: "suspend"}
    camille.commit(opened, 2, values=last, terminate=True, partial=True)
    found = camille.attempt(opened)
    assert found.cmi == {SUSPEND: "long", "cmi.interactions.0.id": "q"}
    assert (found.completion, found.exit, found.terminated) == ("completed", "suspend", True)


def test_time_is_what_the_clock_allows(store: Store) -> None:
    camille = Learner(store)
    opened = camille.open()
    camille.commit(opened, 1, wait=20, values={TIME: "9999:00:00"})
    assert camille.attempt(opened).time_ms == 30 * SECOND
    silent = camille.open()
    camille.commit(silent, 1, wait=60)
    camille.commit(silent, 2, wait=3600)
    camille.commit(silent, 3, wait=1, values={TIME: "00:00:00"})
    assert camille.attempt(silent).time_ms == (30 + 60 + 300 + 1) * SECOND


def test_a_package_of_two_items_is_complete_with_both(store: Store) -> None:
    camille = Learner(store, items=2)
    camille.commit(camille.open(item="a"), 1, values={STATUS: "passed", SCORE: "100"})
    assert camille.record().completion == "incomplete"
    camille.commit(camille.open(item="b"), 1, values={STATUS: "completed", SCORE: "50"})
    record = camille.record()
    assert (record.completion, record.success, record.score) == ("completed", "passed", 0.75)
    assert_rollup_equals_recount(store)


steps = st.lists(
    st.tuples(
        st.sampled_from(["commit", "commit", "reopen", "replay", "other learner"]),
        st.sampled_from(["incomplete", "completed", "passed", "failed", "browsed"]),
        st.integers(0, 100),
        st.integers(0, 400),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(steps)
def test_records_only_rise_and_times_add_up(moves: list[tuple[str, str, int, int]]) -> None:
    with TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'essai.sqlite'}")
        migrate(store)
        people = [Learner(store, "camille"), Learner(store, "sacha")]
        sittings = [person.open() for person in people]
        sequences = [0, 0]
        who = 0
        for move, status, score, seconds in moves:
            if move == "other learner":
                who = 1 - who
            elif move == "reopen":
                sittings[who], sequences[who] = people[who].open(), 0
            sequences[who] += move != "replay" or not sequences[who]
            check_step(people[who], sittings[who], sequences[who], (status, score, seconds))
        check_sums(store, people)
        store.close()


def check_step(person: Learner, opened: object, sequence: int, step: tuple[str, int, int]) -> None:
    """Commit one step and compare the record before and after."""
    status, score, seconds = step
    before = person.record()
    values = {STATUS: status, SCORE: str(score), TIME: format_timespan(seconds * SECOND)}
    try:
        person.commit(opened, sequence, wait=seconds, values=values)  # type: ignore[arg-type]
    except BaliseError as error:
        assert error.code == "commit-stale"
        assert person.record() == before
        return
    after = person.record()
    assert COMPLETIONS.index(after.completion) >= COMPLETIONS.index(before.completion)
    assert SUCCESSES.index(after.success) >= SUCCESSES.index(before.success)
    assert (after.score or 0) >= (before.score or 0)
    assert after.time_ms >= before.time_ms


def check_sums(store: Store, people: list[Learner]) -> None:
    """Compare total times with the sum over sessions, and the rollup with a recount."""
    with store.read() as connection:
        spent = connection.scalar(select(func.sum(session.c.time_ms)))
    assert spent == sum(person.record().time_ms for person in people)
    assert_rollup_equals_recount(store)
