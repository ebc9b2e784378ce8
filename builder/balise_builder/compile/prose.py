"""Nodes of a file → blocks of the model, where any container may stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from markdown_it.token import Token

from balise_builder.compile.desk import PARENTS, Desk, Place, reject
from balise_builder.markdown import Box, Run, plain_text
from balise_builder.markdown.tree import spec_of
from balise_builder.model import (
    Block,
    Facilitation,
    HelpBlock,
    ItemBlock,
    Prose,
    Protocol,
    Reflection,
    Span,
)
from balise_builder.source.folding import fold_key

if TYPE_CHECKING:
    from balise_builder.markdown import Document

AT_TOP = frozenset({"notice", "light", "assessment", "bank", "scenario", "survey", "shared"})
"""Containers that stand directly in a page or in ``banque.md``, never in a list or quote."""


def blocks(
    desk: Desk, document: Document, nodes: Iterable[Run | Box], place: Place
) -> tuple[Block, ...]:
    """Return the blocks of ``nodes``. Facilitation notes of a page are set aside for the guide."""
    found: list[Block] = []
    for node in nodes:
        if isinstance(node, Run):
            made: Block | None = prose(desk, document, node.tokens, place)
        elif node.key == "shared" and node.closed and _allowed(node.key, place.parent):
            found += _shared(desk, node, place)
            continue
        else:
            made = block(desk, document, node, place)
        if made is not None:
            found.append(made)
    return tuple(found)


def block(desk: Desk, document: Document, box: Box, place: Place) -> Block | None:
    """Return the block of one container; ``None`` for what no page shows or after a finding."""
    from balise_builder.compile.containers import KEYS as CONTAINERS
    from balise_builder.compile.containers import container
    from balise_builder.compile.evaluations import evaluation
    from balise_builder.compile.questions import question

    if not box.key or not box.closed:
        return None
    if box.key == "bank" and place.parent != "bank-file":
        desk.collector.add("banque-hors-fichier", box.span, name=box.name)
        return None
    if not _allowed(box.key, place.parent):
        reject(desk, box, place.parent)
        return None
    if box.key == "question":
        item = question(desk, document, box, place)
        return None if item is None else ItemBlock(item)
    if box.key == "assessment":
        return evaluation(desk, document, box, place)
    if box.key == "survey":
        from balise_builder.compile.surveys import survey

        return survey(desk, document, box, place)
    if box.key == "scenario":
        from balise_builder.compile.scenarios import scenario

        return scenario(desk, document, box, place)
    if box.key == "help":
        return _help(desk, box)
    if box.key in CONTAINERS:
        return container(desk, document, box, place)
    inner = replace(place, parent=box.key)
    if box.key == "facilitation":
        body = blocks(desk, document, box.nodes, inner)
        no_notes(desk, box.nodes, "facilitation")
        made = Facilitation(
            box.span, box.attributes.text("role") or "both", box.attributes.number("minutes"), body
        )
        if place.parent == "session":
            return made
        desk.facilitation.append(made)
        return None
    words = words_of(box.nodes)
    if not words and box.key == "reflection":
        desk.collector.add("conteneur-vide", box.span, name=box.name)
    kind = "note" if box.key == "reflection" else "protocol"
    taken = desk.ids.block(kind, box, words if box.key == "reflection" else "")
    body = blocks(desk, document, box.nodes, inner)
    if box.key == "reflection":
        return Reflection(box.span, taken.id, taken.number, body)
    return Protocol(box.span, taken.id, body, box.attributes.text("title") or "")


def _shared(desk: Desk, box: Box, place: Place) -> tuple[Block, ...]:
    """Return the blocks of the page of ``_commun/pages`` that a block ``commun`` names."""
    from balise_builder.compile.shared import shared_file, shared_nodes

    if box.nodes:
        desk.collector.add("conteneur-sans-texte", box.span, name=box.name)
    document = desk.shared.get(shared_file(desk.folder, box))
    return () if document is None else blocks(desk, document, shared_nodes(document), place)


def _allowed(key: str, parent: str) -> bool:
    if parent == "page":
        return key != "bank"
    if parent in ("transcript", "glossary"):
        return False
    if parent == "session":
        return key in ("facilitation", "help")
    if parent == "bank-file":
        return key in ("bank", "facilitation")
    if parent in ("nested", "footnote"):
        return key not in AT_TOP and parent == "nested"
    return key in spec_of(parent).holds


def _help(desk: Desk, box: Box) -> HelpBlock:
    if box.nodes:
        desk.collector.add("conteneur-sans-texte", box.span, name=box.name)
    registers = desk.folder.registers
    return HelpBlock(
        box.span,
        labels(desk, box, "territories", registers.territories, "territoire-inconnu"),
        labels(desk, box, "audiences", registers.audiences, "public-inconnu"),
    )


def labels(desk: Desk, box: Box, key: str, known: Iterable[str], code: str) -> tuple[str, ...]:
    """Return the values of an attribute as their register writes them; report unknown ones."""
    names = {fold_key(name): name for name in known}
    found = []
    for word in box.attributes.words(key):
        name = names.get(fold_key(word))
        if name is None:
            desk.collector.add(
                code,
                box.attributes.span(key, box.span),
                value=word,
                known=", ".join(names.values()) or "—",
            )
        else:
            found.append(name)
    return tuple(found)


def prose(desk: Desk, document: Document, tokens: Sequence[Token], place: Place) -> Prose | None:
    """Return tokens as prose, their inner containers made blocks; ``None`` for no token."""
    from balise_builder.compile.players import lone_player, player

    kept: list[Token] = []
    played = 0
    """Tokens of a paragraph that is a player, still to be passed over."""
    for index, token in enumerate(tokens):
        link = lone_player(tokens, index)
        if link is not None:
            span = span_of(document, [token])
            made = player(desk, tokens[index + 1], link, span, place)
            kept.append(Token("block", "", 0, block=True, map=token.map, meta={"block": made}))
            played = 3
        if played:
            played -= 1
            continue
        for child in token.children or []:
            if "player" in child.meta:
                desk.collector.add("lecteur-dans-une-phrase", child.meta["span"])
        if token.type == "block":
            nested = replace(place, parent="nested") if place.parent == "page" else place
            box: Box = token.meta["box"]
            if box.key in AT_TOP:
                reject(desk, box, "nested")
                continue
            inner = block(desk, document, box, nested)
            if inner is not None:
                kept.append(Token("block", "", 0, block=True, meta={"block": inner}))
            continue
        if token.type in ("list_item_open", "heading_open") and "attributes" in token.meta:
            place_of = token.meta.get("box") or span_of(document, [token])
            desk.collector.add("attribut-sans-objet", place_of, text="{…}")
        kept.append(token)
    if not kept:
        return None
    return Prose(span_of(document, kept), tuple(kept))


def span_of(document: Document, tokens: Sequence[Token]) -> Span:
    """Return the lines that tokens cover."""
    maps = [token.map for token in tokens if token.map]
    if not maps:
        return Span.whole(document.source.file)
    return document.scribe.line_span(min(m[0] for m in maps), max(m[1] for m in maps) - 1)


def groups(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the top-level blocks of ``tokens``, each from its opening to its closing token."""
    found: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            found.append([])
        found[-1].append(token)
        depth += token.nesting
    return found


def words_of(nodes: Iterable[Run | Box]) -> str:
    """Return the words of the prose of ``nodes``."""
    parts = []
    for node in nodes:
        if isinstance(node, Run):
            parts += [plain_text(t.children or []) for t in node.tokens if t.type == "inline"]
    return " ".join(parts).strip()


def no_notes(desk: Desk, nodes: Iterable[Run | Box], parent: str) -> None:
    """Report the footnote calls of ``nodes``, where there is no page to show the note."""
    for node in nodes:
        if isinstance(node, Box):
            no_notes(desk, node.nodes, parent)
            continue
        for token in node.tokens:
            for child in token.children or []:
                if child.type == "footnote_ref":
                    fr, en = PARENTS[parent]
                    desk.collector.add(
                        "note-ici-impossible", child.meta["span"], where=fr, where_en=en
                    )
