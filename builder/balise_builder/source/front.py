"""The front matter as written: keys, literal values, lists and one nested level, with places.

It has the look of YAML, but a value is the rest of its line, literally: a colon, ``#``, an
apostrophe or ``oui`` are text. What the keys mean is in ``keys`` and ``readers``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from balise_builder.model import Span

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.source.text import SourceText

FENCE = re.compile(r"---[ \t]*")
_KEY = re.compile(r"(?P<key>[^:\s#-](?:[^:]*[^:\s])?)\s*:(?:[ \t\xa0\u202f]*)(?P<value>.*)")
_ITEM = re.compile(r"-(?:[ \t\xa0\u202f]+(?P<value>.*))?")
_BLANKS = " \t\xa0\u202f"
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Value:
    """A text value where it stands; empty when nothing follows the colon."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, its list or its nested keys."""

    name: str
    key_span: Span
    value: Value
    items: tuple[Value, ...] = ()
    children: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block between the two ``---`` lines."""

    span: Span
    entries: tuple[Entry, ...] = ()
    end_line: int = 0
    """Line of the closing ``---``; 0 when the file has no front matter."""
    sound: bool = True
    """Whether every line was understood: a key may be missing because its line was not."""


@dataclass(slots=True)
class _Open:
    """A key of the first level while its indented lines are read."""

    entry: Entry
    indent: int = -1
    """Of its lines; -1 until one is indented by spaces: a tab is as wide as any of them."""
    items: list[Value] = field(default_factory=list)
    children: list[Entry] = field(default_factory=list)

    def close(self) -> Entry:
        return replace(self.entry, items=tuple(self.items), children=tuple(self.children))


def read_front(text: SourceText, collector: Collector, *, required: bool = True) -> FrontMatter:
    """Read the front matter of ``text``; problems of form are findings, what is sound is kept."""
    lines = text.lines
    first = next((n for n, line in enumerate(lines, 1) if line.strip()), 0)
    if not first or not FENCE.fullmatch(lines[first - 1]):
        if required:
            collector.add("en-tete-absent", Span.whole(text.file))
        return FrontMatter(Span.whole(text.file))
    end = next((n for n in range(first + 1, len(lines) + 1) if FENCE.fullmatch(lines[n - 1])), 0)
    if not end:
        collector.add("en-tete-non-ferme", text.span(first))
        end = _looks_like_end(lines, first)
    reader = _Reader(text, collector)
    for number in range(first + 1, min(end, len(lines) + 1)):
        reader.take(number, lines[number - 1])
    span = text.span(first, 1, min(end, len(lines)))
    return FrontMatter(span, reader.close(), end, reader.sound)


def body_of(text: SourceText, front: FrontMatter) -> SourceText:
    """Return ``text`` with its body beginning after ``front``."""
    return replace(text, body_line=front.end_line + 1) if front.end_line else text


def _looks_like_end(lines: list[str], first: int) -> int:
    """Return the first line that cannot belong to an unclosed front matter."""
    for number in range(first + 1, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip() or not (_KEY.fullmatch(line.strip()) or _ITEM.match(line.strip())):
            return number
    return len(lines) + 1


class _Reader:
    """Lines to entries."""

    def __init__(self, text: SourceText, collector: Collector) -> None:
        self.text = text
        self.collector = collector
        self.entries: list[Entry] = []
        self.open: _Open | None = None
        self.sound = True
        self.lost = False
        """The last key was not understood: its indented lines get no message of their own."""

    def close(self) -> tuple[Entry, ...]:
        """Return the entries read so far."""
        if self.open is not None:
            self.entries.append(self.open.close())
            self.open = None
        return tuple(self.entries)

    def take(self, number: int, line: str) -> None:
        """Read one line."""
        stripped = line.strip(_BLANKS)
        if not stripped or stripped.startswith("#"):
            return
        indent = len(line) - len(line.lstrip(_BLANKS))
        if indent == 0 and not _ITEM.fullmatch(stripped):
            self.close()
            entry = self._entry(number, indent, stripped)
            self.open = _Open(entry) if entry else None
            self.lost = entry is None
            return
        if self.open is not None:
            self._nested(number, line, indent, stripped)
        elif not self.lost:
            self._problem("en-tete-ligne", number, line)
            self.lost = True

    def _nested(self, number: int, line: str, indent: int, stripped: str) -> None:
        """Read a line that belongs to the key which is open."""
        owner = self.open
        assert owner is not None
        if owner.entry.value.text:
            self._problem("en-tete-suite", number, line, key=owner.entry.name)
        elif "\t" not in line[:indent] and owner.indent not in (-1, indent):
            self._problem("en-tete-retrait", number, line)
        elif found := _ITEM.fullmatch(stripped):
            if owner.children:
                self._problem("en-tete-melange", number, line, key=owner.entry.name)
                return
            self._align(owner, line, indent)
            start = indent + len(stripped) - len(found["value"] or "")
            owner.items.append(self._value(number, start, found["value"] or ""))
        elif entry := self._entry(number, indent, stripped):
            if owner.items:
                self._problem("en-tete-melange", number, line, key=owner.entry.name)
                return
            self._align(owner, line, indent)
            owner.children.append(entry)

    @staticmethod
    def _align(owner: _Open, line: str, indent: int) -> None:
        """Remember the indentation of the lines of a key."""
        if "\t" not in line[:indent]:
            owner.indent = indent

    def _entry(self, number: int, indent: int, stripped: str) -> Entry | None:
        """Return the key and value of a line."""
        found = _KEY.fullmatch(stripped)
        if found is None:
            self._problem("en-tete-ligne", number, stripped, indent)
            return None
        key = self.text.span(number, indent + 1, number, indent + 1 + len(found["key"]))
        return Entry(
            found["key"], key, self._value(number, indent + found.start("value"), found["value"])
        )

    def _value(self, number: int, start: int, raw: str) -> Value:
        """Return a literal value: blanks around it and quotes around the whole are removed."""
        text = raw.strip(_BLANKS)
        start += len(raw) - len(raw.lstrip(_BLANKS))
        span = self.text.span(number, start + 1, number, start + 1 + len(text))
        if len(text) > 1 and (text[0], text[-1]) in (("[", "]"), ("{", "}")):
            self.collector.add("en-tete-liste-en-ligne", span)
        elif text in {"|", ">", "|-", ">-"}:
            self.collector.add("en-tete-bloc", span, mark=text)
            return Value("", span)
        close = _QUOTES.get(text[:1])
        if close and len(text) > 1 and text[-1] == close and close not in text[1:-1]:
            text = text[1:-1].strip(_BLANKS)
        return Value(text, span)

    def _problem(
        self, code: str, number: int, line: str, indent: int = 0, /, **params: Any
    ) -> None:
        """Record a finding about a line, from its first character on."""
        self.sound = False
        start = indent or len(line) - len(line.lstrip(_BLANKS))
        span = self.text.span(number, start + 1)
        self.collector.add(code, span, text=line.strip(_BLANKS)[:60], **params)
