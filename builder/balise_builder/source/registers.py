"""Shared registers (``courses/_commun/*.yaml``): figures, law, help, vocabularies, with places.

YAML is composed, never constructed: every scalar is taken as the text that stands there, so that
a region code stays ``06`` and a year stays as printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from balise_builder.diagnostics import Collector, Diagnostic
from balise_builder.model import Figure, Label, Law, Registers, Span
from balise_builder.source.decode import decode, read_text
from balise_builder.source.entries import entries_of
from balise_builder.source.shapes import SHAPES

if TYPE_CHECKING:
    from pathlib import Path

BUILT_IN_AUDIENCES = {
    "hôtellerie": "hospitality",
    "police": "police",
    "correctionnel": "corrections",
    "poursuite": "prosecution",
    "santé": "health",
    "éducation": "education",
    "événement": "events",
    "intégration": "integration",
    "communautaire": "community",
    "tronc-commun": "common core",
}


def read_registers(folder: Path, prefix: str, collector: Collector) -> Registers:
    """Read the registers of ``folder``; a folder that does not exist gives empty ones.

    :param prefix: how the folder is named in findings, ``../_commun``.
    """
    fields: dict[str, Any] = {}
    present: set[str] = set()
    for name, shape in SHAPES.items():
        path = folder / name
        if not path.is_file():
            continue
        present.add(name)
        text = read_text(path, f"{prefix}/{name}", collector)
        if text is None:
            continue
        entries, found = _parsed(text.raw, text.file)
        collector.extend(found)
        fields[shape.target] = entries
    registers = Registers(**fields)
    if not registers.audiences:
        registers = replace(registers, audiences=_built_in())
    _check_references(registers, collector)
    return replace(registers, present=frozenset(present))


def _check_references(registers: Registers, collector: Collector) -> None:
    """Report sources, territories and audiences that entries name and that do not exist."""
    cited: list[Figure | Law] = [*registers.figures.values(), *registers.laws.values()]
    for entry in cited:
        if entry.source and entry.source not in registers.sources:
            collector.add("source-inconnue", entry.span, id=entry.id, source=entry.source)
    for resource in registers.resources.values():
        references: tuple[tuple[Mapping[str, Label], tuple[str, ...], str], ...] = (
            (registers.territories, resource.territories, "territoire-inconnu"),
            (registers.audiences, resource.audiences, "public-inconnu"),
        )
        for known, names, code in references:
            for name in names:
                if name not in known:
                    listed = ", ".join(known) or "—"
                    collector.add(code, resource.span, value=name, known=listed)


@lru_cache(maxsize=64)
def _parsed(raw: str, file: str) -> tuple[Mapping[str, Any] | tuple[Any, ...], list[Diagnostic]]:
    """Return the entries of a register and its findings; kept by content for live preview."""
    collector = Collector()
    text = decode(raw.encode(), file, collector)
    entries = entries_of(text, collector) if text else {}
    return entries, list(collector.sorted())


@lru_cache(maxsize=1)
def _built_in() -> Mapping[str, Label]:
    """Return the audiences that serve where there is no ``publics.yaml``."""
    span = Span.whole("publics.yaml")
    return {i: Label(span, i, i, english) for i, english in BUILT_IN_AUDIENCES.items()}
