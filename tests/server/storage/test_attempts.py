"""Attempts: numbers, what resumes, what starts again."""

from __future__ import annotations

import pytest

from balise_server.errors import BaliseError
from balise_server.storage import Store, records
from tests.server.storage.play import (
    COURSE,
    EXIT,
    ORG,
    STATUS,
    SUSPEND,
    Learner,
    assert_rollup_equals_recount,
)


def test_an_unfinished_attempt_goes_on_with_its_state(store: Store) -> None:
    camille = Learner(store)
    first = camille.open()
    assert (first.number, first.session, first.saved) == (1, 1, None)
    camille.commit(first, 1, values={SUSPEND: "page 3", EXIT: "suspend"}, terminate=True)
    again = camille.open()
    assert (again.attempt_id, again.number, again.session) == (first.attempt_id, 1, 2)
    assert again.saved is not None
    assert again.saved.values == {SUSPEND: "page 3"}


def test_third_party_content_starts_again_after_a_normal_end(store: Store) -> None:
    camille = Learner(store, keeps_state=False)
    first = camille.open()
    camille.commit(first, 1, values={STATUS: "passed", SUSPEND: "x"}, terminate=True)
    second = camille.open()
    assert (second.number, second.saved) == (2, None)
    camille.commit(second, 1, values={STATUS: "failed"})
    assert camille.record().success == "passed"
    assert camille.record().attempts == 2
    assert_rollup_equals_recount(store)


def test_ours_is_taken_up_after_the_end_unless_asked_otherwise(store: Store) -> None:
    camille = Learner(store)
    first = camille.open()
    camille.commit(first, 1, values={STATUS: "passed", SUSPEND: "x"}, terminate=True)
    assert camille.open().attempt_id == first.attempt_id
    fresh = camille.open(fresh=True)
    assert (fresh.number, fresh.saved) == (2, None)
    assert camille.open(fresh=True).attempt_id == fresh.attempt_id


def test_editions_do_not_share_a_state(store: Store) -> None:
    camille = Learner(store)
    camille.commit(camille.open(), 1, values={SUSPEND: "x"})
    other = camille.open(edition="scorm2004")
    assert (other.number, other.saved) == (1, None)
    with store.read() as connection:
        assert len(records.attempts(connection, ORG, COURSE, "camille")) == 2
        assert len(records.registrations(connection, ORG, "camille")) == 1


def test_an_unknown_learner_is_refused(store: Store) -> None:
    camille = Learner(store)
    with pytest.raises(BaliseError, match="pas connue"):
        camille.open(learner_id="nobody")
    with store.read() as connection:
        assert records.registrations(connection, ORG, "nobody") == []


def test_organisations_do_not_see_each_other(store: Store) -> None:
    camille = Learner(store)
    opened = camille.open()
    with store.read() as connection:
        assert records.one_attempt(connection, "other", opened.attempt_id) is None
        assert records.registrations(connection, "other", "camille") == []
