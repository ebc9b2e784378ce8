"""Containers that arrange a page → the model: parts under ``###``, steps, checklists, audiences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from balise_builder.compile.prose import blocks, groups, labels, prose, span_of, words_of
from balise_builder.diagnostics import Fix
from balise_builder.markdown import Box, Run, plain_text
from balise_builder.markdown.attributes import Attributes
from balise_builder.model import (
    Audience,
    Case,
    CheckLine,
    Checklist,
    Details,
    Part,
    Prose,
    Span,
    Steps,
    Tabs,
)
from balise_builder.model.containers import part_heading
from balise_builder.source.letters import match as match_letters

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.compile.desk import Desk, Place
    from balise_builder.markdown import Document
    from balise_builder.model import Block, Container

KEYS = frozenset({"tabs", "details", "case", "steps", "checklist", "audience"})
LEVEL = "h3"


@dataclass(slots=True)
class _Section:
    """What stands under one heading, while it is read."""

    heading: list[Token]
    nodes: list[Run | Box] = field(default_factory=list)


def container(desk: Desk, document: Document, box: Box, place: Place) -> Container | None:
    """Return the block of a container of :data:`KEYS`; ``None`` when it cannot be one."""
    if box.key == "audience":
        return _audience(desk, document, box, place)
    inner = replace(place, parent=box.key)
    if not box.nodes:
        desk.collector.add("conteneur-vide", box.span, name=box.name)
        return None
    if box.key == "steps":
        return _steps(desk, document, box, inner)
    if box.key == "checklist":
        return _checklist(desk, document, box, inner)
    intro, sections = _cut(desk, document, box)
    parts = tuple(_part(desk, document, section, inner) for section in sections)
    if not sections:
        desk.collector.add("partie-sans-titre", box.span, name=box.name)
    elif box.key == "case":
        return Case(box.span, blocks(desk, document, intro, inner), parts)
    elif intro:
        desk.collector.add("partie-texte-avant", _place_of(document, intro[0]), name=box.name)
    elif box.key == "tabs" and len(parts) == 1:
        desk.collector.add("onglet-seul", box.span, name=box.name)
    blocks(desk, document, intro, inner)
    return Tabs(box.span, parts) if box.key == "tabs" else Details(box.span, parts)


def _place_of(document: Document, node: Run | Box) -> Span:
    return node.span if isinstance(node, Box) else span_of(document, node.tokens)


def pieces(nodes: Iterable[Run | Box]) -> Iterator[list[Token] | Box]:
    """Yield the boxes of ``nodes`` and the top-level blocks of their prose, in order."""
    for node in nodes:
        if isinstance(node, Box):
            yield node
        else:
            yield from groups(node.tokens)


def _cut(desk: Desk, document: Document, box: Box) -> tuple[list[Run | Box], list[_Section]]:
    """Return what stands before the first ``###``, and what stands under each."""
    first: list[Run | Box] = []
    sections: list[_Section] = []
    for piece in pieces(box.nodes):
        if isinstance(piece, list) and piece[0].type == "heading_open":
            if piece[0].tag == LEVEL:
                sections.append(_Section(piece))
                continue
            if piece[0].tag == "h2":
                _level(desk, document, box, piece)
        into = sections[-1].nodes if sections else first
        if isinstance(piece, Box):
            into.append(piece)
        elif into and isinstance(into[-1], Run):
            into[-1].tokens.extend(piece)
        else:
            into.append(Run(list(piece)))
    return first, sections


def _level(desk: Desk, document: Document, box: Box, heading: list[Token]) -> None:
    """Report ``## title`` where ``### title`` is meant; the fix adds the sign."""
    span = span_of(document, heading)
    fix = None
    if heading[0].markup == "##":
        at = heading[1].meta["places"].span(0, 1) if heading[1].content else None
        if at is not None and at.column > len("## "):
            start = replace(at, column=at.column - 1, end_line=at.line, end_column=at.column - 1)
            fix = Fix(start, "#")
    desk.collector.add("partie-autre-niveau", span, fix=fix, name=box.name)


