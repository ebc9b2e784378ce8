"""The practical sign-off, undo and lighter words on XBlock's toy runtime."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.vary import sample
from tests.xblocks.hosts import Platform, post

from balise_xblocks.assessment import AssessmentBlock
from balise_xblocks.checklist import MOST_TRIES, WAIT, ChecklistBlock
from balise_xblocks.mask import masked
from balise_xblocks.part import read_part
from balise_xblocks.scenario import ScenarioBlock
from balise_xblocks.settings import fields


def course(**changes: Any) -> str:
    made = sample({"base": "kinds"})
    page = made["pages"][0]["id"]
    made["checklists"] = [{"id": "gestes", "n": 1, "page": page}]
    made["rule"] = {
        "pages": 100,
        "evaluation": None,
        "threshold": None,
        "of": None,
        "failed": False,
    }
    for one in made["pages"]:
        one["counted"] = one["id"] == page
    return json.dumps({**made, **changes})


def checklist(host: Platform, learner: str = "ana", **more: Any) -> Any:
    return host.block(ChecklistBlock, learner, course=course(), document="<p>Gestes</p>", **more)


def test_complete_needs_the_page_and_the_signature() -> None:
    host = Platform()
    block = checklist(host, sign_code="Quart de nuit")
    page = json.loads(block.course)["pages"][0]["id"]
    answer = post(block, "sign", {"code": " quart DE  nuit"}).json
    assert answer["at"] == block.signed and host.told("completion")[-1]["completion"] == 0.5
    host.say(block, {"type": "page-read", "page": page})
    assert host.told("completion")[-1]["completion"] == 1.0
    assert post(block, "sign", {"code": "other"}).json["at"] == block.signed
    other = host.block(ChecklistBlock, "bea", sign_code="Quart de nuit")
    assert other.signed == "" and host.told("completion", "bea") == []


def test_without_a_code_nothing_is_asked() -> None:
    host = Platform()
    block = checklist(host)
    assert '"sign"' not in block.runtime.render(block, "student_view").content
    assert post(block, "sign", {"code": "x"}).status_int == 409
    host.say(block, {"type": "page-read", "page": json.loads(block.course)["pages"][0]["id"]})
    assert host.told("completion")[-1]["completion"] == 1.0


def test_codes_are_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("balise_xblocks.checklist.time.time", lambda: now[0])
    block = checklist(Platform(), sign_code="1234")
    for n in range(MOST_TRIES):
        assert post(block, "sign", {"code": f"wrong {n}"}).json["at"] == ""
    refused = post(block, "sign", {"code": "1234"})
    assert refused.status_int == 429 and "dix minutes" in refused.json["error"]
    now[0] += WAIT + 1
    assert post(block, "sign", {"code": "1234"}).json["at"]


@pytest.mark.parametrize("body", [{}, [], {"code": 1}, {"code": " "}, b"{", {"code": None}])
def test_nonsense_signs_nothing(body: Any) -> None:
    block = checklist(Platform(), sign_code="1234")
    assert post(block, "sign", body).status_int == 400
    assert (block.signed, block.tries) == ("", [])


def test_a_browser_never_gets_the_code_and_the_report_has_the_day_only() -> None:
    host = Platform()
    block = checklist(host, sign_code="Quart de nuit")
    page = block.runtime.render(block, "student_view").content
    told = page + json.dumps([block.student_view_data(), block.index_dictionary()])
    assert "Validation pratique" in page and "Quart de nuit" not in told

    class State:
        username, state = "ana", {"state": {"read": [json.loads(block.course)["pages"][0]["id"]]}}

    [(_, before)] = block.generate_report_data([State()])
    State.state = {**State.state, "signed": "2026-11-22T10:00:00+00:00"}  # type: ignore[dict-item]
    [(_, after)] = block.generate_report_data([State()])
    assert (before["État"], before["Validation pratique"]) == ("en cours", "")
    assert (after["État"], after["Validation pratique"]) == ("terminé", "2026-11-22")


def test_an_author_settles_undo_and_the_code_in_studio() -> None:
    host = Platform()
    made = {"display_name": "x", "course": course(), "document": "<p>"}
    block = checklist(host)
    assert post(block, "studio_submit", {**made, "sign_code": "abc"}).status_int == 400
    assert (
        post(block, "studio_submit", {**made, "sign_code": "a b  cd"}).json["result"] == "success"
    )
    assert block.sign_code == "a b cd" and 'value="a b cd"' in str(fields(block, "fr"))
    scenario = host.block(ScenarioBlock, course=course(), document="<p>")
    assert post(scenario, "studio_submit", {**made, "undo": "maybe"}).status_int == 400
    assert post(scenario, "studio_submit", {**made, "undo": "no"}).json["result"] == "success"
    assert scenario.undo is False and "selected>Non" in str(fields(scenario, "fr"))


def test_where_undo_is_not_allowed_the_server_refuses_it() -> None:
    host = Platform()
    block = host.block(ScenarioBlock, course=course(), document="<p>", undo=False)
    scenario = block.part()["scenarios"][0]
    first = next(s for s in scenario["scenes"] if s["id"] == scenario["start"])
    choice = {
        "type": "scene-chosen",
        "scenario": scenario["id"],
        "choice": first["choices"][0]["id"],
    }
    there = host.say(block, choice)["state"]["scenarios"][scenario["id"]]
    back = {"type": "scene-returned", "scenario": scenario["id"], "scene": first["id"],
            "variables": [variable["value"] for variable in scenario["variables"]]}  # fmt: skip
    assert host.say(block, back)["state"]["scenarios"][scenario["id"]] == there
    assert '"undo": false' in block.runtime.render(block, "student_view").content


def evaluation(light: dict[str, Any] | None) -> dict[str, Any]:
    made = sample()
    made["evaluations"] = [e for e in made["evaluations"] if e["id"] == "bilan"]
    made["items"] = [item for item in made["items"] if item["page"] is None]
    for item in made["items"]:
        item["light"] = light
    made["rule"] |= {"pages": 0, "evaluation": "bilan"}
    return made


def test_lighter_words_reach_the_browser_and_no_key_with_them() -> None:
    made = evaluation({"stem": "<p>Mots doux</p>", "choices": []})
    block = Platform().block(AssessmentBlock, course=json.dumps(made), document="<p>")
    page = block.runtime.render(block, "student_view").content
    assert "Mots doux" in page and '"right": true' not in page


def test_lighter_words_of_dealt_letters_are_dealt_with_them() -> None:
    item = next(i for i in sample({"base": "kinds"})["items"] if i["kind"] == "ordering")
    words = {choice["id"]: f"doux {choice['html']}" for choice in item["choices"]}
    light = {"stem": "s", "choices": [words[choice["id"]] for choice in item["choices"]]}
    for secret in "abcdef":
        asked = masked({**item, "light": light}, secret)
        shown = [choice["html"] for choice in asked["choices"]]
        assert asked["light"]["choices"] == [f"doux {html}" for html in shown]


@pytest.mark.parametrize(
    "light", [3, "x", {"stem": 1, "choices": []}, {"stem": "a"}, {"stem": "a", "choices": [1]}]
)
def test_lighter_words_that_are_none_are_told(light: Any) -> None:
    block = Platform().block(AssessmentBlock, course=json.dumps(evaluation(light)), document="<p>")
    page = block.runtime.render(block, "student_view").content
    assert 'role="alert"' in page and "light" in page


def test_a_part_from_before_lighter_words_plays() -> None:
    made = evaluation(None)
    for item in made["items"]:
        del item["light"]
    assert read_part(json.dumps(made))["items"] == made["items"]
    block = Platform().block(AssessmentBlock, course=json.dumps(made), document="<p>")
    assert "data-balise-block" in block.runtime.render(block, "student_view").content
