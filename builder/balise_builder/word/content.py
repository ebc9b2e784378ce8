"""What a Word document holds, between reading and writing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Mark: TypeAlias = tuple[str, str]
"""What to look at: a key of :data:`~balise_builder.word.marks.MARKS`, and what was seen."""


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    lit: bool = False
    """Highlighted or coloured: perhaps the sign of a right answer."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside; ``pieces`` is what one reads."""

    target: str
    pieces: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, by its name in ``media/``."""

    name: str
    alt: str
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """The call of a footnote or endnote."""

    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A check box of Word."""

    checked: bool


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


Piece: TypeAlias = Text | Link | Image | Call | Tick | Break


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in a list of Word."""

    list: str
    """The list's number in the document."""
    level: int
    """From 0."""
    numbered: bool
    lettered: bool = False
    number: int = 1


@dataclass(slots=True)
class Paragraph:
    """A paragraph, a heading or one line of a list."""

    pieces: list[Piece] = field(default_factory=list)
    heading: int = 0
    """1 to 9 for headings."""
    role: str = ""
    """``title``, ``subtitle``, ``toc``, ``quote`` or nothing."""
    place: Place | None = None
    check: bool | None = None
    """A line with a check box outside a question: ticked or not."""
    boxed: bool = False
    marks: list[Mark] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    """What text boxes anchored here hold."""

    @property
    def text(self) -> str:
        """Return the words one reads, pictures and calls apart."""
        return words(self.pieces)

    @property
    def empty(self) -> bool:
        """Return whether nothing at all stands here."""
        return not (self.text.strip() or self.marks or self.after) and not any(
            isinstance(p, Image | Call | Tick) for p in self.pieces
        )


@dataclass(slots=True)
class Table:
    """A table: rows of cells, each a list of blocks."""

    rows: list[list[list[Block]]]
    marks: list[Mark] = field(default_factory=list)


Block: TypeAlias = Paragraph | Table


@dataclass(slots=True)
class Choice:
    """One answer of a question."""

    pieces: list[Piece]
    right: bool
    feedback: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Question:
    """What is surely a question."""

    stem: Paragraph
    choices: list[Choice]
    general: list[Paragraph] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Source:
    """A whole document."""

    title: str
    blocks: list[Block]
    notes: dict[str, list[Paragraph]]
    """Footnotes and endnotes by label."""
    media: dict[str, bytes]
    """Files of ``media/`` by ASCII name."""
    marks: list[Mark]
    """What concerns the whole document: headers, macros, unreadable parts."""


def words(pieces: list[Piece]) -> str:
    """Return the text of pieces; breaks are spaces."""
    parts = []
    for piece in pieces:
        if isinstance(piece, Text):
            parts.append(piece.text)
        elif isinstance(piece, Link):
            parts += [p.text for p in piece.pieces]
        elif isinstance(piece, Break):
            parts.append(" ")
    return "".join(parts)
