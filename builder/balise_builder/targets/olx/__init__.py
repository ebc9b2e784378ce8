"""The targets ``olx`` and ``olx-balise``: a tarball that Studio imports, core blocks or ours."""

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


def block_files(course: Course, document: Document) -> Mapping[str, Content]:
    """Return the files of the same course with Balise's own XBlocks; see :mod:`.blocks`."""
    from balise_builder.targets.olx.folder import block_folder

    return block_folder(course, document)


def needs(course: Course) -> tuple[Diagnostic, ...]:
    """Return which XBlocks the platform must have: it would import the course without a word."""
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Span
    from balise_builder.targets.olx.blocks import DISTRIBUTION, needed

    found = Collector()
    blocks = ", ".join(needed(course))
    found.add("olx-blocs-requis", Span.whole("cours.md"), blocks=blocks, name=DISTRIBUTION)
    return tuple(found.sorted())


def files(course: Course, document: Document) -> Mapping[str, Content]:
    """Return the files of the course folder; see :mod:`.outline` and :mod:`.folder`."""
    from balise_builder.targets.olx.folder import course_folder

    return course_folder(course, document)
