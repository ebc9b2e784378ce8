"""A pathway on paper: its agenda for whoever organises it, or its texts to read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model import Audience, Case, Details, Foreign, Prose, Steps, Tabs
from balise_builder.render.blocks import blocks_html
from balise_builder.render.context import CourseContext, PageContext
from balise_builder.render.guide.kit import Kit, paragraph, table
from balise_builder.render.pages import page_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from markdown_it.token import Token

    from balise_builder.model import Block, Course, Page, Pathway, PathwayStep

HEADING = re.compile(
    r"<h(?P<level>[1-6])\b(?:(?!</h).)*</h(?P=level)>\s*(?=<h(?P<next>[1-6])\b|\Z)", re.DOTALL
)
"""A heading with nothing of its own under it."""
STATUSES = ("draft", "in-review", "approved")
"""From the least settled: a pathway is no more approved than the least of its courses."""


def agenda(pathway: Pathway, courses: Mapping[str, Course]) -> bytes:
    """Return the page of a pathway that people follow: who it is for, its steps, its notes.

    :param courses: its courses by their folder; at least one.
    """
    kit = _kit(pathway, courses)
    timed = any(step.start for step in pathway.steps)
    head = [kit.text("clock")] if timed else []
    head += [kit.text("step"), kit.text("duration")]
    rows = [_row(kit, step, courses, timed) for step in pathway.steps]
    minutes = sum(step.minutes or 0 for step in pathway.steps)
    total = paragraph(kit.text("pathway-total").format(length=_length(kit, minutes)))
    note = Markup("")
    if pathway.note:
        note = Markup('<h2 class="later">{}</h2>\n{}').format(
            kit.text("pathway-note"), paragraph(kit.typeset(pathway.note))
        )
    return kit.document(
        kit.typeset(kit.course.title), _cover(kit, pathway) + table(head, rows) + total + note
    )


def reading(pathway: Pathway, courses: Mapping[str, Course]) -> bytes:
    """Return the texts of a pack of readings: no question, no picture, nothing to fill in.

    :param courses: its courses by their folder; they have the pages that its steps name.
    """
    kit = _kit(pathway, courses)
    parts = Markup("").join(
        _texts(kit, step, courses[step.course]) for step in pathway.steps if step.course
    )
    note = paragraph(kit.typeset(pathway.note)) if pathway.note else Markup("")
    return kit.document(kit.typeset(kit.course.title), _cover(kit, pathway) + note + parts)


def pages_of(step: PathwayStep, course: Course) -> tuple[Page, ...]:
    """Return the pages that a step of readings takes from its course, in the order written."""
    capsules = {page.id: page for page in course.pages if page.kind == "capsule"}
    return tuple(capsules[name] for name in step.pages or capsules if name in capsules)


def _kit(pathway: Pathway, courses: Mapping[str, Course]) -> Kit:
    first = next(iter(courses.values()))
    worst = min((course.status for course in courses.values()), key=STATUSES.index)
    title = pathway.titled(first.language)
    return Kit.of(replace(first, title=title, status=worst, co_authors=()))


def _cover(kit: Kit, pathway: Pathway) -> Markup:
    parts = [Markup("<h1>{}</h1>\n").format(kit.typeset(kit.course.title))]
    if pathway.for_whom:
        parts.append(paragraph(kit.typeset(pathway.for_whom), "lead"))
    parts.append(kit.banner())
    if pathway.description:
        parts.append(paragraph(kit.typeset(pathway.description)))
    return Markup('<header id="cover">\n{}</header>\n').format(Markup("").join(parts))


def _row(
    kit: Kit, step: PathwayStep, courses: Mapping[str, Course], timed: bool
) -> list[Markup | str]:
    course = courses.get(step.course)
    called = step.named(kit.course.language)[0]
    name = Markup("<strong>{}</strong>").format(kit.typeset(called))
    told = kit.text("pathway-live") if step.live else ""
    if course is not None:
        told = kit.text("pathway-course").format(id=course.id, version=course.version)
    about = name
    if told:
        about += Markup('<br><span class="hint">{}</span>').format(kit.typeset(told))
    if step.note:
        about += Markup("<br>{}").format(kit.typeset(step.note))
    length = _length(kit, step.minutes) if step.minutes else ""
    return [*([kit.typeset(step.start)] if timed else []), about, length]


def _length(kit: Kit, minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return kit.minutes(minutes)
    return kit.typeset(f"{hours} h {rest:02d}" if rest else f"{hours} h")


def _texts(kit: Kit, step: PathwayStep, course: Course) -> Markup:
    context = CourseContext.of(course)
    context.page_ids = {}
    head = paragraph(kit.text("pathway-from").format(version=course.version), "hint")
    pages = Markup("").join(_page(page, context) for page in pages_of(step, course))
    return Markup('<section class="sheet">\n<h2>{}</h2>\n{}{}</section>\n').format(
        kit.typeset(course.title), head, pages
    )


def _page(page: Page, course: CourseContext) -> Markup:
    context = PageContext(course, page, lowered=2)
    # Where there is a light version it is what stands by itself, without its questions or a notice.
    shown = (*page.before, *(page.light or page.body))
    body = str(blocks_html(text_only(shown), context))
    notes = str(page_notes(replace(page, kind="capsule"), context))
    notes = notes.replace("<h2>", "<h4>").replace("</h2>", "</h4>")
    return Markup("<h3>{}</h3>\n{}{}").format(
        course.typeset(page.title), Markup(_without_lone_headings(body)), Markup(notes)
    )


def _without_lone_headings(html: str) -> str:
    """Return a text without the headings that only stood above what is left out."""

    def kept(match: re.Match[str]) -> str:
        following = match["next"]
        return match[0] if following and following > match["level"] else ""

    while (fewer := HEADING.sub(kept, html)) != html:
        html = fewer
    return html


def text_only(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield what is text: no question, scenario, survey, note to fill in, player or picture."""
    for block in blocks:
        if isinstance(block, Prose):
            yield replace(block, tokens=tuple(_without_pictures(block.tokens)))
        elif isinstance(block, Audience | Foreign):
            yield from text_only(block.body)
        elif isinstance(block, Tabs | Details | Case | Steps):
            yield block


def _without_pictures(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens but those of paragraphs that hold pictures only."""
    waiting: list[Token] = []
    for token in tokens:
        if token.type == "block":  # A question or a note inside a list.
            continue
        waiting.append(token)
        if token.type == "paragraph_open":
            continue
        if token.type == "inline" and len(waiting) == 2 and _pictures(token):
            continue
        if token.type == "paragraph_close" and len(waiting) == 3 and _pictures(waiting[1]):
            waiting = []
            continue
        yield from waiting
        waiting = []


def _pictures(token: Token) -> bool:
    kinds = {c.type for c in token.children or [] if c.type != "text" or c.content.strip()}
    return "image" in kinds and kinds <= {"image", "softbreak"}
