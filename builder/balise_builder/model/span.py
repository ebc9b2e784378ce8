"""Where something stands in the source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file; lines and columns begin at 1, the end is exclusive.

    Columns count Unicode code points of the line as the author sees it (after decoding, before
    any normalisation).
    """

    file: str
    """Path relative to the course folder, with ``/``."""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @classmethod
    def whole(cls, file: str) -> Span:
        """Return the span of a finding about a whole file or folder (line 1, column 1)."""
        return cls(file)
