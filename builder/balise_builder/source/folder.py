"""Reading a course folder: every file found, decoded, its front matter and registers typed."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from balise_builder.model import Registers, Span
from balise_builder.source.decode import read_text
from balise_builder.source.folding import fold
from balise_builder.source.front import body_of, read_front
from balise_builder.source.lock import Lock
from balise_builder.source.media import MediaFile, read_media
from balise_builder.source.pages import settle_ids
from balise_builder.source.paths import course_name, is_hidden, link_problem, reasons
from balise_builder.source.readers import (
    capsule_settings,
    check_plain,
    course_settings,
    session_settings,
)
from balise_builder.source.registers import read_registers
from balise_builder.source.shared import FOLDER as PAGES
from balise_builder.source.shared import read_shared
from balise_builder.source.theme import read_theme
from balise_builder.source.uses import by_key, by_register

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.diagnostics import Collector
    from balise_builder.model.theme import Theme
    from balise_builder.source.settings import CapsuleSettings, CourseSettings, SessionSettings
    from balise_builder.source.text import SourceText

COURSE = "cours.md"
BANK = "banque.md"
SESSION = "seance.md"
LOCK = "ids.lock"
TRANSLATION = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
GLOSSARY = "glossaire.md"
COMMON = "../_commun"
NOT_CAPSULES = frozenset({COURSE, BANK, SESSION, "readme.md", "a-verifier.md"})
"""Besides the parts with a name of their own: notes to people, which no learner reads."""
COMPANION = re.compile(r"(?:suivi|relance(?:-[1-9][0-9]?)?)\.md")
NOT_READ = (".markdown", ".txt", ".docx", ".doc", ".odt", ".rtf", ".html")


@dataclass(frozen=True, slots=True)
class Capsule:
    """One file that is a page of its own."""

    text: SourceText
    settings: CapsuleSettings

    @property
    def name(self) -> str:
        """Name of the small package that it makes: ``suivi``, ``relance``, ``relance-2``."""
        return fold(self.text.file).removesuffix(".md")


@dataclass(frozen=True, slots=True)
class Folder:
    """Everything that was read of a course, before any Markdown is parsed."""

    path: Path
    """Absolute path of the course folder, links resolved."""
    lock: Lock
    text: SourceText | None = None
    """``cours.md``: the presentation is its body; ``None`` when it could not be read."""
    settings: CourseSettings | None = None
    """Front matter of ``cours.md``, with defaults for what is wrong; ``None`` without text."""
    capsules: tuple[Capsule, ...] = ()
    """In the order of the file names. Wrong or missing settings have a finding and a default, so
    that the text can be checked all the same; only a file that cannot be decoded is left out."""
    bank: SourceText | None = None
    glossary: SourceText | None = None
    """``_commun/glossaire.md``."""
    shared: Mapping[str, SourceText | None] = field(default_factory=dict)
    """``_commun/pages/*.md`` by key; ``None`` for what a translation of the course has not."""
    session: SourceText | None = None
    """``seance.md``."""
    session_settings: SessionSettings | None = None
    """Front matter of ``seance.md``; ``None`` without it."""
    companions: tuple[Capsule, ...] = ()
    """``suivi.md`` and ``relance*.md``: pages of small packages of their own."""
    media: Mapping[str, MediaFile] = field(default_factory=dict)
    """By the name that authors write (NFC, exact case): ``media/…``, ``../_commun/media/…``."""
    registers: Registers = field(default_factory=Registers)
    theme: Theme | None = None
    """``theme.yaml`` of the course, else of ``_commun``."""
    today: date = field(default_factory=date.today)
    """Date that "stale" and "expired" are judged at."""


def read_folder(folder: Path, collector: Collector, *, today: date | None = None) -> Folder:
    """Read the course in ``folder``. Never raises for what is in it: see the collector.

    Spans name files relative to ``folder``.
    """
    root = folder.resolve()
    names = _source_names(root, collector)
    lock = _read_lock(root, collector)
    common = (root.parent / "_commun").resolve()
    registers = by_register(read_registers(common, COMMON, collector))
    media = [
        *read_media(root / "media", "media", root, collector),
        *read_media(common / "media", f"{COMMON}/media", common, collector),
    ]
    files = by_key({m.source: m for m in media}, lambda source: (source,))
    theme = read_theme(root, common, files, collector)
    text, settings = _text(root, names.get(COURSE), collector), None
    if text is not None:
        front = read_front(text, collector)
        text = body_of(text, front)
        settings = course_settings(text, front, registers, collector)
    capsules = [
        _capsule(capsule, settings, collector)
        for name in _capsule_names(names)
        if (capsule := _text(root, name, collector)) is not None
    ]
    session, announced = _text(root, names.get(SESSION), collector), None
    if session is not None:
        front = read_front(session, collector, required=False)
        session = body_of(session, front)
        announced = session_settings(session, front, collector)
    beside = [
        _capsule(one, settings, collector)
        for folded in sorted(names, key=_companion_order)
        if COMPANION.fullmatch(folded)
        and (one := _text(root, names[folded], collector)) is not None
    ]
    bank = _with_front(_text(root, names.get(BANK), collector), collector)
    glossary = common / GLOSSARY
    words = read_text(glossary, f"{COMMON}/{GLOSSARY}", collector) if glossary.exists() else None
    shared = read_shared(common / PAGES, collector)
    pages = settle_ids([*capsules, *beside], (text, bank, session), collector)
    return Folder(
        root, lock, text, settings, pages[: len(capsules)], companions=pages[len(capsules) :],
        bank=bank, glossary=words, shared=by_key(shared, lambda key: (shared[key].file,)),
        session=session, session_settings=announced, media=files, theme=theme,
        registers=registers, today=today or date.today(),
    )  # fmt: skip


def _capsule(text: SourceText, course: CourseSettings | None, collector: Collector) -> Capsule:
    """Return one capsule with its settings."""
    front = read_front(text, collector)
    text = body_of(text, front)
    return Capsule(text, capsule_settings(text, front, course, collector))


def _text(root: Path, name: str | None, collector: Collector) -> SourceText | None:
    """Return the decoded text of a file of the course."""
    return None if name is None else read_text(root / name, course_name(name), collector)


def _with_front(text: SourceText | None, collector: Collector) -> SourceText | None:
    """Return the text of a file whose front matter is optional, its body after it."""
    if text is None:
        return None
    front = read_front(text, collector, required=False)
    check_plain(text, front, collector)
    return body_of(text, front)


def _read_lock(root: Path, collector: Collector) -> Lock:
    """Return the lock of the course; a new one when there is no file."""
    text = _text(root, LOCK, collector) if (root / LOCK).exists() else None
    return Lock.parse(text.text if text else "", collector, LOCK)


def _source_names(root: Path, collector: Collector) -> dict[str, str]:
    """Return the Markdown files of the course: folded name → name on disk.

    Reports the folder that cannot be read or has no ``cours.md``, links that leave it, names that
    cannot be told apart, and files and folders that would silently be left out.
    """
    try:
        with os.scandir(root) as listing:
            entries = sorted((e for e in listing if not is_hidden(e.name)), key=lambda e: e.name)
    except OSError as error:
        collector.add("dossier-illisible", Span.whole("."), name=root.name, **reasons(error))
        return {}
    names: dict[str, str] = {}
    for entry in entries:
        name = course_name(entry.name)
        if entry.is_symlink() and (code := link_problem(root / entry.name, root)):
            collector.add(code, Span.whole(name), name=name)
        elif entry.is_dir() and fold(name).endswith(".md"):
            # Taken for an ordinary folder, a page would vanish without a word.
            read_text(root / entry.name, name, collector)
        elif entry.is_dir():
            _report_folder(root / entry.name, name, collector)
        elif fold(name).endswith(NOT_READ):
            collector.add("fichier-ignore", Span.whole(name), name=name)
        elif fold(name).endswith(".md"):
            other = names.setdefault(fold(name), entry.name)
            if other != entry.name:
                collector.add("noms-confondus", Span.whole(name), name=name, other=other)
    if not entries:
        collector.add("dossier-vide", Span.whole("."), name=root.name)
    elif COURSE not in {fold(e.name) for e in entries}:
        best = next((n for n in names.values() if fold(n) in {"course.md", "index.md"}), None)
        code = "cours-absent" if best is None else "cours-autre-nom"
        collector.add(code, Span.whole("."), name=root.name, other=best or "")
    return names


def _report_folder(path: Path, name: str, collector: Collector) -> None:
    """Say that Markdown in a sub-folder is not part of the course as it is built today."""
    if name in {"media", "reviews"}:
        return
    if TRANSLATION.fullmatch(name) and any(path.glob("*.md")):
        return  # Read apart (source.translation).
    if fold(name) == "media":
        collector.add("dossier-media", Span.whole(name), name=name)
    elif (path / COURSE).is_file():
        collector.add("partie-non-construite", Span.whole(name), name=name)
    elif any(path.glob("*.md")):
        collector.add("dossier-ignore", Span.whole(name), name=name)


def _companion_order(folded: str) -> tuple[bool, int]:
    """Return the order of the small packages: the follow-up, then the boosters by number."""
    number = folded.removesuffix(".md").rpartition("-")[2]
    return not folded.startswith("suivi"), int(number) if number.isdecimal() else 0


def _capsule_names(names: Mapping[str, str]) -> list[str]:
    """Return the files that are capsules, in the order of their names."""
    left_out = {folded for folded in names if folded in NOT_CAPSULES or COMPANION.fullmatch(folded)}
    return [names[folded] for folded in sorted(names) if folded not in left_out]
