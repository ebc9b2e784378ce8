"""Entries of the shared registers (``courses/_commun/*.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from balise_builder.model.pathway import Pathway
    from balise_builder.model.span import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """``chiffres.yaml``: an exact figure with its year and source."""

    span: Span
    id: str
    value: str
    year: str
    source: str
    statement: str = ""
    caution: str = ""
    checked_on: date | None = None
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """``droit.yaml``: a legal statement; unsigned or expired ones mark a draft."""

    span: Span
    id: str
    statement: str
    law: str
    article: str
    source: str
    checked_on: date | None = None
    checked_by: str = ""
    expires: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """``ressources.yaml``: where a person finds help."""

    span: Span
    id: str
    name: str
    for_whom: tuple[str, ...]
    """``me`` and/or ``accompany``."""
    phone: str = ""
    text_message: str = ""
    chat: str = ""
    site: str = ""
    hours: str = ""
    languages: str = ""
    territories: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    description: str = ""
    checked_on: date | None = None
    checked_by: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """``sources.yaml``: a bibliography entry, CSL-JSON fields as text."""

    span: Span
    id: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Label:
    """``publics.yaml`` and ``territoires.yaml``: a vocabulary entry in both languages."""

    span: Span
    id: str
    fr: str
    en: str
    kind: str = ""
    """Territories: ``région``, ``nation`` or ``communauté``."""


@dataclass(frozen=True, slots=True)
class FirstName:
    """``prenoms.yaml``: a first name of the balanced bank, for vignettes."""

    span: Span
    name: str
    gender: str
    origin: str


@dataclass(frozen=True, slots=True)
class Word:
    """``mots.yaml``: a word to avoid, and what to say instead."""

    span: Span
    word: str
    prefer: str = ""
    reason: str = ""
    severity: str = "warning"
    """``warning`` or ``error``."""


@dataclass(frozen=True, slots=True)
class Idea:
    """``idees.yaml``: a misconception and what is known instead."""

    span: Span
    id: str
    idea: str
    reality: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an entry in another language (``_commun/en/droit.yaml``), and nothing else."""

    span: Span
    id: str
    words: Mapping[str, str]
    """By attribute of the entry: ``statement``; ``text`` for a variable."""
    checked_on: date | None = None
    checked_by: str = ""

    @property
    def is_checked(self) -> bool:
        """Return whether somebody has compared it with its source, and when is known."""
        return self.checked_on is not None and bool(self.checked_by)


@dataclass(frozen=True, slots=True)
class Registers:
    """All registers that a course can refer to, by id, in the order of their files."""

    figures: Mapping[str, Figure] = field(default_factory=dict)
    laws: Mapping[str, Law] = field(default_factory=dict)
    resources: Mapping[str, Resource] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    audiences: Mapping[str, Label] = field(default_factory=dict)
    territories: Mapping[str, Label] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    ideas: Mapping[str, Idea] = field(default_factory=dict)
    pathways: Mapping[str, Pathway] = field(default_factory=dict)
    words: tuple[Word, ...] = ()
    first_names: tuple[FirstName, ...] = ()
    present: frozenset[str] = frozenset()
    """File names found, so that "unknown id" can say whether the register itself is missing."""
    wordings: Mapping[str, Mapping[str, Wording]] | None = None
    """In a translation: by register (``laws``) and id, the entries that say other words."""
    source_language: str = ""
    """In a translation: the language of the entries that nobody has translated."""

    def wording(self, register: str, id: str) -> Wording | None:
        """Return the words in which an entry is said, when they are a translation."""
        return (self.wordings or {}).get(register, {}).get(id)

    def language(self, register: str, id: str) -> str:
        """Return the language of an entry where it is not that of the course; else ""."""
        return "" if self.wording(register, id) else self.source_language
