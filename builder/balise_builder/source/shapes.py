"""What an entry of each register must and may say, and how it becomes a value of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from balise_builder.model import (
    Figure,
    FirstName,
    Idea,
    Label,
    Law,
    Resource,
    Source,
    Span,
    Word,
)
from balise_builder.source.csl import CSL_FIELDS, csl_text
from balise_builder.source.folding import fold_key, nearest
from balise_builder.source.nodes import Node, compose

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.source.text import SourceText

ENTRY_ID = re.compile(r"\w[\w.-]{0,63}")
WHO = {"moi": "me", "me": "me", "accompagner": "accompany", "accompany": "accompany"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its attribute in the model, its spellings, what its value must be."""

    attribute: str
    label: str
    required: bool = False
    shape: str = "text"
    """``text``, ``date``, ``list`` or ``csl``."""
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
}  # fmt: skip


def entries_of(text: SourceText, collector: Collector) -> Mapping[str, Any] | tuple[Any, ...]:
    """Return the entries of one register file, by id (or in order), problems being findings."""
    shape = SHAPES[text.file.rpartition("/")[2]]
    root = compose(text, collector)
    if root is None:
        return () if shape.is_list else {}
    if shape.is_list:
        if root.kind != "list":
            collector.add("registre-liste", root.span)
            return ()
        return tuple(_entry(shape, "", node.span, node, collector) for node in root.items)
    if root.kind != "map":
        collector.add("registre-correspondances", root.span)
        return {}
    found: dict[str, Any] = {}
    places: dict[str, Span] = {}
    for name, node in root.pairs:
        if name.text in found:
            collector.add("cle-repetee", name.span, key=name.text, line=places[name.text].line)
        elif not ENTRY_ID.fullmatch(name.text):
            collector.add("registre-id", name.span, id=name.text)
        else:
            found[name.text] = _entry(shape, name.text, name.span, node, collector)
            places[name.text] = name.span
    return found


def _entry(shape: Shape, name: str, span: Span, node: Node, collector: Collector) -> Any:
    """Return one entry; missing fields are findings and empty values."""
    start = {} if shape.is_list else {"id": name}
    if not shape.fields:
        if node.kind != "text":
            collector.add("registre-texte", node.span, key=name)
        return shape.make(span, **start, text=node.text)
    if node.kind != "map":
        collector.add("registre-champs", node.span, key=name or "-")
        node = Node("map", node.span)
    known = shape.known
    values: dict[str, Any] = {}
    for key, value in node.pairs:
        known_as = known.get(fold_key(key.text))
        if known_as is None:
            best = nearest(key.text, [f.label for f in shape.fields])
            labels = ", ".join(f.label for f in shape.fields)
            collector.add(
                "champ-mal-ecrit" if best else "champ-inconnu", key.span,
                key=key.text, nearest=best or "", known=labels,
            )  # fmt: skip
        elif known_as.attribute in values:
            line = key.span.line
            collector.add("cle-repetee", key.span, key=key.text, line=line)
        else:
            values[known_as.attribute] = _value(known_as, value, collector)
    for needed in shape.fields:
        if needed.required and not values.get(needed.attribute):
            collector.add("champ-requis", span, key=needed.label, id=name or "-")
            values.setdefault(needed.attribute, () if needed.shape == "list" else "")
    return shape.make(span, **start, **values)


def _value(spec: Field, node: Node, collector: Collector) -> Any:
    """Return the value of a field in the type of the model."""
    if spec.shape == "csl":
        return csl_text(spec.label, node, collector)
    if spec.shape in {"list", "joined"}:
        texts = _texts(spec, node, collector)
        return ", ".join(texts) if spec.shape == "joined" else texts
    if node.kind != "text":
        collector.add("registre-texte", node.span, key=spec.label)
        return None if spec.shape == "date" else ""
    if spec.shape == "date":
        return _date(spec, node, collector)
    return _word(spec, node.text, node.span, collector) if node.text else ""


def _texts(spec: Field, node: Node, collector: Collector) -> tuple[str, ...]:
    """Return a list, or a text with commas."""
    if node.kind == "map":
        collector.add("registre-texte", node.span, key=spec.label)
        return ()
    if node.kind == "text":
        parts = [(part.strip(), node.span) for part in node.text.split(",")]
    else:
        parts = [(item.text, item.span) for item in node.items]
    return tuple(_word(spec, text, span, collector) for text, span in parts if text)


def _word(spec: Field, text: str, span: Span, collector: Collector) -> str:
    """Return what an accepted word means; any text where every text is accepted."""
    if spec.words is None:
        return text
    meaning = spec.words.get(fold_key(text))
    if meaning is None:
        expected = ", ".join(spec.words)
        collector.add(
            "valeur-incomprise", span, key=spec.label, value=text,
            expected=expected, expected_en=expected,
        )  # fmt: skip
    return meaning or text


def _date(spec: Field, node: Node, collector: Collector) -> date | None:
    try:
        return date.fromisoformat(node.text) if node.text else None
    except ValueError:
        collector.add(
            "valeur-incomprise", node.span, key=spec.label, value=node.text,
            expected="une date comme 2026-03-31", expected_en="a date such as 2026-03-31",
        )  # fmt: skip
        return None
