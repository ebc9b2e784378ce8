"""The targets ``library`` and ``library-balise``: a Library Archive, reused in any course.

The format is that of Open edX's content libraries (docs.openedx.org, library_archive_format): a zip
of TOML and OLX. A platform restores it as a library: *Libraries › Create from archive*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.model import Course
    from balise_builder.render import Content, Document


def files(course: Course, document: Document) -> Mapping[str, Content]:
    """Return the files of the archive; see :mod:`.parts` and :mod:`.archive`."""
    from balise_builder.targets.library.archive import archive
    from balise_builder.targets.library.parts import parts

    return archive(course, parts(course, document))


def block_files(course: Course, document: Document) -> Mapping[str, Content]:
    """Return the files of an archive of the same pages as Balise's own XBlocks."""
    from balise_builder.targets.library.archive import archive
    from balise_builder.targets.library.parts import block_parts

    return archive(course, block_parts(course, document))


def notes(course: Course) -> tuple[Diagnostic, ...]:
    """Return what Open edX does otherwise with the parts of this course."""
    from balise_builder.targets.olx.differences import of_parts

    return of_parts(course)


def check(
    course: Course, document: Document, made: Callable[..., Mapping[str, Content]] = files
) -> tuple[Diagnostic, ...]:
    """Return what would stop the archive from being restored whole; see :mod:`.checker`.

    :param made: what gives the files of the archive.
    """
    from balise_builder.targets.library.checker import refused

    return refused(made(course, document))
