"""One meaning for both editions, and never a step down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_server.tracking.outcome import (
    COMPLETIONS,
    SUCCESSES,
    Outcome,
    best,
    outcome,
    together,
)

unit = st.one_of(st.none(), st.floats(0, 1))
outcomes = st.builds(Outcome, st.sampled_from(COMPLETIONS), st.sampled_from(SUCCESSES), unit, unit)

STATUS12 = {
    "passed": ("completed", "passed"),
    "completed": ("completed", "unknown"),
    "failed": ("incomplete", "failed"),
    "incomplete": ("incomplete", "unknown"),
    "browsed": ("incomplete", "unknown"),
    "not attempted": ("incomplete", "unknown"),
}


@pytest.mark.parametrize(("status", "meaning"), STATUS12.items(), ids=list(STATUS12))
def test_the_one_status_of_1_2_is_two(status: str, meaning: tuple[str, str]) -> None:
    found = outcome({"cmi.core.lesson_status": status}, "scorm12")
    assert (found.completion, found.success) == meaning


def test_scores_become_fractions() -> None:
    raw = "cmi.core.score.raw"
    assert outcome({raw: "80"}, "scorm12").score == 0.8
    assert outcome({raw: "3", "cmi.core.score.max": "4"}, "scorm12").score == 0.75
    assert outcome({raw: "3", "cmi.core.score.max": "0"}, "scorm12").score == 0.03
    assert outcome({"cmi.score.scaled": "-0.5"}, "scorm2004").score == 0
    assert outcome({"cmi.score.raw": "5"}, "scorm2004").score is None
    ranged = {"cmi.score.raw": "15", "cmi.score.min": "10", "cmi.score.max": "20"}
    assert outcome(ranged, "scorm2004").score == 0.5
    assert outcome({}, "scorm2004") == Outcome()


@given(outcomes, outcomes)
def test_the_best_is_never_worse_than_either(one: Outcome, other: Outcome) -> None:
    found = best(one, other)
    for part in (one, other):
        assert COMPLETIONS.index(found.completion) >= COMPLETIONS.index(part.completion)
        assert SUCCESSES.index(found.success) >= SUCCESSES.index(part.success)
        assert part.score is None or (found.score is not None and found.score >= part.score)
    assert best(found, one) == found == best(other, one)


DONE = Outcome("completed", "passed", 0.5)


def test_a_package_of_items_is_done_when_every_item_is() -> None:
    assert together([DONE], 2) == Outcome("incomplete", "unknown", None, 0.5)
    both = together([DONE, Outcome("completed", "unknown", 1.0)], 2)
    assert both == Outcome("completed", "passed", 0.75, 1.0)
    assert together([DONE, Outcome("completed", "failed")], 2).success == "failed"
