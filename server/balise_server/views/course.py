"""A course for one learner: where they stand, their attempts, the way in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, url_for

from balise_server.services import services
from balise_server.storage import records
from balise_server.views.learner import ask, current
from balise_server.views.library import card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from balise_server.storage.records import AttemptRecord

bp = Blueprint("course", __name__, url_prefix="/formations")


@dataclass(frozen=True, slots=True)
class Line:
    """An attempt as the page shows it."""

    number: int
    edition: str
    completion: str
    success: str
    score: float | None
    seconds: float
    started_at: int
    updated_at: int


@bp.get("/<course_id>/")
def show(course_id: str) -> ResponseReturnValue:
    """Show a learner's attempts and the way to start or resume."""
    learner = current()
    if learner is None:
        return ask()
    found = services()
    course = found.library.course(course_id)
    with found.store.read() as connection:
        attempts = records.attempts(connection, found.config.org_id, course_id, learner.id)
    return render_template(
        "course.html",
        learner=learner,
        course=card(course, None),
        attempts=lines(attempts),
        can_resume=bool(attempts),
        start_url=url_for("player.show", course_id=course_id),
        again_url=url_for("player.show", course_id=course_id, nouveau="1") if attempts else "",
    )


def lines(attempts: Sequence[AttemptRecord]) -> list[Line]:
    """Return the attempts, latest first, as the page shows them."""
    return [
        Line(
            a.number,
            a.edition,
            a.completion,
            a.success,
            a.score,
            a.time_ms / 1000,
            a.started_at,
            a.updated_at,
        )
        for a in attempts
    ]
