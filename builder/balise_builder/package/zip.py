"""Byte-identical zip files: the same names and contents and date give the same bytes."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from balise_builder.errors import PackageError
from balise_builder.source.paths import disk_refuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FIRST = "imsmanifest.xml"
ALLOWED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-")
_EARLIEST = (1980, 1, 1)
_COMPRESSED = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".mp4", ".mp3", ".zip", ".pdf", ".woff2")


def write_zip(files: Mapping[str, bytes | Path], path: Path, date: str) -> None:
    """Write ``files`` to ``path``: the manifest first, then by name; mode 0644; no extra fields.

    Deflate at level 9, stored for what is already compressed; no directory entries, no comment
    (PKWARE APPNOTE 4.3; IMS CP 1.1.4, 3.1).

    :param files: contents by name, bytes or a file to copy.
    :param date: ISO date stamped on every entry; "" is the earliest that a zip can hold.
    :raises PackageError: a name that some platform would not accept, or the disk refuses.
    """
    check_names(files)
    stamp = _stamp(date)
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name in ordered(files):
                _write(archive, name, files[name], stamp)
    except OSError as problem:
        raise disk_refuses(path.parent, problem) from problem


def ordered(names: Iterable[str]) -> list[str]:
    """Return ``names`` in the order of the archive."""
    return sorted(names, key=lambda name: (name != FIRST, name))


def check_names(names: Iterable[str]) -> None:
    """Refuse names that are not relative, plain ASCII and distinct whatever the case.

    :raises PackageError: naming the file.
    """
    seen: dict[str, str] = {}
    for name in names:
        parts = name.split("/")
        if not set(name) <= ALLOWED or any(part in ("", ".", "..") for part in parts):
            raise PackageError(
                f"Le nom « {name} » ne convient pas dans un paquet : lettres sans accents,"
                " chiffres, point, tiret et trait de soulignement seulement.",
                f"The name “{name}” does not suit a package: plain letters, digits, dot, hyphen"
                " and underscore only.",
            )
        other = seen.setdefault(name.lower(), name)
        if other != name:
            raise PackageError(
                f"« {other} » et « {name} » ne diffèrent que par la casse.",
                f"“{other}” and “{name}” differ by case only.",
            )


def _stamp(date: str) -> tuple[int, int, int]:
    if not date:
        return _EARLIEST
    year, month, day = (int(part) for part in date.split("-"))
    return max((year, month, day), _EARLIEST)


def _write(
    archive: zipfile.ZipFile, name: str, content: bytes | Path, stamp: tuple[int, int, int]
) -> None:
    entry = zipfile.ZipInfo(name, (*stamp, 0, 0, 0))
    entry.create_system = 3  # Unix on every system, otherwise Windows would differ.
    entry.external_attr = 0o100644 << 16
    stored = name.lower().endswith(_COMPRESSED)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    if isinstance(content, Path) and stored:
        # Videos are copied piece by piece; the size in advance, or zip64 fields appear.
        entry.file_size = content.stat().st_size
        with content.open("rb") as source, archive.open(entry, "w") as target:
            shutil.copyfileobj(source, target, 1 << 20)
        return
    data = content.read_bytes() if isinstance(content, Path) else content
    archive.writestr(entry, data, compresslevel=None if stored else 9)
