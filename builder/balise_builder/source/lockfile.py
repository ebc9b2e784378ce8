"""Reading ``ids.lock``, also after a merge: lines of both sides, in any order, repeated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from balise_builder.model import Span
from balise_builder.source.folding import ID
from balise_builder.source.letters import Letter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.diagnostics import Collector
    from balise_builder.source.lock import Entry

_FORMAT = re.compile(r"# Balise ids\.lock, format (\d+)")
_MARKER = re.compile(r"(<{7}|={7}|>{7}|\|{7})")
_LETTER = re.compile(r"(>?)([a-z])([=~])([0-9a-f]{8}(?:,[0-9a-f]{8})*)")
_KEY = re.compile(r"course ([A-Za-z0-9]{6})")
_SCENE = re.compile(rf"{ID.pattern}/{ID.pattern}")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")

Place = tuple[str, str]


class Reader:
    """Entries of one file, with the line that each came from."""

    def __init__(self, collector: Collector, file: str) -> None:
        self.collector = collector
        self.file = file
        self.key = ""
        self.entries: dict[Place, Entry] = {}
        self.lines: dict[Place, int] = {}
        self.sound = True

    def problem(self, code: str, line: int, text: str, /, **params: Any) -> None:
        """Record an error at ``line``."""
        span = Span(self.file, line, 1, line, len(text) + 1)
        self.collector.add(code, span, **params)
        self.sound = False

    def take(self, number: int, text: str) -> None:
        """Read one line."""
        if (found := _FORMAT.match(text)) and found[1] != "1":
            self.problem("verrou-trop-recent", number, text, format=found[1])
        elif _MARKER.match(text):
            self.problem("verrou-conflit-git", number, text)
        elif not text.strip() or text.startswith("#"):
            return
        elif found := _KEY.fullmatch(text.strip()):
            if self.key and self.key != found[1]:
                self.problem("verrou-deux-cles", number, text, first=self.key, second=found[1])
            self.key = self.key or found[1]
        elif (parsed := _entry(text.split())) is None:
            self.problem("verrou-illisible", number, text, text=text[:60])
        else:
            self.put(number, text, *parsed)

    def put(self, line: int, text: str, place: Place, entry: Entry) -> None:
        """Add an entry, uniting it with the one of the same id when the numbers agree."""
        before = self.entries.get(place)
        if before is None:
            self.entries[place] = entry
            self.lines[place] = line
        elif before.number != entry.number:
            self.problem(
                "verrou-deux-numeros", line, text,
                id=place[1], first=before.number, second=entry.number, line=self.lines[place],
            )  # fmt: skip
        else:
            self.entries[place] = _united(before, entry)

    def settle(self) -> None:
        """Drop the lines of ids that were renamed on one side; report numbers given twice."""
        for (kind, _), entry in tuple(self.entries.items()):
            for former in entry.was:
                old = self.entries.get((kind, former))
                if old is not None and old.number == entry.number:
                    del self.entries[kind, former]
        owners: dict[tuple[str, int], Place] = {}
        for place, entry in self.entries.items():
            around = place[1].partition("/")[0] if "/" in place[1] else ""
            other = owners.setdefault((f"{place[0]} {around}", entry.number), place)
            if other != place:
                self.problem(
                    "verrou-numero-double", self.lines[place], "",
                    number=entry.number, id=place[1], other=other[1], line=self.lines[other],
                )  # fmt: skip
        if self.sound and self.entries and not self.key:
            self.problem("verrou-sans-cle", 1, "")


def read(
    text: str, collector: Collector, file: str
) -> tuple[str, Mapping[Place, Entry], tuple[str, ...]]:
    """Return the course key ("" when absent), the entries, and the file's own data lines."""
    reader = Reader(collector, file)
    lines = text.removeprefix("\ufeff").splitlines()
    for number, line in enumerate(lines, 1):
        reader.take(number, line)
    reader.settle()
    data = tuple(line for line in lines if line.strip() and not line.startswith("#"))
    return reader.key, reader.entries, data


def _entry(words: list[str]) -> tuple[Place, Entry] | None:
    """Return the place and entry that the words of a line say; ``None`` when they do not."""
    from balise_builder.source.lock import KINDS, Entry

    if len(words) < 3 or words[0] not in KINDS:
        return None
    name = _SCENE if words[0] == "scene" else ID
    if not name.fullmatch(words[1]):
        return None
    if not _NUMBER.fullmatch(words[2]):
        return None
    rest = words[3:]
    removed = rest[:1] == ["removed"]
    was: set[str] = set()
    series: dict[str, dict[str, Letter]] = {"": {}, ">": {}}
    for word in rest[removed:]:
        if word.startswith("was=") and name.fullmatch(word[4:]):
            was.add(word[4:])
        elif (found := _LETTER.fullmatch(word)) and found[2] not in series[found[1]]:
            series[found[1]][found[2]] = Letter(frozenset(found[4].split(",")), found[3] == "~")
        else:
            return None
    return (words[0], words[1]), Entry(
        int(words[2]), removed, frozenset(was), series[""], series[">"]
    )


def _united(one: Entry, two: Entry) -> Entry:
    """Return the entry that says what both sides of a merge say."""
    from balise_builder.source.lock import Entry

    return Entry(
        one.number, one.removed and two.removed, one.was | two.was,
        _joined(one.letters, two.letters), _joined(one.targets, two.targets),
    )  # fmt: skip


def _joined(one: Mapping[str, Letter], two: Mapping[str, Letter]) -> dict[str, Letter]:
    """Return the letters of both sides, with the marks of both."""
    letters = dict(one)
    for letter, known in two.items():
        other = letters.get(letter)
        letters[letter] = (
            known if other is None
            else Letter(other.marks | known.marks, other.removed and known.removed)
        )  # fmt: skip
    return letters
