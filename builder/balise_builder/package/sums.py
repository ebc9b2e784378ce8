"""``SHA256SUMS``: the packages, as ``sha256sum -c`` reads them, and the files in them."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from typing import TYPE_CHECKING

from balise_builder.package.zip import ordered

if TYPE_CHECKING:
    from pathlib import Path

FILE = "SHA256SUMS"


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def section(package: Path, name: str) -> str:
    """Return the lines of one package: its own, then one a file in it, as comments.

    :param name: the package's name in the folder (``package`` may still be a temporary file).
    """
    lines = [f"{digest(package)}  {name}\n"]
    if not zipfile.is_zipfile(package):
        with tarfile.open(package) as tar:
            return "".join(lines + [_tar_line(tar, entry) for entry in tar.getmembers()])
    with zipfile.ZipFile(package) as archive:
        lines += [
            f"#   {_digest_entry(archive, entry)}  {entry}\n"
            for entry in ordered(archive.namelist())
        ]
    return "".join(lines)


def _tar_line(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> str:
    file = tar.extractfile(entry)
    assert file is not None
    return f"#   {hashlib.sha256(file.read()).hexdigest()}  {entry.name}\n"


def _digest_entry(archive: zipfile.ZipFile, name: str) -> str:
    total = hashlib.sha256()
    with archive.open(name) as file:
        while piece := file.read(1 << 20):
            total.update(piece)
    return total.hexdigest()


def merge(folder: Path, sections: dict[str, str]) -> str:
    """Return the new text of SHA256SUMS: ``sections`` and what already stood there.

    Packages that are no longer in the folder are left out; the order is that of the names.
    """
    known = {name: text for name, text in _read(folder / FILE).items() if (folder / name).is_file()}
    known.update(sections)
    return "".join(known[name] for name in sorted(known))


def _read(path: Path) -> dict[str, str]:
    sections: dict[str, str] = {}
    name = ""
    try:
        lines = path.read_text(encoding="ascii").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError):
        return {}
    for line in lines:
        if not line.startswith("#"):
            name = line.rstrip("\n").partition("  ")[2]
        sections[name] = sections.get(name, "") + line
    return sections
