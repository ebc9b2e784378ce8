"""The blocks on XBlock's toy runtime: vectors, keys, learners apart, rescoring, nonsense."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.vary import sample
from tests.xblocks.hosts import Platform, post
from xblock.fields import ScopeIds

from balise_xblocks.assessment import AssessmentBlock
from balise_xblocks.lesson import LessonBlock
from balise_xblocks.mask import DEALT, hidden, masked, shown
from balise_xblocks.scenario import ScenarioBlock


def lesson(course: dict[str, Any]) -> dict[str, Any]:
    return {"course": json.dumps(course), "document": "<p>Texte <b>gras</b></p>"}


def assessment(kind: str = "", **rule: Any) -> dict[str, Any]:
    """Return the fields of a block with the evaluation « bilan » only."""
    course = copy.deepcopy(sample({"base": kind} if kind else {}))
    course["evaluations"] = [e for e in course["evaluations"] if e["id"] == "bilan"]
    course["items"] = [item for item in course["items"] if item["page"] is None]
    course["rule"] |= {"pages": 0, "evaluation": "bilan", **rule}
    return lesson(course)


def answers(course: dict[str, Any], attempt: dict[str, Any], right: bool) -> list[dict[str, Any]]:
    """Return events that answer every item of one right choice, by what only the server has."""
    items = {item["id"]: item for item in course["items"]}
    found = []
    for asked in attempt["items"]:
        choices = items[asked["id"]]["choices"]
        letters = "".join(c["id"] for c in choices if c["right"] is right)
        found.append({"type": "evaluation-answered", "evaluation": "bilan", "item": asked["id"],
                      "response": letters if right else letters[:1]})  # fmt: skip
    return found


def take(host: Platform, block: Any, right: bool) -> Any:
    course = json.loads(block.course)
    start = host.say(block, {"type": "evaluation-started", "evaluation": "bilan"})
    host.say(block, *answers(course, start["attempts"]["bilan"], right))
    return host.say(block, {"type": "evaluation-finished", "evaluation": "bilan"})


@pytest.mark.parametrize("item", sample({"base": "kinds"})["items"], ids=lambda item: item["id"])
def test_no_key_is_in_what_a_browser_gets_and_dealt_letters_come_back(item: dict[str, Any]) -> None:
    asked = masked(item, "secret")
    assert not any(
        c["right"] or c["target"] or c["idea"] or c["feedback"] for c in asked["choices"]
    )
    assert (asked["answers"], asked["general"], asked["situation"]) == ([], "", None)
    if item["kind"] in DEALT:
        key = "".join(c["id"] + (c["target"] or "") for c in item["choices"])
        assert shown(item, hidden(item, key + "3", "secret"), "secret") == key + "3"
        orders = {"".join(c["id"] for c in masked(item, str(n))["choices"]) for n in range(9)}
        letters = {hidden(item, key, str(n)) for n in range(9)}
        assert len(orders) == 1 and len(letters) > 1


def test_keys_come_only_when_the_attempt_is_over_and_the_grade_with_them() -> None:
    host = Platform()
    block = host.block(AssessmentBlock, **assessment())
    page = block.runtime.render(block, "student_view").content
    assert '"right": true' not in page
    over = take(host, block, right=True)
    assert any(c["right"] for item in over["items"] for c in item["choices"])
    assert not any(
        c["right"] for item in over["attempts"]["bilan"]["items"] for c in item["choices"]
    )
    grade = host.told("grade")[-1]
    assert grade["value"] == grade["max_value"] > 0
    assert host.told("completion")[-1] == {"completion": 1.0}


def test_two_learners_have_nothing_of_each_other() -> None:
    host = Platform()
    ana = host.block(AssessmentBlock, "ana", **assessment())
    take(host, ana, right=True)
    bea = host.block(AssessmentBlock, "bea")
    told = post(
        bea, "events", {"batch": "x", "events": [], "learner": "ana", "student": "ana"}
    ).json
    assert told["state"]["evaluations"] == {} and told["items"] == []
    assert host.told("grade", "bea") == []
    assert host.block(AssessmentBlock, "ana").state["evaluations"]["bilan"]["attempts"] == 1


def test_a_batch_sent_twice_counts_once() -> None:
    host = Platform()
    course = sample()
    block = host.block(LessonBlock, **lesson(course))
    item = next(item["id"] for item in course["items"] if item["page"])
    said = {"batch": "same", "events": [{"type": "item-answered", "item": item, "response": "a"}]}
    assert post(block, "events", said).json == post(block, "events", said).json
    assert block.state["items"][item]["tries"] == 1


def test_rescoring_marks_kept_answers_by_the_new_keys() -> None:
    host = Platform()
    block = host.block(AssessmentBlock, **assessment())
    take(host, block, right=False)
    low = host.told("grade")[-1]["value"]
    course = json.loads(block.course)
    for item in course["items"]:
        for choice in item["choices"]:
            choice["right"] = choice["id"] in (
                block.kept["log"][0]["answers"].get(item["id"]) or ""
            )
    block.course = json.dumps(course)
    assert block.calculate_score().raw_earned > low
    assert block.get_score().raw_earned == low
    block.rescore(only_if_higher=False)
    assert host.told("grade")[-1]["value"] == block.get_score().raw_earned > low


@pytest.mark.parametrize(
    "body",
    [
        b"{", [], {}, {"batch": 1, "events": []}, {"batch": "a", "events": [1]},
        {"batch": "a", "events": [{"type": "danced"}]},
        {"batch": "a", "events": [{"type": "page-read", "page": 3}]},
        {"batch": "a", "events": [{"type": ["page-read"]}]},
        {"batch": "a", "events": [{"type": "page-read", "page": "p" * 2000}]},
        {"batch": "a", "events": [{"type": "scene-returned", "scenario": "s", "scene": "x",
                                   "variables": ["1"]}]},
    ],
)  # fmt: skip
def test_nonsense_is_refused_and_changes_nothing(body: Any) -> None:
    host = Platform()
    block = host.block(LessonBlock, **lesson(sample()))
    host.say(block, {"type": "page-read", "page": sample()["pages"][0]["id"]})
    before = copy.deepcopy(block.state)
    answer = post(block, "events", body)
    assert answer.status_int == 400
    assert host.block(LessonBlock).state == before


def test_another_method_is_refused() -> None:
    block = Platform().block(LessonBlock, **lesson(sample()))
    assert post(block, "events", {}, method="GET").status_int == 405


@pytest.mark.parametrize("junk", ["", "{", "[]", '{"balise": 2}', '{"balise": 1, "pages": []}'])
def test_an_old_or_broken_course_is_told_and_keeps_what_was_done(junk: str) -> None:
    host = Platform()
    block = host.block(LessonBlock, **lesson(sample()))
    host.say(block, {"type": "page-read", "page": sample()["pages"][0]["id"]})
    before = copy.deepcopy(block.state)
    block.course = junk
    assert 'role="alert"' in block.runtime.render(block, "student_view").content
    assert post(block, "events", {"batch": "z", "events": []}).status_int == 409
    assert block.state == before
    assert block.student_view_data() == {"ready": False}


def test_an_unknown_scene_becomes_the_beginning_and_an_ending_stays() -> None:
    host, course = Platform(), sample({"base": "kinds"})
    scenario = course["scenarios"][0]
    end = next(scene["id"] for scene in scenario["scenes"] if scene["end"])
    block = host.block(ScenarioBlock, **lesson(course))
    block.state = {"scenarios": {scenario["id"]: {"scene": "gone", "ending": end, "variables": 3}}}
    way = host.say(block)["state"]["scenarios"][scenario["id"]]
    assert (way["scene"], way["ending"]) == (scenario["start"], end)


def test_one_goes_back_in_a_scenario_only_where_one_was() -> None:
    host, course = Platform(), sample({"base": "kinds"})
    scenario = course["scenarios"][0]
    block = host.block(ScenarioBlock, **lesson(course))
    first = next(s for s in scenario["scenes"] if s["id"] == scenario["start"])
    values = [variable["value"] for variable in scenario["variables"]]
    back = {"type": "scene-returned", "scenario": scenario["id"], "scene": first["id"]}
    choose = {
        "type": "scene-chosen",
        "scenario": scenario["id"],
        "choice": first["choices"][0]["id"],
    }
    there = host.say(block, choose)["state"]["scenarios"][scenario["id"]]["scene"]
    assert there != first["id"]
    elsewhere = {**back, "scene": scenario["scenes"][-1]["id"], "variables": values}
    assert host.say(block, elsewhere)["state"]["scenarios"][scenario["id"]]["scene"] == there
    came = host.say(block, {**back, "variables": values})
    assert came["state"]["scenarios"][scenario["id"]]["scene"] == first["id"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"display_name": None}, "display_name"), ({"document": "a\x00b"}, "U+0000"),
        ({"course": "{"}, "course.json"), ({"weight": "-1"}, "-1"), ({"weight": "nan"}, "nan"),
    ],
)  # fmt: skip
def test_junk_in_studio_is_refused_whole(change: dict[str, Any], named: str) -> None:
    block = Platform().block(AssessmentBlock, **assessment())
    sent = {"display_name": "Bilan", "course": block.course, "document": "<p>", "weight": "2"}
    answer = post(block, "studio_submit", sent | change)
    assert answer.status_int == 400 and named in answer.json["error"]
    assert (block.display_name, block.weight) == ("Balise", 1.0)
    assert post(block, "studio_submit", sent).json["result"] == "success"
    assert (block.display_name, block.weight) == ("Bilan", 2.0)


class State:
    def __init__(self, username: str, state: dict[str, Any]) -> None:
        self.username, self.state = username, state


@pytest.mark.parametrize(("reporting", "columns"), [("status", 1), ("result", 3), ("answers", 4)])
def test_a_report_says_what_the_course_allows(reporting: str, columns: int) -> None:
    host, fields = Platform(), assessment()
    fields["course"] = json.dumps({**json.loads(fields["course"]), "reporting": reporting})
    block = host.block(AssessmentBlock, **fields)
    take(host, block, right=True)
    [(name, row)] = block.generate_report_data([State("ana", {"state": block.state})])
    assert name == "ana"
    assert len(row) == columns if columns < 4 else len(row) > 3


def test_search_and_mobile_never_hold_a_question() -> None:
    block = Platform().block(AssessmentBlock, **assessment())
    stem = json.loads(block.course)["items"][-1]["stem"]
    assert block.index_dictionary()["content"]["text"] == "Texte gras"
    assert stem not in json.dumps(block.student_view_data())


XML = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"),
    max_size=40,
)


@given(name=XML, course=XML, document=XML | st.just("a]]>b"))
def test_olx_gives_back_what_it_was_given(name: str, course: str, document: str) -> None:
    host = Platform()
    block = host.block(AssessmentBlock, display_name=name, course=course, document=document)
    block.state = {"seed": "zz"}
    node = etree.Element("unknown")
    block.add_xml_to_node(node)
    text = etree.tostring(node, encoding="unicode")
    assert "seed" not in text
    keys = ScopeIds("ana", node.tag, "d2", "u2")
    back = AssessmentBlock.parse_xml(etree.fromstring(text), host.runtime("ana"), keys)
    assert (back.display_name, back.course, back.document) == (name, course, document)
