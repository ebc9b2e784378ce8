"""What stands in braces above the heading of a scene: ``{#fin-calme .fin points=1}``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Fix
from balise_builder.markdown.attributes import Attributes, Raw, scan, understand
from balise_builder.markdown.names import AttributeSpec, containers
from balise_builder.source.folding import fold_key

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.markdown.places import Scribe

SCENE = (
    AttributeSpec("end", ("fin", "end", "ending"), "flag"),
    AttributeSpec("points", ("points",)),
    AttributeSpec("former-ids", ("ancien-id", "former-id"), "list"),
)
"""Attributes in the braces above the heading of a scene."""
BRACES = re.compile(r"\s*\{(?P<inside>[^{}\n]*)\}\s*$")
SETTING = re.compile(r"\s*(?:d[ée]but|start|variables?)\s*:\s*\S", re.IGNORECASE)
AT_END = re.compile(r"\s*\{[^{}\n]*\}\s*#*\s*$")


def read_scene_heads(tokens: list[Token], scribe: Scribe) -> None:
    """Move the braces above a scene's heading to ``heading_open.meta["attributes"]``, in place.

    Also marks ``meta["scene"]`` on the list items of scenarios: a choice may have a letter
    (``{#b}``).
    """
    inside: list[str] = []
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "container_open":
            spec = containers().get(fold_key(token.meta["name"]))
            inside.append(spec.key if spec is not None else "")
            if inside[-1] == "scenario":
                _strays(token, kept, tokens[index + 1 : index + 3], scribe)
        elif token.type == "container_close" and inside:
            inside.pop()
        elif inside[-1:] == ["scenario"]:
            if token.type == "list_item_open":
                token.meta["scene"] = True
            elif token.level == 0 and token.type == "paragraph_open":
                index += _above(tokens, index, scribe)
                token = tokens[index]
            elif token.level == 0 and token.type == "heading_open":
                _glued(token, kept, scribe)
                _beside(token, tokens[index + 1], scribe)
        kept.append(token)
        index += 1
    tokens[:] = kept


def _strays(opening: Token, before: list[Token], after: list[Token], scribe: Scribe) -> None:
    """Report settings of a scenario that stand above its opening line, or after an empty line."""
    assert opening.map is not None
    near = []
    if len(before) > 1 and before[-1].type == "paragraph_close":
        inline = before[-2]
        if inline.map is not None and inline.map[1] == opening.map[0]:
            near.append((inline, inline.content.rpartition("\n")[2]))
    if after and after[0].type == "paragraph_open":
        near.append((after[1], after[1].content.partition("\n")[0]))
    for inline, line in near:
        if SETTING.match(line):
            at = inline.content.find(line)
            span = inline.meta["places"].span(at, at + len(line))
            scribe.report("attribut-mal-place", span, text=line.strip(), owner="scénario")


def _above(tokens: list[Token], index: int, scribe: Scribe) -> int:
    """Read the paragraph at ``index`` when it is braces over a heading; return how many to skip."""
    inline = tokens[index + 1]
    match = BRACES.match(inline.content)
    heading = tokens[index + 3] if index + 3 < len(tokens) else None
    if match is None or heading is None or heading.type != "heading_open":
        return 0
    heading.meta["attributes"] = _read(inline, match["inside"], match.start("inside"), scribe)
    return 3


def _read(inline: Token, inside: str, at: int, scribe: Scribe) -> Attributes:
    places = inline.meta["places"]
    raws, bad = scan(inside, places.body(at))
    if bad is not None or not raws:
        span = places.span(0, len(inline.content))
        scribe.report("attribut-mal-forme", span, text=inline.content.strip())
    return understand([_as_word(raw) for raw in raws], SCENE, scribe, takes_id=True, owner="scène")


def _as_word(raw: Raw) -> Raw:
    """Return ``.fin`` as the bare word ``fin``: both are read."""
    return replace(raw, kind="word", key=raw.value, value="") if raw.kind == "class" else raw


def _glued(heading: Token, before: list[Token], scribe: Scribe) -> None:
    """Report braces that the paragraph before has swallowed: the blank line above is missing."""
    inline = next((t for t in reversed(before) if t.nesting >= 0), None)
    if inline is None or inline.type != "inline" or inline.map is None:
        return
    head, _, last = inline.content.rpartition("\n")
    match = BRACES.match(last)
    children = inline.children or []
    line = inline.map[0] + inline.content.count("\n")
    if not head or match is None or not children or children[-1].type != "attributes":
        return
    if not scribe.lines[line].startswith("{"):
        return
    span = scribe.line_span(line)
    fix = Fix(replace(span, end_line=span.line, end_column=span.column), "\n")
    scribe.report("scene-accolades-collees", span, fix, text=last.strip())
    at = len(head) + 1
    heading.meta["attributes"] = _read(inline, match["inside"], at + match.start("inside"), scribe)
    inline.children = children[:-1]


def _beside(heading: Token, inline: Token, scribe: Scribe) -> None:
    """Report braces on the heading's own line: they would change the target that a preview has."""
    match = AT_END.search(inline.content)
    children = inline.children or []
    if match is None or heading.map is None or not any(c.type == "attributes" for c in children):
        return
    number = heading.map[0]
    line = scribe.lines[number]
    braces = match.group().strip().rstrip("# ")
    before, _, after = line.rpartition(braces)
    span = scribe.line_span(number)
    fix = Fix(span, f"{braces}\n{before.strip()}{after.strip(' #')}") if before.strip() else None
    scribe.report("scene-accolades-sur-titre", span, fix, text=braces)
    last = max(i for i, c in enumerate(children) if c.type == "attributes")
    inline.children = [*children[:last], *children[last + 1 :]]
    known = heading.meta.get("attributes")
    if known is None:
        heading.meta["attributes"] = _read(inline, braces[1:-1], match.start() + 1, scribe)


__all__ = ["SCENE", "read_scene_heads"]
