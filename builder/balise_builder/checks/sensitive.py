"""Content notices, light versions, and nothing recorded where one may pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.model import EvaluationBlock, ItemBlock
from balise_builder.model.walk import every_block

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course, Page, Span
    from balise_builder.source import Folder


def check(course: Course, folder: Folder, collector: Collector) -> None:
    """Check every page, then the notice of the course."""
    capsules = (*folder.capsules, *folder.companions)
    places = {c.text.file: c.settings.where("sensitive") for c in capsules}
    for page in course.every_page:
        if page.sensitive and not page.light:
            collector.add("sensible-sans-version-allegee", places.get(page.file, page.span))
        if page.sensitive or page.light:
            _passage(page, collector)
    _course_notice(course, collector)


def _passage(page: Page, collector: Collector) -> None:
    """Report what is recorded in the full text and that the light version does not hold."""
    light = {b.item.id for b in every_block(page.light) if isinstance(b, ItemBlock)}
    for block in every_block(page.body):
        if isinstance(block, ItemBlock) and block.item.id not in light and page.light:
            collector.add("question-seulement-dans-le-sensible", block.item.span, id=block.item.id)
        elif isinstance(block, EvaluationBlock):
            collector.add("evaluation-dans-le-sensible", block.span, id=block.evaluation_id)


def _course_notice(course: Course, collector: Collector) -> None:
    """Report a course without notice in ``cours.md``, or with one after an evaluation."""
    first = course.pages[0]
    span: Span = first.span
    if first.notice is not None:
        if any(isinstance(b, EvaluationBlock) for b in every_block(first.before)):
            collector.add("avis-apres-evaluation", first.notice.span)
        return
    sensitive = next((page for page in course.pages if page.sensitive), None)
    if sensitive is not None:
        collector.add(
            "cours-sans-avis",
            span,
            why=f"« {sensitive.title} » est une page sensible",
            why_en=f"“{sensitive.title}” is a sensitive page",
        )
    elif course.evaluations:
        collector.add(
            "cours-sans-avis", span, why="il a une évaluation", why_en="it has an assessment"
        )
