"""Courses with one small fault, as a slip of the hand makes them; compiled without the disk."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from balise_builder.checks import check
from balise_builder.compile import compile_course
from balise_builder.diagnostics import Collector, Diagnostic, Severity
from balise_builder.model import Course
from balise_builder.source import Folder, SourceText, read_folder
from balise_builder.source.front import body_of, read_front
from balise_builder.source.pages import settle_ids
from balise_builder.source.readers import capsule_settings, course_settings

TODAY = date(2026, 11, 22)
SIGN = re.compile(r"[:\[\]{}]")
ID = re.compile(r"#[a-z][a-z0-9-]*\s?|^id : .*\n", re.M)


@dataclass(frozen=True)
class Mutant:
    """A file of the course with one change."""

    file: str
    place: str
    """What was done, and where: for the message of a failure."""
    text: str


def mutants(file: str, text: str) -> Iterator[Mutant]:
    """Yield ``text`` without a line, with two lines exchanged, without a sign, without an id."""
    lines = text.splitlines(keepends=True)
    for n, line in enumerate(lines):
        if line.strip():
            yield Mutant(file, f"line {n + 1} deleted", "".join(lines[:n] + lines[n + 1 :]))
        if n and line != lines[n - 1]:
            swapped = [*lines[: n - 1], line, lines[n - 1], *lines[n + 1 :]]
            yield Mutant(file, f"lines {n} and {n + 1} exchanged", "".join(swapped))
    for match in (*SIGN.finditer(text), *ID.finditer(text)):
        line_number = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        what = f"{match.group()!r} deleted at {line_number}:{column}"
        yield Mutant(file, what, text[: match.start()] + text[match.end() :])


class Bench:
    """One good course, read once; every mutant of it is compiled in memory."""

    def __init__(self, path: Path) -> None:
        self.folder = read_folder(path, Collector(), today=TODAY)

    def texts(self) -> dict[str, str]:
        """Return the raw texts of the course by file."""
        pages = (*self.folder.capsules, *self.folder.companions)
        files = [self.folder.text, *(c.text for c in pages), self.folder.bank]
        return {text.file: text.raw for text in files if text is not None}

    def every(self) -> list[Mutant]:
        """Return every mutant of the course."""
        return [m for file, text in self.texts().items() for m in mutants(file, text)]

    def compile(self, mutant: Mutant) -> tuple[Course | None, list[Diagnostic]]:
        """Compile and check the course with one file changed."""
        collector = Collector()
        folder = self._changed(mutant, collector)
        course = compile_course(folder, collector)
        if course is not None:
            check(course, folder, collector)
        return course, list(collector.sorted())

    def _changed(self, mutant: Mutant, collector: Collector) -> Folder:
        folder = replace(self.folder, lock=copy.deepcopy(self.folder.lock))
        text = SourceText.of(mutant.file, mutant.text)
        bank = folder.bank is not None and mutant.file == folder.bank.file
        front = read_front(text, collector, required=not bank)
        text = body_of(text, front)
        if bank:
            return replace(folder, bank=text)
        if folder.text is not None and mutant.file == folder.text.file:
            settings = course_settings(text, front, folder.registers, collector)
            return replace(folder, text=text, settings=settings)
        settings_ = capsule_settings(text, front, folder.settings, collector)
        pages = [
            replace(c, text=text, settings=settings_)
            if c.text.file == mutant.file else c
            for c in (*folder.capsules, *folder.companions)
        ]  # fmt: skip
        settled, own = settle_ids(pages, (folder.text, folder.bank), collector), folder.capsules
        return replace(folder, capsules=settled[: len(own)], companions=settled[len(own) :])


def failed(found: list[Diagnostic]) -> bool:
    """Whether a finding stops the build."""
    return any(d.severity is Severity.ERROR for d in found)
