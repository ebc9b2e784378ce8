"""The ``web`` target: the document and its files, for any web server or a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.model import Course
    from balise_builder.render import Content, Document


def files(_course: Course, document: Document) -> Mapping[str, Content]:
    """Return index.html and what stands beside it."""
    return document.package("web")
