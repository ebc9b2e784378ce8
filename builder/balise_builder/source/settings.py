"""What the front matter says, typed. Read by ``course_settings`` and ``capsule_settings``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from balise_builder.model import CompletionRule, Objective, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.model.course import Reporting, Status
    from balise_builder.model.people import Person


@dataclass(frozen=True, slots=True)
class CourseSettings:
    """Front matter of ``cours.md``."""

    span: Span
    """The whole front matter."""
    id: str
    title: str
    version: str
    language: str = "fr-CA"
    """BCP 47, usual capitals."""
    audiences: tuple[str, ...] = ()
    """Ids of the register of audiences (or of the built-in list), as written there."""
    level: str = ""
    format: str = ""
    objectives: tuple[Objective, ...] = ()
    rule: CompletionRule = field(default_factory=CompletionRule)
    """``réussite``; whether ``evaluation_id`` exists is the compile stage's to check."""
    attempts: int | None = None
    """``tentatives`` under ``réussite``: default for the evaluation named there."""
    reporting: Reporting = "status"
    status: Status = "draft"
    co_authors: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    minutes: int | None = None
    suspend_limit: int = 4000
    date: str = ""
    territories: tuple[str, ...] = ()
    sensitive: bool = False
    """Of the presentation page."""
    quick_exit: str = ""
    """``sortie rapide``: where the quick exit leads; empty is the usual weather site."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where each value stands, by the key's English name (``threshold``, ``assessment``…)."""

    def where(self, key: str) -> Span:
        """Return where the value of ``key`` (English name) stands, else the whole front matter."""
        return self.spans.get(key, self.span)


@dataclass(frozen=True, slots=True)
class SessionSettings:
    """Front matter of ``seance.md``; all of it is optional."""

    span: Span
    title: str = ""
    minutes: int | None = None
    group: str = ""
    place: str = ""
    signal: str = ""
    material: tuple[str, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)

    def where(self, key: str) -> Span:
        """Return where the value of ``key`` (English name) stands, else the whole front matter."""
        return self.spans.get(key, self.span)


@dataclass(frozen=True, slots=True)
class CapsuleSettings:
    """Front matter of a capsule."""

    span: Span
    id: str
    """As written; else a provisional one from the file name (reported ``page-sans-id``)."""
    title: str
    has_id: bool = True
    minutes: int | None = None
    sensitive: bool = False
    objective: str | None = None
    """Id of one of the course's objectives (checked)."""
    former_id: str | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)

    def where(self, key: str) -> Span:
        """Return where the value of ``key`` (English name) stands, else the whole front matter."""
        return self.spans.get(key, self.span)
