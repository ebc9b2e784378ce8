"""Every translation of a course is checked against its source, each time the course is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from balise_builder.checks import check
from balise_builder.checks.wordings import settled
from balise_builder.compile import compile_course
from balise_builder.compile.translate import Desk, translated
from balise_builder.compile.translate_kit import with_notes_of_the_pair
from balise_builder.diagnostics import Collector, Severity
from balise_builder.diagnostics.catalog import release_codes
from balise_builder.errors import UsageError
from balise_builder.model import Span
from balise_builder.source.translation import LOCK, in_folder, languages, read_translation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.model import Course, Variant
    from balise_builder.source import Folder
    from balise_builder.source.translation import Translation

HEADER = """\
# Balise traduction.lock, format 1
# Écrit par « balise build --langue »; à conserver dans Git. Enlever une ligne dit que ce passage
# traduit toujours bien sa source.
# Written by balise build --langue; keep it in Git. Removing a line says that its passage still
# translates its source well.
"""
OF_TRANSLATION = frozenset({"traduction-non-verifiee"})
"""Findings that hold back the release of the translation, never that of the source."""
SOURCE_ONLY = frozenset({
    "capsule-trop-longue", "capsule-duree-depassee", "cours-sans-capsule", "personne-inutilisee",
    "seuil-provisoire",
})  # fmt: skip
"""Findings on the source that a translation would only repeat."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A course in another language, and what its lock is to hold."""

    course: Course
    lock: str
    """New content of ``traduction.lock``; "" when it stays: a preview follows what is written."""


def check_translations(
    course: Course, folder: Folder, collector: Collector, wanted: Variant
) -> Translated | None:
    """Check every translation of ``course``; return the one that ``wanted`` asks for.

    Errors of the others are told as warnings: a draft in one language never holds up another.

    :param course: the source, already that of the audience and territory of ``wanted``.
    :raises UsageError: there is no such translation.
    """
    known = languages(folder)
    if wanted.language and wanted.language not in known:
        raise UsageError(
            f"--langue {wanted.language} : la formation n’a pas de dossier {wanted.language}/."
            f" Traductions : {', '.join(known) or 'aucune'}.",
            f"--langue {wanted.language}: the course has no folder {wanted.language}/."
            f" Translations: {', '.join(known) or 'none'}.",
        )
    made = None
    for language in known:
        translation = read_translation(folder, language)
        found, result = _one(course, translation, wanted)
        asked = language == wanted.language
        for d in found:
            severity = d.severity
            if severity is Severity.ERROR and not asked:
                severity = Severity.WARNING
            collector.extend([replace(d, severity=severity)])
        made = result if asked else made
    return made


def _one(
    course: Course, translation: Translation, wanted: Variant
) -> tuple[list[Diagnostic], Translated | None]:
    """Return the findings on one translation, and what it makes."""
    collector = Collector()
    other = compile_course(translation.folder, collector, wanted)
    if other is not None:
        check(other, translation.folder, collector)
    found = [d for d in translation.found if d.code not in SOURCE_ONLY]
    found += [
        d for d in collector.sorted()
        if d.span.file in translation.files and d.code not in SOURCE_ONLY
    ]  # fmt: skip
    placed = [replace(d, span=in_folder(d.span, translation)) for d in found]
    if other is None:
        return placed, None
    desk = Desk(course.language, known=_read(translation.lock))
    made = translated(course, other, translation.files, desk)
    made = with_notes_of_the_pair(made, course, other, desk)
    made = settled(made, course, translation.language, desk)
    placed += [replace(d, span=in_folder(d.span, translation)) for d in desk.collector.sorted()]
    if desk.left:
        summary = Collector()
        summary.add(
            "traduction-incomplete", Span.whole(f"{translation.language}/cours.md"), count=desk.left
        )
        placed += summary.sorted()
    lock = _dump(desk.lines)
    return placed, Translated(made, "" if lock == translation.lock else lock)


def release_codes_in(language: str) -> frozenset[str]:
    """Return the codes that a release in ``language`` makes errors ("" is that of the source).

    A translation that waits for its checker holds back nothing but itself.
    """
    return release_codes() if language else release_codes() - OF_TRANSLATION


def _read(lock: str) -> dict[tuple[str, str], set[str]]:
    known: dict[tuple[str, str], set[str]] = {}
    for line in lock.splitlines():
        parts = line.rsplit(" ", 2)
        if len(parts) == 3 and not line.startswith("#"):
            known.setdefault((parts[0], parts[1]), set()).add(parts[2])
    return known


def _dump(lines: Iterable[tuple[str, str, str]]) -> str:
    return HEADER + "".join(f"{' '.join(line)}\n" for line in sorted(lines))


__all__ = ["LOCK", "Translated", "check_translations", "release_codes_in"]
