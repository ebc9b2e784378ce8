"""Inline rules of our own: ``{{register.references}}``, ``[@citations, § 2]``, ``{attributes}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.markdown.names import REGISTER_WORDS
from balise_builder.source.folding import fold

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

REFERENCE = re.compile(r"\{\{\s*(?P<inside>[^{}\n]*?)\s*\}\}")
INSIDE = re.compile(r"(?:(?P<register>[^\W\d_]+)\s*\.\s*)?(?P<id>[\w-]+)")
CITATION = re.compile(r"\[(?P<inside>@[^\[\]\n]+)\]")
SOURCE = re.compile(r"\s*@(?P<id>[\w][\w:.-]*?)\s*(?:,\s*(?P<locator>[^;]*?))?\s*(?:;|$)")
BRACES = re.compile(r"\{(?P<inside>[^{}\n]*)\}")


def inline_plugin(md: MarkdownIt) -> None:
    """Add the three rules."""
    md.inline.ruler.before("link", "register_reference", reference_rule)
    md.inline.ruler.before("link", "citation", citation_rule)
    md.inline.ruler.after("register_reference", "attributes", attributes_rule)


def reference_rule(state: StateInline, silent: bool) -> bool:
    """Recognise ``{{chiffre.N1}}``, ``{{droit.L04}}``, ``{{aide.x}}`` and ``{{variable}}``.

    What stands in double braces and is none of these becomes a token ``bad_reference``.
    """
    if not state.src.startswith("{{", state.pos):
        return False
    match = REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        inside = INSIDE.fullmatch(match["inside"])
        kind = "bad_reference"
        if inside is not None and inside["register"] is None:
            kind = "variable"
        elif inside is not None and fold(inside["register"]) in REGISTER_WORDS:
            kind = REGISTER_WORDS[fold(inside["register"])] + "_ref"
        token = state.push(kind, "", 0)
        token.content = match.group()
        token.meta = {"at": state.pos, "id": inside["id"] if inside else match["inside"]}
    state.pos = match.end()
    return True


def citation_rule(state: StateInline, silent: bool) -> bool:
    """Recognise ``[@id]``, ``[@id, § 6.2]`` and ``[@a; @b, p. 3]``."""
    if not state.src.startswith("[@", state.pos):
        return False
    match = CITATION.match(state.src, state.pos, state.posMax)
    if match is None or state.src.startswith(("(", "["), match.end()):
        return False
    if not silent:
        sources, position, text = [], 0, match["inside"]
        while position < len(text):
            part = SOURCE.match(text, position)
            if part is None or part.end() == position:
                break
            sources.append({"id": part["id"], "locator": part["locator"] or ""})
            position = part.end()
        kind = "citation" if sources and position == len(text) else "bad_reference"
        token = state.push(kind, "", 0)
        token.content = match.group()
        token.meta = {"at": state.pos, "sources": sources, "id": text}
    state.pos = match.end()
    return True


def attributes_rule(state: StateInline, silent: bool) -> bool:
    """Recognise ``{…}``; what it belongs to is found once the paragraph is whole."""
    if state.src[state.pos] != "{":
        return False
    match = BRACES.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.content = match.group()
        token.meta = {"at": state.pos}
    state.pos = match.end()
    return True
