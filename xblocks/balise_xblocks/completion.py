"""When a course is completed, passed or failed: the player's ``status.ts`` in Python.

Both run tests/golden/completion. *Completed*: the share of counted pages is read, and the
evaluation of the rule, where there is one, is passed (with a threshold), done once (without), or
lost for good where the course reports failure. *Passed*: completed with the threshold reached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from balise_xblocks.grade import score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_xblocks.content import Course

Outcome = Literal["none", "open", "done", "passed", "lost"]


class Status(NamedTuple):
    """What a host receives."""

    completion: Literal["incomplete", "completed"]
    success: Literal["unknown", "passed", "failed"]
    score: int | None
    """0 to 100, half rounded up; ``None`` before a complete attempt or without evaluation."""
    progress: float
    """0 to 1; 1 exactly when completed."""


def outcome(course: Course, state: Mapping[str, Any]) -> Outcome:
    """Return where the evaluation of the rule stands."""
    rule = course["rule"]
    evaluation = next((e for e in course["evaluations"] if e["id"] == rule["evaluation"]), None)
    if evaluation is None:
        return "none"
    kept = state["evaluations"].get(evaluation["id"])
    if kept is None or kept["best"] is None:
        return "open"
    if rule["threshold"] is None:
        return "done"
    if round(kept["best"]["points"] * 100) >= rule["threshold"] * 100:
        return "passed"
    allowed = evaluation["attempts"]
    used_up = allowed is not None and kept["attempts"] >= allowed
    return "lost" if rule["failed"] and used_up else "open"


def status(course: Course, state: Mapping[str, Any]) -> Status:
    """Return the status of ``state`` (the player's ``state.ts``) in ``course``. Pure."""
    counted = [page["id"] for page in course["pages"] if page["counted"]]
    needed = -(-len(counted) * course["rule"]["pages"] // 100)
    read = len(set(counted) & set(state["read"]))
    reached = outcome(course, state)
    settled = reached != "open"
    completed = read >= needed and settled
    parts = needed + (reached != "none")
    done = min(read, needed) + (reached != "none" and settled)
    kept = state["evaluations"].get(course["rule"]["evaluation"])
    best = kept["best"] if kept else None
    return Status(
        "completed" if completed else "incomplete",
        "failed" if reached == "lost"
        else "passed" if completed and reached == "passed"
        else "unknown",
        score(best) if best else None,
        1.0 if completed or parts == 0 else done / parts,
    )  # fmt: skip
