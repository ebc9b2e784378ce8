"""Small course folders written for a test, and what reading them finds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from balise_builder.diagnostics import Collector, Diagnostic
from balise_builder.source import Folder, read_folder

COURSE = """---
id : accueil
titre : Accueillir : agir sans nuire
version : 0.3.0
langue : fr-CA
---

Bonjour.
"""
CAPSULE = "---\ntitre : Notre rôle\nid : notre-role\n---\n\nTexte.\n"
TODAY = date(2026, 3, 31)


def write(folder: Path, **files: str | bytes) -> Path:
    """Write ``cours_md="…"`` as ``cours.md`` (``__`` is a folder) and return ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        put(folder, name.replace("__", "/").replace("_", "."), content)
    return folder


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write one file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(folder: Path) -> tuple[Folder, tuple[Diagnostic, ...]]:
    """Read a folder at a fixed date; return it with the findings."""
    collector = Collector()
    result = read_folder(folder, collector, today=TODAY)
    for found in collector.sorted():
        for lang in ("fr", "en"):
            assert found.message(lang).endswith((".", "?", "…", "!"))
            found.hint(lang)
    return result, collector.sorted()


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    """Return the codes in order."""
    return [d.code for d in found]


def places(found: tuple[Diagnostic, ...]) -> list[str]:
    """Return ``file:line:column code`` in order."""
    return [f"{d.span.file}:{d.span.line}:{d.span.column} {d.code}" for d in found]
