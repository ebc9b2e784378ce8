"""``::: commun {page=nom}``: the blocks of a page that courses share, in the place of the line.

Their words stand in the shared file and keep its places; what is recorded (ids, numbers, letters)
belongs to the course, like that of any other of its blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from balise_builder.compile.pages import check_headings
from balise_builder.compile.prose import no_notes
from balise_builder.diagnostics import Collector
from balise_builder.markdown import Box, Run, parse
from balise_builder.markdown.names import suggestion
from balise_builder.source.front import read_front
from balise_builder.source.shared import shared_key

if TYPE_CHECKING:
    from balise_builder.compile.desk import Desk
    from balise_builder.markdown import Document
    from balise_builder.source import Folder, SourceText

OF_PAGES = frozenset({"notice", "light", "assessment", "bank"})
"""What a course says of its own pages: a shared page cannot say it for all of them."""


def shared_texts(folder: Folder, texts: Iterable[SourceText]) -> tuple[SourceText, ...]:
    """Return the shared pages that ``texts`` put in place, once each."""
    found: dict[str, SourceText] = {}
    for text in texts:
        for box in shared_boxes(parse(text).nodes):
            page = folder.shared.get(shared_key(_name(box)))
            if page is not None:
                found[page.file] = page
    return tuple(found.values())


def shared_documents(desk: Desk, documents: Mapping[str, Document]) -> dict[str, Document]:
    """Return the shared pages of a course by file, each sound enough to be put in place.

    Reports what the lines that name them get wrong, and what such a page cannot hold.
    """
    found: dict[str, Document] = {}
    first: dict[str, Box] = {}
    for document in documents.values():
        for box in shared_boxes(document.nodes):
            text = _named(desk, box)
            if text is None:
                continue
            known = first.setdefault(text.file, box)
            if known is not box:
                place = known.span
                desk.collector.add(
                    "commun-repete", box.span, page=_name(box), file=place.file, line=place.line
                )
            elif _is_sound(desk, box, text):
                found[text.file] = parse(text)
    return found


def shared_nodes(document: Document) -> list[Run | Box]:
    """Return what of a shared page is put in place; what is left out has a finding."""
    left_out = OF_PAGES | {"shared"}
    return [n for n in document.nodes if isinstance(n, Run) or n.key not in left_out]


def shared_boxes(nodes: Iterable[Run | Box]) -> Iterator[Box]:
    """Yield every block ``commun`` of ``nodes``, wherever it stands."""
    for node in nodes:
        inside = [node] if isinstance(node, Box) else [
            token.meta["box"] for token in node.tokens if token.type == "block"
        ]  # fmt: skip
        for box in inside:
            if box.key == "shared":
                yield box
            yield from shared_boxes(box.nodes)


def shared_file(folder: Folder, box: Box) -> str:
    """Return the file of the page that a block ``commun`` names; "" for another block."""
    page = folder.shared.get(shared_key(_name(box))) if box.key == "shared" else None
    return "" if page is None else page.file


def _name(box: Box) -> str:
    return box.attributes.text("page") or ""


def _named(desk: Desk, box: Box) -> SourceText | None:
    """Return the page that a block names; report a name that none has."""
    name = _name(box)
    span = box.attributes.span("page", box.span)
    pages = desk.folder.shared
    key = shared_key(name)

    def known() -> list[str]:
        """Return the names of all pages; asked only for a message: the others are not used."""
        return [text.file.rpartition("/")[2][:-3] for text in pages.values() if text is not None]

    if not name:
        if not box.attributes.written("page"):
            desk.collector.add("commun-sans-page", box.span, known=", ".join(known()) or "—")
    elif "/" in name or "\\" in name or name.startswith("."):
        desk.collector.add("commun-dehors", span, page=name)
    elif key not in pages:
        near = suggestion(name, tuple(known()))
        desk.collector.add("commun-inconnu", span, page=name, suggestion=near)
    return pages.get(key)


def _is_sound(desk: Desk, box: Box, text: SourceText) -> bool:
    """Report what a shared page cannot hold; return whether it can be put in place at all."""
    add = desk.collector.add
    front = read_front(text, Collector(), required=False)
    document = parse(text)
    if front.end_line or front.span.end_line > 1:
        add("commun-en-tete", front.span, page=_name(box))
        return False
    if not any(isinstance(node, Box) or node.tokens for node in document.nodes):
        add("commun-vide", box.attributes.span("page", box.span), page=_name(box))
        return False
    for one in shared_boxes(document.nodes):
        add("commun-imbrique", one.span, page=_name(one))
    for node in document.nodes:
        if isinstance(node, Box) and node.key in OF_PAGES:
            add("commun-bloc", node.span, name=node.name)
    check_headings(desk, list(document.nodes))
    no_notes(desk, document.nodes, "shared")
    return True
