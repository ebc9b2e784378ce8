"""Small work on the pieces of a paragraph, and on the XML that they come from."""

from __future__ import annotations

import re
from typing import Any

from balise_builder.word.content import Piece, Text

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def chosen(element: Any) -> Any:
    """Return the branch of an alternative that is read (ISO/IEC 29500-3, 7.6)."""
    choice = element.find(MC + "Choice")
    fallback = element.find(MC + "Fallback")
    found = choice if choice is not None else fallback
    return () if found is None else found


def clean(text: str) -> str:
    """Return text on one line, without the control signs that Markdown files refuse."""
    return re.sub(r"[\x7f\t\r\n\u0085\u2028\u2029]", " ", text)


def joined(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with neighbours of one look made one; blanks take any look."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if isinstance(piece, Text) and isinstance(last, Text):
            if not piece.text.strip() or _look(last) == _look(piece):
                found[-1] = Text(last.text + piece.text, *_look(last))
                continue
            if not last.text.strip():
                found[-1] = Text(last.text + piece.text, *_look(piece))
                continue
        found.append(piece)
    return found


def _look(text: Text) -> tuple[bool, bool, bool, bool]:
    return text.bold, text.italic, text.strike, text.lit
