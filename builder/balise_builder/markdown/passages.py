"""``[kuei]{lang=moe}``: words of another language, heard and set as such (WCAG 3.1.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from balise_builder.diagnostics import Fix
from balise_builder.source.folding import fold
from balise_builder.source.languages import known_tag, likely_tag, nearest_tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from balise_builder.markdown.attributes import Raw
    from balise_builder.markdown.places import Scribe

NAMES = frozenset({"lang", "langue", "language"})


def is_passage(raws: Sequence[Raw]) -> bool:
    """Return whether the attributes of a bracket say the language of its words."""
    return len(raws) == 1 and raws[0].kind in ("pair", "word") and fold(raws[0].key) in NAMES


def read_passage(
    kept: list[Token], raws: Sequence[Raw], at: int, inline: Token, scribe: Scribe
) -> bool:
    """Put the bracketed words at the end of ``kept`` between ``lang_open`` and ``lang_close``.

    What is no language is reported, and the words keep that of the course.

    :param at: where the braces begin in the content of the paragraph.
    :return: whether there is such a bracket, with words in it.
    """
    bracket, start = _bracket(kept), _opening(inline.content, at - 1)
    if bracket is None or start is None or not inline.content[start + 1 : at - 1].strip():
        return False
    tag = _tag(raws[0], scribe)
    kept[-1].content = kept[-1].content[:-1]
    first, place = bracket
    before, after = kept[first].content[:place], kept[first].content[place + 1 :]
    opening = Token("lang_open", "span", 1, meta={"lang": tag})
    words = Token("text", "", 0, content=after, meta={"at": start + 1})
    kept[first].content = before
    kept[first + 1 : first + 1] = [opening, words]
    for token in kept[first + 2 :]:
        token.meta.setdefault("lang", tag)
    kept.append(Token("lang_close", "span", -1, meta={"lang": tag}))
    return True


def _tag(raw: Raw, scribe: Scribe) -> str:
    """Return the tag that ``raw`` says; empty after a finding."""
    tag = known_tag(raw.value)
    if tag is None:
        span, likely = scribe.span(raw.start, raw.end), likely_tag(raw.value)
        scribe.report(
            "langue-inconnue",
            span,
            Fix(span, f"lang={likely}") if likely else None,
            value=raw.value or raw.key,
            suggestion=likely or nearest_tag(raw.value),
        )
    return tag or ""


def _bracket(kept: Sequence[Token]) -> tuple[int, int] | None:
    """Return the text and the place in it of the bracket that the last text closes."""
    level, depth = kept[-1].level, 0
    for index in range(len(kept) - 1, -1, -1):
        token = kept[index]
        if token.level < level:
            break
        if token.type != "text" or token.level > level:
            continue
        for place in range(len(token.content) - 1, -1, -1):
            depth += {"]": 1, "[": -1}.get(token.content[place], 0)
            if not depth:
                return index, place
    return None


def _opening(content: str, close: int) -> int | None:
    """Return where the bracket closed at ``close`` opens; escaped ones are text."""
    depth = 0
    for index in range(close, -1, -1):
        if content[index] in "[]" and content[index - 1 : index] != "\\":
            depth += 1 if content[index] == "]" else -1
            if not depth:
                return index
    return None
