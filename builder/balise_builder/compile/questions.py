"""``::: question`` → :class:`~balise_builder.model.Item`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.compile.desk import Desk, Place
from balise_builder.compile.light import light_wording, parted
from balise_builder.compile.numbers import parse_number
from balise_builder.compile.prose import no_notes, prose, words_of
from balise_builder.compile.question_body import check_stem, sort
from balise_builder.compile.question_kinds import (
    MOVED,
    UNSCORED,
    check_choices,
    check_settings,
    kind_of,
)
from balise_builder.compile.variants import variants
from balise_builder.markdown import Box, Run, plain_text
from balise_builder.model import Answer, Choice, Item, Target
from balise_builder.model.walk import light_blocks
from balise_builder.source.folding import fold_text
from balise_builder.source.letters import match as match_letters

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.compile.ids import Taken
    from balise_builder.compile.question_parts import Body, ReadAnswer
    from balise_builder.markdown import Document
    from balise_builder.model import Block
    from balise_builder.model.items import ItemKind


def question(desk: Desk, document: Document, box: Box, place: Place) -> Item | None:
    """Return the item of a container, or ``None`` when it cannot be one (there are findings)."""
    tokens, inside = parted(desk, box)
    body = sort(desk, document, tokens, box.attributes.text("type"))
    check_stem(desk, document, box, body)
    kind = kind_of(desk, box, body)
    check_settings(desk, box, kind, place)
    check_choices(desk, body, kind)
    if place.in_evaluation:
        no_notes(desk, box.nodes, "assessment")
    taken = desk.ids.block("item", box, words_of([Run(body.stem)]), light=place.light)
    chosen = variants(desk, box, body, taken.id)
    item = _item(desk, document, box, body, kind or "single", taken, place)
    item = replace(item, variants=chosen, light=light_wording(desk, document, inside, item, place))
    if taken.repeats:
        known = desk.items[taken.id]
        if _signature(known) != _signature(item):
            desk.collector.add("question-differente-en-version-allegee", box.span, id=taken.id)
    desk.items.setdefault(item.id, item)
    return item if kind else None


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
    _report_doubles(desk, body, kind, exact=box.attributes.flag("exact"))
    letters, others = _letters(desk, body, taken)

    def blocks(tokens: list[Token]) -> tuple[Block, ...]:
        block = prose(desk, document, tokens, place)
        return () if block is None else (block,)

    attributes = box.attributes
    unscored = kind in UNSCORED
    return Item(
        span=box.span, id=taken.id, number=taken.number, kind=kind, stem=blocks(body.stem),
        choices=tuple(
            Choice(c.span, letter, blocks(_without_marks(c.text)), c.right, blocks(c.feedback),
                   c.attributes.flag("fixed"),
                   None if c.target is None else others[c.target],
                   c.attributes.text("idea"))
            for c, letter in zip(body.choices, letters, strict=False)
        ),
        targets=tuple(
            Target(t.span, letter, blocks(t.text), blocks(t.again))
            for t, letter in zip(body.targets, others, strict=True)
        ),
        answers=tuple(
            _answer(a, letter, kind)
            for a, letter in zip(body.answers, letters[len(body.choices) :], strict=True)
        ),
        general=blocks(body.general or []),
        points=0 if unscored else attributes.number("points") or 1,
        tries=attributes.number("attempts"),
        shuffle=attributes.flag("shuffle") or kind in MOVED, partial=attributes.flag("partial"),
        exact=attributes.flag("exact"), certainty=attributes.flag("certainty"),
        objective=attributes.text("objective") or place.objective,
        situation=attributes.text("situation"),  # type: ignore[arg-type]
        form=attributes.text("form"),  # type: ignore[arg-type]
    )  # fmt: skip


def _letters(desk: Desk, body: Body, taken: Taken) -> tuple[list[str], list[str]]:
    """Return the letters of the choices or answers, and those of the targets."""
    made = [(c.attributes.id, c.words, c.span) for c in body.choices]
    made += [(None, a.text, a.span) for a in body.answers]
    targets = [(t.letter, t.words, t.span) for t in body.targets]
    if taken.provisional:
        found = [match_letters({}, [(e, t) for e, t, _ in some]) for some in (made, targets)]
        return list(found[0].letters), list(found[1].letters)
    lock, collector = desk.ids.lock, desk.collector
    return lock.letters(taken.id, made, collector), lock.targets(taken.id, targets, collector)


def _answer(answer: ReadAnswer, letter: str, kind: ItemKind) -> Answer:
    number = parse_number(answer.text) if kind == "number" else None
    if number is None:
        return Answer(answer.span, letter, answer.text)
    return Answer(answer.span, letter, answer.text, *number)


def _without_marks(tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if t.type != "block"]


def _report_doubles(desk: Desk, body: Body, kind: ItemKind | None, *, exact: bool) -> None:
    """Report choices, and accepted answers, that say the same thing."""
    told: set[object] = set()
    for choice in body.choices:
        words = fold_text(choice.words)
        # A thing that stands in two categories has a finding of its own.
        key = (words, choice.target if kind == "categorising" else None)
        if words and key in told:
            desk.collector.add("choix-en-double", choice.span)
        told.add(key)
    for answer in body.answers:
        number = parse_number(answer.text) if kind == "number" else None
        same = number or (answer.text if exact else fold_text(answer.text))
        if same in told:
            desk.collector.add("reponse-en-double", answer.span)
        told.add(same)


def _signature(item: Item) -> object:
    """Return what must be the same where an item stands twice."""

    def words(blocks: tuple[Block, ...]) -> str:
        tokens = [t for b in blocks for t in getattr(b, "tokens", ())]
        return fold_text(" ".join(plain_text(t.children or []) for t in tokens))

    return (
        item.kind, item.points, words(item.stem),
        tuple((words(c.text), c.right, c.target) for c in item.choices),
        tuple(words(t.text) for t in item.targets),
        tuple(fold_text(a.text) for a in item.answers), words(light_blocks(item)),
    )  # fmt: skip
