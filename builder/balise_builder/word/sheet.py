"""Blocks → the lines of one Markdown file, with the places of the marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.markdown.attributes import known_line
from balise_builder.markdown.names import ALERTS, QUESTION
from balise_builder.source.folding import fold
from balise_builder.word import marks as texts
from balise_builder.word.content import (
    Block,
    Break,
    Call,
    Mark,
    Paragraph,
    Piece,
    Question,
    Table,
    Text,
    words,
)  # fmt: skip
from balise_builder.word.escape import escape
from balise_builder.word.inline import paragraph as inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALERT_WORDS = {fold(name): name for name in ALERTS}
CLOSING = re.compile(r"(?<!\\)#(?=#*$)")
"""Signs at the end of a heading, which would close it."""
SIGNS = ":!–-. \u00a0\u202f"


class Sheet:
    """One file while it is written."""

    def __init__(self, lang: str, head: Sequence[str]) -> None:
        self.lang = lang
        self.lines: list[str] = list(head)
        self.marks: list[tuple[int, Mark]] = []
        """Line of the file (from 1), and mark."""
        self.calls: list[str] = []
        self._pending: list[Mark] = []
        self._depths: list[int] = []
        self._listed = ""

    def text(self) -> str:
        """Return the file."""
        return "\n".join(self.lines).rstrip("\n") + "\n"

    def blocks(self, blocks: Iterable[Block | Question]) -> None:
        """Write blocks, each with its marks under it."""
        for block in blocks:
            if isinstance(block, Question):
                self._end_list()
                self._question(block)
            elif isinstance(block, Table):
                self._end_list()
                self._table(block)
            else:
                self._paragraph(block)
        self._end_list()

    def mark(self, mark: Mark) -> None:
        """Write a mark as an alert for the author."""
        body = texts.BEGIN[self.lang] + escape(texts.said(mark, self.lang))
        self._add(f"> {texts.ALERT[self.lang]}", f"> {body}")
        self.marks.append((len(self.lines), mark))

    def notes(self, notes: dict[str, list[Paragraph]]) -> None:
        """Write the notes that this file calls, each once."""
        for label in dict.fromkeys(self.calls):
            parts = [self._inline(p) for p in notes.get(label, [])]
            found = [p for p in parts if p] or ["…"]
            self._add(f"[^{label}]: {_indented(found[0], 4)}")
            for part in found[1:]:
                self._add(_indented(part, 4, first=True))
            self._pending += [m for p in notes.get(label, []) for m in p.marks]
        self._end_list()

    def _add(self, *lines: str) -> None:
        """Add a block, a blank line before it."""
        if self.lines and self.lines[-1]:
            self.lines.append("")
        for line in lines:
            self.lines += line.split("\n")

    def _end_list(self) -> None:
        self._depths, self._listed = [], ""
        pending, self._pending = self._pending, []
        for mark in pending:
            self.mark(mark)

    def _inline(self, block: Paragraph, *, one_line: bool = False) -> str:
        return self._pieces(block.pieces, one_line=one_line)

    def _pieces(self, pieces: Sequence[Piece], *, one_line: bool = False) -> str:
        self.calls += [p.label for p in pieces if isinstance(p, Call)]
        text, whole = inline(pieces, one_line=one_line, no_alt=texts.NO_ALT[self.lang])
        if not whole:
            self._pending.append(("emphasis", words(list(pieces))[:80]))
        return text

    def _paragraph(self, block: Paragraph) -> None:
        listed = block.place is not None or block.check is not None
        if not listed and not block.empty:
            self._end_list()
        text = self._inline(block, one_line=block.heading > 0 or listed)
        self._pending += block.marks
        if text and listed:
            self._line(block, text)
        elif text and block.heading:
            self._add("#" * min(max(block.heading, 2), 6) + " " + CLOSING.sub(r"\\#", text))
        elif text and (name := self._alert(block)):
            self._boxed(block, name)
        elif text and block.role == "quote":
            self._add(*(f"> {line}" for line in text.split("\n")))
        elif text:
            self._add(text)
            self._pending += [("frame", "")] if block.boxed else []
        if not listed:
            self._end_list()
        if block.after:
            self._end_list()
            self.mark(("box", ""))
            self.blocks(block.after)

    def _alert(self, block: Paragraph) -> str:
        """Return the name of the alert that a framed paragraph says it is, "" for another."""
        first = block.text.strip().split(" ")[0].split("\u00a0")[0].rstrip(SIGNS)
        rest = block.text.strip()[len(first) :].lstrip()
        return ALERT_WORDS.get(fold(first), "") if block.boxed and rest[:1] in ":!" else ""

    def _boxed(self, block: Paragraph, name: str) -> None:
        """Write a framed paragraph that begins with « Attention : » as that alert."""
        pieces = [Text(p.text) if isinstance(p, Text) else p for p in block.pieces]
        text = self._pieces(_without_start(pieces, name))
        self._add(f"> [!{name}]", *(f"> {line}" for line in text.split("\n")))

    def _line(self, block: Paragraph, text: str) -> None:
        """Write one line of a list, under the one that it belongs to."""
        place = block.place
        level = min(place.level if place else 0, len(self._depths))
        kind = f"{place.list if place else ''}/{bool(place and place.numbered)}"
        if level == 0 and self._listed and self._listed != kind:
            self._end_list()
        sign = f"{place.number}." if place and place.numbered else "-"
        if block.check is not None:
            sign = "- [x]" if block.check else "- [ ]"
        if place and place.lettered and place.number == 1 and block.check is None:
            self._pending.append(("letters", ""))
        indent = sum(self._depths[:level])
        if not self._depths and self.lines and self.lines[-1]:
            self.lines.append("")
        if not level:
            self._listed = kind
        self.lines.append(" " * indent + f"{sign} {text}")
        self._depths = [*self._depths[:level], 2 if sign[0] == "-" else len(sign) + 1]

    def _table(self, table: Table) -> None:
        rows = [[self._cell(cell) for cell in row] for row in table.rows]
        rows = [row for row in rows if any(row)]
        width = max((len(row) for row in rows), default=0)
        pending = [*self._pending, *table.marks]
        self._pending = []
        inner = [p for row in table.rows for cell in row for b in cell for p in _all(b)]
        if width == 1 and len(rows) == 1:
            self._framed(table.rows, pending)
            return
        if rows:
            rows = [row + [""] * (width - len(row)) for row in rows]
            lines = [f"| {' | '.join(row)} |" for row in rows]
            self._add(lines[0], f"|{' --- |' * width}", *lines[1:])
        self._pending = pending + [m for p in inner for m in p.marks]
        boxes = [b for p in inner for b in p.after]
        self._end_list()
        if boxes:
            self.mark(("box", ""))
            self.blocks(boxes)

    def _framed(self, rows: list[list[list[Block]]], pending: list[Mark]) -> None:
        """Write a table of one cell as what it is: a frame around paragraphs."""
        blocks = [b for row in rows for cell in row for b in cell]
        filled = [b for b in blocks if not (isinstance(b, Paragraph) and b.empty)]
        if len(filled) == 1 and isinstance(only := filled[0], Paragraph):
            only.boxed = True
        else:
            pending = [*pending, ("frame", "")]
        self.calls = self.calls[: len(self.calls) - sum(_calls(b) for b in blocks)]
        self._pending = []
        self.blocks(filled)
        self._pending = [m for m in pending if m[0] not in ("cell-blocks", "cells")]
        self._end_list()

    def _cell(self, cell: list[Block]) -> str:
        found = [p for b in cell for p in _all(b)]
        parts = [self._inline(p, one_line=True) for p in found]
        kept = [part for part in parts if part]
        if len(kept) > 1:
            self._pending.append(("cell-blocks", " / ".join(p.text for p in found if p.text)))
        text = " ".join(kept)
        # A table takes the backslash off a bar before the cell is read as text.
        return text.replace("\\|", "&#124;") if text.startswith("\\|") else text

    def _question(self, question: Question) -> None:
        stem = self._pieces([_bold(p) for p in question.stem.pieces])
        if known_line(stem, QUESTION):
            stem = stem.replace(":", "\\:", 1)
        self._add("::: question", "", stem, "")
        for choice in question.choices:
            box = "[x]" if choice.right else "[ ]"
            self.lines.append(f"- {box} {self._pieces(choice.pieces, one_line=True)}")
            for number, part in enumerate(choice.feedback):
                self.lines += ["  >"] if number else []
                self.lines += [f"  > {line}" for line in self._inline(part).split("\n")]
        if question.general:
            self._add("> [!REMARQUE]" if self.lang == "fr" else "> [!NOTE]")
            for part in question.general:
                self.lines += [f"> {line}" for line in self._inline(part).split("\n")]
        self._add(":::")
        self._pending += question.marks
        self._end_list()
        if question.stem.after:
            self.mark(("box", ""))
            self.blocks(question.stem.after)


def _all(block: Block) -> list[Paragraph]:
    if isinstance(block, Paragraph):
        return [block]
    return [p for row in block.rows for cell in row for b in cell for p in _all(b)]


def _calls(block: Block) -> int:
    return sum(isinstance(piece, Call) for p in _all(block) for piece in p.pieces)


def _bold(piece: Piece) -> Piece:
    """Return a piece of a stem in bold; its blanks are not."""
    return Text(piece.text, bold=True) if isinstance(piece, Text) else piece


def _indented(text: str, width: int, *, first: bool = False) -> str:
    pad = " " * width
    lines = text.split("\n")
    return "\n".join(pad + line if first or n else line for n, line in enumerate(lines))


def _without_start(pieces: list[Piece], name: str) -> list[Piece]:
    """Return pieces without the word that the alert now says, when it says exactly that word."""
    left = len(name)
    found: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Text) or left <= 0:
            found.append(piece)
            continue
        text = piece.text.lstrip() if not found else piece.text
        taken = min(left, len(text))
        left -= taken
        text = text[taken:].lstrip(SIGNS) if left == 0 else text[taken:]
        left = left if left else -1
        found += [Text(text)] if text else []
    while found and isinstance(found[0], Break):
        found = found[1:]
    first = found[0] if found else None
    if isinstance(first, Text):
        return [Text(first.text[:1].upper() + first.text[1:]), *found[1:]]
    return found
