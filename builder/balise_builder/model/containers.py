"""Containers that arrange a page: steps, tabs, folds, a case, a checklist, text for some only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.model.blocks import Block, Prose
    from balise_builder.model.span import Span

DocumentKind = Literal["mail", "log", "text", "form"]


@dataclass(frozen=True, slots=True)
class Part:
    """What a ``### title`` begins: a tab, a fold, a document of a case."""

    span: Span
    title: Prose
    """The heading: its opening token (with ``meta["anchor"]``), its words, its end."""
    body: tuple[Block, ...]
    kind: DocumentKind | None = None
    """``type=`` of a document of a case; ``None``: a document of no particular kind."""


@dataclass(frozen=True, slots=True)
class Tabs:
    """Alternatives: one is shown at a time, all of them on paper."""

    span: Span
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Details:
    """Fold-outs, closed at first."""

    span: Span
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Documents to read before deciding, after an introduction."""

    span: Span
    intro: tuple[Block, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Ordered steps: an introduction, and the tokens of one numbered list."""

    span: Span
    intro: tuple[Block, ...]
    steps: Prose


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A line of a checklist."""

    span: Span
    letter: str
    """Frozen in ``ids.lock``; never reused."""
    text: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist that the learner keeps on the device; never in the state, never sent."""

    span: Span
    id: str
    number: int
    intro: tuple[Block, ...]
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class Audience:
    """Text for some audiences or territories; a course built for others does not hold it."""

    span: Span
    audiences: tuple[str, ...]
    territories: tuple[str, ...]
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text in the language of the source, where a translation has none."""

    span: Span
    language: str
    """BCP 47, of the text."""
    body: tuple[Block, ...]
    tagged: bool = True
    """Whether it says so: once for a passage, not for each choice of a question."""


Container = Tabs | Details | Case | Steps | Checklist | Audience | Foreign


def inner_blocks(block: Container) -> tuple[Block, ...]:
    """Return the blocks that a container holds, titles included, in reading order."""
    if isinstance(block, Steps):
        return (*block.intro, block.steps)
    if isinstance(block, Checklist):
        return (*block.intro, *(b for line in block.lines for b in line.text))
    if isinstance(block, Audience | Foreign):
        return block.body
    intro = block.intro if isinstance(block, Case) else ()
    return (*intro, *(b for part in block.parts for b in (part.title, *part.body)))


def part_heading(tokens: list[Token]) -> tuple[Token, ...]:
    """Return the tokens of a heading, marked as the title of a part (a parse is shared)."""
    opening = tokens[0]
    return (opening.copy(meta={**opening.meta, "part": True}), *tokens[1:])
