"""What a course needs to be built: room for its suspend data, a session for its kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.diagnostics import Collector
from balise_builder.model import Span
from balise_builder.model.companion import small_courses
from balise_builder.suspend import worst_case

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.model import Course
    from balise_builder.suspend import Budget

COURSE = "cours.md"
SESSION = "seance.md"
NAMED_CONTRIBUTORS = 5


def check_session(course: Course, targets: Iterable[str]) -> list[Diagnostic]:
    """Return an error when the guide is asked for and the course has no session."""
    found = Collector()
    if "guide" in targets and course.session is None:
        found.add("seance-absente", Span.whole(SESSION))
    return list(found.sorted())


def check_budget(course: Course, budget: Budget, targets: Iterable[str]) -> list[Diagnostic]:
    """Return errors when the worst case of suspend data is above the limit of a target.

    The largest contributors are named where they stand in the source. The small packages beside the
    course are held to the same limits.
    """
    found = _over(course, budget, targets)
    for small in small_courses(course):
        found += _over(small, worst_case(small), targets)
    return found


def _over(course: Course, budget: Budget, targets: Iterable[str]) -> list[Diagnostic]:
    from balise_builder.targets import TARGETS

    limits = {
        target: TARGETS[target].suspend_limit or course.suspend_limit
        for target in targets
        if TARGETS[target].played
    }
    over = [target for target, limit in limits.items() if budget.worst > limit]
    if not over:
        return []
    found = Collector()
    limit = min(limits[target] for target in over)
    found.add(
        "donnees-de-reprise-trop-longues",
        Span.whole(COURSE),
        worst=spaced(budget.worst),
        limit=spaced(limit),
        targets=", ".join(over),
    )
    for part in budget.contributors[:NAMED_CONTRIBUTORS]:
        found.add("donnees-de-reprise-part", part.span, size=spaced(part.size), name=part.name)
    return list(found.sorted())


def spaced(number: int) -> str:
    """Return a number with a no-break space between thousands: « 4 000 »."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")
