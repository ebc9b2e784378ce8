"""What looks like Markdown and was not: told by name, because it would show as raw signs."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Fix
from balise_builder.markdown.names import container_names, containers, suggestion
from balise_builder.markdown.places import Places, Scribe, text_span
from balise_builder.source.folding import fold_key

if TYPE_CHECKING:
    from markdown_it.token import Token

LINK = re.compile(r"(?P<label>!?\[[^\[\]]*\]\()(?P<target>[^()<>\n]*)\)")
NEAR = 500
"""Characters around a sign in which its link is looked for."""
MOST = 50
"""Signs reported in one text; more would tell nothing more."""
LABELS = re.compile(r"\[[^\[\]]*\]\[[^\[\]]*\]")
SIGNS = re.compile(
    r"(?P<link>\]\()"
    r"|(?P<open>\[[^\[\]]{1,400}\((?=https?:|mailto:|tel:|media/|\.\./|\#|[\w.-]+\.md))"
    r"|(?P<label>\]\[)"
    r"|(?P<brace>[{}]+)"
    r"|(?P<note>\[\^|\^\[)"
    r"|(?P<comment><!--)"
    r"|(?P<emphasis>\*\*|(?<!\w)__|__(?!\w))"
)
BEGINNINGS = re.compile(
    r"(?P<colons>::(?!:)\s*[^\W\d_][\w-]*)"
    r"|(?P<heading>\#{2,6}[^\s#].{0,30})"
    r"|(?P<directive>\[//\])"
    r"|(?P<bullet>[•·▪–—]\s*\[\s*[xX]?\s*\]\s.{0,20})"
    r"|(?P<box>[xX]?\]\s.{0,20}|\[[ xX]?\s[^\]]{1,20}(?=[^\]]*$))"
    r"|(?P<row>\|.*\|\s*$)"
)
CODES = {
    "link": "lien-mal-forme", "open": "lien-mal-forme",
    "label": "renvoi-de-lien-inconnu", "brace": "attribut-mal-forme",
    "note": "note-mal-formee", "comment": "html-refuse", "emphasis": "emphase-mal-fermee",
    "colons": "deux-points-manquants", "heading": "titre-colle",
    "directive": "commentaire-mal-forme", "row": "tableau-mal-forme",
    "box": "choix-mal-ecrit", "bullet": "choix-mal-ecrit",
}  # fmt: skip


def report_leftovers(inline: Token, scribe: Scribe) -> None:
    """Report signs of Markdown in the text of ``inline``. Escaped signs are text."""
    line_start = True
    for child in inline.children or []:
        if child.type == "text" and "told" not in child.meta:
            if line_start:
                _beginning(inline, child, scribe)
            _inside(inline, child, scribe)
        line_start = child.type in ("softbreak", "hardbreak")


def _beginning(inline: Token, child: Token, scribe: Scribe) -> None:
    match = BEGINNINGS.match(child.content)
    if match is None or match.lastgroup is None or _escaped(inline, child, match.start()):
        return
    span = text_span(inline, child, match.start(), match.end())
    name = match.group().lstrip(": ")
    fix = None
    if match.lastgroup == "heading":
        signs = len(name) - len(name.lstrip("#"))
        fix = _insertion(inline, child, match.start() + signs, " ")
    elif match.lastgroup == "bullet":
        fix = Fix(text_span(inline, child, 0, 1), "-" if name[1:2].isspace() else "- ")
    elif match.lastgroup == "colons" and fold_key(name) in containers():
        fix = _insertion(inline, child, match.start(), ":")
    scribe.report(
        CODES[match.lastgroup],
        span,
        fix,
        text=match.group(),
        name=name,
        suggestion=suggestion(name, container_names()),
    )


def _insertion(inline: Token, child: Token, index: int, text: str) -> Fix:
    """Return the insertion of ``text`` before ``child.content[index]``."""
    where = text_span(inline, child, index, index + 1)
    return Fix(replace(where, end_line=where.line, end_column=where.column), text)


def _inside(inline: Token, child: Token, scribe: Scribe) -> None:
    for match in islice(SIGNS.finditer(child.content), MOST):
        kind = match.lastgroup
        if kind is None or _escaped(inline, child, match.start()):
            continue
        if kind == "link":
            _link(inline, child, match.start(), scribe)
            continue
        if kind == "label":
            _label(inline, child, match.start(), scribe)
            continue
        span = text_span(inline, child, match.start(), match.end())
        scribe.report(CODES[kind], span, text=match.group(), html=match.group())


def _link(inline: Token, child: Token, start: int, scribe: Scribe) -> None:
    """Report a link that CommonMark does not read; a target with spaces has a fix."""
    at = inline.content.find("](", child.meta.get("at", 0) + max(start - 1, 0))
    for match in LINK.finditer(inline.content, max(at - NEAR, 0), at + NEAR):
        if match.start() <= at < match.end():
            places: Places = inline.meta["places"]
            target = match["target"].strip()
            spaced = " " in target and '"' not in target
            where = places.span(match.start("target"), match.end("target"))
            fix = Fix(where, f"<{target}>") if spaced else None
            scribe.report(
                "lien-mal-forme", places.span(match.start(), match.end()), fix, text=match.group()
            )
            return
    scribe.report("lien-mal-forme", text_span(inline, child, start, start + 2), text="](")


def _label(inline: Token, child: Token, start: int, scribe: Scribe) -> None:
    """Report ``[text][label]`` whose label is defined nowhere."""
    at = inline.content.find("][", child.meta.get("at", 0) + start)
    near = LABELS.finditer(inline.content, max(at - NEAR, 0), at + NEAR)
    whole = next((m for m in near if m.start() <= at < m.end()), None)
    if whole is not None:
        places: Places = inline.meta["places"]
        scribe.report(CODES["label"], places.span(*whole.span()), text=whole.group())


def _escaped(inline: Token, child: Token, index: int) -> bool:
    """Return whether the sign at ``index`` of the text was written with a backslash or as code."""
    at: int = child.meta.get("at", 0)
    content = child.content
    found = at + index
    if inline.content[at : found + 1] == content[: index + 1]:
        return False
    sign = content[index]
    before = content[:index].count(sign)
    position = at - 1
    for _ in range(before + 1):
        position = inline.content.find(sign, position + 1)
        if position < 0:
            return True
    return position > 0 and inline.content[position - 1] == "\\"


def report_blocks(tokens: list[Token], scribe: Scribe) -> None:
    """Report code fences without an end, and table rows with more cells than the heading."""
    columns = 0
    for token in tokens:
        if token.type == "fence" and token.map is not None:
            last = min(token.map[1], len(scribe.lines)) - 1
            closing = scribe.lines[last].strip(" \t>")
            if last == token.map[0] or not _closes(closing, token.markup):
                scribe.report("code-non-ferme", scribe.line_span(token.map[0]))
        elif token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns and token.map is not None:
            _row(token.map[0], columns, scribe)


def _closes(line: str, markup: str) -> bool:
    return len(line) >= len(markup) and not line.strip(markup[0])


def _row(number: int, columns: int, scribe: Scribe) -> None:
    """Report a row whose last cells would be lost."""
    line = scribe.lines[number]
    bars = [m.start() for m in re.finditer(r"(?<!\\)\|", line)]
    text = re.sub(r"^[\s>]*", "", line).rstrip()
    outer = text.startswith("|") + (text.endswith("|") and not text.endswith(r"\|"))
    cells = len(bars) + 1 - outer
    if cells > columns:
        scribe.report("rangee-trop-longue", scribe.line_span(number), cells=cells, columns=columns)
