from __future__ import annotations

from typing import Any

from balise_server.proof.scenario import way


def scene(name: str, *choices: Any, end: bool = False) -> dict[str, Any]:
    return {"id": name, "end": end, "choices": list(choices)}


def choice(to: str, conditions: Any = (), effects: Any = ()) -> dict[str, Any]:
    return {"to": to, "conditions": list(conditions), "effects": list(effects)}


def scenario(*scenes: dict[str, Any]) -> dict[str, Any]:
    return {"start": "a", "variables": [{"value": 0}], "scenes": list(scenes)}


def test_the_shortest_way_is_counted_among_the_choices_offered() -> None:
    often = {"variable": 0, "operator": ">=", "value": 1}
    more = {"variable": 0, "operator": "+", "value": 1}
    story = scenario(
        scene("a", choice("a", effects=[more]), choice("end", [often]), choice("b")),
        scene("b", choice("a", effects=[more])),
        scene("end", end=True),
    )
    # Once, then the second choice, which only now is offered.
    assert way(story) == [0, 1]


def test_a_story_without_an_ending_has_no_way() -> None:
    assert way(scenario(scene("a", choice("b")), scene("b", choice("a")))) == []


def test_values_stop_at_nine_so_that_every_story_ends() -> None:
    more = {"variable": 0, "operator": "+", "value": 5}
    never = {"variable": 0, "operator": ">", "value": 9}
    story = scenario(
        scene("a", choice("a", effects=[more]), choice("end", [never])), scene("end", end=True)
    )
    assert way(story) == []
