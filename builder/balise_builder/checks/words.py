"""No word is lost: every word of the source stands in the model, or the build stops.

A fault of ours, not of the author, if it is ever found. What is no text for readers is left out of
the source first: settings, ids, addresses, marks, comments. Whatever the model keeps counts: prose,
titles, answers, notes for the facilitators, items of reserved forms.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import is_dataclass
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING, Any

from markdown_it.token import Token

from balise_builder.compile.shared import shared_texts
from balise_builder.markdown import Box, Document, Run, parse
from balise_builder.model import Course, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from balise_builder.diagnostics import Collector
    from balise_builder.source import Folder

WORD = re.compile(r"\w+")
SIGNS = re.compile(r"[{\[<&]|\d[.)]|[-*+]\s+[RrAa]")
"""A line without them is all words."""
NOT_WORDS = re.compile(
    r"\{[^{}]*\}"  # settings and references
    r"|(?<=\])\((?:<[^<>]*>|[^()]*(?:\([^()]*\)[^()]*)*)\)(?:\s+`[^`]*`)*"  # addresses
    r"|(?<=\])\[[^\]]*\]"  # labels of addresses
    r"|<[a-zA-Z][\w+.-]*:[^<>\s]*>|<[^\s<>@]+@[^\s<>]+>"
    r"|\[\^[^\]]*\]|\[![^\]]*\]"
    r"|^\s{0,3}\[(?!\^)[^\]]+\]:.*$"  # definitions of addresses
    r"|^[\s>]*\d+[.)](?=\s)"  # numbers of lists
    r"|^[\s>]*(?:[-*+]\s+)?\[\s*[xX]?\s*\]"  # tick boxes
    r"|^[\s>]*[-*+]\s+(?:r[ée]ponses?|answers?)\s*:",
    re.IGNORECASE,
)
LEFT_OUT = frozenset({"folder", "registers", "media", "accepted"})
"""Fields of the course that hold no text of its pages."""


def check(course: Course, folder: Folder, collector: Collector) -> None:
    """Report the words of the pages and banks that the model does not have."""
    kept: dict[str, list[str]] = {}
    for name in course.__dataclass_fields__:
        if name not in LEFT_OUT:
            _gather(getattr(course, name), "", kept)
    capsules = (*folder.capsules, *folder.companions)
    texts = [folder.text, *(capsule.text for capsule in capsules), folder.bank]
    own = [text for text in texts if text is not None]
    for text in (*own, *shared_texts(folder, own)):
        document = parse(text)
        lines = source_lines(document)
        lost = _words("\n".join(lines))
        lost.subtract(_words(" ".join(kept.get(text.file, ()))))
        lost = +lost
        if lost:
            _report(document, lines, lost, collector)


def _words(text: str) -> Counter[str]:
    """Return the words of a text; ``_`` is a sign of Markdown."""
    return Counter(WORD.findall(text.replace("_", " ")))


def source_lines(document: Document) -> list[str]:
    """Return the lines of a file with only the words that readers are to meet."""
    lines = list(document.scribe.lines)
    for box in _boxes(document):
        first, last = box.span.line - 1, box.lines[0]
        lines[first:last] = [""] * (last - first)
        if box.closed:
            lines[box.lines[1]] = ""
    for number, line in enumerate(lines):
        if SIGNS.search(line):
            plain = "" if "[//]:" in line else NOT_WORDS.sub(" ", line)
            lines[number] = unescape(plain) if "&" in plain else plain
    return lines


def _boxes(document: Document) -> Iterator[Box]:
    """Yield every container of a file."""
    waiting: list[Run | Box] = [*document.nodes, *chain(*(n.nodes for n in document.notes))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Box):
            yield node
            waiting += node.nodes
        else:
            waiting += [t.meta["box"] for t in node.tokens if t.type == "block"]


def _gather(value: Any, file: str, kept: dict[str, list[str]]) -> None:
    """Add the texts that ``value``, a part of the model, holds to those of its file."""
    if isinstance(value, str):
        kept.setdefault(file, []).append(value)
    elif isinstance(value, Token):
        _token(value, file, kept)
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            _gather(part, file, kept)
    elif isinstance(value, int | float):
        kept.setdefault(file, []).append(str(value))
    elif is_dataclass(value) and not isinstance(value, Span):
        span = getattr(value, "span", None)
        file = span.file if isinstance(span, Span) else file
        for name in value.__dataclass_fields__:
            _gather(getattr(value, name), file, kept)


def _token(token: Token, file: str, kept: dict[str, list[str]]) -> None:
    """Add the texts of a token: of its children when it has some, else its own."""
    if token.type == "block":
        _gather(token.meta["block"], file, kept)
        return
    parts = kept.setdefault(file, [])
    if token.type != "inline":
        parts += [token.content, token.info]
    for child in token.children or ():
        parts.append(child.content)
        if child.attrs:  # Texts of images and titles; an address that stands on a line of its own.
            parts += map(str, child.attrs.values())


def _report(
    document: Document, lines: Iterable[str], lost: Counter[str], collector: Collector
) -> None:
    """Report the lost words, line by line."""
    for number, line in enumerate(lines):
        here = [word for word in _words(line) if lost[word] > 0]
        if here:
            lost.subtract(here)
            span = document.scribe.line_span(number)
            collector.add("mot-perdu", span, text=" ".join(here))
