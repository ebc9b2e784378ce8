"""The shortest way through a branching scenario, from course.json alone."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

HIGHEST = 9
TESTS = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def way(scenario: Mapping[str, Any]) -> list[int]:
    """Return, scene after scene, the index of the choice to press among those offered.

    :returns: an empty list when no ending can be reached.
    """
    scenes = {scene["id"]: scene for scene in scenario["scenes"]}
    first = (scenario["start"], tuple(v["value"] for v in scenario["variables"]))
    seen = {first}
    waiting: deque[tuple[tuple[str, tuple[int, ...]], list[int]]] = deque([(first, [])])
    while waiting:
        (at, values), steps = waiting.popleft()
        if scenes[at]["end"]:
            return steps
        offered = [c for c in scenes[at]["choices"] if _holds(c["conditions"], values)]
        for n, choice in enumerate(offered):
            then = (choice["to"], _after(choice["effects"], values))
            if choice["to"] in scenes and then not in seen:
                seen.add(then)
                waiting.append((then, [*steps, n]))
    return []


def _holds(conditions: list[Mapping[str, Any]], values: tuple[int, ...]) -> bool:
    return all(TESTS[c["operator"]](values[c["variable"]], c["value"]) for c in conditions)


def _after(effects: list[Mapping[str, Any]], values: tuple[int, ...]) -> tuple[int, ...]:
    found = list(values)
    for effect in effects:
        now, value = found[effect["variable"]], effect["value"]
        after = {"=": value, "+": now + value, "-": now - value}[effect["operator"]]
        found[effect["variable"]] = max(0, min(HIGHEST, after))
    return tuple(found)
