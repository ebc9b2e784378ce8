"""Sections of the document: the course's own pages, and the two that are generated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model import Reflection
from balise_builder.model.walk import every_block, page_blocks, page_items
from balise_builder.render.blocks import blocks_html
from balise_builder.render.context import PageContext
from balise_builder.render.glossary import glossary_html
from balise_builder.render.help import help_lists
from balise_builder.render.pathways import pathways_html
from balise_builder.render.registers import sources

if TYPE_CHECKING:
    from balise_builder.model import Course, Page
    from balise_builder.render.context import CourseContext

PRIVACY_ID = "b_privacy"
HELP_ID = "b_help"
"""Ids of the generated pages: no author can write an underscore in an id."""

_SECTION = Markup(
    '<section class="b-section" data-page="{id}" data-kind="{kind}" id="p-{id}"'
    ' aria-labelledby="t-{id}">\n<h1 id="t-{id}" tabindex="-1">{title}</h1>\n{body}</section>\n'
)


def page_section(page: Page, course: CourseContext) -> Markup:
    """Return one page: before, notice, light version, full text, footnotes, sources."""
    context = PageContext(course, page)
    texts = course.texts.document
    parts = []
    if page.before:
        parts.append(
            Markup('<div class="b-before">\n{}</div>\n').format(blocks_html(page.before, context))
        )
    if page.notice:
        parts.append(
            Markup(
                '<div class="b-notice" data-notice>\n<p class="b-notice-title">{}</p>\n{}</div>\n'
            ).format(texts["notice"], blocks_html(page.notice.body, context))
        )
    if page.light:
        parts.append(
            Markup(
                '<div class="b-light" data-light>\n<p class="b-light-title">{}</p>\n{}</div>\n'
            ).format(texts["light"], _light(page, context))
        )
        context.headed = False
        full = blocks_html(page.body, context)
        # Closed, so that without script and on paper the lighter version is what one meets.
        parts.append(
            Markup(
                '<details class="b-full" data-full>\n<summary>{}</summary>\n{}</details>\n'
            ).format(texts["full"], full)
        )
    else:
        full = blocks_html(page.body, context)
        full += Markup("").join(chapter_section(chapter, course) for chapter in page.chapters)
        parts.append(Markup('<div class="b-full" data-full>\n{}</div>\n').format(full))
    parts.append(page_notes(page, context))
    return _SECTION.format(
        id=page.id, kind=page.kind, title=course.typeset(page.title), body=Markup("").join(parts)
    )


def chapter_section(page: Page, course: CourseContext) -> Markup:
    """Return a capsule as a chapter of the long page.

    Its notice is text, and where there is a light version the full text waits in a fold: nobody
    meets it by scrolling.
    """
    context = PageContext(course, page, lowered=1)
    texts = course.texts.document
    parts = [blocks_html(page.before, context)]
    if page.notice:
        parts.append(
            Markup('<div class="b-notice">\n<p class="b-notice-title">{}</p>\n{}</div>\n').format(
                texts["notice"], blocks_html(page.notice.body, context)
            )
        )
    parts.append(_light(page, context))
    context.headed = False
    full = blocks_html(page.body, context)
    if page.light:
        full = Markup('<details class="b-fold">\n<summary>{}</summary>\n{}</details>\n').format(
            texts["full"], full
        )
    parts += [full, page_notes(page, context)]
    return Markup(
        '<section class="b-chapter" id="p-{}" aria-labelledby="t-{}">\n'
        '<h2 id="t-{}" tabindex="-1">{}</h2>\n{}</section>\n'
    ).format(page.id, page.id, page.id, course.typeset(page.title), Markup("").join(parts))


def _light(page: Page, context: PageContext) -> Markup:
    context.light = True
    html = blocks_html(page.light, context)
    context.light = False
    return html


def page_notes(page: Page, context: PageContext) -> Markup:
    """Return what stands at the end of a page: its footnotes, its glossary, what it has cited."""
    # Footnotes and terms cite sources too, so that these come last.
    parts = [_footnotes(page, context), glossary_html(context, blocks_html)]
    if page.kind == "presentation":
        parts.append(pathways_html(context.course))
    return Markup("").join([*parts, sources(context.cited, context)])


def _footnotes(page: Page, context: PageContext) -> Markup:
    if not page.footnotes:
        return Markup("")
    texts = context.course.texts.document
    entries = Markup("").join(
        Markup(
            '<li id="fn-{page}-{n}" value="{n}">{body}<a class="b-footnote-back"'
            ' href="#fr-{page}-{n}" role="doc-backlink" aria-label="{back}">↩</a></li>\n'
        ).format(
            page=page.id,
            n=note.number,
            body=blocks_html(note.body, context),
            back=f"{texts['footnote-back']} ({note.number})",
        )
        for note in sorted(page.footnotes, key=lambda note: note.number)
    )
    return Markup(
        '<section class="b-footnotes" role="doc-endnotes">\n<h2>{}</h2>\n<ol>\n{}</ol></section>\n'
    ).format(texts["footnotes"], entries)


def help_section(course: CourseContext) -> Markup:
    """Return « Aide »: every resource of the register that serves the course's audiences."""
    context = PageContext(course)
    texts = course.texts.document
    body = Markup("<p>{}</p>\n{}").format(
        texts["help-intro"], help_lists(context, audiences=course.course.audiences)
    )
    return _SECTION.format(id=HELP_ID, kind="help", title=texts["help"], body=body)


