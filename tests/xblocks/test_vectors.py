"""The golden vectors, event by event through a block's handler, letters dealt as for a browser."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from tests.vary import GOLDEN, golden, sample
from tests.xblocks.hosts import Platform

from balise_xblocks.assessment import AssessmentBlock
from balise_xblocks.completion import status
from balise_xblocks.grade import certainty_of, score
from balise_xblocks.lesson import LessonBlock
from balise_xblocks.mask import TYPED, hidden

CASES = [
    case
    for file in sorted((GOLDEN / "completion").glob("*.json"))
    for case in golden(f"completion/{file.name}")
]
ALONE = [
    case
    for case in CASES
    if {event.get("evaluation") for event in case["events"]} - {None} == {"bilan"}
]
NOT_OF_A_BROWSER = ("time", "danced")
BARE: dict[str, Any] = {
    "kind": "single", "page": None, "points": 1, "tries": None, "shuffle": False, "partial": False,
    "exact": False, "certainty": False, "objective": None, "situation": None, "stem": "",
    "choices": [], "targets": [], "answers": [], "variants": [], "light": None, "general": "",
}  # fmt: skip


def play(host: Platform, block: Any, course: dict[str, Any], events: list[dict[str, Any]]) -> None:
    """Send the events one by one; the draws and the way back are those that the vector has."""
    block.state = {"seed": "00"}
    host.say(block)
    for event in events:
        if event["type"] == "evaluation-started":
            draw = {name: event[name] for name in ("form", "drawn")}
            draws = {**block.kept["draws"], event["evaluation"]: draw}
            block.kept = {**block.kept, "draws": draws}
        elif event["type"] == "evaluation-answered":
            event = said(block, course, event)
        elif event["type"] == "scene-returned":
            step = [event["scene"], event["variables"]]
            block.kept = {**block.kept, "trail": {event["scenario"]: [step]}}
        sound = all(isinstance(value, int) for value in event.get("variables", ()))
        refused = event["type"] in NOT_OF_A_BROWSER or not sound
        host.say(block, event, status=400 if refused else 200)


def said(block: Any, course: dict[str, Any], event: dict[str, Any]) -> dict[str, Any]:
    """Return the answer in the letters of the browser; of a typed one, the text."""
    item = next((one for one in course["items"] if one["id"] == event["item"]), None)
    if item is None:
        return event
    if item["kind"] not in TYPED:
        done = block.state["evaluations"].get(event["evaluation"], {}).get("attempts", 0)
        secret = f"{block.kept['secret']}.{event['evaluation']}.{done}"
        return {**event, "response": hidden(item, event["response"], secret)}
    answers = {answer["id"]: answer for answer in item["answers"]}
    answer = answers.get(event["response"][:1], {"text": "nothing of this", "value": None})
    text = answer["text"] if answer["value"] is None else str(answer["value"])
    return {**event, "response": str(certainty_of(event["response"]) or ""), "text": text}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_block_decides_as_the_vectors_say(case: dict[str, Any]) -> None:
    host, course = Platform(), sample(case["course"])
    block = host.block(LessonBlock, course=json.dumps(course), document="<p>Texte</p>")
    play(host, block, course, case["events"])
    kept = {**block.state, "elapsed": case["state"]["elapsed"]}
    assert kept == case["state"]
    assert status(course, block.state)._asdict() == case["status"]
    told = host.told("completion")
    assert (told[-1]["completion"] if told else 0) == case["status"]["progress"]


@pytest.mark.parametrize("case", ALONE, ids=lambda case: case["name"])
def test_an_assessment_grades_as_the_vectors_say(case: dict[str, Any]) -> None:
    host, course = Platform(), sample(case["course"])
    course["evaluations"] = [one for one in course["evaluations"] if one["id"] == "bilan"]
    block = host.block(AssessmentBlock, course=json.dumps(course), document="<p>Texte</p>")
    play(host, block, course, case["events"])
    expected = case["state"]["evaluations"].get("bilan")
    assert block.state["evaluations"].get("bilan") == expected
    best, told = (expected or {}).get("best"), host.told("grade")
    assert bool(told) is bool(best)
    if best:
        grade = {"points": told[-1]["value"], "possible": told[-1]["max_value"]}
        assert grade == best and all(one["only_if_higher"] for one in told)
        if case["status"]["score"] is not None:
            assert score(grade) == case["status"]["score"]


@pytest.mark.parametrize("case", golden("grade/results.json"), ids=lambda case: case["name"])
def test_an_attempt_is_worth_what_the_vectors_say(case: dict[str, Any]) -> None:
    course = copy.deepcopy(sample())
    items = [whole(item, n) for n, item in enumerate(case["items"], 1)]
    evaluation = next(one for one in course["evaluations"] if one["id"] == "bilan")
    forms = [{"name": "-", "items": [item["id"] for item in items]}]
    course |= {"items": items, "evaluations": [{**evaluation, "draw": None, "forms": forms}]}
    course["rule"] |= {"evaluation": "bilan", "threshold": None, "of": None, "pages": 0}
    host = Platform()
    block = host.block(AssessmentBlock, course=json.dumps(course), document="<p>Texte</p>")
    at = {"evaluation": "bilan"}
    answers = [
        {"type": "evaluation-answered", **at, "item": name, "response": response}
        for name, response in case["answers"].items()
    ]
    start = {"type": "evaluation-started", **at, "form": "-", "drawn": None}
    play(host, block, course, [start, *answers, {"type": "evaluation-finished", **at}])
    best = block.state["evaluations"]["bilan"]["best"]
    assert best == case["result"] and score(best) == case["score"]
    told = host.told("grade")[-1]
    assert (told["value"], told["max_value"]) == (best["points"], best["possible"])


def whole(item: dict[str, Any], n: int) -> dict[str, Any]:
    """Return an item of the vectors with the fields that a part of a course has."""
    made = {**BARE, **item, "n": n}
    plain = {"right": False, "target": None, "idea": None, "feedback": "", "html": "x"}
    for name, empty in (("choices", plain), ("targets", {"html": "x"})):
        made[name] = [{**empty, **one} for one in made[name]]
    blank = {"text": "", "value": None, "tolerance": None}
    made["answers"] = [{**blank, "text": one["id"], **one} for one in made["answers"]]
    return made
