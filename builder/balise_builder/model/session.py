"""The in-person session that a pair gives: a trainer and a community worker (``seance.md``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from balise_builder.model.blocks import Block
    from balise_builder.model.span import Span

Role = Literal["training", "community", "both"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the running order."""

    span: Span
    """Its heading."""
    title: str
    start: int
    """Minutes from the beginning of the session."""
    minutes: int
    who: Role
    material: str = ""
    training: str = ""
    """What the trainer does, in a line, for the role aid."""
    community: str = ""
    """What the community worker does, in a line, for the role aid."""
    head: tuple[Block, ...] = ()
    """Its heading and settings as written: what the checks read."""
    body: tuple[Block, ...] = ()
    """The full text, facilitation notes included, where they stand."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out: a situation or a key phrase, read at arm's length."""

    span: Span
    title: str
    body: tuple[Block, ...]
    """Its heading, then its text."""


@dataclass(frozen=True, slots=True)
class Session:
    """What ``seance.md`` says; a part that is not written has the kit's own text."""

    span: Span
    title: str
    minutes: int | None = None
    """As announced; the clock of the kit is that of the steps."""
    group: str = ""
    place: str = ""
    signal: str = ""
    """The stop signal that the pair agreed on; empty: a line to fill in."""
    material: tuple[str, ...] = ()
    intro: tuple[Block, ...] = ()
    steps: tuple[Step, ...] = ()
    cards: tuple[Card, ...] = ()
    parts: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    """Other parts by key: ``before``, ``answers``, ``rules``, ``plan``, ``disclosure``,
    ``feedback``, ``debrief``."""

    @property
    def total(self) -> int:
        """Minutes of all the steps."""
        return sum(step.minutes for step in self.steps)


def session_blocks(session: Session) -> tuple[Block, ...]:
    """Return all the text of a session, in the order of the kit."""
    steps = [block for step in session.steps for block in (*step.head, *step.body)]
    cards = [block for card in session.cards for block in card.body]
    parts = [block for body in session.parts.values() for block in body]
    return (*session.intro, *steps, *parts, *cards)
