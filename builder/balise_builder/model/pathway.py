"""Pathways (``_commun/parcours.yaml``): courses and live parts that a person follows in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from balise_builder.model.span import Span

PathwayKind = Literal["path", "day", "reading"]


@dataclass(frozen=True, slots=True)
class PathwayStep:
    """One step: a course, a part given in person, or (``reading``) some pages of a course."""

    span: Span
    course: str = ""
    """Folder of the course; empty for a live part."""
    live: str = ""
    """What is done in person; empty for a course."""
    pause: str = ""
    """A break, as it is called: ``Pause``, ``Dîner``."""
    english: str = ""
    """What the live part or the break is called in English."""
    pages: tuple[str, ...] = ()
    """Ids of the pages to read; empty is the whole course."""
    start: str = ""
    """When it starts, as written: ``9 h 15``."""
    minutes: int | None = None
    """As written; else the course's own, once resolved."""
    note: str = ""
    title: str = ""
    """Title of the course, once resolved; empty when the course is not there."""
    title_language: str = ""
    """Language of that title: a course is not translated because a pathway's other one is."""
    course_id: str = ""
    """Id of the course, once resolved."""

    def named(self, language: str) -> tuple[str, str]:
        """Return what the step is called for readers of ``language``, and the language of that."""
        if self.course:
            return self.title or self.course, self.title_language
        if language.startswith("en") and self.english:
            return self.english, language
        return self.live or self.pause, "fr-CA"


@dataclass(frozen=True, slots=True)
class Pathway:
    """One entry of ``parcours.yaml``."""

    span: Span
    id: str
    title: str
    description: str = ""
    for_whom: str = ""
    kind: PathwayKind = "path"
    note: str = ""
    """For whoever organises it; no learner's package shows it."""
    steps: tuple[PathwayStep, ...] = ()
    english: str = ""
    """Its title in English."""

    def titled(self, language: str) -> str:
        """Return its title in a language (BCP 47)."""
        return self.english if language.startswith("en") and self.english else self.title
