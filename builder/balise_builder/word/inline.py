"""Pieces of a paragraph → one stretch of Markdown, proved by parsing it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from balise_builder.word.content import Break, Call, Image, Link, Piece, Text, Tick
from balise_builder.word.escape import begin, escape

if TYPE_CHECKING:
    from collections.abc import Sequence

GLUED = re.compile(r"[(:]")


def markdown(
    pieces: Sequence[Piece], *, one_line: bool = False, plain: bool = False, no_alt: str = ""
) -> str:
    """Return the pieces as Markdown; ``""`` when they hold nothing.

    :param one_line: line breaks become spaces (titles, cells, answers).
    :param plain: bold and italic are left out.
    :param no_alt: the alternative text of a picture that has none.
    """
    parts: list[str] = []
    for number, piece in enumerate(pieces):
        before = parts[-1] if parts else ""
        if isinstance(piece, Break):
            parts.append(" " if one_line else "\n")
        elif isinstance(piece, Image):
            parts.append(image(piece, no_alt))
        elif isinstance(piece, Call):
            parts.append(f"[^{piece.label}]")
        elif isinstance(piece, Tick):
            parts.append("☒ " if piece.checked else "☐ ")
        elif isinstance(piece, Link):
            inside = _texts(piece.pieces, plain=plain).strip()
            parts.append(f"[{inside}]({piece.target})")
        else:
            after = pieces[number + 1] if number + 1 < len(pieces) else None
            text = _texts([piece], plain=plain)
            if before.endswith((")", "]")) and GLUED.match(text) and _linked(pieces[number - 1]):
                text = "\\" + text
            if isinstance(after, Link | Call | Image) and text.endswith("!"):
                text = text[:-1] + "\\!"
            parts.append(text)
    return _lines("".join(parts))


def image(piece: Image, no_alt: str) -> str:
    """Return a picture as Markdown."""
    if piece.decorative:
        return f"![]({piece.name}){{décoratif}}"
    return f"![{escape(piece.alt or no_alt)}]({piece.name})"


def _linked(piece: Piece) -> bool:
    return isinstance(piece, Link | Call | Image)


def _texts(pieces: Sequence[Text], *, plain: bool) -> str:
    parts = []
    for piece in pieces:
        text = escape(piece.text)
        signs = "" if plain else "**" * piece.bold + "*" * piece.italic
        signs = signs if not piece.strike or plain else f"~~{signs}"
        core = text.strip()
        if not signs or not core:
            parts.append(text)
            continue
        start = text.index(core[0]) if core else 0
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        parts.append(f"{text[:start]}{signs}{core}{signs[::-1]}{text[end:]}")
    return "".join(parts)


def _lines(text: str) -> str:
    """Return the lines of a paragraph, each safe at its beginning, joined by hard breaks."""
    lines = [" ".join(part.split(" ")).strip() for part in text.split("\n")]
    return "\\\n".join(begin(line) for line in lines if line)


def same(text: str) -> str:
    """Return words by which two texts are compared: composed, without blanks."""
    return "".join(unicodedata.normalize("NFC", text).split())


def reads_as(text: str, pieces: Sequence[Piece], no_alt: str = "") -> bool:
    """Return whether the dialect reads ``text`` as exactly the words of ``pieces``."""
    from balise_builder.markdown import parse, plain_text
    from balise_builder.source.text import SourceText

    document = parse(SourceText.of("word.md", f"{text}\n"))
    shown = "".join(plain_text(t.children or []) for t in document.inlines)
    expected = []
    for piece in pieces:
        if isinstance(piece, Text):
            expected.append(piece.text)
        elif isinstance(piece, Link):
            expected += [p.text for p in piece.pieces]
        elif isinstance(piece, Tick):
            expected.append("☒" if piece.checked else "☐")
        elif isinstance(piece, Image) and not piece.decorative:
            expected.append(piece.alt or no_alt)
    told = {d.code for d in document.found} - {"note-inconnue"}
    return same(shown) == same("".join(expected)) and not told


def paragraph(pieces: Sequence[Piece], *, one_line: bool, no_alt: str) -> tuple[str, bool]:
    """Return the pieces as Markdown, and whether bold and italic could be kept."""
    text = markdown(pieces, one_line=one_line, no_alt=no_alt)
    if not any(_styled(p) for p in pieces) or reads_as(text, pieces, no_alt):
        return text, True
    return markdown(pieces, one_line=one_line, plain=True, no_alt=no_alt), False


def _styled(piece: Piece) -> bool:
    texts = piece.pieces if isinstance(piece, Link) else (piece,)
    return any(isinstance(t, Text) and (t.bold or t.italic or t.strike) for t in texts)
