"""Text of a source file: what the parser reads, and where that stands for the author."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from balise_builder.model import Span

NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class SourceText:
    """One decoded source file.

    The parser reads :attr:`body`: accents composed (NFC), Unix line ends, the front matter
    replaced by empty lines, so that line numbers are those of the file. Every place given in
    lines and columns *of that text* is turned by :meth:`span` into what the author sees.
    """

    file: str
    """Path relative to the course folder, with ``/``, as the author named it."""
    raw: str
    """Decoded text without BOM; line ends and accents as in the file."""
    text: str
    """The whole text, NFC, Unix line ends."""
    bom: bool = False
    body_line: int = 1
    """Line (from 1) where the body begins; the lines above it are the front matter."""
    _starts: tuple[int, ...] = ()
    _columns: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, file: str, raw: str, *, bom: bool = False) -> SourceText:
        """Return the text of ``file`` from its decoded content."""
        parts = NEWLINE.split(raw)
        starts = (0, *(m.end() for m in NEWLINE.finditer(raw)))
        lines: list[str] = []
        columns: dict[int, tuple[int, ...]] = {}
        for number, line in enumerate(parts, 1):
            composed = line if line.isascii() else unicodedata.normalize("NFC", line)
            if composed != line:
                columns[number] = _column_map(line, composed)
            lines.append(composed)
        return cls(file, raw, "\n".join(lines), bom, 1, starts, columns)

    @property
    def body(self) -> str:
        """What the Markdown parser reads: the text with the front matter blanked."""
        if self.body_line == 1:
            return self.text
        return "\n" * (self.body_line - 1) + "\n".join(self.lines[self.body_line - 1 :])

    @property
    def lines(self) -> list[str]:
        """Lines of :attr:`text`, without their ends."""
        return self.text.split("\n")

    def column(self, line: int, column: int) -> int:
        """Return the author's column of a column (both from 1) of :attr:`text`."""
        places = self._columns.get(line)
        if places is None:
            return column
        if column <= len(places):
            return places[column - 1]
        return places[-1] + column - len(places)

    def span(
        self, line: int, column: int = 1, end_line: int | None = None, end_column: int | None = None
    ) -> Span:
        """Return the author's span of a stretch of :attr:`text` (from 1, end exclusive).

        Without an end, the span goes to the end of the line ``end_line`` (default: ``line``).
        """
        last = line if end_line is None else end_line
        if end_column is None:
            lines = self.lines
            end_column = len(lines[last - 1]) + 1 if 0 < last <= len(lines) else 1
        return Span(self.file, line, self.column(line, column), last, self.column(last, end_column))

    def offset(self, line: int, column: int) -> int:
        """Return the index in :attr:`raw` of an author's line and column."""
        if line > len(self._starts):
            return len(self.raw)
        return min(self._starts[line - 1] + column - 1, len(self.raw))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the author's line and column of an index in :attr:`raw`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _column_map(line: str, composed: str) -> tuple[int, ...]:
    """Return, for each index of ``composed`` and its end, the column in ``line``."""
    pieces: list[str] = []
    for char in line:
        joins = bool(pieces) and (
            unicodedata.combining(char) != 0
            or unicodedata.normalize("NFC", pieces[-1] + char)
            != unicodedata.normalize("NFC", pieces[-1]) + unicodedata.normalize("NFC", char)
        )
        if joins:
            pieces[-1] += char
        else:
            pieces.append(char)
    columns: list[int] = []
    for start, piece in zip(accumulate((len(p) for p in pieces), initial=0), pieces, strict=False):
        width = len(unicodedata.normalize("NFC", piece))
        columns += [start + min(k, len(piece) - 1) + 1 for k in range(width)]
    columns = columns[: len(composed)]
    return (*columns, len(line) + 1)
