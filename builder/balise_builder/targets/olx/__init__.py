"""The ``olx`` target: a course tarball that Open edX Studio imports, core blocks only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.model import Course
    from balise_builder.render import Content, Document


def notes(course: Course) -> tuple[Diagnostic, ...]:
    """Return what Open edX does otherwise than the other hosts, for this course."""
    from balise_builder.targets.olx.differences import differences

    return differences(course)


def files(course: Course, document: Document) -> Mapping[str, Content]:
    """Return the files of the course folder; see :mod:`.outline` and :mod:`.folder`."""
    from balise_builder.targets.olx.folder import course_folder

    return course_folder(course, document)
