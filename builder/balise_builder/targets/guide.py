"""The ``guide`` target: the kit of the pair, and apart from it the evaluations on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from balise_builder.model import Course
    from balise_builder.render import Content, Document

GUIDE = "guide.html"
PAPERS = "evaluations-papier.html"


def files(course: Course, _document: Document) -> Mapping[str, Content]:
    """Return the pages of the kit and the images that they show.

    :param course: has a session; it is asked for before (``seance-absente``).
    """
    from balise_builder.compile.long import parted
    from balise_builder.render.guide import guide, papers

    course = parted(course)
    found: dict[str, Content] = {GUIDE: guide(course)}
    forms = papers(course)
    if forms is not None:
        found[PAPERS] = forms
    shown = b"".join(page for page in found.values() if isinstance(page, bytes))
    for medium in (*course.media, *course.guide_media):
        if medium.name.encode() in shown:
            found[medium.name] = medium.path
    return found


def formats(files: Mapping[str, Content], wanted: Iterable[str]) -> dict[str, Content]:
    """Return the pages of a kit in other formats beside it: ``pdf``, ``docx``.

    :raises MissingPartError: the extra that makes the format is not installed.
    """
    from balise_builder.targets import docx, pdf

    makers = {"pdf": pdf.make, "docx": docx.make}
    return {
        f"{name.removesuffix('.html')}.{wish}": makers[wish](page, files)
        for wish in wanted
        for name, page in files.items()
        if name.endswith(".html") and isinstance(page, bytes)
    }
