"""What Open edX does otherwise than the other hosts: said at each build for it.

The table of docs/administration/openedx.md names the same codes (a test compares).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.diagnostics import Collector
from balise_builder.model import Checklist, ItemBlock, Protocol, Reflection, ScenarioBlock, Span
from balise_builder.model.walk import every_block, page_blocks
from balise_builder.targets.olx.problems import NEVER_ASKED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.model import Block, Course, Item

COURSE = "cours.md"


def differences(course: Course) -> tuple[Diagnostic, ...]:
    """Return an information for each thing of the course that Open edX does otherwise."""
    found = Collector()
    found.extend(of_parts(course))
    for evaluation in course.evaluations:
        if evaluation.moment == "followup":
            continue
        names = [form.name for form in evaluation.forms if form.name != "C"]
        if len(names) > 1:
            form = names[-1] if evaluation.moment == "after" else names[0]
            found.add("olx-forme-fixe", evaluation.span, id=evaluation.id, form=form)
        if evaluation.draw is not None:
            found.add("olx-sans-tirage", evaluation.span, id=evaluation.id, n=evaluation.draw)
        if evaluation.moment == "after":
            found.add("olx-tentatives-par-question", evaluation.span, id=evaluation.id)
    if course.rule.report_failed:
        found.add("olx-sans-echec", Span.whole(COURSE))
    return tuple(found.sorted())


def of_parts(course: Course) -> tuple[Diagnostic, ...]:
    """Return those of its texts, questions and scenarios, whatever course they stand in."""
    found = Collector()
    blocks = [block for page in course.pages for block in every_block(page_blocks(page))]
    _pages(course, blocks, found)
    banked = {item.id for item in course.bank_items}
    practice = [block.item for block in blocks if isinstance(block, ItemBlock)]
    for item in {i.id: i for i in (*practice, *course.bank_items)}.values():
        for code in (*_of_item(item), *_of_answers(item, asked=item.id in banked)):
            found.add(code, item.span, id=item.id)
    return tuple(found.sorted())


def _pages(course: Course, blocks: list[Block], found: Collector) -> None:
    for page in course.pages:
        if page.light:
            found.add("olx-sans-trois-suites", page.span, id=page.id)
    for block in blocks:
        if isinstance(block, Checklist | Protocol | Reflection):
            found.add("olx-texte-seulement", block.span, id=block.id)
        elif isinstance(block, ScenarioBlock):
            found.add("olx-scenario-lineaire", block.scenario.span, id=block.scenario.id)


def _of_item(item: Item) -> Iterator[str]:
    """Yield what one question loses."""
    if item.kind in NEVER_ASKED:
        yield "olx-question-laissee"
        return
    if item.certainty:
        yield "olx-sans-certitude"
    if item.variants:
        yield "olx-une-variante"
    if item.light is not None:
        yield "olx-mots-legers"
    if item.partial and item.kind == "multiple":
        yield "olx-points-partiels"
    if any(choice.idea for choice in item.choices):
        yield "olx-sans-idee"


def _of_answers(item: Item, *, asked: bool) -> Iterator[str]:
    """Yield what is marked or shown otherwise; ``asked`` in an evaluation, without any hint."""
    if item.kind in ("matching", "categorising"):
        if not item.partial:
            yield "olx-points-par-ligne"
    elif item.kind == "ordering":
        yield "olx-points-par-ligne"
    elif item.kind == "multiple" and item.shuffle:
        yield "olx-sans-melange"
    elif item.kind == "number" and any(answer.tolerance for answer in item.answers):
        yield "olx-nombre-avec-marge"
    elif asked and (item.kind == "number" or (item.kind == "short-text" and not item.exact)):
        yield "olx-reponse-cachee"
