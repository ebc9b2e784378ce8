"""Banks, ``::: évaluation`` and the rule of completion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.compile.desk import Bank, Desk, Place, reject
from balise_builder.compile.prose import blocks, groups, no_notes, span_of
from balise_builder.compile.question_kinds import UNSCORED
from balise_builder.compile.questions import question
from balise_builder.markdown import Box, Run
from balise_builder.markdown.names import suggestion
from balise_builder.model import CompletionRule, Evaluation, EvaluationBlock, Form, Item

if TYPE_CHECKING:
    from balise_builder.markdown import Document
    from balise_builder.model import Block
    from balise_builder.model.items import Moment

FRENCH = {"before": "avant", "after": "après", "followup": "suivi"}
INTRO = frozenset({"paragraph_open", "alert_open"})

NEEDS_EVALUATION = {"attempts": "tentatives", "on failure": "en cas d’échec"}
"""Settings of ``réussite`` that say nothing without an evaluation."""


def read_banks(desk: Desk, document: Document) -> None:
    """Read ``banque.md``: its banks with their items."""
    for node in document.nodes:
        if isinstance(node, Run):
            desk.collector.add("banque-texte", span_of(document, node.tokens))
        elif node.key == "bank" and node.closed:
            _bank(desk, document, node)
        elif node.key:
            blocks(desk, document, [node], Place("bank-file"))


def _bank(desk: Desk, document: Document, box: Box) -> None:
    place = Place("bank", in_evaluation=True)
    taken = desk.ids.block("bank", box, "items")
    items: list[Item] = []
    for node in box.nodes:
        if isinstance(node, Run):
            desk.collector.add("banque-texte", span_of(document, node.tokens))
        elif node.key == "question" and node.closed:
            item = question(desk, document, node, place)
            if item is not None:
                items.append(item)
        else:
            blocks(desk, document, [node], place)
    bank = Bank(box, taken.id, tuple(items))
    if not any(isinstance(node, Box) and node.key == "question" for node in box.nodes):
        desk.collector.add("banque-vide", box.span, id=bank.id)
    if bank.has_forms:
        _check_forms(desk, bank)
    desk.banks[bank.id] = bank


def _check_forms(desk: Desk, bank: Bank) -> None:
    """Report forms of other lengths or points, and a form without its pair.

    Form C is asked once, months later, and may be shorter (docs/decisions/0009): what it says is a
    share of its points.
    """
    for item in bank.items:
        if item.form is None:
            desk.collector.add("forme-manquante", item.span, bank=bank.id)
    names = sorted({item.form for item in bank.items if item.form} - {"C"})
    sizes = {}
    for name in names:
        members = [item for item in bank.items if item.form == name and item.kind not in UNSCORED]
        sizes[name] = (len(members), sum(item.points for item in members))
    if len(set(sizes.values())) > 1:
        lengths = ", ".join(f"{name} {count}" for name, (count, _) in sizes.items())
        points = ", ".join(f"{name} {total}" for name, (_, total) in sizes.items())
        desk.collector.add("formes-inegales", bank.box.span, lengths=lengths, points=points)
    _check_parallel(desk, bank, names)
    for name, other in (("A", "B"), ("B", "A")):
        if name in names and other not in names:
            desk.collector.add(
                "forme-absente", bank.box.span, bank=bank.id, found=name, missing=other
            )


def _check_parallel(desk: Desk, bank: Bank, names: Sequence[str]) -> None:
    """Report forms of the same length whose objectives, situations or kinds are not the same."""
    makings = {
        name: Counter(
            (item.objective, item.situation, item.kind) for item in bank.items if item.form == name
        )
        for name in names
    }
    for name in names[1:]:
        same_length = makings[name].total() == makings[names[0]].total()
        if same_length and makings[name] != makings[names[0]]:
            desk.collector.add(
                "formes-dissemblables", bank.box.span, first=names[0], second=name, bank=bank.id
            )


def evaluation(desk: Desk, document: Document, box: Box, place: Place) -> EvaluationBlock | None:
    """Return the place of an evaluation; the evaluation itself goes to ``desk.evaluations``."""
    report = desk.collector.add
    attributes = box.attributes
    intro, items = _own_content(desk, document, box, place)
    moment: Moment | None = attributes.text("moment")  # type: ignore[assignment]
    if moment is None:
        report(
            "attribut-manquant", box.span, name="moment", owner=box.name, example="moment : après"
        )
    taken = desk.ids.block("evaluation", box, FRENCH.get(moment or "", ""))
    bank_id, draw = attributes.text("bank"), attributes.number("draw")
    forms: tuple[Form, ...] = ()
    if bank_id is not None and items:
        report("evaluation-deux-sources", box.span)
    elif bank_id is not None:
        forms = _bank_forms(desk, box, bank_id, draw, moment)
    elif not any(isinstance(node, Box) and node.key == "question" for node in box.nodes):
        report("evaluation-sans-questions", box.span)
    else:
        if draw is not None:
            report("tirage-sans-banque", attributes.span("draw", box.span))
        forms = (Form("-", tuple(item.id for item in items)),)
    if moment == "followup":
        if place.page_id != desk.followup_page and desk.settings.id:
            report("evaluation-de-suivi", box.span, id=f"{desk.settings.id}-suivi")
        if bank_id in desk.banks and not forms:
            report("suivi-sans-forme", box.span, bank=bank_id)
    made = Evaluation(
        span=box.span, id=taken.id, number=taken.number, moment=moment or "after",
        page_id=place.page_id, forms=forms, intro=intro, bank=bank_id, draw=draw,
        attempts=attributes.number("attempts"),
    )  # fmt: skip
    desk.evaluations.append(made)
    desk.evaluation_items += items
    here = moment != "followup" or place.page_id == desk.followup_page
    return EvaluationBlock(box.span, taken.id) if here else None


def _own_content(
    desk: Desk, document: Document, box: Box, place: Place
) -> tuple[tuple[Block, ...], list[Item]]:
    """Return the introduction and the own questions of an evaluation."""
    inner = replace(place, parent="assessment", in_evaluation=True)
    intro: tuple[Block, ...] = ()
    items: list[Item] = []
    for node in box.nodes:
        if isinstance(node, Run):
            for group in groups(node.tokens):
                if items or group[0].type not in INTRO:
                    desk.collector.add("evaluation-texte", span_of(document, group))
            no_notes(desk, [node], "assessment")
            if not items:
                intro += blocks(desk, document, [node], inner)
        elif node.key == "question" and node.closed:
            item = question(desk, document, node, inner)
            if item is not None:
                items.append(item)
        elif node.key:
            reject(desk, node, "assessment")
    return intro, items


def _bank_forms(
    desk: Desk, box: Box, bank_id: str, draw: int | None, moment: Moment | None
) -> tuple[Form, ...]:
    """Return the forms that an evaluation draws from a bank."""
    report = desk.collector.add
    span = box.attributes.span("bank", box.span)
    bank = desk.banks.get(bank_id)
    if bank is None:
        names = tuple(desk.banks)
        report("banque-inconnue", span, id=bank_id, suggestion=suggestion(bank_id, names))
        return ()
    desk.used_banks.add(bank_id)
    draw_span = box.attributes.span("draw", box.span)
    if bank.has_forms:
        if draw is not None:
            report("tirage-avec-formes", draw_span)
        wanted = ("C",) if moment == "followup" else ("A", "B")
        return tuple(
            Form(name, tuple(i.id for i in bank.items if i.form == name)) for name in wanted
            if any(i.form == name for i in bank.items)
        )  # fmt: skip
    unscored = [item for item in bank.items if item.kind in UNSCORED]
    if draw is not None and draw > len(bank.items) - len(unscored):
        report("banque-trop-petite", draw_span, count=len(bank.items) - len(unscored), draw=draw)
    elif draw is not None and unscored:
        for item in unscored:
            report("tirage-non-notee", item.span, bank=bank_id)
    elif draw is not None and len({item.points for item in bank.items}) > 1:
        report("tirage-points-inegaux", draw_span)
    return (Form("-", tuple(item.id for item in bank.items)),)


def finish_evaluations(
    desk: Desk,
) -> tuple[tuple[Evaluation, ...], tuple[Item, ...], tuple[Item, ...]]:
    """Return the evaluations of the learner's package, their items, and the items kept back.

    Kept back: form C and the follow-up, that nobody sees before three months, and banks that no
    evaluation uses.
    """
    for bank in desk.banks.values():
        if bank.id not in desk.used_banks:
            desk.collector.add("banque-inutilisee", bank.box.span, id=bank.id)
    rule, default = desk.settings.rule, desk.settings.attempts
    kept = tuple(
        replace(e, attempts=default)
        if e.id == rule.evaluation_id and e.attempts is None else e
        for e in desk.evaluations if e.moment != "followup"
    )  # fmt: skip
    asked = {item_id for e in kept for form in e.forms for item_id in form.item_ids}
    everything = [item for bank in desk.banks.values() for item in bank.items]
    everything += desk.evaluation_items
    items = tuple(item for item in everything if item.id in asked)
    return kept, items, tuple(item for item in everything if item.id not in asked)


def check_rule(desk: Desk, evaluations: Sequence[Evaluation], items: Sequence[Item]) -> None:
    """Report an evaluation of ``réussite`` that is missing, a threshold out of other points."""
    rule: CompletionRule = desk.settings.rule
    report, where = desk.collector.add, desk.settings.where
    if rule.evaluation_id is None:
        for key, name in NEEDS_EVALUATION.items():
            if key in desk.settings.spans:
                report("reglage-sans-effet", where(key), name=name)
        return
    found = next((e for e in evaluations if e.id == rule.evaluation_id), None)
    if found is None:
        if any(e.id == rule.evaluation_id for e in desk.evaluations):
            report("evaluation-de-suivi-reussite", where("assessment"))
        else:
            names = tuple(e.id for e in evaluations)
            report(
                "evaluation-inconnue",
                where("assessment"),
                id=rule.evaluation_id,
                suggestion=suggestion(rule.evaluation_id, names),
            )
        return
    points = {item.id: item.points for item in items}
    if found.forms and not any(points[one] for form in found.forms for one in form.item_ids):
        report("evaluation-sans-points", where("assessment"), id=found.id)
    if desk.settings.attempts not in (None, found.attempts):
        report("reglage-sans-effet", where("attempts"), name="tentatives")
    if rule.threshold_points is None or rule.threshold_of is None:
        return
    if not rule.threshold_set_by:
        report("seuil-provisoire", where("threshold"))
    for form in found.forms[:1]:
        total = sum(points[item_id] for item_id in form.item_ids)
        if found.draw is not None and form.item_ids:
            total = found.draw * points[form.item_ids[0]]
        if total != rule.threshold_of:
            report(
                "seuil-autre-total",
                where("threshold"),
                of=rule.threshold_of,
                id=found.id,
                total=total,
            )
