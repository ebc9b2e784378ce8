"""One block made of a course of one page: what Studio's editor of ``balise-xblocks`` compiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from balise_builder.model import EvaluationBlock, ItemBlock, Prose, ScenarioBlock
from balise_builder.targets.olx.blocks import ASSESSMENT, BlockOutliner

if TYPE_CHECKING:
    from lxml.etree import _Element

    from balise_builder.model import Course
    from balise_builder.render import Document


class Alone(NamedTuple):
    """What a block holds: a part of course.json, and the HTML of its page and of the help."""

    course: str
    document: str


def block(course: Course, document: Document, kind: str) -> Alone | None:
    """Return the fields of a block of ``kind``; ``None`` where the page has nothing for it."""
    outliner = BlockOutliner(course, document)
    for subsection in outliner.subsections():
        for part in subsection.units[0].parts:
            made: _Element = part  # type: ignore[assignment]
            if (made.tag == ASSESSMENT) == (kind == ASSESSMENT):
                texts = (made.findtext(name, "").strip() for name in ("course", "document"))
                return Alone(*texts)
    return None


def evaluations(course: Course) -> list[int]:
    """Return the line of each evaluation of the course."""
    return [evaluation.span.line for evaluation in course.evaluations]


def outside(course: Course) -> int:
    """Return the line of the first thing that stands outside of evaluations; 0 where none does."""
    for page in course.pages:
        for part in (*page.before, *page.light, *page.body):
            if isinstance(part, Prose) and not part.tokens:
                continue
            if isinstance(part, ItemBlock):
                return part.item.span.line
            if isinstance(part, ScenarioBlock):
                return part.scenario.span.line
            if not isinstance(part, EvaluationBlock):
                return part.span.line
    return 0
