"""What stands inside ``::: question``, sorted: stem, choices or answers, general feedback."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.compile.desk import Desk, reject
from balise_builder.compile.prose import groups, span_of
from balise_builder.compile.question_lists import begins, read, shape_of
from balise_builder.compile.question_parts import (
    Body,
    ReadAnswer,
    ReadChoice,
    items_of,
    report_lazy,
)
from balise_builder.diagnostics import Fix
from balise_builder.markdown import plain_text
from balise_builder.markdown.attributes import Attributes, known_line
from balise_builder.markdown.names import QUESTION
from balise_builder.source.folding import fold

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.markdown import Box, Document
    from balise_builder.model import Span

LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
ANSWER = re.compile(r"(?P<key>[^\W\d_]+)\s*:\s*(?P<text>.*)", re.DOTALL)
ANSWER_WORDS = frozenset({"reponse", "reponses", "answer", "answers"})
NEAR_MISS = re.compile(r"[-*+]?\s?(?:[-*+]\[\s*[xX]?\s*\]|\[\s*[xX✓✔]?\s*\]|\(\s*[xX]?\s*\))\s*\S")
BULLETED = re.compile(r"[•·▪–—]\s*\[\s*[xX]?\s*\]\s")
"""A choice with the bullet of a word processor, which the reading of the text tells."""
SURE_BOX = re.compile(r"[-*+]\[\s*[xX]?\s*\]\s*[^\s(\[]")
QUOTES = '"“”«» \t\u00a0\u202f'


def sort(desk: Desk, document: Document, tokens: list[Token], stated: str | None) -> Body:
    """Sort the blocks of a question into stem, choices or answers, and general feedback.

    :param stated: canonical value of ``type``.
    """
    body = Body()
    report = desk.collector.add
    found = groups(tokens)
    if not any(group[0].type in LISTS and _holds_answers(group) for group in found):
        body.shape = shape_of(found, stated)
        if body.shape != "boxes":
            return _sort_lists(desk, document, found, body)
    begun = False
    for group in found:
        first = group[0]
        span = span_of(document, group)
        if first.type == "block":
            reject(desk, first.meta["box"], "question")
        elif first.type in LISTS and _holds_answers(group):
            begun = True
            _read_list(desk, document, group, body)
        elif not begun:
            body.stem += group
        elif first.type == "blockquote_open":
            if body.choices:
                body.choices[-1].feedback += group[1:-1]
                report_lazy(desk, document, group)
            else:
                report("retroaction-sans-choix", span)
        elif first.type == "alert_open" and body.general is None:
            body.general = group
        elif first.type == "alert_open":
            report("question-alertes-multiples", span)
        elif first.type == "bullet_list_open":
            code = "reponse-autre-ligne" if body.answers else "choix-sans-case"
            report(code, span)
        else:
            report("question-texte-apres", span)
    return body


def _sort_lists(desk: Desk, document: Document, found: list[list[Token]], body: Body) -> Body:
    """Sort the blocks of a question whose lists have no box: pairs, categories, steps, degrees."""
    report = desk.collector.add
    start = begins(found, body.shape)
    for group in found[:start]:
        if group[0].type == "block":
            reject(desk, group[0].meta["box"], "question")
        else:
            body.stem += group
    for group in found[start:]:
        first, span = group[0], span_of(document, group)
        if first.type == "block":
            reject(desk, first.meta["box"], "question")
        elif first.type in LISTS or (first.type == "heading_open" and body.shape == "categories"):
            read(desk, document, group, body)
        elif first.type == "blockquote_open" and body.choices:
            body.choices[-1].feedback += group[1:-1]
            report_lazy(desk, document, group)
        elif first.type == "alert_open" and body.general is None:
            body.general = group
        elif first.type == "alert_open":
            report("question-alertes-multiples", span)
        else:
            report("question-texte-apres", span)
    return body


def _holds_answers(group: list[Token]) -> bool:
    """Return whether a list has tick boxes or ``réponse :`` lines at its first level."""
    items = items_of(group)
    return any("box" in item[0].meta or _answer_line(item) is not None for item in items)


def _answer_line(item: list[Token]) -> str | None:
    """Return the text after ``réponse :``, ``None`` when the item is no such line."""
    inline = next((t for t in item if t.type == "inline"), None)
    if inline is None or item[1].type != "paragraph_open":
        return None
    match = ANSWER.match(plain_text(inline.children or []))
    if match is None or fold(match["key"]) not in ANSWER_WORDS:
        return None
    return match["text"].strip(QUOTES)


def _read_list(desk: Desk, document: Document, group: list[Token], body: Body) -> None:
    """Read one list of choices or of accepted answers."""
    if group[0].type == "ordered_list_open":
        desk.collector.add("choix-mal-ecrit", span_of(document, group), text="1.")
    answers = any(_answer_line(item) is not None for item in items_of(group))
    for item in items_of(group):
        span = span_of(document, item)
        if answers:
            text = _answer_line(item)
            if text is None or len(groups(item[1:-1])) > 1:
                desk.collector.add("reponse-autre-ligne", span)
            elif not text:
                desk.collector.add("reponse-vide", span)
            else:
                body.answers.append(ReadAnswer(span, text))
        elif "checked" in item[0].meta:
            body.choices.append(_read_choice(desk, document, item, span))
        elif "mark" in item[0].meta:
            desk.collector.add(
                "choix-mal-ecrit", item[0].meta["box"], text=f"[{item[0].meta['mark']}]"
            )
        else:
            desk.collector.add("choix-sans-case", span)
    _swallowed(desk, body)


def _swallowed(desk: Desk, body: Body) -> None:
    """Report a second line of a choice that alone has no feedback: its sign may be missing."""
    if not any(choice.feedback for choice in body.choices):
        return
    for choice in body.choices:
        inline = next((t for t in choice.text if t.type == "inline"), None)
        if choice.feedback or inline is None or "\n" not in inline.content:
            continue
        start = inline.content.index("\n") + 1
        line = inline.content[start:].split("\n")[0]
        span = inline.meta["places"].span(start, start + len(line))
        # A line at the margin has its own finding; a no-break space is not a margin.
        if span.column > 1 or line[:1].isspace():
            desk.collector.add("retroaction-sans-signe", span, text=line[:40].strip())


def _read_choice(desk: Desk, document: Document, item: list[Token], span: Span) -> ReadChoice:
    meta = item[0].meta
    choice = ReadChoice(span, meta["checked"], meta.get("attributes", Attributes()))
    for group in groups(item[1:-1]):
        kind = group[0].type
        if kind == "blockquote_open":
            choice.feedback += group[1:-1]
        elif kind == "alert_open":
            choice.feedback += group
        elif kind == "block":
            reject(desk, group[0].meta["box"], "question")
        elif kind.endswith("list_open") and _holds_answers(group):
            desk.collector.add("choix-imbrique", span_of(document, group))
        elif choice.feedback:
            desk.collector.add("choix-texte-apres-retroaction", span_of(document, group))
        else:
            choice.text += group
    report_lazy(desk, document, [*choice.text, *choice.feedback])
    if not choice.words and not any(t.type == "image" for t in choice.text):
        desk.collector.add("choix-vide", span)
    return choice


def check_stem(desk: Desk, document: Document, box: Box, body: Body) -> None:
    """Report near misses in the stem: choices that do not read as such, settings in the text."""
    found = bool(body.choices or body.answers)
    for group in groups(body.stem):
        inline = group[1] if group[0].type == "paragraph_open" else None
        if inline is not None:
            offset = 0
            for line in inline.content.split("\n"):
                span = inline.meta["places"].span(offset, offset + len(line))
                offset += len(line) + 1
                if known_line(line, QUESTION):
                    desk.collector.add("attribut-mal-place", span, text=line, owner=box.name)
                elif BULLETED.match(line):
                    body.unsupported = True
                elif NEAR_MISS.match(line):
                    body.unsupported = True
                    desk.collector.add(
                        "choix-mal-ecrit", span, fix=_box(line, span), text=line[:20]
                    )
        elif not found and group[0].type == "bullet_list_open":
            _unticked(desk, document, group, body)
    if not body.stem and (found or body.unsupported or body.shape == "stem"):
        desk.collector.add("question-sans-enonce", box.span)


def _box(line: str, span: Span) -> Fix | None:
    """Return the correction of ``-[x] a``: the space that is missing after the dash."""
    if SURE_BOX.match(line) is None:
        return None
    after = replace(span, column=span.column + 1, end_line=span.line, end_column=span.column + 1)
    return Fix(after, " ")


def _unticked(desk: Desk, document: Document, group: list[Token], body: Body) -> None:
    """Report ``- (x) …`` and the like."""
    for item in items_of(group):
        inline = next((t for t in item if t.type == "inline"), None)
        if inline is not None and NEAR_MISS.match(inline.content):
            body.unsupported = True
            desk.collector.add(
                "choix-mal-ecrit", span_of(document, item), text=f"- {inline.content[:20]}"
            )