def _part(desk: Desk, document: Document, section: _Section, place: Place) -> Part:
    heading = section.heading
    span = span_of(document, heading)
    words = plain_text(heading[1].children or []).strip()
    if not words:
        desk.collector.add("partie-titre-vide", span)
    body = blocks(desk, document, section.nodes, place)
    if not section.nodes:
        desk.collector.add("partie-vide", span, title=words or "###")
    attributes: Attributes = heading[0].meta.get("attributes", Attributes())
    return Part(
        span,
        Prose(span, part_heading(heading)),
        body,
        attributes.text("type"),  # type: ignore[arg-type]
    )


def _audience(desk: Desk, document: Document, box: Box, place: Place) -> Audience:
    registers = desk.folder.registers
    audiences = labels(desk, box, "audiences", registers.audiences, "public-inconnu")
    territories = labels(desk, box, "territories", registers.territories, "territoire-inconnu")
    attributes = box.attributes
    if attributes.text("audiences") is None and attributes.text("territories") is None:
        desk.collector.add("public-sans-pour", box.span, name=box.name)
    if not box.nodes:
        desk.collector.add("conteneur-vide", box.span, name=box.name)
    # Elsewhere it is transparent: what may not stand around it may not stand in it.
    parent = "audience" if place.parent in ("page", "nested") else place.parent
    body = blocks(desk, document, box.nodes, replace(place, parent=parent))
    return Audience(box.span, audiences, territories, body)


def _around_list(
    desk: Desk, document: Document, box: Box, kind: str, place: Place
) -> tuple[tuple[Block, ...], list[Token]]:
    """Return what stands before the one list of ``box``, and the tokens of that list."""
    intro: list[Token] = []
    found: list[Token] = []
    for piece in pieces(box.nodes):
        if isinstance(piece, Box):
            desk.collector.add("liste-autre-chose", piece.span, name=box.name)
        elif found:
            desk.collector.add("liste-autre-chose", span_of(document, piece), name=box.name)
        elif piece[0].type == kind:
            found = piece
        else:
            intro += piece
    if not found:
        code = "etapes-sans-liste" if box.key == "steps" else "liste-sans-case"
        desk.collector.add(code, box.span, name=box.name)
    before = prose(desk, document, intro, place) if intro else None
    return (() if before is None else (before,)), found


def _steps(desk: Desk, document: Document, box: Box, place: Place) -> Steps | None:
    intro, found = _around_list(desk, document, box, "ordered_list_open", place)
    steps = prose(desk, document, found, place) if found else None
    return None if steps is None else Steps(box.span, intro, steps)


def _checklist(desk: Desk, document: Document, box: Box, place: Place) -> Checklist | None:
    taken = desk.ids.block("checklist", box, words_of(box.nodes))
    intro, found = _around_list(desk, document, box, "bullet_list_open", place)
    read: list[tuple[Attributes, list[Token], Span]] = []
    for item in groups(found[1:-1]) if found else ():
        span = span_of(document, item)
        if "checked" not in item[0].meta:
            desk.collector.add("liste-sans-case", span, name=box.name)
            continue
        if item[0].meta["checked"]:
            desk.collector.add("liste-deja-cochee", span)
        if any("checked" in token.meta for token in item[1:] if token.type == "list_item_open"):
            desk.collector.add("liste-imbriquee", span)
        attributes: Attributes = item[0].meta.get("attributes", Attributes())
        if attributes.flag("fixed"):
            desk.collector.add("attribut-sans-objet", span, text="{fixe}")
        read.append((attributes, item[1:-1], span))
    made = [(a.id, _words(tokens), span) for a, tokens, span in read]
    if taken.provisional or not made:
        letters = list(match_letters({}, [(i, words) for i, words, _ in made]).letters)
    else:
        letters = desk.ids.lock.letters(taken.id, made, desk.collector, "checklist")
    lines = []
    for (_, tokens, span), letter in zip(read, letters, strict=True):
        text = prose(desk, document, tokens, place)
        if text is None or not _words(tokens):
            desk.collector.add("liste-ligne-vide", span)
        lines.append(CheckLine(span, letter, () if text is None else (text,)))
    return Checklist(box.span, taken.id, taken.number, intro, tuple(lines)) if lines else None


def _words(tokens: list[Token]) -> str:
    return " ".join(plain_text(t.children or []) for t in tokens if t.type == "inline").strip()
