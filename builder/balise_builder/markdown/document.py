"""One file of Markdown as a tree: everything that depends on its text alone, kept by content."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from balise_builder.diagnostics import Severity, kinds
from balise_builder.markdown.blocks import blocks_plugin
from balise_builder.markdown.containers import container_plugin
from balise_builder.markdown.finish import Found, Reference, finish
from balise_builder.markdown.inline import inline_plugin
from balise_builder.markdown.leftovers import report_blocks
from balise_builder.markdown.links import anchor, plain_text
from balise_builder.markdown.names import suggestion
from balise_builder.markdown.places import PlacedInline, Scribe, join_fragments
from balise_builder.markdown.tree import Box, Note, Run, grow
from balise_builder.model import Accepted
from balise_builder.source.shared import is_shared

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.model import Span
    from balise_builder.source.text import SourceText

NESTING = 20
"""Levels of lists (two each) and quotes; deeper is an error, and unclosed brackets stay cheap."""
KEPT = 1024
NOTE = re.compile(r"\[\^[^\s\]]{1,200}\]")
IGNORE = re.compile(r"\(?\s*balise-ignore\b\s*(?P<code>[\w-]*)\s*(?::\s*(?P<reason>.*?))?\s*\)?$")


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed file. Shared between compilations: nothing in it is ever changed."""

    source: SourceText
    nodes: tuple[Run | Box, ...]
    notes: tuple[Note, ...]
    references: tuple[Reference, ...]
    anchors: frozenset[str]
    """Folded slugs of the headings."""
    accepted: tuple[Accepted, ...]
    found: tuple[Diagnostic, ...]
    scribe: Scribe
    inlines: tuple[Token, ...]
    """Every inline token, in the order of the file."""


@cache
def parser() -> MarkdownIt:
    """Return the one configured parser. Pass ``env["scribe"]`` to get places and findings."""
    md = MarkdownIt("zero")
    md.inline = PlacedInline()
    md.configure("commonmark", {"maxNesting": NESTING, "store_labels": True})
    md.enable(["table", "strikethrough"])
    # Targets are kept as written and judged by our own rules, so that none turns silently to text.
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    md.use(container_plugin).use(inline_plugin).use(deflist_plugin)
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.inline.ruler.at("footnote_ref", _footnote_rule)
    md.use(blocks_plugin)
    md.inline.ruler2.at("fragments_join", join_fragments)
    md.core.ruler.disable("text_join")
    return md


def _footnote_rule(state: StateInline, silent: bool) -> bool:
    """Recognise ``[^label]``; the plugin alone looks for the end through the whole paragraph."""
    if NOTE.match(state.src, state.pos) is None:
        return False
    return footnote_ref(state, silent, always_match=True)


_documents: OrderedDict[tuple[str, str], Document] = OrderedDict()
_documents_lock = Lock()


def parse(source: SourceText) -> Document:
    """Return the tree of ``source``; the same text of the same file is parsed once."""
    key = (source.file, source.raw)
    with _documents_lock:
        known = _documents.pop(key, None)
        if known is not None:
            _documents[key] = known
            return known
    parsed = _parse(source)
    with _documents_lock:
        _documents[key] = parsed
        if len(_documents) > KEPT:
            _documents.popitem(last=False)
    return parsed


def _parse(source: SourceText) -> Document:
    scribe = Scribe(source)
    env: dict[str, Any] = {"scribe": scribe}
    tokens = parser().parse(scribe.body, env)
    found = finish(tokens, scribe)
    report_blocks(tokens, scribe)
    _too_deep(tokens, scribe)
    _label_findings(tokens, env, scribe)
    accepted = _comments(tokens, scribe)
    tokens = [token for token in tokens if token.type != "comment"]
    anchors = _anchors(tokens, source.file)
    notes_called = _number_notes(tokens, scribe)
    nodes, notes = grow(tokens, scribe)
    _note_findings(notes, notes_called, scribe)
    return Document(
        source, tuple(nodes), tuple(notes), tuple(found.references), anchors, accepted,
        tuple(scribe.found), scribe, tuple(t for t in tokens if t.type == "inline"),
    )  # fmt: skip


def _too_deep(tokens: list[Token], scribe: Scribe) -> None:
    """Report lists and quotes nested so deep that the parser gave up on the rest."""
    for token in tokens:
        if token.level >= NESTING - 1 and token.map is not None:
            scribe.report("imbrication-trop-profonde", scribe.line_span(token.map[0]))
            return


