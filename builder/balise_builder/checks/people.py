"""The people that a course declares are those that its situations name.

Only a course that declares some is checked: a first draft owes nobody a list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.checks.reading import course_texts
from balise_builder.model import ScenarioBlock
from balise_builder.model.walk import every_block, page_blocks
from balise_builder.source.folding import fold
from balise_builder.source.shared import is_shared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course, Span
    from balise_builder.source import Folder

NAME = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![\w-].)[\wà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][\wà-öø-ÿ]+)*(?![\w-])")
"""A word that begins with a capital, after an elision too: « d’Aminata »."""
NOT_A_NAME = re.compile(r"[ \xa0](?:à|au|aux)\b")
"""« Grâce à », which begins many sentences, is nobody."""


def check(course: Course, folder: Folder, collector: Collector) -> None:
    """Compare the people declared in cours.md with the first names of the texts."""
    declared = {fold(person.name): person for person in course.people}
    if not declared:
        return
    bank = {fold(one.name) for one in folder.registers.first_names}
    used: set[str] = set()
    told: set[str] = set()
    for text, span in _names(course):
        name = fold(text)
        used.add(name)
        if name in bank and name not in declared and name not in told and not is_shared(span.file):
            told.add(name)
            collector.add("personne-non-declaree", span, name=text)
    for name, person in declared.items():
        if name not in used:
            collector.add("personne-inutilisee", person.span, name=person.name)


def _names(course: Course) -> Iterator[tuple[str, Span]]:
    """Yield the words of the course that may be a first name, with their place."""
    for text in course_texts(course):
        for match in NAME.finditer(text.content):
            grace = fold(match.group()) == "grace"
            if not (grace and NOT_A_NAME.match(text.content, match.end())):
                yield match.group(), text.span(*match.span())
    for title, span in _titles(course):
        yield from ((match.group(), span) for match in NAME.finditer(title))


def _titles(course: Course) -> Iterator[tuple[str, Span]]:
    """Yield what the model keeps as plain words: titles, lines of the pair."""
    for page in course.every_page:
        yield page.title, page.span
        for block in every_block(page_blocks(page)):
            if isinstance(block, ScenarioBlock):
                yield from ((scene.title, scene.span) for scene in block.scenario.scenes)
    if course.session is not None:
        for step in course.session.steps:
            yield f"{step.title} {step.training} {step.community}", step.span
        yield from ((card.title, card.span) for card in course.session.cards)
