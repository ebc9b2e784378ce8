"""What follows inline parsing: each token gets its meaning, and what has none is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it.token import Token

from balise_builder.markdown.attributes import scan, understand
from balise_builder.markdown.leftovers import report_leftovers
from balise_builder.markdown.links import read_image, read_link, read_player
from balise_builder.markdown.names import CATEGORY, CHOICE, DOCUMENT, IMAGE, PLAYER, containers
from balise_builder.markdown.passages import is_passage, read_passage
from balise_builder.markdown.places import Places, Scribe
from balise_builder.markdown.scenes import read_scene_heads
from balise_builder.markdown.strays import report_strays
from balise_builder.markdown.terms import is_term, read_term
from balise_builder.source.folding import fold_key

if TYPE_CHECKING:
    from balise_builder.markdown.names import AttributeSpec
    from balise_builder.model import Span

REFERENCES = frozenset({"figure_ref", "law_ref", "help_ref", "variable"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that the text names and that must exist elsewhere."""

    kind: str
    """``figure``, ``law``, ``help``, ``variable``, ``source``, ``media``, ``page``."""
    target: str
    span: Span
    fragment: str = ""
    """``page``: folded slug of the heading, or empty."""
    note: bool = False
    """Stands in a note for the facilitators."""


@dataclass(slots=True)
class Found:
    """What finishing has met in one file."""

    references: list[Reference] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    """Labels of link references used."""


def finish(tokens: list[Token], scribe: Scribe) -> Found:
    """Finish every inline token of ``tokens`` in place."""
    found = Found()
    read_scene_heads(tokens, scribe)
    inside: list[str] = []
    for index, token in enumerate(tokens):
        if token.type == "container_open":
            spec = containers().get(fold_key(token.meta["name"]))
            inside.append(spec.key if spec is not None else "")
        elif token.type == "container_close" and inside:
            inside.pop()
        if token.type == "html_block":
            _html(token, scribe)
        elif token.type == "code_block":
            _indented_code(token, scribe)
        if token.type != "inline":
            continue
        owner = tokens[index - 2] if index >= 2 else None
        if owner is not None and owner.type != "list_item_open":
            owner = None
        if inside[-1:] in (["case"], ["question"]) and tokens[index - 1].type == "heading_open":
            owner = tokens[index - 1]
        if inside[-1:] == ["question"] and owner is not None:
            owner.meta["asked"] = True
        _finish_inline(token, scribe, found, owner)
    report_strays(tokens, scribe)
    return found


def _finish_inline(token: Token, scribe: Scribe, found: Found, item: Token | None) -> None:
    places: Places = token.meta["places"]
    kept: list[Token] = []
    for child in token.children or []:
        at: int = child.meta.get("at", 0)
        if child.type in ("text", "text_special"):
            child.type = "text"
            if kept and kept[-1].type == "text" and "told" not in kept[-1].meta:
                kept[-1].content += child.content
                continue
        elif child.type == "html_inline":
            span = places.span(at, at + len(child.content))
            scribe.report("html-refuse", span, html=_short(child.content))
            child.type, child.meta["told"] = "text", True
        elif child.type == "attributes":
            if _bracketed(child, kept, places, token, found):
                continue
            if not _attach(child, kept, places, scribe, token, item, found):
                child.type, child.meta["told"] = "text", True
                kept.append(child)
            continue
        elif child.type == "bad_reference":
            span = places.span(at, at + len(child.content))
            scribe.report("renvoi-mal-forme", span, text=child.content)
            child.type, child.meta["told"] = "text", True
        elif child.type in REFERENCES:
            span = places.span(at, at + len(child.content))
            kind = child.type.removesuffix("_ref")
            found.references.append(Reference(kind, child.meta["id"], span))
        elif child.type == "citation":
            _citation(child, places, found)
        elif child.type == "image":
            read_image(child, places, found)
        elif child.type == "link_open":
            read_link(child, places, scribe, found)
        kept.append(child)
    if kept and kept[-1].type == "text":
        kept[-1].content = kept[-1].content.rstrip()
    token.children = [k for k in kept if k.type != "text" or k.content]
    report_leftovers(token, scribe)


def _citation(child: Token, places: Places, found: Found) -> None:
    position: int = child.meta["at"]
    for source in child.meta["sources"]:
        begin = child.content.find("@" + source["id"], position - child.meta["at"])
        start = child.meta["at"] + begin
        end = start + 1 + len(source["id"])
        found.references.append(Reference("source", source["id"], places.span(start, end)))
        position = end