def _label_findings(tokens: list[Token], env: dict[str, Any], scribe: Scribe) -> None:
    """Report link definitions that nothing uses, or that stand twice: their words are lost."""
    definitions: dict[str, Any] = env.get("references", {})
    if not definitions:
        return
    used: set[str] = set()
    for token in tokens:
        for child in token.children or []:
            if "label" in child.meta:
                used.add(child.meta["label"])
            used |= {c.meta["label"] for c in child.children or [] if "label" in c.meta}
    for label, entry in definitions.items():
        if label not in used:
            scribe.report(
                "definition-inutilisee", scribe.line_span(entry["map"][0]), label=label.lower()
            )
    for entry in env.get("duplicate_refs", []):
        scribe.report(
            "definition-en-double",
            scribe.line_span(entry["map"][0]),
            label=entry["title"] or entry["href"],
        )


def _comments(tokens: list[Token], scribe: Scribe) -> tuple[Accepted, ...]:
    """Return the accepted findings; comments of other kinds are the author's own."""
    accepted: list[Accepted] = []
    for token in tokens:
        if token.type != "comment":
            continue
        if token.meta["formed"] and "balise-ignore" not in token.content:
            continue
        assert token.map is not None
        span = scribe.span(token.meta["start"], token.meta["end"])
        match = IGNORE.match(token.content)
        if match is None or not match["code"]:
            scribe.report("commentaire-mal-forme", span, text=token.content)
        elif match["code"] not in kinds():
            scribe.report(
                "ignore-code-inconnu",
                span,
                name=match["code"],
                suggestion=suggestion(match["code"], tuple(kinds())),
            )
        elif kinds()[match["code"]].severity is Severity.ERROR:
            scribe.report("ignore-erreur", span, name=match["code"])
        elif not match["reason"]:
            scribe.report("ignore-sans-raison", span, name=match["code"])
        else:
            first, last = _scope(token.map[1], tokens, scribe)
            accepted.append(Accepted(span, match["code"], match["reason"], first, last))
    return tuple(accepted)


def _scope(line: int, tokens: list[Token], scribe: Scribe) -> tuple[int, int]:
    """Return the lines (from 1) of what follows line ``line`` (from 0): one leaf block."""
    comments = {t.map[0] for t in tokens if t.type == "comment" and t.map}
    while line < len(scribe.lines) and (not scribe.lines[line].strip(" >\t") or line in comments):
        line += 1
    ends = [
        t.map[1] for t in tokens
        if t.map and t.map[0] == line and (t.type in ("inline", "fence", "html_block", "tr_open"))
    ]  # fmt: skip
    return line + 1, max([line + 1, *ends])


def _anchors(tokens: list[Token], file: str) -> frozenset[str]:
    """Give each heading ``meta["anchor"]``, unique in the file, as GitHub numbers repeats.

    Those of a shared page begin with its name and ``--``, which no author's anchor can hold: they
    stand among the headings of a page of the course.
    """
    seen: dict[str, int] = {}
    own = f"{anchor(file.rpartition('/')[2][:-3])}--" if is_shared(file) else ""
    for index, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        base = anchor(plain_text(tokens[index + 1].children or [])) or "section"
        count = seen.get(base, 0)
        seen[base] = count + 1
        found = f"{base}-{count}" if count else base
        token.meta["anchor"] = own + found
        if count:
            seen[found] = 1
    return frozenset(seen)


def _number_notes(tokens: list[Token], scribe: Scribe) -> dict[str, list[Span]]:
    """Give the footnote calls their numbers; return the places of the calls by label."""
    calls: dict[str, list[Span]] = {}
    for token in tokens:
        for child in token.children or []:
            if child.type == "footnote_ref":
                label: str = child.meta["label"]
                places = token.meta["places"]
                at: int = child.meta["at"]
                spans = calls.setdefault(label, [])
                child.content = ""
                child.meta |= {"number": list(calls).index(label) + 1, "call": len(spans)}
                child.meta["span"] = places.span(at, at + len(label) + 3)
                spans.append(child.meta["span"])
    return calls


def _note_findings(notes: list[Note], calls: dict[str, list[Span]], scribe: Scribe) -> None:
    """Report footnotes that nobody calls, that stand twice, or that are missing."""
    defined: set[str] = set()
    for note in notes:
        if note.label in defined:
            scribe.report("note-en-double", note.span, label=note.label)
        elif note.label not in calls:
            scribe.report("note-non-appelee", note.span, label=note.label)
        defined.add(note.label)
    for label, spans in calls.items():
        if label not in defined:
            for span in spans:
                scribe.report(
                    "note-inconnue",
                    span,
                    label=label,
                    suggestion=suggestion(label, tuple(sorted(defined))),
                )


__all__ = ["Accepted", "Document", "Found", "parse", "parser"]
