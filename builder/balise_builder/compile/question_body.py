"""What stands inside ``::: question``, sorted: stem, choices or answers, general feedback."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from balise_builder.compile.desk import Desk, reject
from balise_builder.compile.prose import groups, span_of
from balise_builder.diagnostics import Fix
from balise_builder.markdown import plain_text
from balise_builder.markdown.attributes import Attributes, known_line
from balise_builder.markdown.names import QUESTION
from balise_builder.source.folding import fold

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.markdown import Box, Document
    from balise_builder.model import Span

ANSWER = re.compile(r"(?P<key>[^\W\d_]+)\s*:\s*(?P<text>.*)", re.DOTALL)
ANSWER_WORDS = frozenset({"reponse", "reponses", "answer", "answers"})
NEAR_MISS = re.compile(r"[-*+]?\s?(?:[-*+]\[\s*[xX]?\s*\]|\[\s*[xX✓✔]?\s*\]|\(\s*[xX]?\s*\))\s*\S")
SURE_BOX = re.compile(r"[-*+]\[\s*[xX]?\s*\]\s*[^\s(\[]")
QUOTES = '"“”«» \t\u00a0\u202f'


@dataclass(slots=True)
class ReadChoice:
    """One option while it is read."""

    span: Span
    right: bool
    attributes: Attributes
    text: list[Token] = field(default_factory=list)
    feedback: list[Token] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Return the words of its text."""
        return " ".join(plain_text(t.children or []) for t in self.text if t.type == "inline")


@dataclass(slots=True)
class ReadAnswer:
    """One accepted answer while it is read."""

    span: Span
    text: str


@dataclass(slots=True)
class Body:
    """What a question holds, sorted."""

    stem: list[Token] = field(default_factory=list)
    choices: list[ReadChoice] = field(default_factory=list)
    answers: list[ReadAnswer] = field(default_factory=list)
    general: list[Token] | None = None
    unsupported: bool = False


def sort(desk: Desk, document: Document, tokens: list[Token]) -> Body:
    """Sort the blocks of a question into stem, choices or answers, and general feedback."""
    body = Body()
    report = desk.collector.add
    begun = False
    for group in groups(tokens):
        first = group[0]
        span = span_of(document, group)
        if first.type == "block":
            reject(desk, first.meta["box"], "question")
        elif first.type in ("bullet_list_open", "ordered_list_open") and _holds_answers(group):
            begun = True
            _read_list(desk, document, group, body)
        elif not begun:
            body.stem += group
        elif first.type == "blockquote_open":
            if body.choices:
                body.choices[-1].feedback += group[1:-1]
                _report_lazy(desk, document, group)
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


def _holds_answers(group: list[Token]) -> bool:
    """Return whether a list has tick boxes or ``réponse :`` lines at its first level."""
    items = _items(group)
    return any("box" in item[0].meta or _answer_line(item) is not None for item in items)


def _items(group: list[Token]) -> list[list[Token]]:
    return groups(group[1:-1])


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
    answers = any(_answer_line(item) is not None for item in _items(group))
    for item in _items(group):
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
    _report_lazy(desk, document, [*choice.text, *choice.feedback])
    if not choice.words and not any(t.type == "image" for t in choice.text):
        desk.collector.add("choix-vide", span)
    return choice


def _report_lazy(desk: Desk, document: Document, tokens: list[Token]) -> None:
    """Report lines at the margin that CommonMark joins to the paragraph before (laziness)."""
    for token in tokens:
        if token.type != "inline" or token.map is None:
            continue
        for number in range(token.map[0] + 1, token.map[1]):
            line = document.scribe.lines[number]
            if line[:1].strip() and not line.startswith(">"):
                desk.collector.add("suite-a-la-marge", document.scribe.line_span(number))


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
                elif NEAR_MISS.match(line):
                    body.unsupported = True
                    desk.collector.add(
                        "choix-mal-ecrit", span, fix=_box(line, span), text=line[:20]
                    )
        elif not found and group[0].type == "bullet_list_open":
            _unticked(desk, document, group, body)
    if not found and not body.unsupported:
        later = _later_kind(body.stem)
        if later:
            body.unsupported = True
            desk.collector.add("non-pris-en-charge", box.span, what=later)
    if not body.stem and (found or body.unsupported):
        desk.collector.add("question-sans-enonce", box.span)


def _box(line: str, span: Span) -> Fix | None:
    """Return the correction of ``-[x] a``: the space that is missing after the dash."""
    if SURE_BOX.match(line) is None:
        return None
    after = replace(span, column=span.column + 1, end_line=span.line, end_column=span.column + 1)
    return Fix(after, " ")


def _unticked(desk: Desk, document: Document, group: list[Token], body: Body) -> None:
    """Report ``- (x) …`` and the like."""
    for item in _items(group):
        inline = next((t for t in item if t.type == "inline"), None)
        if inline is not None and NEAR_MISS.match(inline.content):
            body.unsupported = True
            desk.collector.add(
                "choix-mal-ecrit", span_of(document, item), text=f"- {inline.content[:20]}"
            )


def _later_kind(tokens: list[Token]) -> str:
    """Return the kind of question that the dialect knows and this version does not build."""
    last = groups(tokens)[-1] if tokens else []
    if not last:
        return ""
    if last[0].type == "ordered_list_open":
        return "mise en ordre (liste numérotée)"
    if last[0].type == "bullet_list_open":
        texts = [plain_text(t.children or []) for t in last if t.type == "inline"]
        if texts and all("->" in text or "→" in text for text in texts):
            return "association (terme -> définition)"
        if any(t.type == "heading_open" for t in tokens):
            return "classement (### catégorie)"
    return ""
