"""Rows of the platform's responses report: as much as the course's ``transmission`` allows."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from balise_xblocks.completion import status
from balise_xblocks.stored import repaired
from balise_xblocks.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from balise_xblocks.content import Course


def rows(
    course: Course, user_states: Iterable[Any], limit: int | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (username, row): the status; with ``result`` the score; with ``answers`` the answers.

    Never a scale, an open answer or how sure somebody was: they stay with the learner.
    """
    for one in islice(user_states, limit):
        yield one.username, _row(course, repaired(course, (one.state or {}).get("state") or {}))


def _row(course: Course, state: dict[str, Any]) -> dict[str, Any]:
    language, now = course["language"], status(course, state)
    said = now.success if now.success != "unknown" else now.completion
    row: dict[str, Any] = {say("reportStatus", language): say(said, language)}
    if course.get("reporting") not in ("result", "answers"):
        return row
    done = state["evaluations"].get(course["rule"]["evaluation"])
    row[say("reportScore", language)] = "" if now.score is None else now.score
    row[say("reportAttempts", language)] = done["attempts"] if done else 0
    if course["reporting"] == "answers":
        items = {item["id"]: item for item in course["items"]}
        for item_id, response in ((done or {}).get("last") or {}).items():
            item = items.get(item_id)
            if item is not None and item["kind"] not in ("scale", "open"):
                row[say("reportAnswer", language, item=item_id)] = response.rstrip("1234")
    return row
