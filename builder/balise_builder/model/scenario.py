"""Branching scenarios: scenes, choices, variables, endings (dialect, "Scenarios")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from balise_builder.model.blocks import Block
    from balise_builder.model.span import Span

HIGHEST = 9
"""Variables are integers from 0 to this, saturating."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of a scenario and its first value."""

    span: Span
    name: str
    value: int


@dataclass(frozen=True, slots=True)
class Condition:
    """``si confiance < 1``: what must hold for a choice to be offered."""

    variable: int
    """Index in :attr:`Scenario.variables`."""
    operator: Literal["<", ">", "<=", ">=", "=", "!="]
    value: int
    written: str = ""
    """The code span as the author wrote it."""


@dataclass(frozen=True, slots=True)
class Effect:
    """``confiance+1``: what a choice changes."""

    variable: int
    operator: Literal["+", "-", "="]
    value: int
    written: str = ""


@dataclass(frozen=True, slots=True)
class SceneChoice:
    """A way from a scene to the next."""

    span: Span
    letter: str
    text: tuple[Block, ...]
    target: str
    """Id of the next scene."""
    feedback: tuple[Block, ...] = ()
    conditions: tuple[Condition, ...] = ()
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen of a scenario."""

    span: Span
    id: str
    """Unique in the scenario, frozen in ``ids.lock``."""
    number: int
    """Small integer of ``ids.lock`` within the scenario; never reused."""
    title: str
    body: tuple[Block, ...]
    choices: tuple[SceneChoice, ...] = ()
    end: bool = False
    points: int | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A branching scenario where it stands in a page (itself a block)."""

    span: Span
    id: str
    number: int
    start: str
    """Id of the first scene."""
    scenes: tuple[Scene, ...]
    variables: tuple[Variable, ...] = ()
    intro: tuple[Block, ...] = ()
