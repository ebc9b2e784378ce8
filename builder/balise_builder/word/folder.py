"""A Word document → the files of a course folder, and the list of what to look at."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.errors import UsageError
from balise_builder.source.folding import slug
from balise_builder.word import marks as texts
from balise_builder.word.archive import damaged, open_document
from balise_builder.word.content import Block, Call, Image, Mark, Paragraph, Source, words
from balise_builder.word.escape import value
from balise_builder.word.questions import with_questions
from balise_builder.word.reader import read
from balise_builder.word.sheet import Sheet
from balise_builder.word.spoken import spoken, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SHOWN = 400
"""Words of one list that are named in a mark at most; the rest follows in other marks."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The files of a course that came from Word, not yet on disk."""

    files: dict[str, bytes]
    """By path in the folder: ``cours.md``, ``01-….md``, ``media/…``."""
    marks: tuple[tuple[str, int, str], ...]
    """File, line and text of what the author must look at, in order."""


def convert(path: Path, name: str, lang: str) -> Imported:
    """Return the course that the document in ``path`` makes.

    :param name: name of the course folder, from which its id comes.
    :param lang: language of the marks (``fr`` or ``en``).
    :raises UsageError: the file cannot be read as a Word document.
    :raises MissingPartError: the extra ``docx`` is not installed.
    """
    document = open_document(path)
    try:
        source = read(document)
        wanted = spoken(document)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise damaged(path) from error
    return _Course(source, path.stem, name, lang).imported(wanted)


def write(imported: Imported, folder: Path) -> None:
    """Write the files in ``folder``, which is empty or does not exist.

    :raises UsageError: something stands there already, or the folder cannot be written.
    """
    check_free(folder)
    try:
        (folder / "media").mkdir(parents=True, exist_ok=True)
        for name, data in imported.files.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        from balise_builder.source.paths import reasons

        why = reasons(error)
        raise UsageError(
            f"« {folder} » ne peut pas être écrit ({why['reason']}). Choisissez un autre endroit.",
            f"“{folder}” cannot be written ({why['reason_en']}). Choose another place.",
        ) from error


