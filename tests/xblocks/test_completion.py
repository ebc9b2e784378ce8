"""The XBlocks decide completion and grades as the player does: the same vectors."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vary import GOLDEN, golden, sample

from balise_xblocks.completion import status
from balise_xblocks.grade import (
    answer_of,
    canonical,
    certainty_of,
    grade,
    is_scored,
    match,
    result,
    score,
)
from balise_xblocks.progress import apply, new_state

CASES = [
    case
    for file in sorted((GOLDEN / "completion").glob("*.json"))
    for case in golden(f"completion/{file.name}")
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_completion(case: dict[str, Any]) -> None:
    course, state = sample(case["course"]), new_state("00")
    for event in case["events"]:
        before = copy.deepcopy(state)
        after = apply(course, state, event)
        assert state == before
        state = after
    assert state == case["state"]
    assert status(course, state)._asdict() == case["status"]


@pytest.mark.parametrize("case", golden("grade/responses.json"), ids=lambda case: case["name"])
def test_grade(case: dict[str, Any]) -> None:
    if "text" in case:
        assert match(case["item"], case["text"]) == case["response"]
    assert grade(case["item"], case["response"]) == (case["right"], case["points"])


BARE: dict[str, Any] = {
    "partial": False, "exact": False, "certainty": False,
    "choices": [], "targets": [], "answers": [],
}  # fmt: skip
KINDS = golden("grade/kinds.json")


def whole(case: dict[str, Any]) -> dict[str, Any]:
    """Return the item of a case; a choice that is only a letter is a step or a degree."""
    item = {**BARE, **case["item"], "kind": case["kind"]}
    choices = [{"id": c} if isinstance(c, str) else c for c in item["choices"]]
    item["choices"] = [{"right": False, "target": None, **choice} for choice in choices]
    item["targets"] = [{"id": letter} for letter in item["targets"]]
    return item


@pytest.mark.parametrize(
    ("case", "said"),
    [(case, said) for case in KINDS for said in case["responses"]],
    ids=lambda value: value.get("name", value.get("kind")),
)
def test_grade_of_every_kind(case: dict[str, Any], said: dict[str, Any]) -> None:
    item = whole(case)
    kept = canonical(item, said["response"])
    assert kept == said.get("canonical", said["response"])
    assert grade(item, said["response"]) == grade(item, kept) == (said["right"], said["points"])
    assert is_scored(item) == case.get("scored", True)


@pytest.mark.parametrize(
    ("case", "text"), [(case, text) for case in KINDS for text in case.get("texts", {})]
)
def test_match_of_typed_texts(case: dict[str, Any], text: str) -> None:
    assert match(whole(case), text) == case["texts"][text]


@pytest.mark.parametrize("case", KINDS, ids=lambda case: case["kind"])
@given(response=st.one_of(st.text(), st.text("abcde1234 ~(*")))
def test_any_text_is_a_response(case: dict[str, Any], response: str) -> None:
    item = whole(case)
    kept = canonical(item, response)
    assert canonical(item, kept) == kept
    assert 0 <= grade(item, response).points <= item["points"]
    assert match(item, response) in {"", *(answer["id"] for answer in item["answers"])}
    assert answer_of(kept) + str(certainty_of(kept) or "") == kept


@pytest.mark.parametrize("case", golden("grade/results.json"), ids=lambda case: case["name"])
def test_result(case: dict[str, Any]) -> None:
    obtained = result(case["items"], case["answers"])
    assert obtained == case["result"]
    assert score(obtained) == case["score"]


def test_an_unknown_event_changes_nothing() -> None:
    state = new_state("00")
    assert apply(sample(), state, {"type": "danced"}) is state
