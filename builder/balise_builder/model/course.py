"""The course as a value: what every target is made from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from balise_builder.model.items import CompletionRule
from balise_builder.model.registers import Registers
from balise_builder.model.variant import Variant

if TYPE_CHECKING:
    from pathlib import Path

    from balise_builder.model.blocks import Block, Facilitation
    from balise_builder.model.companion import Companion
    from balise_builder.model.glossary import Term
    from balise_builder.model.items import Evaluation, Item
    from balise_builder.model.pathway import Pathway
    from balise_builder.model.people import Person
    from balise_builder.model.session import Session
    from balise_builder.model.span import Span
    from balise_builder.model.theme import Theme

PageKind = Literal["presentation", "capsule"]
Status = Literal["draft", "in-review", "approved"]
Reporting = Literal["status", "result", "answers"]


@dataclass(frozen=True, slots=True)
class Objective:
    """A measured learning objective (``o1``, ``o2``…)."""

    span: Span
    id: str
    text: str
    in_session: bool = False
    """``(évalué par : séance)``: the session assesses it, no question needs to."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote of a page, numbered in the order of the calls."""

    span: Span
    label: str
    number: int
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A content notice (``avis``) with its three ways on."""

    span: Span
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One screen: the presentation (``cours.md``) or a capsule (one file)."""

    span: Span
    id: str
    number: int
    file: str
    kind: PageKind
    title: str
    minutes: int | None
    sensitive: bool
    before: tuple[Block, ...]
    """What stands above the notice (empty when there is none)."""
    notice: Notice | None
    light: tuple[Block, ...]
    """The light version; empty when there is none."""
    body: tuple[Block, ...]
    """The full text: what follows the notice, or the whole page."""
    objective: str | None = None
    footnotes: tuple[Footnote, ...] = ()
    chapters: tuple[Page, ...] = ()
    """Capsules that this page holds one after the other (format ``long``)."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A file of ``media/`` (or of ``_commun/media/``) that the course uses."""

    path: Path
    """Absolute path of the file on disk."""
    source: str
    """As the author wrote it, normalised: ``media/plan.svg`` or ``../_commun/media/x.svg``."""
    name: str
    """In the package: ``media/<ascii-slug>-<hash8>.<ext>``."""
    size: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that the author accepts: ``[//]: # (balise-ignore CODE : raison)``."""

    span: Span
    code: str
    reason: str
    first: int
    last: int
    """Lines (from 1, inclusive) whose findings of that code are accepted."""


@dataclass(frozen=True, slots=True)
class Course:
    """Everything a target needs, checked and with its ids frozen."""

    folder: Path
    id: str
    key: str
    """Random course key of ``ids.lock`` (6 characters), stamped on suspend data."""
    title: str
    version: str
    language: str
    status: Status
    reporting: Reporting
    pages: tuple[Page, ...]
    rule: CompletionRule = field(default_factory=CompletionRule)
    evaluations: tuple[Evaluation, ...] = ()
    bank_items: tuple[Item, ...] = ()
    """Items that the evaluations ask; practice items stand in their pages."""
    reserved_items: tuple[Item, ...] = ()
    """Items of form C, of follow-ups and of unused banks: in no learner's package."""
    objectives: tuple[Objective, ...] = ()
    audiences: tuple[str, ...] = ()
    level: str = ""
    format: str = ""
    co_authors: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    """Who the situations are about: for those who write, in no package."""
    minutes: int | None = None
    facilitation: tuple[Facilitation, ...] = ()
    session: Session | None = None
    """``seance.md``: for the pair's guide, in no learner's package."""
    registers: Registers = field(default_factory=Registers)
    media: tuple[Medium, ...] = ()
    guide_media: tuple[Medium, ...] = ()
    """What only the pair's guide shows."""
    suspend_limit: int = 4000
    """``limite-suspend``: most characters of suspend data in SCORM 2004; 1.2 is always 4000."""
    quick_exit: str = ""
    """Where the quick exit leads; empty is the usual weather site."""
    accepted: tuple[Accepted, ...] = ()
    """Findings that the authors accept, with their reasons."""
    theme: Theme | None = None
    date: str = ""
    """ISO date stamped on packages (``--date``, SOURCE_DATE_EPOCH, else the course's own)."""
    glossary: tuple[Term, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    """The pathways that go through this course, the titles of their courses resolved."""
    companions: tuple[Companion, ...] = ()
    """Small packages built beside this one: the follow-up, boosters."""
    companion: str = ""
    """Name of the small package that this is; empty for a course."""
    variant: Variant = field(default_factory=Variant)
    """What this build is for; the id of the course has its suffix."""

    @property
    def asked(self) -> tuple[Evaluation, ...]:
        """The evaluations of this package: a follow-up and forms C are in a companion's only."""
        if self.companion:
            return self.evaluations
        return tuple(
            replace(e, forms=tuple(form for form in e.forms if form.name != "C"))
            for e in self.evaluations
            if e.moment != "followup"
        )

    @property
    def every_page(self) -> tuple[Page, ...]:
        """Its pages, then those of the small packages beside it."""
        return (*self.pages, *(companion.page for companion in self.companions))
