"""Settings and alert marks that lost a sign or their place: readers would see them as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Fix
from balise_builder.markdown.attributes import known_line
from balise_builder.markdown.names import (
    ALERTS,
    ASSESSMENT,
    FACILITATION,
    FOR_WHOM,
    QUESTION,
    containers,
)
from balise_builder.source.folding import fold, fold_key

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.markdown.names import AttributeSpec, ContainerSpec
    from balise_builder.markdown.places import Places, Scribe

FOR_LINE = re.compile(
    r"\s*(?:pour|for|territoires?|territory)\s*:\s*[a-zà-ÿ-]+(?:\s*,\s*[a-zà-ÿ-]+)*\s*"
)
"""Ids only: « Pour : Marie », in the text of a message, is text."""
WITHOUT_COLON = re.compile(r"(?P<key>[^\W\d_][\w-]*)(?P<gap>\s+)(?P<value>[\w-]+)\s*$")
MARK = re.compile(r"\[?!?(?P<name>[^\W\d_]+)\]?\s*$")
NAMES = {fold(name): name for name in ALERTS}


def report_strays(tokens: list[Token], scribe: Scribe) -> None:
    """Report lines that are settings of a block, and alerts that miss a bracket or ``!``.

    A question looks at its own stem, where more kinds of settings are sure.
    """
    inside: list[str] = []
    for index, token in enumerate(tokens):
        if token.type == "container_open":
            inside.append(fold_key(token.meta["name"]))
        elif token.type == "container_close" and inside:
            inside.pop()
        elif token.type == "inline" and tokens[index - 1].type == "paragraph_open":
            if index > 1 and tokens[index - 2].type == "blockquote_open":
                _alert(token, scribe)
            elif token.level == 1:
                spec = containers().get(inside[-1]) if inside else None
                before = tokens[index - 2] if index > 1 else None
                _settings(token, before, spec, scribe)


def _alert(token: Token, scribe: Scribe) -> None:
    """Report ``> !CONSEIL]``, ``> [!CONSEIL`` and ``> [CONSEIL]``."""
    line = token.content.partition("\n")[0]
    match = MARK.match(line)
    name = NAMES.get(fold(match["name"])) if match else None
    if name is None or not (line.isupper() and ("[" in line or "]" in line)):
        return
    places: Places = token.meta["places"]
    span = places.span(0, len(line.rstrip()))
    scribe.report("alerte-mal-ecrite", span, Fix(span, f"[!{name}]"), text=line.strip(), name=name)


def _settings(
    token: Token, before: Token | None, spec: ContainerSpec | None, scribe: Scribe
) -> None:
    """Report the lines of a paragraph that are settings."""
    places: Places = token.meta["places"]
    lines = token.content.split("\n")
    if before is not None and before.type == "container_open" and spec is not None:
        assert before.map is not None and token.map is not None
        match = WITHOUT_COLON.match(lines[0])
        if match and before.map[1] == token.map[0] and _known(match, spec.attributes):
            gap = places.span(match.start("gap"), match.end("gap"))
            fixed = f"{match['key']} : {match['value']}"
            scribe.report(
                "attribut-sans-deux-points",
                places.span(0, len(lines[0].rstrip())),
                Fix(gap, " : "),
                text=lines[0].strip(),
                owner=spec.names[0],
                suggestion=fixed,
            )
    if spec is not None and spec.key == "question":
        return
    offset = 0
    for line in lines:
        for specs, owner in OWNERS:
            if known_line(line, specs) or (specs is FOR_WHOM and FOR_LINE.fullmatch(line)):
                span = places.span(offset, offset + len(line))
                scribe.report("attribut-mal-place", span, text=line.strip(), owner=owner)
                break
        offset += len(line) + 1


def _known(match: re.Match[str], specs: tuple[AttributeSpec, ...]) -> bool:
    line = f"{match['key']} : {match['value']}"
    return known_line(line, specs) or (specs is FOR_WHOM and FOR_LINE.fullmatch(line) is not None)


def _sure(specs: tuple[AttributeSpec, ...]) -> tuple[AttributeSpec, ...]:
    """Return the settings whose values no ordinary sentence has: numbers are left out."""
    return tuple(spec for spec in specs if spec.kind != "number")


OWNERS = (
    (_sure(QUESTION), "question"), (_sure(ASSESSMENT), "évaluation"),
    (_sure(FACILITATION), "notes-animation"), (FOR_WHOM, "public"),
)  # fmt: skip
