"""Entries of a register, as its shape says, become values of the model."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from balise_builder.source.csl import csl_text
from balise_builder.source.folding import fold_key, nearest
from balise_builder.source.nodes import Node, compose
from balise_builder.source.shapes import SHAPES, STEP
from balise_builder.source.values import minutes_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.diagnostics import Collector
    from balise_builder.model import PathwayStep, Span
    from balise_builder.source.shapes import Field, Shape
    from balise_builder.source.text import SourceText

ENTRY_ID = re.compile(r"\w[\w.-]{0,63}")


def entries_of(
    text: SourceText, collector: Collector, shape: Shape | None = None
) -> Mapping[str, Any] | tuple[Any, ...]:
    """Return the entries of one register file, by id (or in order), problems being findings.

    :param shape: of the entries, where the name of the file does not say it.
    """
    shape = shape or SHAPES[text.file.rpartition("/")[2]]
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
    if spec.shape == "steps":
        return _steps(spec, node, collector)
    if node.kind != "text":
        collector.add("registre-texte", node.span, key=spec.label)
        return None if spec.shape in {"date", "minutes"} else ""
    if spec.shape == "minutes":
        return _minutes(spec, node, collector)
    if spec.shape == "date":
        return _date(spec, node, collector)
    return _word(spec, node.text, node.span, collector) if node.text else ""


def _steps(spec: Field, node: Node, collector: Collector) -> tuple[PathwayStep, ...]:
    """Return the steps of a pathway: each is a course or a live part, never both."""
    if node.kind != "list":
        collector.add("registre-liste", node.span)
        return ()
    found: list[PathwayStep] = []
    for item in node.items:
        step: PathwayStep = _entry(STEP, "", item.span, item, collector)
        if sum(map(bool, (step.course, step.live, step.pause))) != 1:
            collector.add("parcours-etape", item.span)
        else:
            found.append(step)
    return tuple(found)


def _minutes(spec: Field, node: Node, collector: Collector) -> int | None:
    total = minutes_of(node.text)
    if node.text and total is None:
        collector.add(
            "valeur-incomprise", node.span, key=spec.label, value=node.text,
            expected="une durée comme « 45 min » ou « 1 h 30 »", expected_en="“45 min” or “1 h 30”",
        )  # fmt: skip
    return total


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
