"""Whether capsules are short and ask for decisions, and whether ordinary situations are there."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from balise_builder.checks.reading import course_items, reading
from balise_builder.model import EvaluationBlock, Reflection, ScenarioBlock
from balise_builder.model.walk import every_block, page_blocks, page_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course, Item, Page, Span
    from balise_builder.source import Folder

LONGEST = 5
"""Minutes of a capsule (dialect, « A course folder »)."""
LEAST_SITUATIONS = 3
"""Fewer items with a situation say nothing of the balance."""


def check(course: Course, folder: Folder, collector: Collector) -> None:
    """Check the pages, the feedback of practice items and the balance of situations."""
    if any(page.kind == "capsule" for page in course.pages):
        _objectives(course, collector)
    else:
        collector.add("cours-sans-capsule", course.pages[0].span)
    for page in course.every_page:
        if page.kind == "capsule":
            _capsule(page, collector)
        for item in page_items(page):
            _feedback(item, collector)
    _situations(course, folder, collector)


def _objectives(course: Course, collector: Collector) -> None:
    """Report objectives that no scored question, no scenario and not the session assesses."""
    served = {item.objective for item in course_items(course) if item.points}
    served |= {
        page.objective for page in course.pages
        if any(isinstance(block, ScenarioBlock) for block in every_block(page_blocks(page)))
    }  # fmt: skip
    for objective in course.objectives:
        if objective.id not in served and not objective.in_session:
            collector.add("objectif-jamais-evalue", objective.span, id=objective.id)


def _capsule(page: Page, collector: Collector) -> None:
    kinds = EvaluationBlock | Reflection | ScenarioBlock
    asks = any(isinstance(b, kinds) for b in every_block(page_blocks(page)))
    if not asks and not page_items(page):
        collector.add("capsule-sans-question", page.span)
    count, items, minutes = reading(page)
    shown = ceil(minutes)
    if minutes > LONGEST:
        collector.add("capsule-trop-longue", page.span, minutes=shown, words=count, items=items)
    elif page.minutes is not None and minutes > page.minutes + 1:
        collector.add(
            "capsule-duree-depassee",
            page.span,
            declared=page.minutes,
            minutes=shown,
            words=count,
            items=items,
        )


def _feedback(item: Item, collector: Collector) -> None:
    """Report a wrong answer that says nothing: of a choice, or of a question as a whole."""
    if item.general or item.kind in ("scale", "open"):
        return
    if item.kind not in ("single", "multiple", "true-false"):
        if not any(choice.feedback for choice in item.choices):
            collector.add("question-sans-retroaction", item.span)
        return
    for choice in item.choices:
        if not choice.right and not choice.feedback:
            collector.add("choix-sans-retroaction", choice.span)


def _situations(course: Course, folder: Folder, collector: Collector) -> None:
    """Report fewer than a third of ordinary situations in a form, or in practice as a whole."""
    by_id = {item.id: item for item in course.bank_items}
    for evaluation in course.evaluations:
        for form in evaluation.forms:
            items = [by_id[item_id] for item_id in form.item_ids]
            _balance(items, evaluation.span, collector)
    practice = [item for page in course.pages for item in page_items(page)]
    if folder.settings is not None:
        _balance(practice, folder.settings.span, collector)


def _balance(items: Sequence[Item], span: Span, collector: Collector) -> None:
    situations = [item.situation for item in items if item.situation]
    ordinary = situations.count("ordinary")
    if len(situations) >= LEAST_SITUATIONS and ordinary * 3 < len(situations):
        collector.add("trop-peu-ordinaires", span, ordinary=ordinary, total=len(situations))
