"""Containers that arrange a page → HTML, as docs/contribution/contracts.md names the marks.

Without script and on paper everything is there: tabs one under the other, folds that open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model import Audience, Case, Checklist, Details, Foreign, Steps, Tabs
from balise_builder.model.blocks import Prose
from balise_builder.render.context import heading_id
from balise_builder.render.prose import to_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from balise_builder.model import Block, Container, Part
    from balise_builder.render.context import PageContext

    Renderer = Callable[[Iterable[Block], PageContext], Markup]


KINDS = {
    "mail": "document-mail",
    "log": "document-log",
    "text": "document-text",
    "form": "document-form",
}
"""What a document of a case is called above its title."""


def container_html(block: Container, page: PageContext, inner: Renderer) -> Markup:
    """Return the HTML of a container.

    :param inner: renders the blocks that it holds.
    """
    match block:
        case Steps():
            return _steps(block, page, inner)
        case Checklist():
            return _checklist(block, page, inner)
        case Foreign():
            return _foreign(block, page, inner)
        case Audience():
            return _audience(block, page, inner)
        case Tabs():
            parts = _joined(
                Markup('<section class="b-part">\n{}</section>\n').format(
                    _titled(part, page, "b-part-title", inner)
                )
                for part in block.parts
            )
            return Markup('<div class="b-tabs" data-tabs>\n{}</div>\n').format(parts)
        case Details():
            return _joined(_fold(part, page, inner) for part in block.parts)
        case Case():
            documents = _joined(_document(part, page, inner) for part in block.parts)
            return Markup('<div class="b-case">\n{}{}</div>\n').format(
                inner(block.intro, page), documents
            )


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)


def _words(part: Part, page: PageContext) -> Markup:
    """Return the words of a title, with their emphasis and references."""
    return Markup(to_html(part.title.tokens[1:2], page, lambda _block, _page: ""))


def _anchor(part: Part, page: PageContext) -> str:
    return heading_id(page.id, part.title.tokens[0].meta["anchor"])


def _titled(part: Part, page: PageContext, style: str, inner: Renderer) -> Markup:
    """Return a title and what it begins, at a level that skips none above it."""
    before = page.raised
    page.raised = 0 if page.headed else 1
    level = 3 - page.raised + page.lowered
    html = Markup('<h{} class="{}" id="{}">{}</h{}>\n{}').format(
        level, style, _anchor(part, page), _words(part, page), level, inner(part.body, page)
    )
    page.raised = before
    return html


def _fold(part: Part, page: PageContext, inner: Renderer) -> Markup:
    return Markup('<details class="b-fold" id="{}">\n<summary>{}</summary>\n{}</details>\n').format(
        _anchor(part, page), _words(part, page), inner(part.body, page)
    )


def _document(part: Part, page: PageContext, inner: Renderer) -> Markup:
    style = f"b-document b-document-{part.kind}" if part.kind else "b-document"
    kind = Markup("")
    if part.kind:
        name = page.course.texts.document[KINDS[part.kind]]
        kind = Markup('<p class="b-document-kind">{}</p>\n').format(name)
    return Markup('<section class="{}">\n{}{}</section>\n').format(
        style, kind, _titled(part, page, "b-document-title", inner)
    )


def _steps(block: Steps, page: PageContext, inner: Renderer) -> Markup:
    opening, *rest = block.steps.tokens
    styled = opening.copy(attrs={**opening.attrs, "class": "b-steps-list"})
    steps = Prose(block.steps.span, (styled, *rest))
    return Markup('<div class="b-procedure">\n{}{}</div>\n').format(
        inner(block.intro, page), inner((steps,), page)
    )


def _checklist(block: Checklist, page: PageContext, inner: Renderer) -> Markup:
    lines = _joined(
        Markup('<li data-line="{}">{}</li>\n').format(line.letter, inner(line.text, page))
        for line in block.lines
    )
    return Markup(
        '<div class="b-checklist" data-checklist="{}">\n{}<ul class="b-lines">\n{}</ul>\n</div>\n'
    ).format(block.id, inner(block.intro, page), lines)


def _foreign(block: Foreign, page: PageContext, inner: Renderer) -> Markup:
    """Return text that was not translated, in its own language, which is said above it."""
    tag = Markup("")
    if block.tagged:
        french = block.language.lower().startswith("fr")
        texts = page.course.texts.document
        said = texts["untranslated-fr"] if french else texts["untranslated-en"]
        tag = Markup('<p class="b-untranslated-tag" lang="{}">{}</p>\n').format(
            page.course.course.language, said
        )
    return Markup('<div class="b-untranslated" lang="{}">\n{}{}</div>\n').format(
        block.language, tag, inner(block.body, page)
    )


def _audience(block: Audience, page: PageContext, inner: Renderer) -> Markup:
    """In a course for everyone, say whom the text is for."""
    course, registers = page.course, page.course.course.registers
    english = course.texts.lang == "en"
    known = [registers.audiences.get(name) for name in block.audiences]
    known += [registers.territories.get(name) for name in block.territories]
    names = [(label.en if english else label.fr) for label in known if label is not None]
    title = course.texts.document["for-whom"].format(names=", ".join(names))
    return Markup(
        '<div class="b-audience">\n<p class="b-audience-title">{}</p>\n{}</div>\n'
    ).format(course.typeset(title), inner(block.body, page))
