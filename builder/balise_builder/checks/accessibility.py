"""Alternative texts, heading order, link texts and table headings (WCAG 2.2, SGQRI 008)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.checks.reading import course_blocks, course_inlines
from balise_builder.markdown import plain_text
from balise_builder.model.walk import every_token
from balise_builder.source.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

    from balise_builder.diagnostics import Collector
    from balise_builder.model import Block, Course
    from balise_builder.source import Folder

VAGUE = frozenset({
    "ici", "cliquez ici", "cliquer ici", "par ici", "lien", "ce lien", "le lien", "suivez ce lien",
    "en savoir plus", "plus d'information", "plus d'informations", "lire la suite", "plus",
    "here", "click here", "link", "this link", "more", "read more", "learn more",
})  # fmt: skip


def check(course: Course, _folder: Folder, collector: Collector) -> None:
    """Check images and links everywhere, headings page by page, tables."""
    for inline in course_inlines(course):
        _images(inline, collector)
        _links(inline, collector)
    for page in course.every_page:
        notice = page.notice.body if page.notice else ()
        _headings((*page.before, *notice, *page.body), collector)
        _headings(page.light, collector)
    _tables(course_blocks(course), collector)


def _images(inline: Token, collector: Collector) -> None:
    for child in inline.children or []:
        if child.type != "image":
            continue
        decorative = child.meta.get("decorative", False)
        alt = str(child.attrs["alt"]).strip()
        if not alt and not decorative:
            collector.add("image-sans-texte", child.meta["span"])
        elif alt and decorative:
            collector.add("image-decorative-avec-texte", child.meta["span"])


def _links(inline: Token, collector: Collector) -> None:
    """Check what each link says when it is read alone (WCAG 2.4.9; 2.4.4 in its paragraph)."""
    children = inline.children or []
    for index, child in enumerate(children):
        if child.type != "link_open":
            continue
        end = next(i for i in range(index, len(children)) if children[i].type == "link_close")
        text = plain_text(children[index + 1 : end]).strip()
        if not text:
            collector.add("lien-sans-texte", child.meta["span"])
        elif fold(text).strip(" .…!") in VAGUE:
            collector.add("texte-de-lien-vague", child.meta["span"], text=text)


def _headings(blocks: Iterable[Block], collector: Collector) -> None:
    """Report a level that is skipped; the title of the page is level 1 (WCAG 1.3.1)."""
    before = 1
    opening: Token | None = None
    for token in every_token(blocks):
        if token.type == "heading_open":
            opening = token
        elif opening is not None and token.type == "inline":
            level = int(opening.tag[1:])
            if level > before + 1 and not opening.meta.get("part"):
                span = token.meta["places"].span(0, len(token.content))
                collector.add(
                    "niveau-de-titre-saute",
                    span,
                    found=level,
                    before=before,
                    expected="#" * (before + 1),
                )
            before, opening = level, None


def _tables(blocks: Iterable[Block], collector: Collector) -> None:
    """Report a column without heading, the corner of a two-way table excepted (WCAG 1.3.1)."""
    column = -1
    in_heading = False
    for token in every_token(blocks):
        if token.type == "tr_open":
            column = -1
        elif token.type == "th_open":
            column += 1
            in_heading = True
        elif in_heading and token.type == "inline":
            in_heading = False
            if column > 0 and not plain_text(token.children or []).strip():
                collector.add("tableau-sans-titres", token.meta["places"].span(0, 1))
