"""Whether any platform would take a package: the zip, its manifest, its document.

XSD validity is necessary and far from sufficient (wildcards of imscp_v1p1.xsd are lax), so the
rules that schemas cannot express are checked one by one.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Collector
from balise_builder.editions import COURSE_FILE, LAUNCH, MANIFEST
from balise_builder.model import Span
from balise_builder.package.contents import check_document
from balise_builder.package.rules import check_manifest
from balise_builder.package.zip import ALLOWED

if TYPE_CHECKING:
    from pathlib import Path

    from balise_builder.diagnostics import Diagnostic

_PLAIN_FLAGS = 0x0006 | 0x0800
"""Deflate's speed hints and "names in UTF-8"; not encryption, not a data descriptor."""
_MANIFEST_LIMIT = 4 * 1024 * 1024


def validate(path: Path, *, scorm: bool | None = None) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a package; empty when nothing is.

    :param scorm: whether a manifest must be there; by default any package that has none is taken
        for one of the ``web`` target.
    """
    found = Collector()
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive, found, scorm)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as problem:
        found.add("paquet-illisible", Span.whole(path.name), detail=str(problem))
    return found.sorted()


def _check(archive: zipfile.ZipFile, found: Collector, scorm: bool | None) -> None:
    names = _check_entries(archive, found)
    if scorm is None:
        scorm = MANIFEST in names
    if scorm and MANIFEST not in names:
        found.add("paquet-fichier-absent", Span.whole(MANIFEST), name=MANIFEST)
    elif scorm:
        if archive.getinfo(MANIFEST).file_size > _MANIFEST_LIMIT:
            found.add("manifeste-illisible", Span.whole(MANIFEST), detail="> 4 Mo / MB")
            return
        check_manifest(archive.read(MANIFEST), names, found)
    if LAUNCH not in names:
        found.add("paquet-fichier-absent", Span.whole(LAUNCH), name=LAUNCH)
    else:
        data = archive.read(COURSE_FILE) if COURSE_FILE in names else None
        check_document(archive.read(LAUNCH), data, names, found)


def _check_entries(archive: zipfile.ZipFile, found: Collector) -> frozenset[str]:
    """Check that entries are plain (APPNOTE 4.4) with names that every system can hold."""
    seen: set[str] = set()
    for entry in archive.infolist():
        name = entry.filename
        span = Span.whole(name)
        parts = name.split("/")
        if not set(name) <= ALLOWED or any(part in ("", ".", "..") for part in parts):
            found.add("paquet-nom-refuse", span, name=name)
        if name.lower() in seen:
            found.add("paquet-nom-double", span, name=name)
        seen.add(name.lower())
        special = entry.external_attr >> 28 not in (0, 0o10)
        if (
            entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
            or entry.flag_bits & ~_PLAIN_FLAGS
            or entry.extra
            or special
        ):
            found.add("paquet-entree-refusee", span, name=name)
    return frozenset(archive.namelist())
