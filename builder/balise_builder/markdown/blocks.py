"""Core rules between block and inline parsing: places, alerts and tick boxes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

from balise_builder.diagnostics import Fix
from balise_builder.markdown.names import ALERTS, ALERTS_SHOWN, suggestion
from balise_builder.markdown.places import Places, Scribe, set_places
from balise_builder.source.folding import fold, slip
from balise_builder.source.text import SourceText

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

ALERT = re.compile(r"\[!(?P<name>[^\]\n]*)\](?P<rest>[^\n]*)")
LATE_ALERT = re.compile(r"\n(?P<mark>\[!\w+\])")
BOX = re.compile(r"\[\s*(?P<mark>[^\s\[\]]?)\s*\](?![(\[:{^])\s*")
TICK = "xX"
FOLDED = {fold(name): kind for name, kind in ALERTS.items()}


def blocks_plugin(md: MarkdownIt) -> None:
    """Add the rules, in their order."""
    md.core.ruler.after("block", "balise_places", places_rule)
    md.core.ruler.after("balise_places", "balise_alerts", alerts_rule)
    md.core.ruler.after("balise_alerts", "balise_boxes", boxes_rule)


def scribe_of(state: StateCore) -> Scribe:
    """Return the scribe of a parse; text without a source file gets one of its own."""
    if "scribe" not in state.env:
        state.env["scribe"] = Scribe(SourceText.of("", state.src))
    scribe: Scribe = state.env["scribe"]
    return scribe


def places_rule(state: StateCore) -> None:
    """Give every inline token the way back to the file."""
    set_places(state.tokens, scribe_of(state))


def alerts_rule(state: StateCore) -> None:
    """Turn quotes that begin with ``[!NOM]`` into alerts; diagnose every other ``[!…]``.

    Tokens ``alert_open`` / ``alert_close`` with ``meta["kind"]``; the renderer adds the title.
    """
    scribe = scribe_of(state)
    tokens = state.tokens
    kept: list[Token] = []
    quotes: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "blockquote_open":
            quotes.append(token)
        elif token.type == "blockquote_close":
            opener = quotes.pop()
            if opener.type == "alert_open":
                token.type, token.tag = "alert_close", "div"
        elif token.type == "inline" and token.content.startswith("[!"):
            inside = len(kept) >= 2 and kept[-2].type == "blockquote_open"
            kind = _alert(token, scribe, inside=inside)
            if kind is not None and quotes:
                quotes[-1].type, quotes[-1].tag = "alert_open", "div"
                quotes[-1].meta["kind"] = kind
                if not token.content:
                    kept.pop()
                    index += 2
                    continue
        elif token.type == "inline" and quotes and "\n[!" in token.content:
            _late(token, scribe)
        kept.append(token)
        index += 1
    state.tokens = kept


def _alert(token: Token, scribe: Scribe, *, inside: bool) -> str | None:
    """Return the kind that the first line names, and take that line off; ``None`` if none."""
    match = ALERT.match(token.content)
    places: Places = token.meta["places"]
    if match is None:
        return None
    span = places.span(match.start(), match.end("name") + 1)
    kind = FOLDED.get(fold(match["name"]))
    if kind is None:
        if match["rest"].startswith(("(", "[")):
            return None
        near = suggestion(match["name"].upper(), tuple(ALERTS))
        known = near if near in ALERTS else ALERTS_SHOWN
        meant = slip(match["name"], ALERTS)
        inner = places.span(*match.span("name"))
        fix = Fix(inner, meant) if meant else None
        scribe.report("alerte-inconnue", span, fix, name=match["name"], suggestion=known)
        return None
    if not inside:
        scribe.report("alerte-hors-citation", span, name=match["name"])
        return None
    if match["rest"].strip():
        scribe.report(
            "alerte-avec-titre", places.span(match.end("name") + 1, match.end()), name=match["name"]
        )
        token.content = token.content[match.end("name") + 1 :]
        places.shift(match.end("name") + 1)
        return kind
    cut = min(match.end() + 1, len(token.content))
    token.content = token.content[cut:]
    if len(places.offsets) > 1:
        del places.offsets[0], places.bodies[0]
        places.offsets[:] = [offset - cut for offset in places.offsets]
    return kind


def _late(token: Token, scribe: Scribe) -> None:
    """Diagnose an alert mark that is not on the first line of its quote."""
    places: Places = token.meta["places"]
    for match in LATE_ALERT.finditer(token.content):
        scribe.report(
            "alerte-hors-citation",
            places.span(match.start("mark"), match.end("mark")),
            name=match["mark"][2:-1],
        )


def boxes_rule(state: StateCore) -> None:
    """Read tick boxes, near misses included, into ``meta["checked"]`` of the list item.

    Accepted: ``[ ]``, ``[]``, ``[x]``, ``[X]``, ``[ x ]``, without a space after. Any other single
    mark in a box becomes ``meta["box"]``, its span, for the question to diagnose.
    """
    tokens = state.tokens
    for index in range(2, len(tokens)):
        token = tokens[index]
        if (
            token.type != "inline"
            or not token.content.startswith("[")
            or tokens[index - 2].type != "list_item_open"
            or tokens[index - 1].type != "paragraph_open"
        ):
            continue
        match = BOX.match(token.content)
        if match is None:
            continue
        item = tokens[index - 2]
        places: Places = token.meta["places"]
        item.meta["box"] = places.span(0, match.end("mark") + 1 if match["mark"] else match.end())
        if match["mark"] and match["mark"] not in TICK:
            item.meta["mark"] = match["mark"]
            continue
        item.meta["checked"] = bool(match["mark"])
        token.content = token.content[match.end() :]
        places.shift(match.end())
