"""Legal statements, help resources and figures: signed, in date, and from a source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.checks.reading import DIGIT, course_inlines
from balise_builder.markdown import text_span
from balise_builder.source.freshness import report_freshness

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course
    from balise_builder.source import Folder

CLAIM = re.compile(
    r"(?<![\w.,-])(?!100[ \u00a0\u202f]?%|0[ \u00a0\u202f]?%)"
    r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,6}(?:,\d+)?|\d+(?:[.,]\d+)?(?=[ \u00a0\u202f]?%"
    r"|[ \u00a0]mill(?:ion|iard)s?\b))"
    r"(?:[ \u00a0\u202f]?%|[ \u00a0]mill(?:ion|iard)s?)?(?![\w-]|[ \u00a0]\d)"
)
SOURCED = frozenset({"citation", "figure_ref", "footnote_ref", "law_ref"})


def check(course: Course, folder: Folder, collector: Collector) -> None:
    """Check the register entries that the course uses, and the figures that it states bare."""
    inlines = course_inlines(course)
    laws = [c.meta["id"] for i in inlines for c in i.children or [] if c.type == "law_ref"]
    registers = folder.registers
    # The help page that every package has lists all the resources.
    report_freshness(registers, laws, registers.resources, folder.today, collector)
    for inline in inlines:
        _figures(inline, collector)


def _figures(inline: Token, collector: Collector) -> None:
    children = inline.children or []
    if any(child.type in SOURCED for child in children):
        return
    for child in children:
        if child.type != "text" or not DIGIT.search(child.content):
            continue
        for match in CLAIM.finditer(child.content):
            collector.add(
                "chiffre-sans-source", text_span(inline, child, *match.span()), text=match.group()
            )
