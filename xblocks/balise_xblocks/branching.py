"""How a branching scenario goes on: the player's ``branching.ts`` in Python.

Both run tests/golden/completion/scenarios.json. A state is plain JSON: ``scene``, ``variables`` and
the last ``ending`` reached, as ``state.ts`` documents them. Nothing is changed in place.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

HIGHEST = 9
"""Variables are integers from 0 to this, saturating."""

Scenario = dict[str, Any]
"""A scenario of course.json."""
Way = dict[str, Any]
"""Where a learner stands in it."""

_HOLDS: Mapping[str, Callable[[int, int], bool]] = {
    "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge,
    "=": operator.eq, "!=": operator.ne,
}  # fmt: skip


def scene_of(scenario: Scenario, scene_id: str) -> dict[str, Any] | None:
    """Return the scene of that id."""
    return next((scene for scene in scenario["scenes"] if scene["id"] == scene_id), None)


def beginning(scenario: Scenario, ending: str | None = None) -> Way:
    """Return the way at its beginning; ``ending`` is the last one reached before."""
    first = [variable["value"] for variable in scenario["variables"]]
    return {"scene": scenario["start"], "variables": first, "ending": ending}


def is_sound(scenario: Scenario, values: Sequence[int]) -> bool:
    """Return whether these can be the values of the scenario's variables: whole, 0 to 9."""
    digits = range(HIGHEST + 1)
    return len(values) == len(scenario["variables"]) and all(v in digits for v in values)


def offered(scenario: Scenario, way: Way) -> list[dict[str, Any]]:
    """Return the choices that the present scene offers: those whose conditions all hold."""
    scene = scene_of(scenario, way["scene"])
    return [
        choice
        for choice in (scene["choices"] if scene else ())
        if all(
            _HOLDS[c["operator"]](way["variables"][c["variable"]], c["value"])
            for c in choice["conditions"]
        )
    ]


def chosen(scenario: Scenario, way: Way, letter: str) -> Way | None:
    """Return where a choice leads; ``None`` when the scene does not offer it."""
    choice = next((c for c in offered(scenario, way) if c["id"] == letter), None)
    scene = scene_of(scenario, choice["to"]) if choice else None
    if choice is None or scene is None:
        return None
    variables = list(way["variables"])
    for effect in choice["effects"]:
        variables[effect["variable"]] = _changed(variables[effect["variable"]], effect)
    ending = scene["id"] if scene["end"] else way["ending"]
    return {"scene": scene["id"], "variables": variables, "ending": ending}


def _changed(now: int, effect: Mapping[str, Any]) -> int:
    value: int = effect["value"]
    after = {"=": value, "+": now + value, "-": now - value}[effect["operator"]]
    return max(0, min(HIGHEST, after))
