from __future__ import annotations

from typing import Any

from balise_server.proof.answers.opened import TEXT
from balise_server.proof.calls import lowered, misordered, private, refusals


def call(name: str, *args: str, result: str = "true", error: str = "0", at: int = 0) -> Any:
    return {"at": at, "name": name, "args": list(args), "result": result, "error": error}


def set_value(name: str, value: str) -> Any:
    return call("LMSSetValue", name, value)


def test_a_refusal_is_a_code_or_a_false() -> None:
    assert refusals([call("LMSCommit", "", result="false", error="101")])
    assert refusals([call("SetValue", "cmi.x", "1", result="false")])
    assert refusals([call("Commit", "", error="!")])
    assert not refusals([call("SetValue", "cmi.x", "1")])


def test_a_value_never_set_is_a_normal_answer_in_2004() -> None:
    assert not refusals([call("GetValue", "cmi.location", result="", error="403")])
    assert refusals([call("SetValue", "cmi.location", "x", result="false", error="403")])


def test_a_commit_refused_on_the_way_out_is_the_hosts_affair() -> None:
    commit = call("LMSCommit", "", result="false", error="101", at=5000)
    end = call("LMSFinish", "", at=5002)
    assert not refusals([commit, end])
    assert not refusals([commit], ended=True)
    assert refusals([commit])
    assert refusals([commit, call("LMSFinish", "", at=9000)])


def test_what_a_fault_refuses_on_purpose_is_tolerated() -> None:
    refused = call("LMSCommit", "", result="false", error="101")
    assert not refusals([refused], {"Commit"})


def test_an_interaction_gives_its_id_then_its_type() -> None:
    name = "cmi.interactions.0."
    right = [set_value(name + "id", "q"), set_value(name + "type", "choice")]
    assert misordered(right) == []
    assert misordered(right[::-1]) == ["0: type, id"]


def test_a_status_set_below_an_earlier_one_is_found() -> None:
    status = "cmi.core.lesson_status"
    up = [set_value(status, "incomplete"), set_value(status, "passed")]
    assert lowered(up) == []
    assert lowered([*up, set_value(status, "incomplete")]) == [f"{status}=incomplete"]


def test_a_private_text_is_found_wherever_it_is_sent() -> None:
    assert private([set_value("cmi.comments", f"x {TEXT} y")])
    assert not private([set_value("cmi.comments", "x")])
