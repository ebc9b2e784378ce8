"""Who to call here: a default text that serves everywhere, and no number but of a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.checks.reading import course_blocks, inlines, texts
from balise_builder.checks.safety import PHONE
from balise_builder.model import Protocol

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course, Span
    from balise_builder.source import Folder


def check(course: Course, _folder: Folder, collector: Collector) -> None:
    """Check every protocol; what is told here is not told again as a number in a text."""
    told: set[Span] = set()
    for block in course_blocks(course):
        if not isinstance(block, Protocol):
            continue
        if not block.body:
            collector.add("protocole-sans-texte", block.span, id=block.id)
        for match in PHONE.finditer(block.title):
            collector.add("protocole-telephone", block.span, text=match.group())
        for text in texts(inlines(block.body)):
            for match in PHONE.finditer(text.content):
                told.add(span := text.span(*match.span()))
                collector.add("protocole-telephone", span, text=match.group())
    collector.keep(lambda d: d.code != "telephone-dans-le-texte" or d.span not in told)
