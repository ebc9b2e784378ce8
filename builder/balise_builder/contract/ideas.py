"""The misconceptions behind the wrong choices of a course, as course.json holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.render.context import PageContext
from balise_builder.render.registers import reference, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.contract.shape import IdeaData, ItemData
    from balise_builder.render.context import CourseContext


def ideas(items: Iterable[ItemData], context: CourseContext) -> list[IdeaData]:
    """Return the ideas that the choices of ``items`` name, in the order of ``idees.yaml``.

    A source that is no id of ``sources.yaml`` stands as its author wrote it.
    """
    used = {choice["idea"] for item in items for choice in item["choices"]}
    registers, page = context.course.registers, PageContext(context)
    found: list[IdeaData] = []
    for idea in registers.ideas.values():
        if idea.id in used:
            known = registers.sources.get(idea.source)
            source = reference(known, page) if known else _text(idea.source, context)
            found.append({
                "id": idea.id,
                "idea": _said(idea.idea, idea.id, page),
                "reality": _said(idea.reality, idea.id, page),
                "source": str(source),
            })  # fmt: skip
    return found


def _said(text: str, idea_id: str, page: PageContext) -> str:
    """Return words of the register, marked where nobody has translated them."""
    language = page.course.course.registers.language("ideas", idea_id)
    shown = Markup("{}").format(page.course.typeset(text, language))
    if not language:
        return str(shown)
    return str(Markup("<span{}>{}</span>").format(spoken("ideas", idea_id, page), shown))


def _text(text: str, context: CourseContext) -> Markup:
    return Markup("{}").format(context.typeset(text))