def _attach(
    child: Token,
    kept: list[Token],
    places: Places,
    scribe: Scribe,
    inline: Token,
    item: Token | None,
    found: Found,
) -> bool:
    """Give the attributes ``child`` to the image, or to the choice, that they follow.

    Whatever they are, they are understood or reported; the result says whether their words are
    accounted for (otherwise they stay in the text).
    """
    at: int = child.meta["at"]
    span = places.span(at, at + len(child.content))
    offset = places.body(at) + 1
    raws, bad = scan(child.content[1:-1], offset)
    previous = kept[-1] if kept else None
    touching = previous is not None and inline.content[at - 1 : at] not in (" ", "\n")
    if bad is not None or not raws:
        scribe.report("attribut-mal-forme", span, text=child.content)
        return False
    if previous is not None and previous.type == "image":
        settings = understand(raws, IMAGE, scribe, takes_id=False, owner="image")
        previous.meta["decorative"] = settings.flag("decorative")
        return True
    if touching and previous is not None and previous.type == "link_close":
        link = next(k for k in reversed(kept) if k.type == "link_open")
        if "player" in link.meta and not link.meta["player"].values:
            settings = understand(raws, PLAYER, scribe, takes_id=False, owner="lecteur")
            read_player(link, settings, found)
            return True
    ends = previous is not None and (previous.type == "link_close" or previous.content[-1:] == "]")
    if touching and ends and not (item is not None and "scene" in item.meta):
        scribe.report("non-pris-en-charge", span, what=child.content)
        return True
    wanted = _wanted(item, inline, child)
    if item is not None and wanted is not None:
        specs, owner, takes_id = wanted
        item.meta["attributes"] = understand(
            raws, specs, scribe, takes_id=takes_id, owner=owner, letter=takes_id
        )
        if previous is not None and previous.type == "text":
            previous.content = previous.content.rstrip()
        return True
    scribe.report("attribut-sans-objet", span, text=child.content)
    return False


def _wanted(
    item: Token | None, inline: Token, child: Token
) -> tuple[tuple[AttributeSpec, ...], str, bool] | None:
    """Return the settings of braces on a title or a line, their owner, and whether an id may stand.

    ``None`` where braces mean nothing.
    """
    if item is None:
        return None
    if item.type == "heading_open":
        return (CATEGORY, "catégorie", True) if "asked" in item.meta else (
            DOCUMENT, f"titre {item.markup}", False
        )  # fmt: skip
    if not _ends_first_line(inline, child):
        return None
    if "scene" in item.meta:
        return (), "choix", True
    return (CHOICE, "choix", True) if {"checked", "asked"} & set(item.meta) else None


def _bracketed(
    child: Token, kept: list[Token], places: Places, inline: Token, found: Found
) -> bool:
    """Make the bracket that ``child`` touches a term, or words of another language, if it is."""
    at: int = child.meta["at"]
    previous = kept[-1] if kept else None
    raws, _ = scan(child.content[1:-1], places.body(at) + 1)
    if previous is None or previous.type != "text" or inline.content[at - 1 : at] != "]":
        return False
    if inline.content[at - 2 : at - 1] == "\\":
        return False
    if is_passage(raws) and previous.content.endswith("]"):
        return read_passage(kept, raws, at, inline, places.scribe)
    if not is_term(raws) or not previous.content.endswith("]"):
        return False
    term = read_term(previous, raws, at)
    if term is None:
        return False
    kept.append(term)
    span = places.span(term.meta["at"] - 1, at)
    written = raws[0].value if raws[0].kind == "pair" else term.content
    found.references.append(Reference("term", term.meta["key"], span, written))
    return True


def _ends_first_line(inline: Token, child: Token) -> bool:
    """Return whether ``child`` is the last thing of the first line of its paragraph."""
    first_line = inline.content.partition("\n")[0].rstrip()
    return bool(child.meta["at"] + len(child.content) == len(first_line))


def _html(token: Token, scribe: Scribe) -> None:
    """Report a block of HTML and keep its words as a paragraph of text."""
    assert token.map is not None
    line = token.map[0]
    scribe.report("html-refuse", scribe.line_span(line), html=_short(token.content))
    token.type, token.tag = "code_block", "pre"


def _indented_code(token: Token, scribe: Scribe) -> None:
    """Report container fences that stand too far right to be seen."""
    assert token.map is not None
    for number in range(token.map[0], min(token.map[1], len(scribe.lines))):
        text = scribe.lines[number].lstrip(" \t>")
        if re.match(r":::+(\s*[^\W\d_]|\s*$)", text):
            scribe.report("conteneur-en-retrait", scribe.line_span(number))


def _short(text: str) -> str:
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= 40 else line[:39] + "…"


def walk_inline(tokens: list[Token]) -> Iterator[Token]:
    """Yield the inline tokens of ``tokens``."""
    return (token for token in tokens if token.type == "inline")