def check_free(folder: Path) -> None:
    """Refuse a folder where something stands.

    :raises UsageError: it is a file, or it is not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            f"« {folder} » existe déjà et n’est pas vide : rien n’a été écrit. "
            "Donnez un autre nom.",
            f"“{folder}” exists already and is not empty: nothing was written. Give another name.",
        )


class _Course:
    def __init__(self, source: Source, stem: str, name: str, lang: str) -> None:
        self._source, self._stem, self._name, self._lang = source, stem, name, lang
        self._top: list[Mark] = []
        self._taken = {"presentation"}

    def imported(self, wanted: Counter[str]) -> Imported:
        """Write every page; ``wanted`` are the words that the document says."""
        blocks = self._without_contents(self._source.blocks)
        title, blocks = self._title(blocks)
        before, pages = _split(blocks)
        if not pages:
            pages, before = [(None, before)], []
            self._top.append(("no-heading", ""))
        sheets = {"cours.md": self._front(title, before)}
        for number, (heading, body) in enumerate(pages, 1):
            name, sheet = self._page(number, heading, body, title)
            sheets[name] = sheet
        cover = sheets["cours.md"]
        for mark in [*self._top, *self._source.marks]:
            cover.mark(mark)
        self._leftovers(cover, sheets.values(), wanted)
        files = {n: s.text().encode() for n, s in sheets.items()}
        files |= {f"media/{n}": data for n, data in self._source.media.items()}
        marks = [
            (name, line, texts.said(mark, self._lang))
            for name, sheet in sheets.items() for line, mark in sheet.marks
        ]  # fmt: skip
        return Imported(files, tuple(marks))

    def _without_contents(self, blocks: list[Block]) -> list[Block]:
        """Take the generated table of contents out; its words stand in a mark."""
        contents = [b for b in blocks if isinstance(b, Paragraph) and b.role == "toc"]
        said = " · ".join(" ".join(p.text.split()) for p in contents if p.text.strip())
        if said:
            self._top.append(("toc", said))
        return [b for b in blocks if not (isinstance(b, Paragraph) and b.role == "toc")]

    def _title(self, blocks: list[Block]) -> tuple[str, list[Block]]:
        """Return the title of the course, and the blocks that do not say it."""
        titles = [b for b in blocks if isinstance(b, Paragraph) and b.role == "title"]
        titles = [p for p in titles if p.text.strip()]
        for other in titles[1:]:
            other.role = ""
            other.marks.append(("title-extra", other.text))
        if titles:
            first = titles[0]
            rest: list[Block] = []
            for block in blocks:
                rest += _rest(first) if block is first else [block]
            return " ".join(first.text.split()), rest
        found = self._source.title or " ".join(re.sub(r"[-_]+", " ", self._stem).split())
        self._top.append(("title", found or texts.UNTITLED[self._lang]))
        return found or texts.UNTITLED[self._lang], blocks

    def _front(self, title: str, blocks: list[Block]) -> Sheet:
        sheet = Sheet(self._lang, [
            "---", f"id : {slug(self._name) or 'mon-cours'}", f"titre : {value(title)}",
            "version : 0.1.0", "langue : fr-CA", "réussite :", "  pages : toutes",
            "transmission : statut", "statut : ébauche", "---",
        ])  # fmt: skip
        self._fill(sheet, blocks)
        return sheet

    def _page(
        self, number: int, heading: Paragraph | None, body: list[Block], title: str
    ) -> tuple[str, Sheet]:
        """Return the name and the text of one capsule."""
        said = title if heading is None else " ".join(heading.text.split())
        shown = said or texts.UNTITLED[self._lang]
        identity = self._id(slug(shown) or f"page-{number}")
        sheet = Sheet(self._lang, ["---", f"titre : {value(shown)}", f"id : {identity}", "---"])
        if not said:
            sheet.mark(("empty-title", ""))
        self._fill(sheet, [*([] if heading is None else _rest(heading)), *body])
        return f"{number:02}-{identity[:50].strip('-')}.md", sheet

    def _fill(self, sheet: Sheet, blocks: list[Block]) -> None:
        sheet.blocks(with_questions(blocks))
        sheet.notes(self._source.notes)

    def _id(self, wanted: str) -> str:
        found, number = wanted, 1
        while found in self._taken:
            number += 1
            found = f"{wanted[:60]}-{number}"
        self._taken.add(found)
        return found

    def _leftovers(self, cover: Sheet, sheets: Iterable[Sheet], wanted: Counter[str]) -> None:
        """Write the words that stand in no file, if any: none is ever lost in silence."""
        have = Counter[str]()
        for sheet in sheets:
            have += tokens(sheet.text())
        lost = list((wanted - have).elements())
        for start in range(0, len(lost), SHOWN):
            cover.mark(("words", " ".join(lost[start : start + SHOWN])))


def _split(blocks: list[Block]) -> tuple[list[Block], list[tuple[Paragraph | None, list[Block]]]]:
    """Return what stands before the first « Titre 1 », and each with what follows it."""
    before: list[Block] = []
    pages: list[tuple[Paragraph | None, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.heading == 1 and not block.empty:
            pages.append((block, []))
        elif pages:
            pages[-1][1].append(block)
        else:
            before.append(block)
    return before, pages


def _rest(heading: Paragraph) -> list[Block]:
    """Return what a title holds beside its words: pictures, notes, marks."""
    kept = [p for p in heading.pieces if isinstance(p, Image)]
    calls = [p for p in heading.pieces if isinstance(p, Call)]
    marks = list(heading.marks)
    if calls:
        marks.append(("note-title", words(heading.pieces)))
    rest = Paragraph([*kept, *calls], marks=marks, after=heading.after)
    return [] if rest.empty else [rest]


__all__ = ["Imported", "check_free", "convert", "write"]
