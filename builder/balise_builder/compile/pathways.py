"""Pathways that go through a course, with the titles and lengths of their other courses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Collector
from balise_builder.source.decode import read_text
from balise_builder.source.front import read_front
from balise_builder.source.readers import course_settings
from balise_builder.source.uses import PATHWAYS, note, plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from balise_builder.model import Pathway, PathwayStep, Registers
    from balise_builder.source.settings import CourseSettings

COURSE = "cours.md"


def through(
    folder: Path, registers: Registers, collector: Collector, language: str = ""
) -> tuple[Pathway, ...]:
    """Return the pathways that go through the course in ``folder``, resolved.

    A pack of readings is none of them: it takes pages out of courses, nobody follows it.

    :param language: of the translation that is made (``en``): titles are the translated ones
        where there are any.
    """
    note(f"{PATHWAYS}@{folder.name}")
    named = [
        pathway
        for pathway in plain(registers.pathways).values()
        if pathway.kind != "reading" and any(s.course == folder.name for s in pathway.steps)
    ]
    return tuple(resolved(p, folder.parent, registers, collector, language) for p in named)


def resolved(
    pathway: Pathway, courses: Path, registers: Registers, collector: Collector, language: str = ""
) -> Pathway:
    """Return a pathway whose steps have the titles and lengths of the courses in ``courses``."""
    settings = {
        name: _settings(courses / name, registers, language)
        for name in dict.fromkeys(step.course for step in pathway.steps if step.course)
    }
    for step in pathway.steps:
        if step.course and settings[step.course] is None:
            collector.add("parcours-cours-absent", step.span, id=pathway.id, course=step.course)
    return replace(pathway, steps=tuple(_resolved(pathway.steps, settings)))


def _resolved(
    steps: Iterable[PathwayStep], settings: dict[str, CourseSettings | None]
) -> Iterable[PathwayStep]:
    for step in steps:
        found = settings.get(step.course)
        if found is None:
            yield step
        else:
            minutes = step.minutes or found.minutes
            yield replace(
                step, title=found.title, title_language=found.language, course_id=found.id,
                minutes=minutes,
            )  # fmt: skip


def _settings(course: Path, registers: Registers, language: str) -> CourseSettings | None:
    """Return what ``cours.md`` says; what is wrong in it is told when that course is checked."""
    quiet = Collector()
    files = [course / COURSE, *([course / language / COURSE] if language else [])]
    note(*(f"../{file.relative_to(course.parent).as_posix()}" for file in files))
    texts = [read_text(file, COURSE, quiet) for file in files if file.is_file()]
    found = [
        course_settings(text, read_front(text, quiet), registers, quiet) for text in texts if text
    ]
    if not found:
        return None
    # A translation repeats neither the length nor the rest of what does not change.
    named = found[-1] if found[-1].title else found[0]
    return replace(found[0], title=named.title, language=named.language)
