"""A translation of a course: ``en/`` holds files of the same names; what is missing is the source.

The files are read under the names of the source, so that links, media and ids are those of the
course; findings get the folder back in front (:func:`in_folder`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Collector
from balise_builder.model import Span
from balise_builder.source.decode import read_text
from balise_builder.source.folder import BANK, COURSE, GLOSSARY, TRANSLATION, Capsule
from balise_builder.source.front import body_of, read_front
from balise_builder.source.lock import Lock
from balise_builder.source.readers import capsule_settings, check_plain, course_settings
from balise_builder.source.shared import FOLDER as PAGES
from balise_builder.source.shared import PREFIX, in_language, is_shared, read_shared
from balise_builder.source.text import SourceText
from balise_builder.source.uses import by_key, plain
from balise_builder.source.wordings import in_words

if TYPE_CHECKING:
    from pathlib import Path

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.source.folder import Folder
    from balise_builder.source.settings import CourseSettings

LOCK = "traduction.lock"
COMMON = "_commun"
NOT_TRANSLATED = frozenset({"seance.md", "readme.md"})
# The same length, so that columns stay those of the file: a preview needs the longer path.
PATHS = (("../../_commun/", ".//../_commun/"), ("(../media/", "(.//media/"),
         ("=../media/", "=.//media/"), ("<../media/", "<.//media/"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Translation:
    """A course read in another language."""

    language: str
    """Name of its folder."""
    folder: Folder
    files: frozenset[str]
    """Files that are translated, by the names of the source."""
    found: tuple[Diagnostic, ...]
    lock: str
    """Content of ``traduction.lock``; "" when there is none."""


def is_translation(path: Path) -> bool:
    """Return whether a folder of a course is a translation of it."""
    return bool(TRANSLATION.fullmatch(path.name)) and any(path.glob("*.md"))


def languages(folder: Folder) -> list[str]:
    """Return the translations that a course has, by the names of their folders."""
    return sorted(p.name for p in folder.path.iterdir() if p.is_dir() and is_translation(p))


def read_translation(folder: Folder, language: str) -> Translation:
    """Read the translation in ``folder/language``; never raises for what is in it."""
    collector = Collector()
    root = folder.path / language
    files: set[str] = set()

    def text(source: SourceText) -> SourceText | None:
        path = root / source.file
        if not path.is_file():
            return None
        found = read_text(path, source.file, collector)
        if found is None:
            return None
        files.add(source.file)
        raw = found.raw
        for written, same in PATHS:
            raw = raw.replace(written, same)
        return SourceText.of(source.file, raw, bom=found.bom)

    assert folder.text is not None and folder.settings is not None
    settings, presentation = folder.settings, folder.text
    if (own := text(folder.text)) is not None:
        front = read_front(own, collector)
        presentation = body_of(own, front)
        read = course_settings(presentation, front, folder.registers, collector)
        settings = _settings(read, settings, language, collector)
    else:
        settings = replace(settings, language=language)

    def page(capsule: Capsule) -> Capsule:
        own = text(capsule.text)
        return capsule if own is None else _capsule(own, capsule, settings, collector)

    bank = folder.bank
    if bank is not None and (own := text(bank)) is not None:
        front = read_front(own, collector, required=False)
        check_plain(own, front, collector)
        bank = body_of(own, front)
    _strangers(root, folder, collector)
    lock = root / LOCK
    return Translation(
        language,
        replace(
            _common(folder, language, files, collector), lock=Lock(folder.lock.key),
            text=presentation, settings=settings,
            capsules=tuple(map(page, folder.capsules)),
            companions=tuple(map(page, folder.companions)), bank=bank, session=None,
            session_settings=None,
        ),
        frozenset(files), collector.sorted(),
        lock.read_text(encoding="utf-8") if lock.is_file() else "",
    )  # fmt: skip


def _common(folder: Folder, language: str, files: set[str], collector: Collector) -> Folder:
    """Return ``folder`` with what courses share in ``language``; its files are added to ``files``.

    What nobody has translated stays that of the source.
    """
    assert folder.settings is not None
    root, named = folder.path.parent / COMMON / language, f"../{COMMON}/{language}"
    shared = read_shared(root / PAGES, collector)
    files |= {page.file for page in shared.values()}
    glossary = folder.glossary
    if (path := root / GLOSSARY).is_file():
        glossary = read_text(path, f"{named}/{GLOSSARY}", collector) or glossary
        files.add(f"{named}/{GLOSSARY}")
    registers = in_words(folder.registers, root, named, folder.settings.language, collector)
    source = plain(folder.shared)

    def names(key: str) -> tuple[str, ...]:
        """Return the files of a shared page: what it says, and where its place is kept."""
        page = source[key]
        name = page.file.removeprefix(PREFIX) if page is not None else ""
        return (f"{PREFIX}{name}", f"{named}/{PAGES}/{name}")

    return replace(
        folder, glossary=glossary, registers=registers,
        shared=by_key(in_language(source, shared), names),
    )  # fmt: skip


def in_folder(span: Span, translation: Translation) -> Span:
    """Return a place of a translated file with its folder."""
    if span.file not in translation.files or span.file.startswith(
        f"../{COMMON}/{translation.language}/"
    ):
        return span
    if is_shared(span.file):
        name = span.file.removeprefix(PREFIX)
        return replace(span, file=f"../{COMMON}/{translation.language}/{PAGES}/{name}")
    return replace(span, file=f"{translation.language}/{span.file}")


def _settings(
    read: CourseSettings, source: CourseSettings, language: str, collector: Collector
) -> CourseSettings:
    """Return the words of a translated front matter, and all the rest from the source."""
    if read.id != source.id:
        collector.add("traduction-id", read.where("id"), id=read.id, source=source.id)
    spoken = read.language
    if spoken.partition("-")[0].lower() != language.partition("-")[0]:
        collector.add("traduction-langue", read.where("language"), language=spoken, folder=language)
        spoken = language
    texts = {objective.id: objective for objective in read.objectives}
    return replace(
        source, title=read.title or source.title, language=spoken, span=read.span,
        objectives=tuple(texts.get(o.id, o) for o in source.objectives),
        co_authors=read.co_authors or source.co_authors, spans=read.spans,
    )  # fmt: skip


def _capsule(
    own: SourceText, source: Capsule, course: CourseSettings, collector: Collector
) -> Capsule:
    front = read_front(own, collector)
    body = body_of(own, front)
    settings = capsule_settings(body, front, course, collector)
    if settings.has_id and settings.id != source.settings.id:
        collector.add(
            "traduction-id", settings.where("id"), id=settings.id, source=source.settings.id
        )
    same = source.settings
    return Capsule(body, replace(
        same, title=settings.title or same.title, span=settings.span, spans=settings.spans,
    ))  # fmt: skip


def _strangers(root: Path, folder: Folder, collector: Collector) -> None:
    """Report the files of the translation that translate nothing."""
    pages = (*folder.capsules, *folder.companions)
    known = {COURSE, BANK, *NOT_TRANSLATED, *(c.text.file for c in pages)}
    for path in sorted(root.glob("*.md")):
        if path.name not in known:
            collector.add("traduction-sans-source", Span.whole(f"{root.name}/{path.name}"))
