"""One level of the front matter: keys known, shapes right, values understood, or a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Fix
from balise_builder.model import Span
from balise_builder.source import keys
from balise_builder.source.folding import ID, fold_key, nearest, slip, slug
from balise_builder.source.front import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from balise_builder.diagnostics import Collector
    from balise_builder.source.front import Entry
    from balise_builder.source.text import SourceText

_MINUTES = re.compile(
    r"(?:(\d{1,2}) ?h(?:eures?|ours?)?)? ?(?:(\d{1,3}) ?(?:min(?:utes?|s)?)?\.?)?"
)


def minutes_of(text: str) -> int | None:
    """Return a length in minutes (``4 min``, ``1 h 30``, ``90``); ``None`` when it is none."""
    found = _MINUTES.fullmatch(fold_key(text))
    total = int(found[1] or 0) * 60 + int(found[2] or 0) if found else 0
    return total if 0 < total <= 6000 else None


class Values:
    """The entries of one level, by the English name of their key."""

    def __init__(
        self,
        entries: Iterable[Entry],
        known: tuple[keys.Key, ...],
        span: Span,
        text: SourceText,
        collector: Collector,
    ) -> None:
        self.source = text
        self.collector = collector
        self.span = span
        self.entries: dict[str, Entry] = {}
        self.meant: set[str] = set()
        """Keys that a misspelt one probably stands for: they are not reported missing too."""
        accepted = keys.spellings(known)
        for entry in entries:
            key = accepted.get(fold_key(entry.name))
            if key is None:
                self._unknown(entry, accepted)
            elif key.name in self.entries:
                self.collector.add(
                    "cle-repetee", entry.key_span, key=entry.name,
                    line=self.entries[key.name].key_span.line,
                )  # fmt: skip
            elif self._shaped(entry, key):
                self.entries[key.name] = entry
        for key in known:
            if key.required and key.name not in self.meant and not self.text(key.name):
                place = self.entries[key.name].key_span if key.name in self.entries else span
                collector.add("cle-requise", place, key=key.label, en=key.name)

    def _unknown(self, entry: Entry, accepted: Mapping[str, keys.Key]) -> None:
        best = nearest(entry.name, accepted)
        if best is None:
            labels = ", ".join(dict.fromkeys(k.label for k in accepted.values()))
            self.collector.add("cle-inconnue", entry.key_span, key=entry.name, known=labels)
        else:
            label = accepted[best].label
            self.meant.add(accepted[best].name)
            spelt = {k.label for k in accepted.values()}
            self.collector.add(
                "cle-mal-ecrite", entry.key_span, key=entry.name, nearest=label,
                fix=Fix(entry.key_span, label) if slip(entry.name, spelt) == label else None,
            )  # fmt: skip

    def _shaped(self, entry: Entry, key: keys.Key) -> bool:
        """Whether the entry has the form that its key asks for; a finding otherwise."""
        wrong = None
        if entry.children and key.shape != "keys":
            wrong = entry.children[0].key_span
        elif entry.items and "list" not in key.shape:
            wrong = entry.items[0].span
        elif entry.value.text and key.shape in {"list", "keys"}:
            wrong = entry.value.span
        if wrong is not None:
            self.collector.add(f"cle-forme-{key.shape.split()[0]}", wrong, key=entry.name)
        return wrong is None

    def value(self, key: str) -> Value | None:
        """Return the value of ``key``; ``None`` when it is absent or empty."""
        entry = self.entries.get(key)
        return entry.value if entry is not None and entry.value.text else None

    def text(self, key: str) -> str:
        """Return the text of ``key``, "" when it is absent."""
        value = self.value(key)
        return value.text if value else ""

    def wrong(self, key: str, expected: str, expected_en: str) -> None:
        """Record that the value of ``key`` is not understood."""
        entry = self.entries[key]
        self.collector.add(
            "valeur-incomprise", entry.value.span, key=entry.name, value=entry.value.text,
            expected=expected, expected_en=expected_en,
        )  # fmt: skip

    def choice(self, key: str, words: keys.Choice, default: str) -> str:
        """Return the value of a key that takes one of a few words."""
        text = self.text(key)
        found = words.read(text) if text else default
        if found is None:
            self.wrong(key, words.labels, words.labels)
        return found or default

    def number(self, key: str, low: int, high: int) -> int | None:
        """Return a whole number between ``low`` and ``high``; ``None`` when absent or wrong."""
        text = re.sub(r"\s", "", self.text(key))
        if not text:
            return None
        if re.fullmatch(r"[0-9]{1,9}", text) and low <= int(text) <= high:
            return int(text)
        self.wrong(key, f"un nombre de {low} à {high}", f"a number from {low} to {high}")
        return None

    def minutes(self) -> int | None:
        """Return ``durée`` in minutes: ``4 min``, ``1 h 30``, ``90``."""
        text = self.text("duration")
        total = minutes_of(text)
        if text and total is None:
            self.wrong("duration", "une durée comme « 4 min » ou « 1 h 30 »", "“4 min” or “1 h 30”")
        return total

    def identifier(self, key: str, value: Value | None) -> str | None:
        """Return an id of the right syntax, else ``None`` and a finding."""
        if value is None or ID.fullmatch(value.text):
            return value.text if value else None
        self.collector.add(
            "id-invalide", value.span, id=value.text, proposal=slug(value.text) or "mon-id"
        )
        return None

    def several(self, key: str) -> tuple[Value, ...]:
        """Return the values of a list, or of a text with commas."""
        entry = self.entries.get(key)
        if entry is None:
            return ()
        if entry.items:
            return tuple(item for item in entry.items if item.text)
        return tuple(split_at_commas(entry.value, self.source))

    @property
    def spans(self) -> dict[str, Span]:
        """Where each value (or its key, when it has none) stands."""
        return {
            name: e.value.span if e.value.text else e.key_span for name, e in self.entries.items()
        }


def split_at_commas(value: Value, text: SourceText) -> Iterable[Value]:
    """Cut a value at its commas, each part where it stands in ``text``."""
    line = value.span.line
    column = text.lines[line - 1].rindex(value.text) + 1
    for part in value.text.split(","):
        start = column + len(part) - len(part.lstrip())
        if part.strip():
            end = start + len(part.strip())
            yield Value(part.strip(), text.span(line, start, line, end))
        column += len(part) + 1
