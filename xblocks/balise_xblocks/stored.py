"""What a platform stored for a learner, as it can be played: whatever it is, nothing stops a block.

Shapes are those of ``state.ts`` and of ``sitting.py``. What has another shape was not written by a
block, or by one of another time: it is left aside, and the rest stays.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from balise_xblocks.branching import beginning, is_sound, scene_of
from balise_xblocks.progress import new_state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from balise_xblocks.content import Course

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"

Data = dict[str, Any]


def repaired(course: Course, stored: Mapping[str, Any]) -> Data:
    """Return a state that can be played, from whatever was stored; what is unknown is kept aside.

    An unknown scene becomes the beginning (an ending reached stays), an attempt at a form that is
    gone is given up (its results stay). Answers to what is gone stay, and count for nothing.
    """
    stored = stored if isinstance(stored, dict) else {}
    seed, elapsed, place = (stored.get(name) for name in ("seed", "elapsed", "place"))
    state = new_state(seed if isinstance(seed, str) and len(seed) == 2 else _seed())
    state["elapsed"] = elapsed if _is_count(elapsed) else 0
    state["place"] = place if isinstance(place, str) else ""
    state["read"] = _texts(stored.get("read"))
    state["items"] = _entries(stored.get("items"), _is_item)
    state["evaluations"] = {
        name: _evaluation(course, name, one)
        for name, one in _entries(stored.get("evaluations"), _is_evaluation).items()
    }
    scenarios = _entries(stored.get("scenarios"), lambda one: isinstance(one, dict))
    known = {scenario["id"]: scenario for scenario in course["scenarios"]}
    state["scenarios"] = {
        name: _way(known[name], way) if name in known else way for name, way in scenarios.items()
    }
    return state


def kept_of(stored: Mapping[str, Any]) -> Data:
    """Return what never leaves the server (``sitting.py``), a new secret where there is none."""
    secret, told = stored.get("secret"), stored.get("told")
    steps = _entries(stored.get("trail"), lambda one: isinstance(one, list))
    return {
        "secret": secret if isinstance(secret, str) and secret else secrets.token_hex(16),
        "draws": _entries(stored.get("draws"), _is_draw),
        "log": [one for one in _list(stored.get("log")) if _is_attempt(one)],
        "seen": _texts(stored.get("seen")),
        "trail": {name: [s for s in one if _is_step(s)] for name, one in steps.items()},
        "told": told if isinstance(told, int | float) and 0 <= told <= 1 else 0.0,
    }


def forms_of(stored: Mapping[str, Any], key: str) -> dict[str, dict[str, str]]:
    """Return the forms drawn in the course of that key, by set of forms and evaluation."""
    found = _entries(stored.get(key), lambda one: isinstance(one, dict))
    return {mark: _entries(one, lambda form: isinstance(form, str)) for mark, one in found.items()}


def _evaluation(course: Course, name: str, done: Data) -> Data:
    """Return the entry of an evaluation, its attempt given up when its form is gone."""
    entry = {"drawn": None, "last": None, "first": None, **done}
    asked = next((one for one in course["evaluations"] if one["id"] == name), None)
    forms = [form["name"] for form in asked["forms"]] if asked else [entry["form"]]
    gone = entry["current"] is not None and entry["form"] not in forms
    return {**entry, "current": None, "last": None} if gone else entry


def _way(scenario: Mapping[str, Any], way: Data) -> Data:
    scene, values, ending = way.get("scene"), way.get("variables"), way.get("ending")
    known = isinstance(ending, str) and scene_of(dict(scenario), ending) is not None
    ending = ending if known else None
    sound = (
        isinstance(scene, str)
        and scene_of(dict(scenario), scene) is not None
        and isinstance(values, list)
        and all(map(_is_count, values))
        and is_sound(dict(scenario), values)
    )
    if not sound:
        return beginning(dict(scenario), ending)
    return {**way, "ending": ending}


def _is_item(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and _is_count(one.get("tries"))
        and isinstance(one.get("last"), str)
        and isinstance(one.get("firstRight"), bool)
        and isinstance(one.get("lastRight"), bool)
    )


def _is_evaluation(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and {"form", "current", "attempts", "best"} <= one.keys()
        and isinstance(one["form"], str)
        and _is_count(one["attempts"])
        and all(_is_answers(one.get(name)) for name in ("current", "last"))
        and all(_is_result(one.get(name)) for name in ("first", "best"))
        and _is_drawn(one.get("drawn"))
    )


def _is_answers(one: Any) -> bool:
    return one is None or (isinstance(one, dict) and all(isinstance(v, str) for v in one.values()))


def _is_result(one: Any) -> bool:
    return one is None or (
        isinstance(one, dict)
        and all(isinstance(one.get(name), int | float) for name in ("points", "possible"))
    )


def _is_drawn(one: Any) -> bool:
    return one is None or (isinstance(one, list) and one == _texts(one))


def _is_draw(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("form"), str)
        and _is_drawn(one.get("drawn", 0))
    )


def _is_attempt(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and isinstance(one.get("evaluation"), str)
        and isinstance(one.get("items"), list)
        and one["items"] == _texts(one["items"])
        and isinstance(one.get("answers"), dict)
        and _is_answers(one["answers"])
    )


def _is_step(one: Any) -> bool:
    return isinstance(one, list) and len(one) == 2 and isinstance(one[0], str)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _entries(value: Any, is_one: Callable[[Any], bool]) -> Data:
    found = value if isinstance(value, dict) else {}
    return {name: one for name, one in found.items() if is_one(one)}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    return [one for one in _list(value) if isinstance(one, str)]


def _seed() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(2))
