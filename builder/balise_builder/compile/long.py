"""The same content as one long page, to compare the formats: capsules become its chapters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.model import Page

if TYPE_CHECKING:
    from balise_builder.model import Course

PAGE_ID = "b_long"
"""Id of the page: no author can write an underscore in an id."""
TITLES = {"fr": "La formation", "en": "The training"}


def joined(course: Course) -> Course:
    """Return ``course`` with its capsules as the chapters of one page.

    The presentation, with the notice of the course, stays the first page. Items, evaluations, notes
    and scenarios keep their ids and numbers; the long page has the smallest number of its chapters.
    """
    chapters = tuple(page for page in course.pages if page.kind == "capsule")
    if not chapters:
        return course
    minutes = [page.minutes for page in chapters]
    first = chapters[0]
    long = Page(
        span=first.span, id=PAGE_ID, number=min(page.number for page in chapters),
        file="", kind="capsule", title=TITLES.get(course.language[:2].lower(), TITLES["fr"]),
        minutes=None if None in minutes else sum(m for m in minutes if m is not None),
        sensitive=False, before=(), notice=None, light=(), body=(), chapters=chapters,
    )  # fmt: skip
    moved = {page.id for page in chapters}
    evaluations = tuple(
        replace(e, page_id=PAGE_ID) if e.page_id in moved else e for e in course.evaluations
    )
    before = tuple(page for page in course.pages if page.kind != "capsule")
    return replace(course, pages=(*before, long), evaluations=evaluations, format="long")


def parted(course: Course) -> Course:
    """Return a course of one long page as capsules again: the kit of the pair follows them."""
    pages = tuple(page for top in course.pages for page in top.chapters or (top,))
    return replace(course, pages=pages)
