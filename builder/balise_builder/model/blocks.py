"""What a page is made of: prose and the blocks the author opened with ``:::``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.model.containers import Container
from balise_builder.model.media import Player
from balise_builder.model.survey import Survey

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.model.items import Item
    from balise_builder.model.scenario import Scenario
    from balise_builder.model.span import Span


@dataclass(frozen=True, slots=True)
class Prose:
    """Consecutive CommonMark blocks, still as markdown-it tokens.

    Tokens are kept (not HTML) so that checks can walk them with their line maps and each target
    can render them in its own way. Register references (``{{chiffre.N1}}``) and citations stand
    in them as tokens of our own types (see ``markdown/plugins``).
    """

    span: Span
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class ItemBlock:
    """A practice question where it stands in a page."""

    item: Item


@dataclass(frozen=True, slots=True)
class EvaluationBlock:
    """The place of an evaluation in a page; the evaluation itself is in ``Course.evaluations``."""

    span: Span
    evaluation_id: str


@dataclass(frozen=True, slots=True)
class Reflection:
    """A private note: prompt only; what the learner types never leaves the device."""

    span: Span
    id: str
    number: int
    prompt: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class HelpBlock:
    """The help resources of the register, filtered by territory and audience (empty = all)."""

    span: Span
    territories: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Protocol:
    """Who to call here: default text, replaced by the employer's contacts where filled in."""

    span: Span
    id: str
    body: tuple[Block, ...]
    title: str = ""
    """Of the author, where the place is about something else; empty: « Qui appeler ici »."""
    title_language: str = ""
    """Of the title, where it is not that of the course: nobody has translated it."""


@dataclass(frozen=True, slots=True)
class Facilitation:
    """A note for the pair that gives the session: kept for the guide, in no learner's package."""

    span: Span
    role: str
    """``training``, ``community`` or ``both``."""
    minutes: int | None
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ScenarioBlock:
    """A branching scenario where it stands in a page."""

    scenario: Scenario


Block = (
    Prose
    | ItemBlock
    | EvaluationBlock
    | Reflection
    | HelpBlock
    | Protocol
    | Facilitation
    | ScenarioBlock
    | Survey
    | Container
    | Player
)
