"""Events change the state here: the player's ``progress.ts`` in Python.

Both run tests/golden/completion. States and events are plain JSON, as ``state.ts`` documents them;
an event that makes no sense changes nothing. Nothing is changed in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from balise_xblocks.branching import beginning, chosen, is_sound, scene_of
from balise_xblocks.grade import canonical, grade, is_better, result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from balise_xblocks.content import Course

MOST_TRIES = 14
MOST_ATTEMPTS = 31

State = dict[str, Any]
Event = dict[str, Any]


def new_state(seed: str) -> State:
    """Return the state of a learner who has done nothing; ``seed`` is two characters."""
    return {
        "seed": seed, "place": "", "read": [], "items": {}, "evaluations": {}, "scenarios": {},
        "elapsed": 0,
    }  # fmt: skip


def apply(course: Course, state: State, event: Event) -> State:
    """Return the state after ``event``."""
    handler = _HANDLERS.get(event["type"])
    return handler(course, state, event) if handler else state


def _find(entries: Iterable[dict[str, Any]], entry_id: str | None) -> dict[str, Any] | None:
    return next((entry for entry in entries if entry["id"] == entry_id), None)


def _is_kept(course: Course, page_id: str | None) -> bool:
    page = _find(course["pages"], page_id)
    return page is not None and page["kind"] not in ("privacy", "help")


def _open_page(course: Course, state: State, event: Event) -> State:
    return {**state, "place": event["page"]} if _is_kept(course, event["page"]) else state


def _read_page(course: Course, state: State, event: Event) -> State:
    return _read(course, state, event["page"])


def _read(course: Course, state: State, page_id: str) -> State:
    if not _is_kept(course, page_id):
        return state
    ids = {*state["read"], page_id}
    return {**state, "read": [p["id"] for p in course["pages"] if p["id"] in ids]}


def _read_when_answered(course: Course, state: State, page_id: str | None) -> State:
    page = _find(course["pages"], page_id)
    if page is None:
        return state
    answered = all(i in state["items"] for i in page["items"])
    done = all(state["evaluations"].get(e, {}).get("attempts") for e in page["evaluations"])
    ended = all(state["scenarios"].get(s, {}).get("ending") for s in page["scenarios"])
    return _read(course, state, page["id"]) if answered and done and ended else state


def _answer_item(course: Course, state: State, event: Event) -> State:
    item = _find(course["items"], event["item"])
    if item is None or item["page"] is None:
        return state
    before = state["items"].get(item["id"])
    tries = (before["tries"] if before else 0) + 1
    if item["tries"] is not None and tries > item["tries"]:
        return state
    right = grade(item, event["response"]).right
    after = {
        "tries": min(tries, MOST_TRIES) if item["tries"] is None else tries,
        "last": canonical(item, event["response"]),
        "firstRight": before["firstRight"] if before else right,
        "lastRight": right,
    }
    changed = {**state, "items": {**state["items"], item["id"]: after}}
    return _read_when_answered(course, changed, item["page"])


def _go_on(course: Course, state: State, event: Event) -> State:
    """Go on in a scenario; an ending is kept over restarts: it then counts as gone through."""
    scenario = _find(course["scenarios"], event["scenario"])
    if scenario is None:
        return state
    before = state["scenarios"].get(scenario["id"]) or beginning(scenario)
    after: dict[str, Any] | None = None
    if event["type"] == "scene-chosen":
        after = chosen(scenario, before, event["choice"])
    elif event["type"] == "scenario-restarted":
        after = beginning(scenario, before["ending"])
    elif scene_of(scenario, event["scene"]) and is_sound(scenario, event["variables"]):
        after = {**before, "scene": event["scene"], "variables": list(event["variables"])}
    if after is None:
        return state
    changed = {**state, "scenarios": {**state["scenarios"], scenario["id"]: after}}
    return _read_when_answered(course, changed, scenario["page"])


def _put(state: State, evaluation_id: str, kept: Mapping[str, Any]) -> State:
    return {**state, "evaluations": {**state["evaluations"], evaluation_id: dict(kept)}}


def _start(course: Course, state: State, event: Event) -> State:
    evaluation = _find(course["evaluations"], event["evaluation"])
    if evaluation is None:
        return state
    before = state["evaluations"].get(evaluation["id"], {})
    allowed = evaluation["attempts"]
    used_up = allowed is not None and before.get("attempts", 0) >= allowed
    if before.get("current") is not None or used_up or not evaluation["forms"]:
        return state
    forms = {form["name"]: form["items"] for form in evaluation["forms"]}
    wanted = (before.get("form"), event["form"], *forms)
    name = next(n for n in wanted if n in forms)
    kept = {
        "form": name,
        "drawn": None if evaluation["draw"] is None
        else _complete(event["drawn"] or [], forms[name], evaluation["draw"]),
        "current": {},
        "last": None,
        "attempts": before.get("attempts", 0),
        "first": before.get("first"),
        "best": before.get("best"),
    }  # fmt: skip
    return _put(state, evaluation["id"], kept)


def _complete(drawn: list[str], items: list[str], count: int) -> list[str]:
    sound = dict.fromkeys([*(i for i in drawn if i in items), *items])
    return list(sound)[:count]


def _attempt_items(
    course: Course, evaluation: Mapping[str, Any], kept: Mapping[str, Any]
) -> list[Any]:
    forms = {form["name"]: form["items"] for form in evaluation["forms"]}
    ids = kept["drawn"] if kept["drawn"] is not None else forms.get(kept["form"], [])
    return [item for i in ids if (item := _find(course["items"], i)) is not None]


def _running(course: Course, state: State, event: Event) -> tuple[Any, Any] | None:
    evaluation = _find(course["evaluations"], event["evaluation"])
    kept = state["evaluations"].get(event["evaluation"])
    if evaluation is None or kept is None or kept["current"] is None:
        return None
    return evaluation, kept


def _answer_evaluation(course: Course, state: State, event: Event) -> State:
    running = _running(course, state, event)
    if running is None:
        return state
    evaluation, kept = running
    item = _find(_attempt_items(course, evaluation, kept), event["item"])
    if item is None:
        return state
    answers = {**kept["current"], item["id"]: canonical(item, event["response"])}
    return _put(state, evaluation["id"], {**kept, "current": answers})


def _finish(course: Course, state: State, event: Event) -> State:
    running = _running(course, state, event)
    if running is None:
        return state
    evaluation, kept = running
    obtained = result(_attempt_items(course, evaluation, kept), kept["current"])
    most = evaluation["attempts"] if evaluation["attempts"] is not None else MOST_ATTEMPTS
    after = {
        **kept,
        "current": None,
        "last": kept["current"],
        "attempts": min(kept["attempts"] + 1, most),
        "first": kept["first"] or obtained,
        "best": obtained if is_better(obtained, kept["best"]) else kept["best"],
    }
    return _read_when_answered(course, _put(state, evaluation["id"], after), evaluation["page"])


def _quick_exit(_course: Course, state: State, _event: Event) -> State:
    return {**state, "place": ""}


def _time(_course: Course, state: State, event: Event) -> State:
    return {**state, "elapsed": state["elapsed"] + max(0, event["seconds"])}


_HANDLERS: dict[str, Callable[[Course, State, Event], State]] = {
    "page-opened": _open_page,
    "page-read": _read_page,
    "item-answered": _answer_item,
    "evaluation-started": _start,
    "evaluation-answered": _answer_evaluation,
    "evaluation-finished": _finish,
    "scene-chosen": _go_on,
    "scene-returned": _go_on,
    "scenario-restarted": _go_on,
    "quick-exit": _quick_exit,
    "time": _time,
}
