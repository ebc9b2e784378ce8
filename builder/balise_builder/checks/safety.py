"""Words and data that could harm or point to a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.checks.reading import course_texts
from balise_builder.diagnostics import Severity
from balise_builder.source.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.checks.reading import Text
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course
    from balise_builder.model.registers import Word
    from balise_builder.source import Folder

PHONE = re.compile(
    r"(?<![\d.,-])(?:\+?1[\s.\u00a0-])?\(?\d{3}\)?[\s.\u00a0-]\d{3}[\s.\u00a0\u2011-]\d{4}(?!\d)"
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
"""Begins where a word does: searched from every letter, one long word would take minutes."""
PLATE = re.compile(
    r"\b(?:[A-HJ-NP-Z]\d{2} ?[A-HJ-NP-Z]{3}|\d{3} (?!CAD|USD|EUR|DPJ)[A-HJ-NP-Z]{3})\b"
)
"""Passenger plates of Québec, the present (A12 BCD) and the former (123 ABC) series."""
NUMBERS = (("telephone-dans-le-texte", PHONE), ("plaque-dans-le-texte", PLATE))


def check(course: Course, folder: Folder, collector: Collector) -> None:
    """Check every text of the course."""
    words = {fold(word.word): word for word in folder.registers.words}
    expression = _expression(words)
    for text in course_texts(course):
        for code, pattern in NUMBERS if text.has_digit else ():
            for match in pattern.finditer(text.content):
                collector.add(code, text.span(*match.span()), text=match.group())
        for match in EMAIL.finditer(text.content) if "@" in text.content else ():
            span = text.span(*match.span())
            collector.add("courriel-dans-le-texte", span, text=match.group())
        if expression is not None:
            for match in expression.finditer(_same_length(text.content)):
                _word(text, match, words[match["word"]], collector)


def _expression(words: Mapping[str, Word]) -> re.Pattern[str] | None:
    """Return what finds any of the folded ``words``, alone or in the plural; the longest first."""
    if not words:
        return None
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?P<word>{'|'.join(map(re.escape, longest))})[sx]?(?!\w)")


def _word(text: Text, match: re.Match[str], word: Word, collector: Collector) -> None:
    severity = Severity.ERROR if word.severity == "error" else Severity.WARNING
    collector.add(
        "mot-a-eviter", text.span(*match.span()), severity=severity,
        text=text.content[match.start() : match.end()], reason=word.reason.rstrip(" .") or "—",
        prefer=word.prefer or "—",
    )  # fmt: skip


def _same_length(text: str) -> str:
    """Return ``text`` folded letter by letter, so that places stay the same."""
    if text.isascii():
        return text.lower()
    return text.translate(_LETTERS)


class _Letters(dict[int, str]):
    """Each letter folded, made when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = fold(char := chr(code))
        self[code] = folded if len(folded) == 1 else char
        return self[code]


_LETTERS = _Letters()
