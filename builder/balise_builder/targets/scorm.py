"""The SCORM targets (1.2; 2004, both editions): the document, a manifest, the control files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.editions import MANIFEST, SCORM_12, SCORM_2004, SCORM_2004_3, control_files
from balise_builder.targets.manifest import manifest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.editions import Edition
    from balise_builder.model import Course
    from balise_builder.render import Content, Document


def files_12(course: Course, document: Document) -> Mapping[str, Content]:
    """Return the files of a SCORM 1.2 package (one SCO)."""
    return _files(course, document, SCORM_12)


def files_2004(course: Course, document: Document) -> Mapping[str, Content]:
    """Return the files of a SCORM 2004 4th edition package (one SCO)."""
    return _files(course, document, SCORM_2004)


def files_2004_3(course: Course, document: Document) -> Mapping[str, Content]:
    """Return the files of a SCORM 2004 3rd edition package (one SCO)."""
    return _files(course, document, SCORM_2004_3)


def _files(course: Course, document: Document, edition: Edition) -> Mapping[str, Content]:
    content = document.package(edition.runtime)
    return {
        MANIFEST: manifest(course, edition, content),
        **content,
        **control_files(edition),
    }
