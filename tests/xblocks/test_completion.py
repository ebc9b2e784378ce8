"""The XBlocks decide completion and grades as the player does: the same vectors."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.vary import GOLDEN, golden, sample

from balise_xblocks.completion import status
from balise_xblocks.grade import grade, match, result, score
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


@pytest.mark.parametrize("case", golden("grade/results.json"), ids=lambda case: case["name"])
def test_result(case: dict[str, Any]) -> None:
    obtained = result(case["items"], case["answers"])
    assert obtained == case["result"]
    assert score(obtained) == case["score"]


def test_an_unknown_event_changes_nothing() -> None:
    state = new_state("00")
    assert apply(sample(), state, {"type": "danced"}) is state
