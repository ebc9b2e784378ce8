"""On the first page of a course: the pathways that go through it, and which step it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from balise_builder.model import Pathway, PathwayStep
    from balise_builder.render.context import CourseContext


def pathways_html(course: CourseContext) -> Markup:
    """Return the steps of each pathway of the course; empty when there is none."""
    return Markup("").join(_pathway(pathway, course) for pathway in course.course.pathways)


def _pathway(pathway: Pathway, course: CourseContext) -> Markup:
    texts = course.texts.document
    steps = Markup("").join(_step(step, course) for step in pathway.steps)
    about = Markup("")
    if pathway.description and course.texts.lang == "fr":
        about = Markup("<p>{}</p>\n").format(course.typeset(pathway.description))
    return Markup('<section class="b-pathway">\n<h2>{}</h2>\n{}<ol>\n{}</ol>\n</section>\n').format(
        texts["pathway"].format(title=course.typeset(pathway.titled(course.course.language))),
        about,
        steps,
    )


def _step(step: PathwayStep, course: CourseContext) -> Markup:
    texts = course.texts.document
    here = step.course == course.course.folder.name
    own = course.course.language
    said, language = step.named(own)
    name: str | Markup = course.typeset(said, language)
    if language and language.partition("-")[0] != own.partition("-")[0]:
        name = Markup('<span lang="{}">{}</span>').format(language, name)
    if here:
        name = Markup("<strong>{}</strong>").format(name)
    details = [step.start] if step.start else []
    if step.minutes:
        details.append(f"{step.minutes} min")
    if step.live:
        details.append(texts["pathway-live"])
    if here:
        details.append(texts["pathway-here"])
    told = ", ".join(course.typeset(detail) for detail in details)
    mark = Markup(' aria-current="step"') if here else Markup("")
    return Markup("<li{}>{}{}</li>\n").format(mark, name, f" ({told})" if told else "")
