"""``_commun/glossaire.md``: a term under each ``##``, what it means below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.compile.containers import pieces
from balise_builder.compile.desk import Place
from balise_builder.compile.prose import blocks, span_of
from balise_builder.markdown import Box, Run, plain_text
from balise_builder.markdown.names import suggestion
from balise_builder.markdown.terms import term_key
from balise_builder.model import Term
from balise_builder.source.folding import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.compile.desk import Desk
    from balise_builder.markdown import Document
    from balise_builder.model import Span

FILE = "glossaire.md"
LEVEL = "h2"


def glossary(desk: Desk, document: Document) -> dict[str, Term]:
    """Return the terms of the glossary by their key.

    What stands above the first ``##`` is a note for those who keep the file: nobody else sees it.
    """
    sections: list[tuple[str, Span, list[Run | Box]]] = []
    for piece in pieces(document.nodes):
        if isinstance(piece, list) and piece[0].type == "heading_open" and piece[0].tag == LEVEL:
            title = plain_text(piece[1].children or []).strip()
            sections.append((title, span_of(document, piece), []))
        elif sections:
            sections[-1][2].append(piece if isinstance(piece, Box) else Run(list(piece)))
    found: dict[str, Term] = {}
    for title, span, nodes in sections:
        key = term_key(title)
        if not key or not nodes:
            desk.collector.add("glossaire-vide", span, title=title or "##")
        elif key in found:
            line = found[key].span.line
            desk.collector.add("glossaire-en-double", span, title=title, line=line)
        else:
            body = blocks(desk, document, nodes, Place("glossary"))
            found[key] = Term(span, key, slug(title) or "terme", title, body)
    return found


def check_terms(desk: Desk, documents: Iterable[Document], terms: dict[str, Term]) -> None:
    """Report the terms that the texts name and the glossary does not have."""
    for document in documents:
        for reference in document.references:
            if reference.kind != "term" or reference.target in terms:
                continue
            if desk.folder.glossary is None:
                desk.collector.add("glossaire-absent", reference.span, text=reference.fragment)
                continue
            names = tuple(term.title for term in terms.values())
            near = suggestion(reference.fragment, names)
            desk.collector.add(
                "terme-inconnu", reference.span, text=reference.fragment, suggestion=near
            )
