"""A link alone to ``.mp4`` or ``.mp3`` → a player, with its captions and its transcript."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.markdown import Run, parse
from balise_builder.markdown.attributes import Attributes
from balise_builder.model import Player, Prose
from balise_builder.source.decode import read_text

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.compile.desk import Desk, Place
    from balise_builder.markdown import Box, Document
    from balise_builder.model import Block, Span


def lone_player(tokens: Sequence[Token], index: int) -> Token | None:
    """Return the link to a film or a recording that is alone in the paragraph at ``index``."""
    if tokens[index].type != "paragraph_open" or index + 1 >= len(tokens):
        return None
    inside = [
        child for child in tokens[index + 1].children or []
        if child.type != "text" or child.content.strip()
    ]  # fmt: skip
    if not inside or inside[0].type != "link_open" or "player" not in inside[0].meta:
        return None
    closed = next(i for i, child in enumerate(inside) if child.type == "link_close")
    return inside[0] if closed == len(inside) - 1 else None


def player(desk: Desk, inline: Token, link: Token, span: Span, place: Place) -> Player:
    """Return the player of a paragraph.

    :param link: the opening token, whose ``meta["player"]`` holds the attributes.
    """
    attributes: Attributes = link.meta["player"]
    source = str(link.attrs["href"])
    transcript = attributes.text("transcript")
    return Player(
        span, "video" if source.lower().endswith(".mp4") else "audio", source,
        Prose(span, (inline,)), attributes.text("captions"), transcript,
        attributes.text("poster"), _transcript(desk, transcript, place) if transcript else (),
    )  # fmt: skip


def transcripts(desk: Desk, documents: dict[str, Document]) -> dict[str, Document]:
    """Return the transcripts that the files of a course name, parsed, by their source."""
    found: dict[str, Document] = {}
    for document in documents.values():
        for reference in document.references:
            file = desk.folder.media.get(reference.target)
            if reference.kind == "transcript" and file is not None and file.kind == "transcript":
                text = read_text(file.path, file.source, desk.collector)
                if text is not None:
                    found[file.source] = parse(text)
    return found


def _transcript(desk: Desk, source: str, place: Place) -> tuple[Block, ...]:
    """Return the text of a transcript; its headings are no targets on the page that shows it."""
    from balise_builder.compile.prose import blocks

    document = desk.transcripts.get(source)
    if document is None:
        return ()
    nodes: list[Run | Box] = [
        Run([_no_target(t) for t in node.tokens]) if isinstance(node, Run) else node
        for node in document.nodes
    ]
    for note in document.notes:
        desk.collector.add("note-ici-impossible", note.span, where=WHERE[0], where_en=WHERE[1])
    return blocks(desk, document, nodes, replace(place, parent="transcript"))


def _no_target(token: Token) -> Token:
    if token.type != "heading_open":
        return token
    return token.copy(meta={k: v for k, v in token.meta.items() if k != "anchor"})


WHERE = ("une transcription", "a transcript")
