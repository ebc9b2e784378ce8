"""Byte-identical ``.tar.gz`` files, for platforms that take no zip (Open edX Studio)."""

from __future__ import annotations

import gzip
import io
import tarfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from balise_builder.package.zip import check_names
from balise_builder.source.paths import disk_refuses

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_tar(files: Mapping[str, bytes | Path], path: Path, date: str) -> None:
    """Write ``files`` to ``path``, by name; mode 0644, nobody's, one date (POSIX ustar, gzip -9).

    :param files: contents by name, bytes or a file to copy.
    :param date: ISO date stamped on every entry; "" is 1980-01-01, as in a zip.
    :raises PackageError: a name that some platform would not accept, or the disk refuses.
    """
    check_names(files)
    stamp = int(datetime.fromisoformat(date or "1980-01-01").replace(tzinfo=UTC).timestamp())
    try:
        with (
            path.open("wb") as raw,
            gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive,
        ):
            for name in sorted(files):
                content = files[name]
                data = content if isinstance(content, bytes) else content.read_bytes()
                entry = tarfile.TarInfo(name)
                entry.size, entry.mtime, entry.mode = len(data), stamp, 0o644
                archive.addfile(entry, io.BytesIO(data))
    except OSError as problem:
        raise disk_refuses(path.parent, problem) from problem
