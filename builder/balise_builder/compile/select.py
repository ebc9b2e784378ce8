"""The text of one audience and territory: blocks ``public`` for others are taken out of a file.

This is done on the tree of the file, before anything is compiled: ids, letters, forms, thresholds,
links and notes of a variant are then checked by the same rules as those of a whole course.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from markdown_it.token import Token

from balise_builder.markdown import Box, Note, Run
from balise_builder.source.folding import fold_key

if TYPE_CHECKING:
    from balise_builder.markdown import Document
    from balise_builder.model import Variant

AUDIENCE = "audience"


def select(document: Document, variant: Variant) -> Document:
    """Return ``document`` as ``variant`` has it; the same one when it holds no ``public``."""
    dropped: list[Box] = []
    nodes = _nodes(document.nodes, variant, dropped)
    notes = tuple(replace(n, nodes=_nodes(n.nodes, variant, dropped)) for n in document.notes)
    if not dropped:
        return replace(document, nodes=tuple(nodes), notes=notes)
    lines = {n for box in dropped for n in range(box.span.line, box.lines[1] + 2)}
    gone = list(_tokens(dropped))
    identities = {id(token) for token in gone}
    inlines = [token for token in document.inlines if id(token) not in identities]
    notes = _called(notes, inlines)
    numbered = _renumbered(inlines)
    for run in _runs([*nodes, *(node for note in notes for node in note.nodes)]):
        run.tokens[:] = [numbered.get(id(token), token) for token in run.tokens]
    return replace(
        document, nodes=tuple(nodes), notes=notes,
        references=tuple(r for r in document.references if r.span.line not in lines),
        anchors=document.anchors - {t.meta["anchor"] for t in gone if "anchor" in t.meta},
        accepted=tuple(a for a in document.accepted if a.span.line not in lines),
        inlines=tuple(numbered.get(id(token), token) for token in inlines),
    )  # fmt: skip


def _renumbered(inlines: Iterable[Token]) -> dict[int, Token]:
    """Return, by their identity, copies of the tokens whose calls of notes have other numbers."""
    calls: dict[str, int] = {}
    copies: dict[int, Token] = {}
    for token in inlines:
        children = list(token.children or [])
        for index, child in enumerate(children):
            if child.type == "footnote_ref":
                label: str = child.meta["label"]
                count = calls[label] = calls.get(label, -1) + 1
                number = {"number": list(calls).index(label) + 1, "call": count}
                children[index] = child.copy(meta={**child.meta, **number})
        if any(new is not old for new, old in zip(children, token.children or [], strict=True)):
            copies[id(token)] = token.copy(children=children)
    return copies


def _runs(nodes: Iterable[Run | Box]) -> Iterator[Run]:
    for node in nodes:
        if isinstance(node, Run):
            yield node
            inner = [t.meta["box"] for t in node.tokens if t.type == "block"]
            yield from _runs(inner)
        else:
            yield from _runs(node.nodes)


def is_empty(document: Document) -> bool:
    """Return whether a file holds nothing for anyone."""
    return not any(isinstance(node, Box) or node.tokens for node in document.nodes)


def _called(notes: Iterable[Note], inlines: Iterable[Token]) -> tuple[Note, ...]:
    """Return the notes that what is left calls."""
    labels = {
        child.meta["label"]
        for token in inlines for child in token.children or [] if child.type == "footnote_ref"
    }  # fmt: skip
    return tuple(note for note in notes if note.label in labels)


def _nodes(nodes: Iterable[Run | Box], variant: Variant, dropped: list[Box]) -> list[Run | Box]:
    found: list[Run | Box] = []
    for node in nodes:
        kept: list[Run | Box]
        if isinstance(node, Run):
            kept = [Run(tokens)] if (tokens := _run(node.tokens, variant, dropped)) else []
        else:
            kept = _box(node, variant, dropped)
        for one in kept:
            if isinstance(one, Run) and found and isinstance(last := found[-1], Run):
                found[-1] = Run([*last.tokens, *one.tokens])
            else:
                found.append(one)
    return found


def _run(tokens: Iterable[Token], variant: Variant, dropped: list[Box]) -> list[Token]:
    found: list[Token] = []
    for token in tokens:
        if token.type != "block":
            found.append(token)
            continue
        for node in _box(token.meta["box"], variant, dropped):
            if isinstance(node, Run):
                found += node.tokens
            else:
                found.append(Token("block", "", 0, block=True, meta={"box": node}))
    return found


def _box(box: Box, variant: Variant, dropped: list[Box]) -> list[Run | Box]:
    """Return what is left of a container: nothing, what it holds, or itself."""
    if box.key != AUDIENCE or not box.closed:
        return [replace(box, nodes=_nodes(box.nodes, variant, dropped))]
    open_questions = dict(box.attributes.values or {})
    for key, wanted in (("audiences", variant.audience), ("territories", variant.territory)):
        if not wanted or key not in open_questions:
            continue
        if fold_key(wanted) not in {fold_key(word) for word in box.attributes.words(key)}:
            dropped.append(box)
            return []
        del open_questions[key]
    inside = _nodes(box.nodes, variant, dropped)
    if not open_questions:
        return inside
    return [replace(box, nodes=inside, attributes=replace(box.attributes, values=open_questions))]


def _tokens(nodes: Iterable[Run | Box]) -> Iterator[Token]:
    for node in nodes:
        if isinstance(node, Box):
            yield from _tokens(node.nodes)
            continue
        for token in node.tokens:
            yield token
            if token.type == "block":
                yield from _tokens([token.meta["box"]])
