"""A survey: scales and open questions that are never scored and never sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from balise_builder.model.blocks import Block, ItemBlock
    from balise_builder.model.span import Span


@dataclass(frozen=True, slots=True)
class Survey:
    """Questions asked one after the other: a reaction at the end, behaviour at three months."""

    span: Span
    intro: tuple[Block, ...]
    questions: tuple[ItemBlock, ...]
