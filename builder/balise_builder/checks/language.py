"""French typography that the builder does not set right alone (OQLF)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.checks.reading import course_inlines, texts
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


def check(course: Course, _folder: Folder, collector: Collector) -> None:
    """Check every text of a French course."""
    if not course.language.startswith("fr"):
        return
    for text in texts(course_inlines(course)):
        if text.automatic:
            continue
        for match in DECIMAL.finditer(text.content):
            collector.add(
                "decimale-avec-point",
                text.span(*match.span()),
                text=match.group(),
                fixed=match.group().replace(".", ","),
            )
        for match in CLOCK.finditer(text.content):
            fixed = f"{int(match['hour'])}\u00a0h\u00a0{int(match['minute'])}".removesuffix(
                "\u00a00"
            )
            collector.add("heure-collee", text.span(*match.span()), text=match.group(), fixed=fixed)
        for match in SPACE.finditer(text.content):
            gap = text.span(match.start(), match.start("sign"))
            collector.add(
                "espace-avant-ponctuation",
                text.span(*match.span()),
                fix=Fix(gap, ""),
                text=match["sign"],
            )
