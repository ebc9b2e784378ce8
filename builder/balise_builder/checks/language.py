"""French typography that the builder does not set right alone (OQLF)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.checks.reading import Text, course_texts
from balise_builder.diagnostics import Fix

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course
    from balise_builder.source import Folder

DECIMAL = re.compile(
    r"(?<![\w.,§/-])(?<!§ )(?<!art\. )(?<!article )(?<!section )(?<!chapitre )(?<!version )"
    r"(?<!niveau )(?<!critère )(?<!figure )(?<!tableau )(?<![A-Z]{2} )(?<!p\. )"
    r"\d+\.\d+(?![\w.]|-\d)(?!\.\d)"
)
CLOCK = re.compile(r"(?<![\w:])(?P<hour>[01]?\d|2[0-4])\s?h(?P<minute>[0-5]\d)(?!\w)")
SPACE = re.compile(r"(?<=[\w»)\]”’…%$])[ \u00a0\u202f]+(?P<sign>[;!?]+)(?=\s|$|[»)\"”\].,])")
SIGNS = frozenset(";!?")
"""Without one, there is no space before a sign to look for."""

MEASURE = re.compile(
    r"\s?[%$€]|\s(?:fois|millions?|milliards?|ans?|mois|jours?|heures?|minutes?|points?|km|kg)\b"
)
"""What follows a number that is surely a measure, not the number of a section."""


def check(course: Course, _folder: Folder, collector: Collector) -> None:
    """Check every text of a French course."""
    if not course.language.startswith("fr"):
        return
    for text in course_texts(course):
        if text.automatic or not text.token.meta.get("lang", "fr").startswith("fr"):
            continue
        for match in DECIMAL.finditer(text.content) if text.has_digit else ():
            collector.add(
                "decimale-avec-point",
                text.span(*match.span()),
                text=match.group(),
                fix=_fix(text, *match.span(), match.group().replace(".", ","))
                if MEASURE.match(text.content, match.end())
                else None,
                fixed=match.group().replace(".", ","),
            )
        for match in CLOCK.finditer(text.content) if text.has_digit else ():
            fixed = f"{int(match['hour'])}\u00a0h\u00a0{int(match['minute'])}".removesuffix(
                "\u00a00"
            )
            collector.add(
                "heure-collee",
                text.span(*match.span()),
                fix=_fix(text, *match.span(), fixed.replace("\u00a0", " ")),
                text=match.group(),
                fixed=fixed,
            )
        signs = not SIGNS.isdisjoint(text.content)
        for match in SPACE.finditer(text.content) if signs else ():
            collector.add(
                "espace-avant-ponctuation",
                text.span(*match.span()),
                fix=_fix(text, match.start(), match.start("sign"), ""),
                text=match["sign"],
            )


def _fix(text: Text, start: int, end: int, new: str) -> Fix | None:
    """Return the correction of a stretch of text, when the source has it letter for letter."""
    at: int = text.token.meta.get("at", 0)
    if text.inline.content[at : at + end] != text.content[:end]:
        return None
    return Fix(text.span(start, end), new)
