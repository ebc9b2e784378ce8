"""Where the characters that the parser handles stand in the author's file.

markdown-it gives lines for blocks and nothing for what stands inside a paragraph. Here every
*inline* token gets a :class:`Places`, and every child of it the offset (``meta["at"]``) at which it
begins in the content of that token.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from balise_builder.diagnostics import Diagnostic, Fix, kinds
from balise_builder.model import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.utils import EnvType

    from balise_builder.source.text import SourceText


class Scribe:
    """Turns offsets of the parsed body into spans of the file, and notes findings."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.body = source.body
        self.lines = self.body.split("\n")
        self.starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        self.found: list[Diagnostic] = []

    def place(self, offset: int) -> tuple[int, int]:
        """Return the author's line and column (from 1) of an offset of the body."""
        line = min(bisect_right(self.starts, offset), len(self.lines))
        return line, self.source.column(line, offset - self.starts[line - 1] + 1)

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the span of the body from ``start`` to ``end`` (default: end of the line)."""
        line, column = self.place(start)
        if end is None:
            end = self.starts[line - 1] + len(self.lines[line - 1].rstrip())
        return Span(self.source.file, line, column, *self.place(max(start, end)))

    def line_span(self, first: int, last: int | None = None) -> Span:
        """Return the span of lines ``first`` to ``last`` (from 0, inclusive), indent excluded."""
        text = self.lines[first] if first < len(self.lines) else ""
        start = self.starts[first] + len(text) - len(text.lstrip())
        final = first if last is None else min(max(first, last), len(self.lines) - 1)
        return self.span(start, self.starts[final] + len(self.lines[final].rstrip()))

    def report(self, code: str, span: Span, fix: Fix | None = None, **params: object) -> None:
        """Note a finding at ``span``."""
        texts = {name: str(value) for name, value in params.items()}
        self.found.append(Diagnostic(span, code, kinds()[code].severity, texts, fix))


@dataclass(slots=True)
class Places:
    """The way from offsets in the content of one inline token to the author's file."""

    scribe: Scribe
    offsets: list[int]
    """Offset in the content of the beginning of each of its lines."""
    bodies: list[int]
    """Offset in the body of the same beginnings."""

    def body(self, offset: int) -> int:
        """Return the offset in the body of an offset in the content."""
        index = max(bisect_right(self.offsets, offset) - 1, 0)
        return self.bodies[index] + offset - self.offsets[index]

    def span(self, start: int, end: int) -> Span:
        """Return the span of a stretch of the content (end exclusive)."""
        return self.scribe.span(self.body(start), self.body(max(start, end - 1)) + 1)

    def shift(self, width: int) -> None:
        """Account for ``width`` characters taken off the beginning of the content."""
        self.bodies[0] += width
        self.offsets[1:] = [offset - width for offset in self.offsets[1:]]


def text_span(inline: Token, child: Token, start: int, end: int) -> Span:
    """Return the span of ``child.content[start:end]``, a text token of ``inline``."""
    at: int = child.meta.get("at", 0)
    wanted = child.content[start:end]
    found = at + start
    if inline.content[found : found + len(wanted)] != wanted:
        found = max(inline.content.find(wanted, at), at)
    places: Places = inline.meta["places"]
    return places.span(found, found + len(wanted))


def set_places(tokens: list[Token], scribe: Scribe) -> None:
    """Give every inline token its ``meta["places"]``; runs before inline parsing."""
    cursor_line, cursor = -1, 0
    for index, token in enumerate(tokens):
        if token.type != "inline" or token.map is None:
            continue
        first = token.map[0]
        in_table = tokens[index - 1].type in ("th_open", "td_open")
        if first != cursor_line:
            cursor_line, cursor = first, 0
        offsets, bodies, offset = [], [], 0
        for number, line in enumerate(token.content.split("\n"), first):
            source = scribe.lines[number] if number < len(scribe.lines) else ""
            column = _column(source, line, cursor if in_table else None)
            if in_table:
                cursor = column + len(line.strip())
            offsets.append(offset)
            bodies.append(scribe.starts[min(number, len(scribe.lines) - 1)] + column)
            offset += len(line) + 1
        token.meta["places"] = Places(scribe, offsets, bodies)


def _column(source: str, line: str, cursor: int | None) -> int:
    """Return where a line of content begins in its line of the file (from 0)."""
    wanted = line.strip()
    indent = len(line) - len(line.lstrip())
    end = len(source.rstrip())
    if cursor is None and source.endswith(wanted, 0, end):
        return max(end - len(wanted) - indent, 0)
    if not wanted and cursor is not None:
        return source.find("|", cursor) + 1 or cursor
    found = source.find(wanted, cursor or 0)
    if found < 0:
        found = source.find(wanted.replace("|", r"\|"), cursor or 0)
    return max(found - indent, cursor or 0)


class PlacedInline(ParserInline):
    """markdown-it's inline parser, which also notes where every token begins."""

    def tokenize(self, state: StateInline) -> None:
        """Generate tokens, each with ``meta["at"]``: its offset in the content."""
        rules = self.ruler.getRules("")
        end = state.posMax
        nesting = state.md.options["maxNesting"]
        waiting: int | None = None
        while state.pos < end:
            pos, before, done = state.pos, len(state.tokens), False
            if state.level < nesting:
                for rule in rules:
                    done = rule(state, False)
                    if done:
                        break
            if not done:
                state.append_pending(state.src[pos])
                state.pos += 1
            if len(state.tokens) > before:
                _note(state, before, pos, waiting)
                waiting = None
            elif waiting is None:
                waiting = pos
        if state.pending:
            state.pushPending().meta["at"] = end if waiting is None else waiting

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Process a string and push its tokens into ``tokens``."""
        state = StateInline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _note(state: StateInline, before: int, pos: int, waiting: int | None) -> None:
    """Set the offset of the new tokens; text that was waiting began at ``waiting``.

    Links and images also get ``meta["end"]``, the offset after them.
    """
    tokens = state.tokens
    for index in range(before, len(tokens)):
        token = tokens[index]
        if "at" not in token.meta:
            first = index == before and waiting is not None and token.type == "text"
            token.meta["at"] = waiting if first else pos
            if token.type in ("link_open", "image"):
                token.meta["end"] = state.pos


def join_fragments(state: StateInline) -> None:
    """Merge neighbouring text tokens, keeping where the first begins, and set the levels.

    Replaces markdown-it's own rule, which keeps the last token of a run.
    """
    level = 0
    kept: list[Token] = []
    for token in state.tokens:
        if token.nesting < 0:
            level -= 1
        token.level = level
        if token.nesting > 0:
            level += 1
        if token.type == "text" and kept and kept[-1].type == "text":
            kept[-1].content += token.content
        else:
            kept.append(token)
    state.tokens[:] = kept
