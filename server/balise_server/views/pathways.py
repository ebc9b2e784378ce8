"""The pathways that the courses of the library are part of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from balise_server.packages import Course


@dataclass(frozen=True, slots=True)
class Step:
    """A course or a live part, as the page shows it."""

    title: str
    start: str
    minutes: int | None
    live: bool
    online: bool
    course_id: str
    """Id of the course when the library has it; empty otherwise."""


@dataclass(frozen=True, slots=True)
class Pathway:
    """A pathway, as the page shows it."""

    id: str
    title: str
    description: str
    language: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """Length of the steps that say one."""
        return sum(step.minutes or 0 for step in self.steps)


def pathways(courses: Iterable[Course]) -> list[Pathway]:
    """Return the pathways that the packages tell of, in the order of their titles.

    Each course carries those that it is part of; the course whose package is read last wins, for
    all are built from the same register.
    """
    courses = list(courses)
    known = {course.id for course in courses}
    found: dict[str, Pathway] = {}
    for course in courses:
        document = course.newest.course or {}
        # A package built before pathways has none.
        for entry in document.get("pathways", ()):
            found[entry["id"]] = _pathway(entry, course.newest.language or "fr-CA", known)
    return sorted(found.values(), key=lambda pathway: pathway.title)


def _pathway(entry: Mapping[str, Any], language: str, known: set[str]) -> Pathway:
    steps = tuple(
        Step(
            title=step["title"],
            start=step["start"],
            minutes=step["minutes"],
            live=step["live"],
            online=bool(step["course"]),
            course_id=step["course"] if step["course"] in known else "",
        )
        for step in entry["steps"]
    )
    return Pathway(entry["id"], entry["title"], entry["description"], language, steps)
