"""A video or a recording that a page plays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from balise_builder.model.blocks import Block, Prose
    from balise_builder.model.span import Span


@dataclass(frozen=True, slots=True)
class Player:
    """A link alone in its paragraph to a video or a recording. Files are named by their source."""

    span: Span
    kind: Literal["video", "audio"]
    source: str
    title: Prose
    """The words of the link."""
    captions: str | None = None
    transcript: str | None = None
    poster: str | None = None
    body: tuple[Block, ...] = ()
    """The text of the transcript."""

    @property
    def files(self) -> tuple[str, ...]:
        """Return the sources of all that the player shows, the transcript's text excepted."""
        return tuple(name for name in (self.source, self.captions, self.poster) if name)
