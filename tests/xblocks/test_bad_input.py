"""What comes from outside, however wrong: a clear refusal, nothing lost, nothing leaked."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.vary import sample
from tests.xblocks.hosts import Platform, post
from tests.xblocks.test_blocks import State

from balise_xblocks.assessment import AssessmentBlock
from balise_xblocks.lesson import LessonBlock
from balise_xblocks.scenario import ScenarioBlock

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.text("ab9~-", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner),
    max_leaves=6,
)
STATE = ("seed", "place", "read", "items", "evaluations", "scenarios", "elapsed")
KEPT = ("secret", "draws", "log", "seen", "told", "trail")


def course(kind: type) -> dict[str, Any]:
    made = copy.deepcopy(sample({"base": "kinds"} if kind is ScenarioBlock else {}))
    if kind is AssessmentBlock:
        made["evaluations"] = [e for e in made["evaluations"] if e["id"] == "bilan"]
        made["items"] = [item for item in made["items"] if item["page"] is None]
        made["rule"] |= {"pages": 0, "evaluation": "bilan"}
    return made


def known(made: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Give junk under the names that the state really has."""
    names = [one["id"] for part in ("items", "evaluations", "scenarios") for one in made[part]]
    return st.dictionaries(st.sampled_from(names), JUNK | st.fixed_dictionaries({}, optional={
        "form": JUNK, "current": JUNK, "attempts": JUNK, "best": JUNK, "last": JUNK,
        "first": JUNK, "drawn": JUNK, "scene": JUNK, "variables": JUNK, "ending": JUNK,
        "tries": JUNK, "response": JUNK,
    }))  # fmt: skip


@pytest.mark.parametrize("kind", [LessonBlock, AssessmentBlock, ScenarioBlock])
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_a_stored_state_of_any_shape_is_played(kind: Any, data: st.DataObject) -> None:
    host, made = Platform(), course(kind)
    block = host.block(kind, course=json.dumps(made), document="<p>Texte</p>")
    fields = JUNK | known(made)
    block.state = data.draw(st.dictionaries(st.sampled_from(STATE), fields))
    block.kept = data.draw(st.dictionaries(st.sampled_from(KEPT), fields))
    block.forms = {made["key"]: data.draw(fields)}
    block.save()
    page = block.runtime.render(block, "student_view").content
    assert "data-balise-block" in page and 'role="alert"' not in page
    event = {"type": "page-read", "page": made["pages"][0]["id"]}
    assert made["pages"][0]["id"] in host.say(block, event)["state"]["read"]


@pytest.mark.parametrize("handler", ["studio_submit", "check"])
@pytest.mark.parametrize("body", [b"{", [], {}, 3, None, {"markdown": {}}, {"course": []}])
def test_the_editor_refuses_nonsense_and_keeps_what_it_had(handler: str, body: Any) -> None:
    block = Platform().block(LessonBlock, display_name="Avant", draft="Des mots.")
    answer = post(block, handler, body)
    assert answer.status_int == 400 and answer.json["error"]
    assert (block.display_name, block.draft, block.course) == ("Avant", "Des mots.", "")


@pytest.mark.parametrize("version", [0, 2, None])
def test_an_old_course_says_what_to_do_and_leaks_nothing(version: Any) -> None:
    host = Platform()
    text = json.dumps({**course(AssessmentBlock), "balise": version})
    block = host.block(AssessmentBlock, course=text, document="<p>Texte</p>")
    page = block.runtime.render(block, "student_view").content
    assert 'role="alert"' in page and "balise" in page and '"right"' not in page
    answer = post(block, "events", {"batch": "b", "events": []})
    assert answer.status_int == 409 and str(version) in answer.json["error"]
    assert block.max_score() is None and host.published == []
    assert list(block.generate_report_data([State("ana", {"state": {"read": ["x"]}})])) == []


@pytest.mark.parametrize("stored", [None, {}, {"state": 3}, {"state": ["x"]}, {"state": None}])
def test_a_report_outlives_any_stored_state(stored: Any) -> None:
    text = json.dumps(course(LessonBlock))
    block = Platform().block(LessonBlock, course=text, document="<p>Texte</p>")
    assert len(list(block.generate_report_data([State("ana", stored)] * 3, limit=2))) == 2