def privacy_section(course: CourseContext, runtime: str) -> Markup:
    """Return « Qui voit quoi », exact for the course's ``transmission`` and for the host.

    :param runtime: ``web`` sends nothing to anyone; the SCORM runtimes report to a platform.
    """
    texts = course.texts.document
    parts = [Markup("<p>{}</p>\n").format(texts["privacy-intro"])]
    if runtime == "web":
        parts.append(Markup("<p>{}</p>\n").format(texts["privacy-web-intro"]))
    else:
        parts += [
            _listed(texts["privacy-sent"], _sent(course)),
            _listed(texts["privacy-never"], _never(course)),
            Markup("<h2>{}</h2>\n<p>{}</p>\n").format(
                texts["privacy-resume"], texts["privacy-resume-text"]
            ),
        ]
    here = []
    if has_notes(course.course):
        here.append(texts["privacy-here-notes"])
    here.append(texts["privacy-here-pages" if runtime == "web" else "privacy-here-copy"])
    parts.append(_listed(texts["privacy-here"], here))
    parts.append(Markup("<p>{}</p>\n").format(texts["privacy-end"]))
    parts.append(_accessibility(course))
    return _SECTION.format(
        id=PRIVACY_ID, kind="privacy", title=texts["privacy"], body=Markup("").join(parts)
    )


def _accessibility(course: CourseContext) -> Markup:
    """Return the accessibility statement that every package carries (SGQRI 008, version 3.0)."""
    texts = course.texts.document
    lines = [texts[f"accessibility-{part}"] for part in ("aim", "tested", "people", "blocked")]
    return Markup("<h2>{}</h2>\n").format(texts["accessibility"]) + Markup("").join(
        Markup("<p>{}</p>\n").format(line) for line in lines
    )


def _sent(course: CourseContext) -> list[str]:
    texts, rule = course.texts.document, course.course.rule
    scored = rule.evaluation_id is not None
    reporting = course.course.reporting
    sent = [texts["privacy-sent-start"]]
    if scored and rule.threshold_points is not None:
        sent.append(texts["privacy-sent-pass"])
        if rule.report_failed:
            sent.append(texts["privacy-sent-fail"])
    if scored and reporting in ("result", "answers"):
        sent.append(texts["privacy-sent-score"].format(evaluation=_evaluation_title(course)))
    if scored and reporting == "answers":
        sent.append(texts["privacy-sent-answers"])
    sent.append(texts["privacy-sent-time"])
    return sent


def _evaluation_title(course: CourseContext) -> str:
    wanted = course.course.rule.evaluation_id
    page_id = next((e.page_id for e in course.course.evaluations if e.id == wanted), "")
    title = next((p.title for p in course.course.pages if p.id == page_id), wanted or "")
    return course.typeset(title)


def _never(course: CourseContext) -> list[str]:
    texts = course.texts.document
    never = []
    if course.course.evaluations and course.course.reporting == "status":
        never.append(texts["privacy-never-score"])
    never.append(texts["privacy-never-practice"])
    never.append(texts["privacy-never-skip"])
    if has_notes(course.course):
        never.append(texts["privacy-never-notes"])
    never.append(texts["privacy-never-text"])
    return never


def _listed(title: str, lines: list[str]) -> Markup:
    if not lines:
        return Markup("")
    items = Markup("").join(Markup("<li>{}</li>\n").format(line) for line in lines)
    return Markup("<h2>{}</h2>\n<ul>\n{}</ul>\n").format(title, items)


def has_notes(course: Course) -> bool:
    """Return whether a page asks for a private note, or for an open answer, kept as one."""
    items = [*course.bank_items, *(item for page in course.pages for item in page_items(page))]
    return any(item.kind == "open" for item in items) or any(
        isinstance(block, Reflection)
        for page in course.pages
        for block in every_block(page_blocks(page))
    )
