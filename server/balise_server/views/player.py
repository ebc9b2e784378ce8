"""The page of the player: the package in a frame, what the LMS records beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, render_template, request, session, url_for

from balise_server.i18n import LANGUAGES, formats, texts
from balise_server.services import services
from balise_server.storage import records
from balise_server.views.learner import ask, current
from balise_server.views.library import current_packages
from balise_server.views.site import language

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from balise_server.packages import Course, Package

bp = Blueprint("player", __name__, url_prefix="/formations")


@bp.get("/<course_id>/jouer")
def show(course_id: str) -> ResponseReturnValue:
    """Play a course for the learner of this browser: ``paquet`` chooses the target."""
    learner = current()
    if learner is None:
        return ask()
    found = services()
    course = found.library.course(course_id)
    wanted = asked_language(course_id)
    package = chosen(course, request.args.get("paquet", ""), learner.id, wanted)
    fresh = request.args.get("nouveau") == "1"
    return render_template(
        "player.html",
        learner=learner,
        course=course,
        package=package,
        packages=[p for p in current_packages(course) if p.spoken == package.spoken],
        address=found.launch_address(package, "play", learner.id, fresh=fresh),
        content_origin=found.config.content_origin,
        leave_url=url_for("course.show", course_id=course_id),
        record_url=url_for("api.attempt", attempt_id="-")[:-1],
        limit=suspend_limit(package),
        texts=panel_texts(suspend_limit(package)),
    )


def panel_texts(limit: int) -> dict[str, str]:
    """Return the words that the panel's script needs, by the short name it uses."""
    lang = language()
    names = ("saved_at", "never", "commit_failed", "error", "copied", "calls_capped")
    words = {name: raw(f"panel.{name}") for name in names}
    calls, size = raw("panel.calls_count").split("||"), raw("panel.suspend_size").split("||")
    shown = formats.number(limit, lang)
    words["calls_one"], words["calls_many"] = calls
    words["suspend_one"], words["suspend_many"] = (s.replace("{limit}", shown) for s in size)
    for key in texts():
        if key.startswith(("completion.", "success.")):
            words[key] = raw(key)
    return words


def raw(key: str) -> str:
    """Return a text with its placeholders, for a script to fill."""
    return texts()[key][LANGUAGES.index(language())]


def asked_language(course_id: str) -> str:
    """Return the language to play a course in: asked for (``langue``), asked before, the page's.

    The platform records one course in all its languages: what was begun in one goes on in another.
    """
    kept = f"langue-{course_id}"
    if asked := request.args.get("langue", "")[:35]:
        session[kept] = asked
    return asked or session.get(kept, "") or language()


def chosen(course: Course, target: str, learner_id: str, wanted: str = "") -> Package:
    """Return the package to play: the one asked for, else that of the last attempt, else the first.

    :param wanted: language; a course that does not have it is played in its own.
    :raises NotFound: the course has no package for ``target``.
    """
    spoken = course.in_language(wanted or language()).spoken
    packages = [p for p in current_packages(course) if p.spoken == spoken]
    if target:
        return next((p for p in packages if p.target == target), None) or abort(404)
    found = services()
    with found.store.read() as connection:
        attempts = records.attempts(connection, found.config.org_id, course.id, learner_id)
    last = attempts[0].edition if attempts else ""
    return next((p for p in packages if p.target == last), packages[0])


def suspend_limit(package: Package) -> int:
    """Return the most characters of suspend data that the package's edition allows.

    SCORM 1.2 RTE 3.4.4: 4096; SCORM 2004 RTE 4.2.21: 64 000.
    """
    return 4096 if package.target == "scorm12" else 64000
