"""What the rendering of a course and of one page of it needs to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from balise_builder.markdown.typography import typeset
from balise_builder.render.images import dimensions
from balise_builder.render.texts import Texts, texts_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.model import Course, Medium, Page, Term

_typeset = lru_cache(maxsize=16384)(typeset)
"""A question is rendered twice (course.json and document), a page again at every change."""


@dataclass(slots=True)
class CourseContext:
    """Look-ups over a whole course; made once for a rendering."""

    course: Course
    texts: Texts
    media: Mapping[str, Medium]
    """Media by their source, as tokens name them."""
    page_ids: Mapping[str, str]
    """Page ids by file name, for links between capsules."""
    glossary: Mapping[str, Term]
    """Terms by their key."""
    _sizes: dict[str, tuple[int, int] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, course: Course) -> CourseContext:
        """Return the look-ups of ``course``."""
        return cls(
            course=course,
            texts=texts_for(course.language, course.folder.parent / "_commun/interface"),
            media={medium.source: medium for medium in course.media},
            glossary={term.key: term for term in course.glossary},
            page_ids={
                page.file: page.id for top in course.pages for page in top.chapters or (top,)
            },
        )

    def typeset(self, text: str, language: str = "") -> str:
        """Return ``text`` with the typography of the course's language; ids and hashes never.

        :param language: of the text, where it is not that of the course.
        """
        return _typeset(text, language or self.course.language)

    def size(self, medium: Medium) -> tuple[int, int] | None:
        """Return width and height of an image in pixels, where the file says them."""
        if medium.name not in self._sizes:
            self._sizes[medium.name] = dimensions(medium.path)
        return self._sizes[medium.name]

    def page_link(self, file: str, anchor: str) -> str | None:
        """Return the address in the document of a page, or of a heading there, by its file."""
        page_id = self.page_ids.get(file)
        if page_id is None:
            return None
        return f"#{heading_id(page_id, anchor)}" if anchor else f"#p-{page_id}"


def heading_id(page_id: str, anchor: str) -> str:
    """Return the id of a heading in the document, where every page has its own anchors."""
    return f"h-{page_id}-{anchor}"


@dataclass(slots=True)
class PageContext:
    """One page while it is rendered: collects the sources that it cites, in order."""

    course: CourseContext
    page: Page | None = None
    cited: dict[str, None] = field(default_factory=dict)
    headed: bool = False
    """Whether a heading of level 2 stands above: parts that follow are of level 3."""
    lowered: int = 0
    """Levels that the headings of a chapter stand below those of a page."""
    raised: int = 0
    """Levels taken off the headings of the part that is rendered, so that none is skipped."""
    light: bool = False
    """Whether the light version of the page is being written: its questions are in light words."""
    variant: Mapping[str, str] | None = None
    """What stands for the words that vary of a question; ``None`` keeps their marks."""

    @property
    def id(self) -> str:
        """Id of the page; a fixed name for what stands in no page (items of a bank)."""
        return self.page.id if self.page else "bank"

    def cite(self, source_id: str) -> None:
        """Remember that the page's list of sources needs ``source_id``."""
        if source_id in self.course.course.registers.sources:
            self.cited[source_id] = None
