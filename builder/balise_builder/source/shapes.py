"""What an entry of each register must and may say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from balise_builder.model import (
    Figure,
    FirstName,
    Idea,
    Label,
    Law,
    Pathway,
    PathwayStep,
    Resource,
    Source,
    Span,
    Word,
)
from balise_builder.source.csl import CSL_FIELDS
from balise_builder.source.folding import fold_key

if TYPE_CHECKING:
    pass

KINDS = {
    "parcours": "path", "path": "path", "journee": "day", "day": "day",
    "lecture": "reading", "reading": "reading",
}  # fmt: skip
WHO = {"moi": "me", "me": "me", "accompagner": "accompany", "accompany": "accompany"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its attribute in the model, its spellings, what its value must be."""

    attribute: str
    label: str
    required: bool = False
    shape: str = "text"
    """``text``, ``date``, ``minutes``, ``list``, ``joined``, ``steps`` or ``csl``."""
    words: Mapping[str, str] | None = None
    """Accepted values (folded) and what they mean."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A register: the attribute of :class:`Registers`, the class of an entry, its fields."""

    target: str
    make: Callable[..., Any]
    fields: tuple[Field, ...] = ()
    is_list: bool = False
    known: Mapping[str, Field] = field(init=False)
    """Its fields by every spelling, folded."""

    def __post_init__(self) -> None:
        spelled = {fold_key(s): f for f in self.fields for s in (f.label, f.attribute)}
        object.__setattr__(self, "known", spelled)


def _checked() -> tuple[Field, Field]:
    return (
        Field("checked_on", "vérifié_le", shape="date"),
        Field("checked_by", "vérifié_par"),
    )


def _bibliography(span: Span, id: str, **fields: str) -> Source:
    return Source(span, id, fields)


def _variable(span: Span, id: str, text: str = "") -> str:
    return text


SHAPES: Mapping[str, Shape] = {
    "sources.yaml": Shape(
        "sources", _bibliography,
        tuple(Field(name, name, name == "title", "csl") for name in CSL_FIELDS),
    ),
    "publics.yaml": Shape(
        "audiences", Label, (Field("fr", "fr", True), Field("en", "en", True))
    ),
    "territoires.yaml": Shape(
        "territories", Label,
        (
            Field("fr", "fr", True), Field("en", "en", True),
            Field("kind", "genre", words={"region": "région", "nation": "nation",
                                          "communaute": "communauté"}),
        ),
    ),
    "chiffres.yaml": Shape(
        "figures", Figure,
        (
            Field("value", "valeur", True), Field("year", "année", True),
            Field("source", "source", True), Field("statement", "énoncé"),
            Field("caution", "mise_en_garde"), *_checked(),
        ),
    ),
    "droit.yaml": Shape(
        "laws", Law,
        (
            Field("statement", "énoncé", True), Field("law", "loi", True),
            Field("article", "article", True), Field("source", "source", True), *_checked(),
            Field("expires", "échéance", shape="date"), Field("note", "note"),
        ),
    ),
    "ressources.yaml": Shape(
        "resources", Resource,
        (
            Field("name", "nom", True), Field("for_whom", "pour", True, "list", WHO),
            Field("phone", "téléphone"), Field("text_message", "texto"),
            Field("chat", "clavardage"), Field("site", "site"), Field("hours", "heures"),
            Field("languages", "langues", shape="joined"),
            Field("territories", "territoires", shape="list"),
            Field("audiences", "publics", shape="list"),
            Field("description", "description"), *_checked(),
        ),
    ),
    "prenoms.yaml": Shape(
        "first_names", FirstName,
        (Field("name", "prénom", True), Field("gender", "genre", True),
         Field("origin", "origine", True)),
        is_list=True,
    ),
    "mots.yaml": Shape(
        "words", Word,
        (
            Field("word", "mot", True), Field("prefer", "préférer"), Field("reason", "raison"),
            Field("severity", "gravité", words={"erreur": "error", "error": "error",
                                                "avertissement": "warning", "warning": "warning"}),
        ),
        is_list=True,
    ),
    "idees.yaml": Shape(
        "ideas", Idea,
        (Field("idea", "idée", True), Field("reality", "réalité", True),
         Field("source", "source")),
    ),
    "variables.yaml": Shape("variables", _variable),
    "parcours.yaml": Shape(
        "pathways", Pathway,
        (
            Field("title", "titre", True), Field("english", "en"), Field("for_whom", "pour"),
            Field("kind", "genre", words=KINDS), Field("description", "description"),
            Field("note", "note"), Field("steps", "étapes", True, "steps"),
        ),
    ),
}  # fmt: skip


STEP = Shape(
    "steps", PathwayStep,
    (
        Field("course", "cours"), Field("live", "en direct"), Field("pause", "pause"),
        Field("english", "en"), Field("pages", "pages", shape="list"),
        Field("start", "heure"), Field("minutes", "durée", shape="minutes"), Field("note", "note"),
    ),
    is_list=True,
)  # fmt: skip
"""A step of a pathway."""
