"""One file → one page: notice, light version, full text, footnotes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from balise_builder.compile.desk import Desk, Place
from balise_builder.compile.prose import blocks, no_notes
from balise_builder.markdown import Box, Run, plain_text
from balise_builder.model import Footnote, Notice, Page
from balise_builder.source.folding import fold_text

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.markdown import Document
    from balise_builder.model import Block
    from balise_builder.model.course import PageKind
    from balise_builder.model.span import Span


@dataclass(frozen=True, slots=True)
class Head:
    """What the front matter says of a page."""

    span: Span
    file: str
    id: str
    number: int
    title: str
    kind: PageKind
    minutes: int | None = None
    sensitive: bool = False
    objective: str | None = None


def page(desk: Desk, document: Document, head: Head) -> Page:
    """Return the page of a file."""
    place = Place("page", head.id, head.objective)
    nodes = without_title(desk, document, head.title)
    notice_at: int | None = None
    light: tuple[Block, ...] = ()
    light_box: Box | None = None
    parts: tuple[list[Run | Box], list[Run | Box]] = ([], [])
    notice: Notice | None = None
    for index, node in enumerate(nodes):
        key = node.key if isinstance(node, Box) and node.closed else ""
        if isinstance(node, Box) and key == "notice":
            if notice is not None:
                _repeated(desk, node, notice.span)
                continue
            notice_at = index
            notice = Notice(node.span, _body(desk, document, node, place))
        elif isinstance(node, Box) and key == "light":
            if light_box is not None:
                _repeated(desk, node, light_box.span)
                continue
            light_box = node
            light = _body(desk, document, node, replace(place, light=True))
        else:
            parts[0 if notice_at is None else 1].append(node)
    first = blocks(desk, document, parts[0], place)
    second = blocks(desk, document, parts[1], place)
    return Page(
        span=head.span, id=head.id, number=head.number, file=head.file, kind=head.kind,
        title=head.title, minutes=head.minutes, sensitive=head.sensitive,
        before=first if notice is not None else (), notice=notice, light=light,
        body=second if notice is not None else first, objective=head.objective,
        footnotes=_footnotes(desk, document, place),
    )  # fmt: skip


def _body(desk: Desk, document: Document, box: Box, place: Place) -> tuple[Block, ...]:
    if not box.nodes:
        code = "version-allegee-vide" if box.key == "light" else "conteneur-vide"
        desk.collector.add(code, box.span, name=box.name)
    return blocks(desk, document, box.nodes, replace(place, parent=box.key))


def _repeated(desk: Desk, box: Box, first: Span) -> None:
    desk.collector.add("conteneur-repete", box.span, name=box.name, line=first.line)


def without_title(desk: Desk, document: Document, title: str) -> list[Run | Box]:
    """Return the nodes without a first ``# heading`` equal to the title; report other ``#``."""
    nodes = list(document.nodes)
    if nodes and isinstance(nodes[0], Run):
        tokens = nodes[0].tokens
        if _is_title(tokens, title):
            nodes[0] = Run(tokens[3:])
            if not nodes[0].tokens:
                del nodes[0]
    check_headings(desk, nodes)
    for note in document.notes:
        check_headings(desk, note.nodes)
    return nodes


def _is_title(tokens: list[Token], title: str) -> bool:
    if not tokens or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return False
    return fold_text(plain_text(tokens[1].children or [])) == fold_text(title)


def check_headings(desk: Desk, nodes: list[Run | Box]) -> None:
    """Report the level-1 headings of ``nodes``."""
    for node in nodes:
        if isinstance(node, Box):
            check_headings(desk, node.nodes)
            continue
        for index, token in enumerate(node.tokens):
            if token.type == "heading_open" and token.tag == "h1":
                inline = node.tokens[index + 1]
                span = inline.meta["places"].span(0, len(inline.content))
                desk.collector.add("titre-de-niveau-1", span, text=inline.content)
            elif token.type == "block":
                check_headings(desk, token.meta["box"].nodes)


def _footnotes(desk: Desk, document: Document, place: Place) -> tuple[Footnote, ...]:
    """Return the footnotes of the page in the order of their calls."""
    numbers: dict[str, int] = {}
    for token in document.inlines:
        for child in token.children or []:
            if child.type == "footnote_ref":
                numbers.setdefault(child.meta["label"], child.meta["number"])
    found = []
    for note in document.notes:
        body = blocks(desk, document, note.nodes, replace(place, parent="footnote"))
        if note.label in numbers:
            found.append(Footnote(note.span, note.label, numbers.pop(note.label), body))
    return tuple(sorted(found, key=lambda note: note.number))


__all__ = ["Head", "check_headings", "no_notes", "page", "without_title"]
