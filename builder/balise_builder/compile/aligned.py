"""Two texts of the same page, unit by unit: what translates what, and what is still to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from balise_builder.compile.prose import groups
from balise_builder.markdown import plain_text
from balise_builder.model import (
    EvaluationBlock,
    ItemBlock,
    Player,
    Prose,
    ScenarioBlock,
    Span,
)
from balise_builder.model.walk import every_token
from balise_builder.source.folding import fold_text

if TYPE_CHECKING:
    from balise_builder.model import Block

Pair = tuple["Block | None", "Block | None"]
Known = Callable[[str, str], bool]
SHORTEST = 4
"""Words of a unit that is the same in both languages because nobody translated it."""


def units(blocks: Sequence[Block]) -> list[Block]:
    """Return ``blocks`` with prose cut into its paragraphs, lists, tables and headings."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Prose):
            found += (Prose(block.span, tuple(group)) for group in groups(block.tokens))
        else:
            found.append(block)
    return found


def shape(block: Block) -> tuple[str, str]:
    """Return what two units must share for one to translate the other."""
    if isinstance(block, Prose):
        first = block.tokens[0]
        if first.type == "block":
            inner: Block = first.meta["block"]
            return shape(inner)
        return first.type, first.tag
    if isinstance(block, ItemBlock):
        return "item", block.item.id
    if isinstance(block, ScenarioBlock):
        return "scenario", block.scenario.id
    if isinstance(block, EvaluationBlock):
        return "evaluation", block.evaluation_id
    if isinstance(block, Player):
        return "player", block.source
    return type(block).__name__, str(getattr(block, "id", ""))


def align(source: Sequence[Block], translated: Sequence[Block], known: Known) -> Iterator[Pair]:
    """Yield the units of both texts in order, ``None`` where the other has nothing like it.

    Of all the ways to pair units of the same shape in order, the best is taken: pairs that the
    lock knows first, then those whose lengths are alike, then the earliest.

    :param known: tells whether a text was made from another, by their words.
    """
    ours, theirs = units(source), units(translated)
    said = [(shape(unit), words((unit,))) for unit in theirs]
    values = [
        [_alike(*one, *two, known) for two in said]
        for one in ((shape(unit), words((unit,))) for unit in ours)
    ]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for a in range(len(ours) - 1, -1, -1):
        for b in range(len(theirs) - 1, -1, -1):
            skip = max(best[a + 1][b], best[a][b + 1])
            pair = values[a][b] and values[a][b] + best[a + 1][b + 1]
            best[a][b] = max(skip, pair)
    a = b = 0
    while a < len(ours) or b < len(theirs):
        inside = a < len(ours) and b < len(theirs)
        if inside and values[a][b] and best[a][b] == values[a][b] + best[a + 1][b + 1]:
            yield ours[a], theirs[b]
            a, b = a + 1, b + 1
        elif a < len(ours) and best[a][b] == best[a + 1][b]:
            yield ours[a], None
            a += 1
        else:
            yield None, theirs[b]
            b += 1


def _alike(
    shape_: tuple[str, str], ours: str, other: tuple[str, str], theirs: str, known: Known
) -> float:
    """Return how surely one unit translates the other; 0 when it cannot."""
    if shape_ != other:
        return 0.0
    counts = sorted((ours.count(" ") + 1, theirs.count(" ") + 1))
    return 1.0 + 0.5 * counts[0] / counts[1] + (2.0 if known(ours, theirs) else 0.0)


def words(blocks: Sequence[Block]) -> str:
    """Return the words of ``blocks``, titles and inner blocks included; items have their own."""
    return " ".join(
        plain_text(token.children) if token.children else token.content
        for token in every_token(blocks) if token.type in ("inline", "fence", "code_block")
    ).strip()  # fmt: skip


def is_untranslated(source: str, translated: str) -> bool:
    """Return whether a translation says the very words of its source."""
    alike = fold_text(source) == fold_text(translated)
    return alike and len(source.split()) >= SHORTEST


def place(block: Block) -> Span:
    """Return where a unit begins."""
    for token in every_token((block,)):
        if token.type == "inline" and token.content:
            span: Span = token.meta["places"].span(0, len(token.content.partition("\n")[0]))
            return span
    span_ = getattr(block, "span", None)
    if isinstance(block, ItemBlock):
        span_ = block.item.span
    if isinstance(block, ScenarioBlock):
        span_ = block.scenario.span
    assert isinstance(span_, Span)
    return span_
