"""Legal statements, help resources and figures: signed, in date, and from a source."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from balise_builder.checks.reading import course_inlines
from balise_builder.markdown import text_span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from markdown_it.token import Token

    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course, Law, Resource, Span
    from balise_builder.source import Folder

STALE = timedelta(days=180)
CLAIM = re.compile(
    r"(?<![\w.,-])(?!100[ \u00a0\u202f]?%|0[ \u00a0\u202f]?%)"
    r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?(?=[ \u00a0\u202f]?%"
    r"|[ \u00a0]mill(?:ion|iard)s?\b))"
    r"(?:[ \u00a0\u202f]?%|[ \u00a0]mill(?:ion|iard)s?)?(?![\w-]|[ \u00a0]\d)"
)
SOURCED = frozenset({"citation", "figure_ref", "footnote_ref", "law_ref"})


def check(course: Course, folder: Folder, collector: Collector) -> None:
    """Check the register entries that the course uses, and the figures that it states bare."""
    inlines = course_inlines(course)
    for law_id, span in _laws(inlines).items():
        if law := folder.registers.laws.get(law_id):
            _law(law, span, folder.today, collector)
    # The help page that every package has lists all of them.
    for resource in folder.registers.resources.values():
        _help(resource, resource.span, folder.today, collector)
    for inline in inlines:
        _figures(inline, collector)


def _laws(inlines: Iterable[Token]) -> dict[str, Span]:
    """Return the legal statements that the course uses, with the place of the first use."""
    found: dict[str, Span] = {}
    for inline in inlines:
        for child in inline.children or []:
            if child.type == "law_ref":
                at: int = child.meta["at"]
                span = inline.meta["places"].span(at, at + len(child.content))
                found.setdefault(child.meta["id"], span)
    return found


def _law(law: Law, span: Span, today: date, collector: Collector) -> None:
    if not law.checked_by or law.checked_on is None:
        collector.add("droit-non-signe", span, id=law.id)
    elif law.expires is not None and law.expires < today:
        collector.add("droit-expire", span, id=law.id, date=law.expires.isoformat())


def _help(resource: Resource, span: Span, today: date, collector: Collector) -> None:
    if resource.checked_on is None or not resource.checked_by:
        collector.add("aide-non-verifiee", span, id=resource.id)
    elif today - resource.checked_on > STALE:
        collector.add("aide-perimee", span, id=resource.id, date=resource.checked_on.isoformat())


def _figures(inline: Token, collector: Collector) -> None:
    children = inline.children or []
    if any(child.type in SOURCED for child in children):
        return
    for child in children:
        if child.type != "text":
            continue
        for match in CLAIM.finditer(child.content):
            collector.add("chiffre-sans-source", text_span(inline, child, *match.span()),
                          text=match.group())
