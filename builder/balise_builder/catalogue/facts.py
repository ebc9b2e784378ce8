"""What is read of every course for the catalogue; nothing is checked, nothing is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.compile import compile_course
from balise_builder.compile.translate import Desk, translated
from balise_builder.diagnostics import Collector
from balise_builder.source import read_folder
from balise_builder.source.find import find_courses
from balise_builder.source.translation import languages, read_translation

if TYPE_CHECKING:
    from pathlib import Path

    from balise_builder.model import Course, Registers
    from balise_builder.source import Folder

TO_VERIFY = "A-VERIFIER.md"
POINT = re.compile(r"^(?:[-*+]|\d+[.)])\s", re.MULTILINE)
"""A line of a list that is inside no other."""


@dataclass(frozen=True, slots=True)
class Translation:
    """One other language of a course."""

    language: str
    left: int | None
    """Passages still in the language of the source; ``None`` when it does not compile."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One course of the catalogue."""

    slug: str
    """Name of its folder."""
    course: Course | None
    """``None`` when it has errors."""
    registers: Registers
    translations: tuple[Translation, ...] = ()
    points: int | None = None
    """Points of A-VERIFIER.md; ``None`` without that file."""


def gather(folder: Path) -> tuple[Facts, ...]:
    """Return the facts of every course of ``folder``, in the order of their names.

    :raises UsageError: the folder does not exist or holds no course.
    """
    return tuple(_facts(course) for course in sorted(find_courses([folder]), key=lambda p: p.name))


def _facts(path: Path) -> Facts:
    collector = Collector()
    folder = read_folder(path, collector)
    course = None if collector.has_errors else compile_course(folder, collector)
    notes = folder.path / TO_VERIFY
    return Facts(
        slug=folder.path.name,
        course=course,
        registers=folder.registers,
        translations=_translations(course, folder) if course is not None else (),
        points=len(POINT.findall(notes.read_text("utf-8", "replace"))) if notes.is_file() else None,
    )


def _translations(course: Course, folder: Folder) -> tuple[Translation, ...]:
    found = []
    for language in languages(folder):
        translation = read_translation(folder, language)
        other = compile_course(translation.folder, Collector())
        desk = Desk(course.language)
        if other is not None:
            translated(course, other, translation.files, desk)
        found.append(Translation(language, None if other is None else desk.left))
    return tuple(found)
