"""Practice questions as they read without script and on paper: no key, no feedback."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from balise_builder.model import Block, Choice, Item, Target
    from balise_builder.render.context import PageContext

    Blocks = Callable[[Iterable[Block], PageContext], Markup]

HINTS = frozenset({
    "multiple", "short-text", "number", "matching", "categorising", "ordering", "scale", "open",
})  # fmt: skip
"""Kinds that say how to answer."""


def item_html(item: Item, page: PageContext, html: Blocks) -> Markup:
    """Return a practice question: stem, how to answer, and what there is to choose from.

    What there is to order, match or sort stands in an order that the item alone decides, never in
    the right one. A question with variants reads with the first.

    :param html: renders blocks.
    """
    if page.light:
        item = item.lightened()
    if item.variants:
        page = replace(page, variant=dict(item.variants[0]))
    texts = page.course.texts.document
    hint = Markup("")
    if item.kind in HINTS:
        hint = Markup('<p class="b-hint">{}</p>\n').format(texts[f"{item.kind}-hint"])
    return Markup(
        '<div class="b-item" data-item="{}">\n<div class="b-stem">{}</div>\n{}{}{}</div>\n'
    ).format(
        item.id, html(item.stem, page), hint, _choices(item, page, html),
        _targets(item, page, html),
    )  # fmt: skip


def shown_choices(item: Item) -> Sequence[Choice]:
    """Return the choices of an item in the order that paper shows."""
    if item.kind not in ("matching", "categorising", "ordering"):
        return item.choices
    by_letter = {choice.letter: choice for choice in item.choices}
    return [by_letter[letter] for letter in _mixed(item.id, by_letter)]


def shown_targets(item: Item) -> Sequence[Target]:
    """Return the definitions, mixed, or the categories, in the author's order."""
    if item.kind != "matching":
        return item.targets
    by_letter = {target.letter: target for target in item.targets}
    return [by_letter[letter] for letter in _mixed(f"{item.id}>", by_letter)]


def _mixed(seed: str, letters: Iterable[str]) -> list[str]:
    """Return ``letters`` in another order, always the same."""
    given = list(letters)
    mixed = sorted(given, key=lambda letter: sha256(f"{seed} {letter}".encode()).digest())
    # The author's order is the key of an ordering, and of pairs written line by line.
    return [*mixed[1:], mixed[0]] if mixed == given else mixed


def _choices(item: Item, page: PageContext, html: Blocks) -> Markup:
    if not item.choices:
        return Markup("")
    lines = (Markup("<li>{}</li>\n").format(html(c.text, page)) for c in shown_choices(item))
    return Markup('<ul class="b-choices">\n{}</ul>\n').format(Markup("").join(lines))


def _targets(item: Item, page: PageContext, html: Blocks) -> Markup:
    """Return the definitions or categories, lettered for who answers on paper."""
    if not item.targets:
        return Markup("")
    lines = (Markup("<li>{}</li>\n").format(html(t.text, page)) for t in shown_targets(item))
    return Markup('<ol class="b-targets" type="A">\n{}</ol>\n').format(Markup("").join(lines))
