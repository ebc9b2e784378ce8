"""Pages that courses share: ``_commun/pages/*.md``, put in place by ``::: commun {page=nom}``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from balise_builder.model import Span
from balise_builder.source.decode import read_text
from balise_builder.source.folding import fold
from balise_builder.source.paths import course_name, is_hidden, link_problem
from balise_builder.source.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from balise_builder.diagnostics import Collector

FOLDER = "pages"
PREFIX = "../_commun/pages/"
"""How findings and courses name the folder."""


def is_shared(file: str) -> bool:
    """Return whether a file, as spans name it, is a page that courses share."""
    return file.startswith(PREFIX)


def shared_key(name: str) -> str:
    """Return the key of a page: its name without accents, capitals and ``.md``."""
    return fold(name).removesuffix(".md")


def read_shared(folder: Path, collector: Collector) -> dict[str, SourceText]:
    """Read the Markdown files of ``folder`` (none when there is no such folder), by their key.

    Reports what cannot be decoded, links that leave the folder, names that cannot be told apart.
    """
    found: dict[str, SourceText] = {}
    try:
        with os.scandir(folder) as listing:
            names = sorted(entry.name for entry in listing)
    except OSError:
        return found
    for name in names:
        if is_hidden(name) or not fold(name).endswith(".md"):
            continue
        path, file = folder / name, PREFIX + course_name(name)
        problem = link_problem(path, folder.resolve()) if path.is_symlink() else None
        other = found.get(shared_key(course_name(name)))
        if problem is not None:
            collector.add(problem, Span.whole(file), name=file)
        elif other is not None:
            collector.add("noms-confondus", Span.whole(file), name=file, other=other.file)
        elif (text := read_text(path, file, collector)) is not None:
            found[shared_key(course_name(name))] = text
    return found


def in_language(
    shared: Mapping[str, SourceText | None], translated: Mapping[str, SourceText]
) -> dict[str, SourceText | None]:
    """Return the pages of a translation: ``None`` for those that nobody has translated.

    From ``_commun/en/pages`` the shared media are one folder further: their path is made that of
    the source, of the same length, so that columns stay those of the file.
    """

    def same(page: SourceText) -> SourceText:
        raw = page.raw.replace("../../media/", ".//../media/")
        return SourceText.of(page.file, raw, bom=page.bom)

    return {key: same(translated[key]) if key in translated else None for key in shared}
