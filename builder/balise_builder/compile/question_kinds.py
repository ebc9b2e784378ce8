"""Which kind a question is, and which settings and attributes mean something for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from balise_builder.compile.numbers import parse_number
from balise_builder.markdown.names import CHOICE, QUESTION, suggestion
from balise_builder.source.folding import fold_text

if TYPE_CHECKING:
    from balise_builder.compile.desk import Desk, Place
    from balise_builder.compile.question_parts import Body, ReadChoice
    from balise_builder.markdown import Box
    from balise_builder.model.items import ItemKind

OF_SHAPE: dict[str, ItemKind] = {
    "pairs": "matching", "categories": "categorising", "steps": "ordering", "degrees": "scale",
    "stem": "open",
}  # fmt: skip
UNSCORED = frozenset({"scale", "open"})
TICKED = frozenset({"single", "multiple", "true-false"})
MOVED = frozenset({"matching", "categorising", "ordering"})
"""Kinds that are always shown shuffled."""
UNUSED: dict[str, frozenset[str]] = {
    "single": frozenset({"partial", "exact", "sent"}),
    "true-false": frozenset({"partial", "exact", "sent"}),
    "multiple": frozenset({"exact", "sent"}),
    "short-text": frozenset({"partial", "shuffle", "sent"}),
    "number": frozenset({"partial", "shuffle", "exact", "sent"}),
    "matching": frozenset({"exact", "sent"}),
    "categorising": frozenset({"exact", "sent"}),
    "ordering": frozenset({"exact", "sent"}),
    "scale": frozenset({"partial", "exact", "sent", "shuffle", "attempts", "points", "certainty"}),
    "open": frozenset({"partial", "exact", "shuffle", "attempts", "points", "certainty"}),
}
"""Settings that mean nothing for a kind."""
FEWEST_DEGREES, MOST_DEGREES = 2, 11
MOST_CATEGORIES = 6

WITH_UNIT = re.compile(
    r"(?:(?:de|environ|entre)\s+)?\d[\d\s.,]*(?:\s*(?:à|et|-)\s*\d+)?\s*[^\W\d_]+\.?"
)
"""``15 minutes``, ``de 10 à 20 ans``: meant as a number, read as words."""


def kind_of(desk: Desk, box: Box, body: Body) -> ItemKind | None:
    """Return the kind that the body and ``type`` agree on, or ``None`` after a finding."""
    stated = box.attributes.text("type")
    if body.choices and body.answers:
        desk.collector.add("question-deux-sortes", box.span)
        return None
    if body.shape != "boxes":
        kind = OF_SHAPE[body.shape]
        if stated not in (None, kind):
            _contradicted(desk, box)
            return None
        return kind if _sound(desk, box, body, kind) else None
    if body.answers:
        return _of_answers(desk, box, body, stated)
    if not body.choices:
        if not body.unsupported:
            desk.collector.add("question-sans-choix", box.span)
        return None
    if stated is not None and stated not in TICKED:
        _contradicted(desk, box)
        return None
    return _of_boxes(desk, box, body, stated)


def _contradicted(desk: Desk, box: Box) -> None:
    desk.collector.add(
        "question-type-contredit",
        box.attributes.span("type", box.span),
        type=box.attributes.written("type"),
    )


def _of_boxes(desk: Desk, box: Box, body: Body, stated: str | None) -> ItemKind | None:
    report = desk.collector.add
    right = sum(choice.right for choice in body.choices)
    if len(body.choices) == 1:
        report("question-un-seul-choix", box.span)
    elif right == 0:
        report("question-sans-bonne-reponse", box.span)
    elif stated == "true-false" and (right != 1 or len(body.choices) != 2):
        report("vrai-faux-deux-choix", box.span)
    elif stated == "single" and right == len(body.choices):
        report("question-tout-est-bon", box.span)
    elif stated == "single" and right > 1:
        report("question-plusieurs-bonnes", box.span, type=box.attributes.written("type"))
    else:
        return cast("ItemKind", stated or ("multiple" if right > 1 else "single"))
    return None


def _of_answers(desk: Desk, box: Box, body: Body, stated: str | None) -> ItemKind | None:
    """Return whether the accepted answers are numbers or words: never both."""
    if stated not in (None, "short-text", "number"):
        _contradicted(desk, box)
        return None
    if stated == "short-text" or (box.attributes.flag("exact") and stated is None):
        return "short-text"
    words = [answer for answer in body.answers if parse_number(answer.text) is None]
    if not words:
        return "number"
    meant = [answer for answer in words if "±" in answer.text]
    if stated is None and len(words) == len(body.answers) and not meant:
        for answer in words:
            # « 15 » would not be taken for « 15 minutes »: letters are compared, not values.
            if WITH_UNIT.fullmatch(answer.text):
                desk.collector.add("reponse-comme-un-nombre", answer.span, text=answer.text)
        return "short-text"
    for answer in words:
        code = "reponse-pas-un-nombre" if stated or answer in meant else "reponses-melangees"
        desk.collector.add(code, answer.span, text=answer.text)
    return None


def _sound(desk: Desk, box: Box, body: Body, kind: ItemKind) -> bool:
    """Return whether a question without tick boxes has what its kind needs; report what not."""
    report = desk.collector.add
    count, targets = len(body.choices), len(body.targets)
    if kind == "matching":
        if any(choice.target is None for choice in body.choices):
            return False
        if count < 2 or targets < 2:
            report("association-trop-courte", box.span)
            return False
    elif kind == "categorising":
        return _sound_categories(desk, box, body)
    elif kind == "ordering":
        return _sound_steps(desk, box, body)
    elif kind == "scale" and not FEWEST_DEGREES <= count <= MOST_DEGREES:
        report("echelle-degres", box.span, count=count)
        return False
    return True


def _sound_categories(desk: Desk, box: Box, body: Body) -> bool:
    report = desk.collector.add
    if not body.targets:
        report("classement-sans-categories", box.span)
        return False
    filled = {choice.target for choice in body.choices}
    empty = [t for n, t in enumerate(body.targets) if n not in filled]
    for target in empty:
        report("categorie-vide", target.span, text=target.words)
    right = 2 <= len(body.targets) <= MOST_CATEGORIES
    if not right:
        report("classement-nombre", box.span, count=len(body.targets))
    seen: dict[str, ReadChoice] = {}
    for choice in body.choices:
        other = seen.setdefault(fold_text(choice.words), choice)
        if other is not choice and other.target != choice.target:
            report("classement-deux-categories", choice.span, line=other.span.line)
    return right and not empty


def _sound_steps(desk: Desk, box: Box, body: Body) -> bool:
    report = desk.collector.add
    numbers = [choice.number for choice in body.choices]
    if any(not number for number in numbers):
        report("ordre-sans-numeros", body.choices[0].span)
        return False
    if len(numbers) < 2:
        report("ordre-trop-court", box.span)
        return False
    found = [int(number) for number in numbers]
    for before, number, choice in zip(found, found[1:], body.choices[1:], strict=False):
        if len(set(found)) > 1 and number != before + 1:
            report("ordre-numeros", choice.span, number=number, expected=before + 1)
            return False
    if len(numbers) == 2:
        report("ordre-deux-etapes", box.span)
    return True


def check_settings(desk: Desk, box: Box, kind: ItemKind | None, place: Place) -> None:
    """Report settings that mean nothing for the kind or the place."""
    attributes = box.attributes
    unused = UNUSED[kind] if kind is not None else frozenset()
    if place.in_evaluation:
        unused |= {"attempts"}
    if kind in MOVED and attributes.text("shuffle") == "no":
        unused |= {"shuffle"}
    for spec in QUESTION:
        if spec.key in unused and attributes.text(spec.key) is not None:
            desk.collector.add(
                "reglage-sans-effet", attributes.span(spec.key, box.span), name=spec.names[0]
            )
    if kind == "open" and attributes.flag("sent"):
        desk.collector.add("transmis-refuse", attributes.span("sent", box.span))
    if place.parent != "bank" and attributes.text("form"):
        desk.collector.add("forme-hors-banque", attributes.span("form", box.span))
    objective = attributes.text("objective")
    known = [o.id for o in desk.settings.objectives]
    if objective is not None and objective not in known:
        desk.collector.add(
            "objectif-inconnu",
            attributes.span("objective", box.span),
            id=objective,
            known=", ".join(known) or "—",
        )


def check_choices(desk: Desk, body: Body, kind: ItemKind | None) -> None:
    """Report attributes of choices that mean nothing for the kind, and unknown misconceptions."""
    used = {"single": {"fixed", "idea"}, "multiple": {"fixed", "idea"},
            "true-false": {"fixed", "idea"}, "matching": {"target"}}  # fmt: skip
    for choice in body.choices:
        for spec in CHOICE:
            span = choice.attributes.span(spec.key, choice.span)
            if choice.attributes.text(spec.key) is None or kind is None:
                continue
            if spec.key not in used.get(kind, ()):
                desk.collector.add("reglage-sans-effet", span, name=spec.names[0])
            elif spec.key == "idea" and choice.right:
                desk.collector.add("idee-sur-bonne-reponse", span)
            elif spec.key == "idea":
                _idea(desk, choice)


def _idea(desk: Desk, choice: ReadChoice) -> None:
    name = choice.attributes.text("idea") or ""
    span = choice.attributes.span("idea", choice.span)
    registers = desk.folder.registers
    if "idees.yaml" not in registers.present:
        desk.collector.add("registre-absent", span, register="idees.yaml", id=name)
    elif name not in registers.ideas:
        near = suggestion(name, tuple(registers.ideas))
        desk.collector.add("idee-inconnue", span, id=name, suggestion=near)
