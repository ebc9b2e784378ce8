"""The block rules of our own: container fences, their attribute lines, and ``[//]: #`` comments.

A fence is a *leaf*: opening and closing lines become single tokens and are paired afterwards
(:mod:`~balise_builder.markdown.tree`). So code fences, quotes and lists keep CommonMark's own
rules, and a wrong pairing can be told with both lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from balise_builder.markdown.attributes import LINE, Raw, scan
from balise_builder.markdown.names import END_WORDS, containers
from balise_builder.source.folding import fold_key

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

    from balise_builder.markdown.places import Scribe

FENCE = re.compile(r"(?P<colons>:{3,})(?P<gap>\s*)(?P<rest>.*?)\s*$")
NAME = re.compile(r"[^\s{]+")
COMMENT = re.compile(r"\[//\]:\s*#\s*(?P<rest>.*?)\s*$")
INTERRUPTS = ["paragraph", "reference", "blockquote", "list", "table"]


def container_plugin(md: MarkdownIt) -> None:
    """Add the fence and comment rules."""
    md.block.ruler.before("table", "container", fence_rule, {"alt": INTERRUPTS})
    md.block.ruler.before("table", "comment", comment_rule, {"alt": INTERRUPTS})


def _line(state: StateBlock, line: int) -> tuple[str, int]:
    start = state.bMarks[line] + state.tShift[line]
    return state.src[start : state.eMarks[line]], start


def fence_rule(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Recognise ``::: name {…}`` with its attribute lines, and lines of colons that close."""
    if not state.src.startswith(":::", state.bMarks[line] + state.tShift[line]):
        return False
    if state.is_code_block(line):
        return False
    if silent:
        return True
    text, start = _line(state, line)
    match = FENCE.match(text)
    assert match is not None
    rest = match["rest"]
    meta: dict[str, Any] = {"colons": len(match["colons"]), "start": start}
    meta["end"] = start + len(text.rstrip())
    state.line = line + 1
    first = NAME.match(rest)
    if not rest or (first is not None and fold_key(first.group()) in END_WORDS):
        token = state.push("container_close", "", 0)
        token.meta = {**meta, "name": rest[first.end() :].strip() if first else ""}
    else:
        token = state.push("container_open", "", 0)
        token.meta = meta
        scribe: Scribe = state.env["scribe"]
        raws = _opening(rest, start + match.start("rest"), meta, scribe)
        state.line, more = _attribute_lines(state, line + 1, end_line)
        meta["raws"] = raws + more
    token.map = [line, state.line]
    return True


def _opening(rest: str, offset: int, meta: dict[str, Any], scribe: Scribe) -> list[Raw]:
    """Read name and braces of an opening line into ``meta``; return the attributes."""
    brace = rest.find("{")
    head = (rest if brace < 0 else rest[:brace]).strip()
    match = NAME.match(head)
    name = match.group() if match else ""
    if fold_key(head) in containers():
        name = head
    elif match is not None and head != name and fold_key(name) in containers():
        stray = offset + len(head) - len(head[len(name) :].lstrip())
        scribe.report(
            "texte-apres-nom",
            scribe.span(stray, offset + len(head)),
            text=head[len(name) :].strip(),
            name=name,
        )
    meta["name"] = name
    meta["name_end"] = offset + len(name)
    if brace < 0:
        return []
    close = rest.rfind("}")
    if close < brace:
        scribe.report("attribut-mal-forme", scribe.span(offset + brace), text=rest[brace:])
        return []
    if rest[close + 1 :].strip():
        stray = offset + len(rest) - len(rest[close + 1 :].lstrip())
        scribe.report(
            "texte-apres-nom",
            scribe.span(stray, offset + len(rest)),
            text=rest[close + 1 :].strip(),
            name=name,
        )
    meta["brace"] = offset + brace
    raws, bad = scan(rest[brace + 1 : close], offset + brace + 1)
    if bad is not None:
        scribe.report(
            "attribut-mal-forme",
            scribe.span(bad, offset + close),
            text=rest[bad - offset : close].strip(),
        )
    return raws


def _attribute_lines(state: StateBlock, line: int, end_line: int) -> tuple[int, list[Raw]]:
    """Read the ``clé : valeur`` lines under an opening line; return the first line after them."""
    raws: list[Raw] = []
    while line < end_line and not state.isEmpty(line):
        text, start = _line(state, line)
        if state.sCount[line] < state.blkIndent or state.is_code_block(line):
            break
        match = LINE.match(text)
        if match is None or not (match["gap"] or match["space"] or not match["value"]):
            break
        value = match["value"].strip('"“”«» \u00a0\u202f')
        raws.append(Raw("pair", match["key"], value, start, start + match.end("value")))
        line += 1
    return line, raws


def comment_rule(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Recognise ``[//]: # (…)``: a comment, or a finding that the author accepts."""
    if not state.src.startswith("[//]:", state.bMarks[line] + state.tShift[line]):
        return False
    if state.is_code_block(line):
        return False
    text, start = _line(state, line)
    if silent:
        return True
    match = COMMENT.match(text)
    token = state.push("comment", "", 0)
    token.map = [line, line + 1]
    token.content = text.rstrip() if match is None else match["rest"]
    token.meta = {"start": start, "end": start + len(text.rstrip()), "formed": match is not None}
    state.line = line + 1
    return True
