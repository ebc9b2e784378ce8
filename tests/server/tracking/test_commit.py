"""A commit is read without trust: allowed elements kept, the rest counted, junk refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_server.errors import BaliseError
from balise_server.tracking.commit import Commit, read_commit
from balise_server.tracking.elements import OURS, RULES
from tests.vary import golden

EDITIONS = ("scorm12", "scorm2004")


def read(edition: str = "scorm12", /, **body: Any) -> Commit:
    sent = {"commitSequence": 1, **body}
    return read_commit(json.dumps(sent).encode(), edition)


def code_of(body: bytes, edition: str = "scorm12") -> str:
    with pytest.raises(BaliseError) as caught:
        read_commit(body, edition)
    assert caught.value.status in (400, 409)
    return caught.value.code


def test_allowed_elements_are_kept_and_the_rest_counted() -> None:
    commit = read(
        **{
            "cmi.suspend_data": "état",
            "cmi.core.lesson_status": "incomplete",
            "cmi.core.score.raw": 80,
            "cmi.interactions.0.id": "q1",
            "cmi.interactions.0.result": "maybe",
            "cmi.interactions.1000.id": "too many",
            "cmi.invented": "x",
            "cmi.core.student_name": "Camille",
            "cmi.objectives": {},
            "cmi.comments": "",
        }
    )
    assert commit.values == {
        "cmi.suspend_data": "état",
        "cmi.core.lesson_status": "incomplete",
        "cmi.core.score.raw": "80",
        "cmi.interactions.0.id": "q1",
    }
    assert commit.dropped == 3


@pytest.mark.parametrize("edition", EDITIONS)
def test_answers_of_every_kind_are_kept_as_the_player_sends_them(edition: str) -> None:
    response = "student_response" if edition == "scorm12" else "learner_response"
    sent = {
        f"cmi.interactions.{index}.{name}": value
        for index, said in enumerate(golden("lifecycle/interactions.json")[edition])
        for name, value in zip(("type", response, "result"), said, strict=True)
    }
    commit = read(edition, **sent)
    assert (commit.values, commit.dropped) == (sent, 0)


def test_what_the_lms_said_is_never_read_back() -> None:
    for edition in EDITIONS:
        commit = read(edition, **dict.fromkeys(OURS[edition], str(edition)))
        assert (commit.values, commit.dropped) == ({}, 0)


WRONG = {
    "cmi.suspend_data": "x" * 64_001,
    "cmi.core.lesson_status": "done",
    "cmi.core.score.raw": "101",
    "cmi.core.session_time": "5 minutes",
    "cmi.core.lesson_location": ["p1"],
}


@pytest.mark.parametrize(("name", "value"), WRONG.items(), ids=list(WRONG))
def test_a_wrong_value_of_the_state_refuses_the_whole_commit(name: str, value: Any) -> None:
    with pytest.raises(BaliseError) as caught:
        read(**{name: value, "cmi.comments": "kept?"})
    assert caught.value.code == "commit-invalid"
    assert name in caught.value.message("fr")


JUNK = [
    b"",
    b"\xff\xfe",
    b"[]",
    b"null",
    b"1",
    b"{",
    b"{}",
    b"cmi.suspend_data=x&commitSequence=1",
    b'{"commitSequence": 0}',
    b'{"commitSequence": true}',
    b'{"commitSequence": "1"}',
    b'{"commitSequence": 1e3}',
    b'{"commitSequence": NaN}',
    b'{"commitSequence": 99999999999}',
    b"[" * 100_000,
    b'{"commitSequence": ' + b"9" * 5000 + b"}",
]


@pytest.mark.parametrize("body", JUNK, ids=range(len(JUNK)))
def test_junk_is_refused_with_a_reason(body: bytes) -> None:
    assert code_of(body) == "commit-unreadable"


@pytest.mark.parametrize(
    ("edition", "name"),
    [("scorm12", "cmi.completion_status"), ("scorm2004", "cmi.core.lesson_status")],
)
def test_the_other_edition_is_refused(edition: str, name: str) -> None:
    body = json.dumps({"commitSequence": 1, name: "completed"}).encode()
    assert code_of(body, edition) == "wrong-edition"


@given(st.binary(max_size=200), st.sampled_from(EDITIONS))
def test_no_bytes_break_the_reader(body: bytes, edition: str) -> None:
    try:
        read_commit(body, edition)
    except BaliseError as error:
        assert error.code.startswith(("commit-", "wrong-"))


values = st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.booleans(), st.none())


@given(
    st.sampled_from(EDITIONS).flatmap(
        lambda edition: st.tuples(
            st.just(edition),
            st.dictionaries(
                st.sampled_from(sorted(RULES[edition])).map(lambda n: n.replace(".n", ".0")),
                values,
                max_size=6,
            ),
        )
    )
)
def test_what_is_kept_always_passes_its_own_rule(case: tuple[str, dict[str, Any]]) -> None:
    edition, sent = case
    try:
        commit = read(edition, **sent)
    except BaliseError as error:
        assert error.code in ("commit-invalid", "commit-unreadable")
        return
    assert set(commit.values) <= set(sent)
    for name, value in commit.values.items():
        assert RULES[edition][name.replace(".0", ".n")](value)


def test_terminate_and_partial_must_be_true_to_count() -> None:
    assert read(terminate=True).terminates
    assert not read(terminate="yes").terminates
    assert read(partial=True).partial
    assert not read(partial=1).partial
