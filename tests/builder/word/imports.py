"""Importing a document made in a test."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.diagnostics import Severity
from balise_builder.word.folder import Imported, convert, write
from tests.builder.word import documents


def imported(document: Document, folder: Path, lang: str = "fr") -> Imported:
    return convert(documents.save(document, folder), "cours", lang)


def page(found: Imported, number: int = 1) -> str:
    """Return the text of a capsule, its front matter left out."""
    name = sorted(n for n in found.files if n.endswith(".md") and n != "cours.md")[number - 1]
    return found.files[name].decode().split("---\n", 2)[2].strip()


def cover(found: Imported) -> str:
    return found.files["cours.md"].decode()


def marked(found: Imported) -> str:
    return "\n".join(text for _, _, text in found.marks)


def errors(found: Imported, folder: Path) -> list[str]:
    """Write the course and return the errors that its check gives."""
    write(found, folder / "cours")
    loaded = load(folder / "cours", Options())
    return [d.message() for d in loaded.diagnostics if d.severity is Severity.ERROR]


def marks_stand(found: Imported) -> bool:
    """Return whether each mark is on the line that the list names."""
    begins = ("> À vérifier : ", "> To check: ")
    return all(
        found.files[name].decode().split("\n")[line - 1].startswith(begins)
        for name, line, _ in found.marks
    )
