"""A term of the glossary that all courses share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from balise_builder.model.blocks import Block
    from balise_builder.model.span import Span


@dataclass(frozen=True, slots=True)
class Term:
    """``## terme`` in ``glossaire.md``, and what stands under it."""

    span: Span
    key: str
    """Folded, without marks of the plural: what a text that names it is compared with."""
    id: str
    """Slug, for the address on a page."""
    title: str
    body: tuple[Block, ...]
