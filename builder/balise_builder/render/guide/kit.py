"""What every sheet of the kit uses: its texts, its blocks, and the page around it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from balise_builder.model import Facilitation, Prose
from balise_builder.model.walk import page_practice, page_scenarios
from balise_builder.render.blocks import blocks_html
from balise_builder.render.context import CourseContext, PageContext
from balise_builder.render.prose import to_html

if TYPE_CHECKING:
    from balise_builder.model import Block, Course, Session

FOLDER = Path(__file__).resolve().parent
ROLE_KEYS = {"training": "role-training", "community": "role-community", "both": "role-both"}

_PAGE = Markup("""\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="description" content="{head}">
<meta name="dcterms.created" content="{date}">
<meta name="dcterms.modified" content="{date}">
<style>
{style}{running}</style>
</head>
<body data-status="{status}">
{body}</body>
</html>
""")


@cache
def kit_texts(lang: str) -> Mapping[str, Any]:
    """Return the texts of the kit in ``"fr"`` or ``"en"``."""
    texts: Mapping[str, Any] = json.loads((FOLDER / f"{lang}.json").read_bytes())
    return texts


@dataclass(slots=True)
class Kit:
    """A course while its kit is written; collects the sources that the kit cites."""

    course: Course
    page: PageContext
    texts: Mapping[str, Any]

    @classmethod
    def of(cls, course: Course) -> Kit:
        """Return the kit of ``course``; links between capsules lead nowhere on paper."""
        everything = replace(course, media=(*course.media, *course.guide_media))
        context = CourseContext.of(everything)
        context.page_ids = {}
        lang = "en" if context.texts.lang == "en" else "fr"
        return cls(course, PageContext(context), kit_texts(lang))

    def shows(self, sheet: str) -> bool:
        """Return whether there is anything for a sheet to show."""
        session, items = self.course.session, any(map(page_practice, self.course.pages))
        if sheet == "cards":
            return items or bool(session and session.cards)
        if sheet == "stories":
            return any(map(page_scenarios, self.course.pages))
        return {"practice": items, "notes": bool(self.course.facilitation)}.get(sheet, True)

    def text(self, key: str) -> str:
        """Return one text of the kit."""
        found: str = self.texts[key]
        return found

    def typeset(self, text: str) -> str:
        """Return an author's text with the typography of the course's language."""
        return self.page.course.typeset(text)

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Return blocks as HTML, facilitation notes included."""
        return Markup("").join(self._block(block, self.page) for block in blocks)

    def _block(self, block: Block, page: PageContext) -> Markup:
        if isinstance(block, Facilitation):
            return self.note(block)
        if isinstance(block, Prose):
            return Markup(to_html(block.tokens, page, self._block))
        return blocks_html((block,), page)

    def note(self, note: Facilitation) -> Markup:
        """Return a facilitation note, its role in words."""
        minutes = Markup("")
        if note.minutes is not None:
            minutes = Markup(" · {}").format(self.minutes(note.minutes))
        return Markup(
            '<div class="note" data-role="{}">\n<p class="role">{}{}</p>\n{}</div>\n'
        ).format(note.role, self.text(ROLE_KEYS[note.role]), minutes, self.blocks(note.body))

    def part(self, session: Session, key: str, default: Markup) -> Markup:
        """Return a part of the session that the author wrote, else the kit's own text."""
        body = session.parts.get(key, ())
        return self.blocks(body) if body else default

    def part_to_fill(self, session: Session, key: str, default: Markup) -> Markup:
        """Return a part as ``part`` does, with lines to write on under each of its points."""
        body = str(self.part(session, key, Markup("")))
        if not body:
            return default
        lines = ruled(max(1, min(MOST_LINES, ROOM // max(1, body.count("</li>")))))
        return Markup(body.replace("</li>", f"{lines}</li>"))

    def minutes(self, count: int) -> str:
        """Return a length: « 5 min »."""
        return self.typeset(self.text("minutes").format(minutes=count))

    def sheet(self, name: str, title: str, *parts: Markup | str, once: bool = False) -> Markup:
        """Return one sheet: it begins on a new page.

        :param once: the sheet must hold on one page.
        """
        kind = "sheet once" if once else "sheet"
        return Markup('<section class="{}" id="{}">\n<h2>{}</h2>\n{}</section>\n').format(
            kind, name, title, Markup("").join(parts)
        )

    def document(self, title: str, body: Markup) -> bytes:
        """Return a whole document, UTF-8; its running head says what the course's status is."""
        course = self.course
        head = " · ".join(
            (*self.status_line(), self.typeset(course.title), self.text("version").format(
                version=course.version
            ))
        )  # fmt: skip
        running = (
            f'@page {{ @top-left {{ content: "{_css(head)}" }}'
            f' @bottom-right {{ content: "{_css(self.text("page"))} " counter(page) " / "'
            " counter(pages) } }\n"
        )
        page = _PAGE.format(
            lang=course.language, title=title, head=head, date=course.date or "1980-01-01",
            style=Markup(stylesheet()), running=Markup(running), status=course.status, body=body,
        )  # fmt: skip
        return page.encode("utf-8")

    def status_line(self) -> tuple[str, ...]:
        """Return what every page says of a course that is not approved."""
        return () if self.course.status == "approved" else (self.text(self.course.status),)

    def banner(self) -> Markup:
        """Return what must be known first: not approved, a session that is not translated."""
        status, registers = self.course.status, self.course.registers
        keys = [] if status == "approved" else [f"{status}-long"]
        keys += ["session-source"] if registers.source_language and self.course.session else []
        return Markup("").join(
            Markup('<p class="banner">{}</p>\n').format(self.text(key)) for key in keys
        )


def stylesheet() -> str:
    """Return the style of the kit: black and white, letter paper, 12 points."""
    return (FOLDER / "guide.css").read_text(encoding="utf-8")


def _css(text: str) -> str:
    """Return text inside a CSS string that stands in a style element."""
    return "".join(c if c not in '"\\<>&' else f"\\{ord(c):x} " for c in text)


def paragraph(text: str, kind: str = "") -> Markup:
    """Return a paragraph."""
    return Markup('<p class="{}">{}</p>\n').format(kind, text) if kind else Markup(
        "<p>{}</p>\n"
    ).format(text)  # fmt: skip


def bullets(items: Iterable[Markup | str], kind: str = "") -> Markup:
    """Return a bullet list."""
    lines = Markup("").join(Markup("<li>{}</li>\n").format(item) for item in items)
    start = Markup('<ul class="{}">').format(kind) if kind else Markup("<ul>")
    return start + Markup("\n{}</ul>\n").format(lines)


def table(
    head: Sequence[str], rows: Iterable[Sequence[Markup | str]], kind: str = "", first: bool = False
) -> Markup:
    """Return a table with column headers.

    :param first: the first cell of a row heads it.
    """
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(cell) for cell in head)
    lines = Markup("")
    for row in rows:
        cells = Markup("")
        for number, cell in enumerate(row):
            tag = Markup('<th scope="row">{}</th>') if first and number == 0 else (
                Markup("<td>{}</td>")
            )  # fmt: skip
            cells += tag.format(cell)
        lines += Markup("<tr>{}</tr>\n").format(cells)
    return Markup(
        '<table class="{}">\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n'
    ).format(kind or "lines", heads, lines)


def blank(label: str) -> Markup:
    """Return a label with a line to write on."""
    return Markup('<p class="fill"><span>{}</span></p>\n').format(label)


MOST_LINES, ROOM = 3, 12
"""Lines under a point of a sheet to fill, and in all: the sheet holds on one page."""


def ruled(count: int) -> Markup:
    """Return ruled lines to write on."""
    return Markup('<div class="ruled" aria-hidden="true">{}</div>\n').format(
        Markup("<span></span>") * count
    )
