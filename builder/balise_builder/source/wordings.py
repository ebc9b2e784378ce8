"""Registers in another language (``_commun/en/*.yaml``): the same ids, other words.

Numbers, sources, dates and whom a resource is for stay those of the source: only words are read.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from balise_builder.diagnostics import Collector, Diagnostic
from balise_builder.model import Registers, Span, Wording
from balise_builder.source.decode import decode, read_text
from balise_builder.source.entries import entries_of
from balise_builder.source.shapes import SHAPES, Shape
from balise_builder.source.uses import by_entry, plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

WORDS: Mapping[str, tuple[str, ...]] = {
    "droit.yaml": ("statement", "law", "article"),
    "chiffres.yaml": ("value", "year"),
    "ressources.yaml": ("name", "chat", "site", "hours", "languages", "description"),
    "idees.yaml": ("idea", "reality"),
    "variables.yaml": (),
}
"""The attributes of an entry that are words; a variable is nothing else."""
CHECKED = ("checked_on", "checked_by")
SOURCE = "../_commun"


def wording_text(register: str, entry: Any) -> str:
    """Return the words of an entry, or of what translates it, as one text to compare."""
    if isinstance(entry, str):
        return entry
    names = next(WORDS[file] for file in WORDS if SHAPES[file].target == register)
    if isinstance(entry, Wording):
        return " ".join(filter(None, map(entry.words.get, names or ("text",))))
    return " ".join(filter(None, (getattr(entry, name) for name in names)))


def file_of(register: str) -> str:
    """Return the file of a register: ``droit.yaml`` for ``laws``."""
    return next(file for file in WORDS if SHAPES[file].target == register)


def in_words(
    registers: Registers, folder: Path, prefix: str, language: str, collector: Collector
) -> Registers:
    """Return ``registers`` in the words of the files of ``folder`` (``_commun/en``).

    :param prefix: how the folder is named in findings, ``../_commun/en``.
    :param language: that of the source, in which stands whatever has no other words.
    """
    fields: dict[str, Any] = {}
    wordings: dict[str, Mapping[str, Wording]] = {}
    for name in WORDS:
        path = folder / name
        text = read_text(path, f"{prefix}/{name}", collector) if path.is_file() else None
        if text is None:
            continue
        found, problems = _parsed(text.raw, text.file)
        collector.extend(problems)
        register = SHAPES[name].target
        source: Mapping[str, Any] = plain(getattr(registers, register))
        for wording in found.values():
            if wording.id not in source:
                collector.add("traduction-sans-entree", wording.span, id=wording.id, register=name)
        kept = {key: one for key, one in found.items() if key in source and _is_whole(one, name)}
        said = {
            key: _said(entry, kept[key]) if key in kept else entry for key, entry in source.items()
        }
        names = (f"{SOURCE}/{name}", f"{prefix}/{name}")
        wordings[register], fields[register] = by_entry(kept, *names), by_entry(said, *names)
    return replace(registers, **fields, wordings=wordings, source_language=language)


def _is_whole(wording: Wording, file: str) -> bool:
    """Return whether nothing that must be said is missing: half an entry is no translation."""
    shape = _shape(file)
    needed = [field.attribute for field in shape.fields if field.required] or ["text"]
    return all(wording.words.get(name) for name in needed)


def _said(entry: Any, wording: Wording) -> Any:
    if isinstance(entry, str):
        return wording.words["text"]
    return replace(entry, **{name: text for name, text in wording.words.items() if text})


@lru_cache(maxsize=32)
def _parsed(raw: str, file: str) -> tuple[Mapping[str, Wording], list[Diagnostic]]:
    """Return the entries of a file and its findings; kept by content for live preview."""
    collector = Collector()
    text = decode(raw.encode(), file, collector)
    shape = _shape(file.rpartition("/")[2])
    entries = entries_of(text, collector, shape) if text else {}
    assert not isinstance(entries, tuple)
    return entries, list(collector.sorted())


@lru_cache(maxsize=8)
def _shape(file: str) -> Shape:
    """Return what an entry of a translated register must and may say: the words, who checked."""
    source, names = SHAPES[file], WORDS[file]
    allowed = (*names, *CHECKED)
    fields = tuple(field for field in source.fields if field.attribute in allowed)
    return Shape(source.target, _wording, fields)


def _wording(
    span: Span, id: str, checked_on: date | None = None, checked_by: str = "", **words: str
) -> Wording:
    return Wording(span, id, words, checked_on, checked_by)
