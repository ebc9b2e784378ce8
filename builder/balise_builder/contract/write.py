"""Course → course.json, the one thing that crosses between the distributions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from balise_builder.contract.ideas import ideas
from balise_builder.contract.scenarios import scenarios
from balise_builder.contract.shape import VERSION
from balise_builder.model import Checklist, EvaluationBlock, Protocol, Reflection
from balise_builder.model.walk import every_block, page_blocks, page_items, page_scenarios
from balise_builder.render.blocks import blocks_html
from balise_builder.render.context import CourseContext, PageContext
from balise_builder.render.pages import HELP_ID, PRIVACY_ID
from balise_builder.suspend import worst_case

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.contract.shape import (
        ChecklistData,
        CourseData,
        EvaluationData,
        ItemData,
        NoteData,
        PageData,
        PathwayData,
        ProtocolData,
    )
    from balise_builder.model import Block, Course, Evaluation, Item, Page, Pathway
    from balise_builder.suspend import Budget

QUICK_EXIT = {"fr": "https://meteo.gc.ca/", "en": "https://weather.gc.ca/"}
"""Where the quick exit leads unless the course says: a page that anyone may have open."""


def dumps(course: Course, budget: Budget | None = None) -> bytes:
    """Return course.json as UTF-8: the same course gives the same bytes.

    Every ``<`` is written as its escape U+003C, so that the bytes also stand in an HTML data block
    as they are (HTML, 4.12.1.3, restrictions for contents of script elements).
    """
    text = json.dumps(to_json(course, budget), ensure_ascii=False, indent=1)
    return (text.replace("<", "\\u003c") + "\n").encode("utf-8")


def to_json(course: Course, budget: Budget | None = None) -> CourseData:
    """Return the fields of course.json in the order of contract.ts.

    Pages and practice items stand in reading order, items of the banks in the order of the banks.
    Neither facilitation notes nor what is asked after three months (form C, follow-up) is in it.

    :param budget: the bound of suspend data, when already computed.
    """
    context = CourseContext.of(course)
    typeset, budget = context.typeset, budget or worst_case(course)
    evaluations = list(course.asked)
    rule = course.rule
    items = _items(context, evaluations)
    return {
        "balise": VERSION,
        "id": course.id,
        "key": course.key,
        "title": typeset(course.title),
        "version": course.version,
        "language": course.language,
        "status": course.status,
        "level": course.level,
        "format": course.format,
        "audiences": list(course.audiences),
        "minutes": course.minutes,
        "coAuthors": [typeset(name) for name in course.co_authors],
        "objectives": [{"id": o.id, "text": typeset(o.text)} for o in course.objectives],
        "reporting": course.reporting,
        "rule": {
            "pages": rule.pages_percent,
            "evaluation": rule.evaluation_id,
            "threshold": rule.threshold_points,
            "of": rule.threshold_of,
            "failed": rule.report_failed,
        },
        "pages": [_page(page, context, evaluations) for page in course.pages] + _generated(context),
        "items": items,
        "evaluations": [_evaluation(e) for e in evaluations],
        "notes": _notes(course),
        "protocols": _protocols(course),
        "scenarios": scenarios(context),
        "ideas": ideas(items, context),
        "checklists": _checklists(course),
        "pathways": [_pathway(pathway, context) for pathway in course.pathways],
        "texts": dict(context.texts.player),
        "settings": {"quickExit": course.quick_exit or _usual_exit(context)},
        "suspend": {"worst": budget.worst, "limit": budget.limit},
    }


def _usual_exit(context: CourseContext) -> str:
    return QUICK_EXIT.get(context.texts.lang, QUICK_EXIT["fr"])


def _pathway(pathway: Pathway, context: CourseContext) -> PathwayData:
    typeset = context.typeset
    return {
        "id": pathway.id,
        "title": typeset(pathway.titled(context.course.language)),
        "description": typeset(pathway.description),
        "steps": [
            {
                "course": step.course_id,
                "title": typeset(*step.named(context.course.language)),
                "live": bool(step.live),
                "start": typeset(step.start),
                "minutes": step.minutes,
            }
            for step in pathway.steps
        ],
    }


def _page(page: Page, context: CourseContext, evaluations: list[Evaluation]) -> PageData:
    known = {evaluation.id for evaluation in evaluations}
    blocks = every_block(page_blocks(page))
    placed = dict.fromkeys(b.evaluation_id for b in blocks if isinstance(b, EvaluationBlock))
    return {
        "id": page.id,
        "n": page.number,
        "title": context.typeset(page.title),
        "kind": page.kind,
        "counted": True,
        "minutes": page.minutes,
        "sensitive": page.sensitive,
        "notice": page.notice is not None,
        "light": bool(page.light),
        "items": [item.id for item in page_items(page)],
        "evaluations": [evaluation_id for evaluation_id in placed if evaluation_id in known],
        "scenarios": [scenario.id for scenario in page_scenarios(page)],
    }


def _generated(context: CourseContext) -> list[PageData]:
    """« Qui voit quoi » and « Aide »: never counted, never recorded, hence without a number."""
    texts = context.texts.document
    pages: list[PageData] = []
    for page_id, kind in ((PRIVACY_ID, "privacy"), (HELP_ID, "help")):
        pages.append(
            {
                "id": page_id,
                "n": 0,
                "title": texts[kind],
                "kind": "privacy" if kind == "privacy" else "help",
                "counted": False,
                "minutes": None,
                "sensitive": False,
                "notice": False,
                "light": False,
                "items": [],
                "evaluations": [],
                "scenarios": [],
            }
        )
    return pages


def _items(context: CourseContext, evaluations: list[Evaluation]) -> list[ItemData]:
    items: dict[str, ItemData] = {}
    for page in context.course.pages:
        for part in page.chapters or (page,):
            for item in page_items(part):
                made = _item(item, PageContext(context, part))
                items.setdefault(item.id, {**made, "page": page.id})
    wanted = {
        item_id
        for evaluation in evaluations
        for form in evaluation.forms
        for item_id in form.item_ids
    }
    for item in context.course.bank_items:
        if item.id in wanted:
            items.setdefault(item.id, _item(item, PageContext(context)))
    return list(items.values())


def _item(item: Item, page: PageContext) -> ItemData:
    def html(blocks: Iterable[Block]) -> str:
        return str(blocks_html(blocks, page)).strip()

    return {
        "id": item.id,
        "n": item.number,
        "kind": item.kind,
        "page": page.page.id if page.page else None,
        "points": item.points,
        "tries": item.tries,
        "shuffle": item.shuffle,
        "partial": item.partial,
        "exact": item.exact,
        "certainty": item.certainty,
        "objective": item.objective,
        "situation": item.situation,
        "stem": html(item.stem),
        "choices": [
            {
                "id": choice.letter,
                "html": html(choice.text),
                "right": choice.right,
                "fixed": choice.fixed,
                "target": choice.target,
                "idea": choice.idea,
                "feedback": html(choice.feedback),
            }
            for choice in item.choices
        ],
        "targets": [{"id": target.letter, "html": html(target.text)} for target in item.targets],
        "answers": [
            {"id": a.letter, "text": a.text, "value": a.value, "tolerance": a.tolerance}
            for a in item.answers
        ],
        "variants": [dict(variant) for variant in item.variants],
        "light": None
        if item.light is None
        else {"stem": html(item.light.stem), "choices": [html(c) for c in item.light.choices]},
        "general": html(item.general),
    }


def _evaluation(evaluation: Evaluation) -> EvaluationData:
    return {
        "id": evaluation.id,
        "n": evaluation.number,
        "moment": evaluation.moment,
        "page": evaluation.page_id,
        "attempts": evaluation.attempts,
        "draw": evaluation.draw,
        "forms": [{"name": form.name, "items": list(form.item_ids)} for form in evaluation.forms],
    }


def _notes(course: Course) -> list[NoteData]:
    notes: dict[str, NoteData] = {}
    for page in course.pages:
        for block in every_block(page_blocks(page)):
            if isinstance(block, Reflection):
                notes.setdefault(block.id, {"id": block.id, "n": block.number, "page": page.id})
    return list(notes.values())


def _protocols(course: Course) -> list[ProtocolData]:
    protocols: dict[str, ProtocolData] = {}
    for page in course.pages:
        for block in every_block(page_blocks(page)):
            if isinstance(block, Protocol):
                protocols.setdefault(block.id, {"id": block.id, "page": page.id})
    return list(protocols.values())


def _checklists(course: Course) -> list[ChecklistData]:
    found: dict[str, ChecklistData] = {}
    for page in course.pages:
        for block in every_block(page_blocks(page)):
            if isinstance(block, Checklist):
                found.setdefault(block.id, {"id": block.id, "n": block.number, "page": page.id})
    return list(found.values())
