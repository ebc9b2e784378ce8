"""What the LMS decides at launch: go on or start again, ``entry``, and the state it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_server.tracking.times import format_duration, format_timespan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_server.packages import Item
    from balise_server.tracking.outcome import Outcome

STATE = {
    "scorm12": ("cmi.suspend_data", "cmi.core.lesson_location"),
    "scorm2004": ("cmi.suspend_data", "cmi.location"),
}
PASSING = {
    "scorm12": ("cmi.core.exit", "cmi.core.session_time", "cmi.core.lesson_status"),
    "scorm2004": (
        "cmi.exit",
        "cmi.session_time",
        "cmi.completion_status",
        "cmi.success_status",
    ),
}
"""Elements of one session, or decided by the server: kept in columns, not in the state."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What is stored of an attempt."""

    outcome: Outcome
    values: Mapping[str, str]
    exit: str
    terminated: bool
    time_ms: int
    commits: int


def has_state(saved: Saved, edition: str) -> bool:
    """Return whether there is a place or a state to go back to."""
    return any(saved.values.get(name) for name in STATE[edition])


def goes_on(saved: Saved | None, edition: str, *, keeps_state: bool, fresh: bool) -> bool:
    """Return whether a launch continues the last attempt instead of starting one.

    By SCORM 2004 RTE 4.2.8 an attempt ends with any exit but *suspend*. We deviate twice, so that
    nobody loses work: an unfinished attempt goes on whatever its exit (content that sets none is
    common, and LMSs do this), and content that keeps its own state after completion
    (``keeps_state``: packages made by Balise) is taken up where it was, to be read again.

    :param fresh: the learner asked to start again; an attempt without any commit is still reused.
    """
    if saved is None:
        return False
    if not saved.commits:
        return True
    if fresh:
        return False
    if saved.exit == "suspend" or not saved.terminated or not saved.outcome.finished:
        return True
    return keeps_state and has_state(saved, edition)


def entry(saved: Saved | None, edition: str) -> str:
    """Return ``cmi.entry`` of a launch that goes on with ``saved`` (RTE 4.2.7), or of a new one."""
    if saved is None or not saved.commits:
        return "ab-initio"
    return "resume" if saved.exit == "suspend" or has_state(saved, edition) else ""


def state(
    edition: str, item: Item, learner_id: str, name: str, saved: Saved | None
) -> dict[str, str]:
    """Return the elements to load before Initialize, by full name, all strings."""
    given = _state12 if edition == "scorm12" else _state2004
    values = dict(saved.values) if saved else {}
    values.update(given(item, learner_id, name, saved))
    return {element: value for element, value in values.items() if value != ""}


def _state12(item: Item, learner_id: str, name: str, saved: Saved | None) -> dict[str, str]:
    return {
        "cmi.core.student_id": learner_id,
        "cmi.core.student_name": name,
        "cmi.core.credit": "credit",
        "cmi.core.lesson_mode": "normal",
        "cmi.core.lesson_status": _status12(saved),
        "cmi.core.entry": entry(saved, "scorm12"),
        "cmi.core.total_time": format_timespan(saved.time_ms if saved else 0),
        "cmi.launch_data": item.launch_data,
        "cmi.student_data.mastery_score": item.mastery,
        "cmi.student_data.max_time_allowed": item.max_time,
        "cmi.student_data.time_limit_action": item.time_limit_action,
    }


def _state2004(item: Item, learner_id: str, name: str, saved: Saved | None) -> dict[str, str]:
    reached = saved.outcome if saved and saved.commits else None
    return {
        "cmi.learner_id": learner_id,
        "cmi.learner_name": name,
        "cmi.credit": "credit",
        "cmi.mode": "normal",
        "cmi.completion_status": reached.completion if reached else "",
        "cmi.success_status": reached.success if reached else "",
        "cmi.entry": entry(saved, "scorm2004"),
        "cmi.total_time": format_duration(saved.time_ms if saved else 0),
        "cmi.launch_data": item.launch_data,
        "cmi.scaled_passing_score": item.mastery,
        "cmi.completion_threshold": item.threshold,
        "cmi.max_time_allowed": item.max_time,
        "cmi.time_limit_action": item.time_limit_action,
    }


def _status12(saved: Saved | None) -> str:
    if saved is None or not saved.commits:
        return ""
    if saved.outcome.success != "unknown":
        return saved.outcome.success
    return saved.outcome.completion
