"""``::: question`` → :class:`~balise_builder.model.Item`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.compile.desk import Desk, Place, reject
from balise_builder.compile.prose import no_notes, prose, words_of
from balise_builder.compile.question_body import Body, check_stem, sort
from balise_builder.markdown import Box, Run, plain_text
from balise_builder.markdown.attributes import LATER
from balise_builder.markdown.names import QUESTION
from balise_builder.model import Answer, Choice, Item
from balise_builder.source.folding import fold_text
from balise_builder.source.letters import match as match_letters

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.compile.ids import Taken
    from balise_builder.markdown import Document
    from balise_builder.model import Block
    from balise_builder.model.items import ItemKind

NUMBER = re.compile(r"[+-]?(?!0\d)\d[\d \u00a0\u202f]*(?:[.,]\d+)?(?:\s*±\s*\d+(?:[.,]\d+)?)?")


def question(desk: Desk, document: Document, box: Box, place: Place) -> Item | None:
    """Return the item of a container, or ``None`` when it cannot be one (there are findings)."""
    tokens: list[Token] = []
    for node in box.nodes:
        if isinstance(node, Run):
            tokens += node.tokens
        else:
            reject(desk, node, "question")
    body = sort(desk, document, tokens)
    check_stem(desk, document, box, body)
    kind = _kind(desk, box, body)
    _check_settings(desk, box, kind, place)
    if place.in_evaluation:
        no_notes(desk, box.nodes, "assessment")
    taken = desk.ids.block("item", box, words_of([Run(body.stem)]), light=place.light)
    item = _item(desk, document, box, body, kind or "single", taken, place)
    if taken.repeats:
        known = desk.items[taken.id]
        if _signature(known) != _signature(item):
            desk.collector.add("question-differente-en-version-allegee", box.span, id=taken.id)
    desk.items.setdefault(item.id, item)
    return item if kind else None


def _kind(desk: Desk, box: Box, body: Body) -> ItemKind | None:
    """Return the kind that the body and ``type`` agree on, or ``None`` after a finding."""
    stated = box.attributes.text("type")
    type_span = box.attributes.span("type", box.span)
    report = desk.collector.add
    if stated == LATER:
        return None
    if body.choices and body.answers:
        report("question-deux-sortes", box.span)
        return None
    if body.answers:
        if stated not in (None, "short-text"):
            report("question-type-contredit", type_span, type=box.attributes.written("type"))
            return None
        if not box.attributes.flag("exact") and all(NUMBER.fullmatch(a.text) for a in body.answers):
            report("non-pris-en-charge", body.answers[0].span, what="réponse numérique")
            return None
        return "short-text"
    if not body.choices:
        if not body.unsupported:
            report("question-sans-choix", box.span)
        return None
    if stated == "short-text":
        report("question-type-contredit", type_span, type=box.attributes.written("type"))
        return None
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
        kind: ItemKind = "multiple" if right > 1 else "single"
        return stated or kind  # type: ignore[return-value]
    return None


def _check_settings(desk: Desk, box: Box, kind: ItemKind | None, place: Place) -> None:
    """Report settings that mean nothing for the kind or the place."""
    attributes = box.attributes
    unused = []
    if kind is not None:
        unused += ["partial"] if kind != "multiple" else []
        unused += ["exact"] if kind != "short-text" else ["shuffle"]
    if place.in_evaluation:
        unused.append("attempts")
    for spec in QUESTION:
        if spec.key in unused and attributes.text(spec.key) is not None:
            desk.collector.add(
                "reglage-sans-effet", attributes.span(spec.key, box.span), name=spec.names[0]
            )
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


def _item(
    desk: Desk,
    document: Document,
    box: Box,
    body: Body,
    kind: ItemKind,
    taken: Taken,
    place: Place,
) -> Item:
    """Return the item, its letters taken from the lock."""
    made = [(c.attributes.id, c.words, c.span) for c in body.choices]
    made += [(None, a.text, a.span) for a in body.answers]
    _report_doubles(desk, body, exact=box.attributes.flag("exact"))
    if taken.provisional or not made:
        letters = list(match_letters({}, [(e, t) for e, t, _ in made]).letters)
    else:
        letters = desk.ids.lock.letters(taken.id, made, desk.collector)

    def blocks(tokens: list[Token]) -> tuple[Block, ...]:
        block = prose(desk, document, tokens, place)
        return () if block is None else (block,)

    def stem() -> tuple[Block, ...]:
        return blocks(body.stem)

    attributes = box.attributes
    return Item(
        span=box.span, id=taken.id, number=taken.number, kind=kind, stem=stem(),
        choices=tuple(
            Choice(c.span, letter, blocks(_without_marks(c.text)), c.right, blocks(c.feedback),
                   c.attributes.flag("fixed"))
            for c, letter in zip(body.choices, letters, strict=False)
        ),
        answers=tuple(
            Answer(a.span, letter, a.text)
            for a, letter in zip(body.answers, letters[len(body.choices) :], strict=True)
        ),
        general=blocks(body.general or []),
        points=attributes.number("points") or 1,
        tries=attributes.number("attempts"),
        shuffle=attributes.flag("shuffle"), partial=attributes.flag("partial"),
        exact=attributes.flag("exact"),
        objective=attributes.text("objective") or place.objective,
        situation=attributes.text("situation"),  # type: ignore[arg-type]
        form=attributes.text("form"),  # type: ignore[arg-type]
    )  # fmt: skip


def _without_marks(tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if t.type != "block"]


def _report_doubles(desk: Desk, body: Body, *, exact: bool) -> None:
    seen: set[str] = set()
    for choice in body.choices:
        key = fold_text(choice.words)
        if key and key in seen:
            desk.collector.add("choix-en-double", choice.span)
        seen.add(key)
    for answer in body.answers:
        key = answer.text if exact else fold_text(answer.text)
        if key in seen:
            desk.collector.add("reponse-en-double", answer.span)
        seen.add(key)


def _signature(item: Item) -> object:
    """Return what must be the same where an item stands twice."""

    def words(blocks: tuple[Block, ...]) -> str:
        tokens = [t for b in blocks for t in getattr(b, "tokens", ())]
        return fold_text(" ".join(plain_text(t.children or []) for t in tokens))

    return (
        item.kind, item.points, words(item.stem),
        tuple((words(c.text), c.right) for c in item.choices),
        tuple(fold_text(a.text) for a in item.answers),
    )  # fmt: skip
