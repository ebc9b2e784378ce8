"""How a question of each kind stands on paper: to answer, and with its key for the pair."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.render.guide.kit import bullets, paragraph, ruled, table
from balise_builder.render.items import shown_choices, shown_targets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.model import Block, Choice, Item
    from balise_builder.render.guide.kit import Kit

OPEN_LINES = 4
"""Ruled lines for an open answer."""
MOVED = frozenset({"matching", "categorising", "ordering"})
"""Kinds that are shown in another order than the author's."""
HINTS = {
    "single": "one", "true-false": "one", "multiple": "several", "short-text": "short",
    "number": "number", "matching": "matching", "categorising": "categorising",
    "ordering": "ordering", "scale": "scale", "open": "open",
}  # fmt: skip


def spoken(kit: Kit, item: Item) -> Kit:
    """Return the kit that reads ``item`` with its first variant."""
    if not item.variants:
        return kit
    return replace(kit, page=replace(kit.page, variant=dict(item.variants[0])))


def stem(kit: Kit, item: Item) -> Markup:
    """Return the stem of a question."""
    return spoken(kit, item).blocks(item.stem)


def to_answer(kit: Kit, item: Item) -> Markup:
    """Return how to answer, then the boxes, letters or lines to answer with; no key."""
    hint = paragraph(kit.text(HINTS[item.kind]), "hint")
    sure = paragraph(kit.text("certainty"), "hint") if item.certainty else Markup("")
    return hint + _to_fill(spoken(kit, item), item) + sure


def _to_fill(kit: Kit, item: Item) -> Markup:
    if item.kind == "open":
        return ruled(OPEN_LINES)
    if not item.choices:
        return ruled(1)
    if item.kind not in MOVED:
        return _boxed(kit, ((f"☐ {c.letter.upper()}", c.text) for c in item.choices))
    # Letters of the place on paper: those of ids.lock follow the author's order, hence the key.
    choices = zip(ascii_uppercase, shown_choices(item), strict=False)
    lines = _boxed(kit, ((f"____ {place}", choice.text) for place, choice in choices))
    if item.targets:
        # Small letters, so that the pairs of a typing grid read in one way only.
        targets = zip(ascii_lowercase, shown_targets(item), strict=False)
        lines += paragraph(kit.text(f"{item.kind}-targets"), "hint")
        lines += _boxed(kit, ((place, target.text) for place, target in targets))
    return lines


def printed_letters(item: Item) -> str:
    """Return which letter of ``ids.lock`` each letter on paper is; empty when they are the same."""
    if item.kind not in MOVED:
        return ""
    pairs = [*zip(ascii_uppercase, shown_choices(item), strict=False)]
    lines = [f"{place}={choice.letter}" for place, choice in pairs]
    lines += [
        f"{place}={target.letter}"
        for place, target in zip(ascii_lowercase, shown_targets(item), strict=False)
    ]
    return ", ".join(lines)


def _boxed(kit: Kit, lines: Iterable[tuple[str, tuple[Block, ...]]]) -> Markup:
    """Return lines that begin with a box or a letter."""
    made = Markup("").join(
        Markup('<li><span class="letter">{}</span>{}</li>\n').format(start, kit.blocks(text))
        for start, text in lines
    )
    return Markup('<ul class="boxed">\n{}</ul>\n').format(made)


def answered(kit: Kit, item: Item) -> Markup:
    """Return a practice question with its key and feedback."""
    role = Markup("")
    if item.situation:
        role = paragraph(kit.text(f"situation-{item.situation}"), "role")
    kit = spoken(kit, item)
    return Markup(
        '<div class="item" data-item="{}">\n{}<div class="stem">{}</div>\n{}{}</div>\n'
    ).format(item.id, role, kit.blocks(item.stem), _key(kit, item), kit.blocks(item.general))


def _key(kit: Kit, item: Item) -> Markup:
    """Return what is right, and what is said of each choice."""
    if item.answers:
        return paragraph(kit.text("accepted"), "key") + bullets(
            kit.typeset(answer.text) for answer in item.answers
        )
    if item.kind == "open":
        return paragraph(kit.text("open-key"), "key")
    if item.kind == "scale":
        degrees = bullets(kit.blocks(choice.text) for choice in item.choices)
        return paragraph(kit.text("scale-key"), "key") + degrees
    if item.kind == "ordering":
        steps = Markup("").join(
            Markup("<li>{}{}</li>\n").format(kit.blocks(choice.text), _why(kit, choice))
            for choice in item.choices
        )
        return paragraph(kit.text("ordering-key"), "key") + Markup("<ol>\n{}</ol>\n").format(steps)
    if item.targets:
        return _pairs(kit, item)
    lines = [
        Markup('<p class="key">{}</p>\n{}{}').format(
            kit.text("right" if choice.right else "choice"), kit.blocks(choice.text),
            _why(kit, choice),
        )
        for choice in sorted(item.choices, key=lambda choice: not choice.right)
    ]  # fmt: skip
    return bullets(lines, "answers")


def _why(kit: Kit, choice: Choice) -> Markup:
    if not choice.feedback:
        return Markup("")
    return Markup('<div class="why">{}</div>\n').format(kit.blocks(choice.feedback))


def _pairs(kit: Kit, item: Item) -> Markup:
    """Return a table of what goes with what."""
    targets = {target.letter: kit.blocks(target.text) for target in item.targets}
    rows = [
        (kit.blocks(choice.text) + _why(kit, choice), targets[choice.target or ""])
        for choice in item.choices
    ]
    head = (kit.text("pairs-thing"), kit.text(f"{item.kind}-right"))
    return table(head, rows)


def card(kit: Kit, item: Item) -> Markup:
    """Return what a card shows of a question: what to choose from, without the key."""
    kit = spoken(kit, item)
    shown = kit.blocks(item.stem)
    if item.choices:
        shown += bullets((kit.blocks(choice.text) for choice in shown_choices(item)), "letters")
    if item.targets:
        shown += paragraph(kit.text(f"{item.kind}-targets"), "hint")
        shown += bullets(kit.blocks(target.text) for target in shown_targets(item))
    return shown
