"""What every part of the compilation of one course shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from balise_builder.compile.ids import Ids
    from balise_builder.diagnostics import Collector
    from balise_builder.markdown import Box, Document
    from balise_builder.model import Evaluation, Facilitation, Item, Span
    from balise_builder.source import CourseSettings, Folder


@dataclass(frozen=True, slots=True)
class Bank:
    """One ``::: banque`` of ``banque.md``."""

    box: Box
    id: str
    items: tuple[Item, ...]

    @property
    def has_forms(self) -> bool:
        """Whether any of its items names a form."""
        return any(item.form for item in self.items)


@dataclass(slots=True)
class Desk:
    """The course being compiled: what was read, and what has been made so far."""

    folder: Folder
    settings: CourseSettings
    collector: Collector
    ids: Ids
    banks: dict[str, Bank] = field(default_factory=dict)
    used_banks: set[str] = field(default_factory=set)
    evaluations: list[Evaluation] = field(default_factory=list)
    evaluation_items: list[Item] = field(default_factory=list)
    facilitation: list[Facilitation] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    """Every item by id, to compare a repeated one."""
    marks: set[Span] = field(default_factory=set)
    """Where words stand that vary (``{{prénom}}``): they are no variables of the register."""
    transcripts: dict[str, Document] = field(default_factory=dict)
    """Transcripts of ``media/`` by their source."""
    shared: dict[str, Document] = field(default_factory=dict)
    """Pages of ``_commun/pages`` that this course puts in place, by their file."""
    followup_page: str = ""
    """Id of the page of ``suivi.md``."""
    states: int = 0
    """How many states the scenarios so far have."""
    scene_links: set[Span] = field(default_factory=set)
    """Links that are choices of a scenario: their targets are judged there."""
    scene_anchors: dict[tuple[str, str], str] = field(default_factory=dict)
    """Titles of the scenes by file and anchor: no other link can lead to them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    parent: str
    """Canonical key of the container around it, "page" or "bank-file"."""
    page_id: str = ""
    objective: str | None = None
    light: bool = False
    in_evaluation: bool = False


PARENTS = {
    "page": ("une page", "a page"), "bank-file": ("banque.md", "banque.md"),
    "question": ("une question", "a question"),
    "assessment": ("une évaluation", "an assessment"), "bank": ("une banque", "a bank"),
    "notice": ("un avis", "a notice"), "light": ("une version allégée", "a light version"),
    "reflection": ("une réflexion", "a reflection"),
    "facilitation": ("des notes d’animation", "facilitation notes"),
    "help": ("un bloc « aide »", "a block “help”"), "protocol": ("un protocole", "a protocol"),
    "tabs": ("des onglets", "tabs"), "details": ("un bloc « détails »", "a block “details”"),
    "case": ("un cas", "a case"), "steps": ("des étapes", "steps"),
    "checklist": ("une liste à cocher", "a checklist"),
    "audience": ("un bloc « public »", "a block “audience”"),
    "scenario": ("un scénario", "a scenario"), "survey": ("un sondage", "a survey"),
    "shared": ("une page commune", "a shared page"),
    "glossary": ("le glossaire", "the glossary"),
    "transcript": ("une transcription", "a transcript"),
    "session": ("la séance", "the session"),
    "footnote": ("une note de bas de page", "a footnote"),
    "nested": ("une liste ou une citation", "a list or a quote"),
}  # fmt: skip


def reject(desk: Desk, box: Box, parent: str) -> None:
    """Report a container that cannot stand where it does."""
    fr, en = PARENTS[parent]
    desk.collector.add("conteneur-mal-place", box.span, name=box.name, parent=fr, parent_en=en)


__all__ = ["PARENTS", "Bank", "Desk", "Place", "reject"]
