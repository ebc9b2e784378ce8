"""Open a zip of unknown origin without trusting anything it says about itself."""

from __future__ import annotations

import stat
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from balise_server.errors import why
from balise_server.packages.refusals import PackageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MIB = 1024 * 1024
CHUNK = 64 * 1024
ENCRYPTED = 0x1 | 0x40
UTF8 = 0x800
FORBIDDEN = set('\\:*?"<>|')
END = b"PK\x05\x06"
END64 = b"PK\x06\x06"
LOCATOR64 = b"PK\x06\x07"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one package may cost: files, bytes once opened, and bytes per byte of one file."""

    files: int = 10_000
    total: int = 1024 * MIB
    ratio: int = 200
    ratio_from: int = 10 * MIB
    """Below this size a file may be as compressible as it likes."""


class Archive:
    """A zip whose table of contents has passed every check. Close it, or use it in ``with``."""

    def __init__(self, path: Path, limits: Limits | None = None) -> None:
        """Open and check the table of contents; nothing is decompressed yet.

        :raises PackageError: with the one first reason found.
        """
        self.path = path
        self.file = path.name
        self.limits = limits or Limits()
        try:
            self._check_directory_size()
            self._zip = zipfile.ZipFile(path)
        except UnicodeDecodeError as error:
            name = error.object.decode("latin-1")
            raise PackageError("package-name-encoding", file=self.file, name=name) from None
        except (zipfile.BadZipFile, struct.error, EOFError, ValueError, NotImplementedError):
            raise PackageError("package-not-zip", file=self.file) from None
        except OSError as error:
            raise PackageError("package-unreadable", file=self.file, **why(error)) from None
        try:
            self.names: Mapping[str, zipfile.ZipInfo] = self._checked()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def read(self, name: str, limit: int = 16 * MIB) -> bytes:
        """Return the bytes of the file ``name``, at most ``limit`` of them.

        :raises PackageError: too large, damaged.
        """
        if self.names[name].file_size > limit:
            raise PackageError("package-too-large", file=self.file, limit=limit // MIB)
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """Give the bytes of the file ``name``; the ratio is watched while reading.

        :raises PackageError: bomb, damaged.
        """
        info, done = self.names[name], 0
        try:
            with self._zip.open(info) as file:
                while chunk := file.read(CHUNK):
                    done += len(chunk)
                    if done > info.file_size or self._swells(done, info.compress_size):
                        raise PackageError("package-bomb", file=self.file, name=name)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError):
            raise PackageError("package-damaged", file=self.file, name=name) from None
        if done != info.file_size:
            raise PackageError("package-damaged", file=self.file, name=name)

    def _check_directory_size(self) -> None:
        """Refuse a huge table of contents before :mod:`zipfile` builds an object per line."""
        size = self.path.stat().st_size
        with self.path.open("rb") as file:
            file.seek(max(0, size - 65_557))
            tail = file.read()
        at = tail.rfind(END)
        if at < 0:
            raise zipfile.BadZipFile
        count, directory = struct.unpack("<HI", tail[at + 10 : at + 16])
        if at >= 20 and tail[at - 20 : at - 16] == LOCATOR64:
            (offset,) = struct.unpack("<Q", tail[at - 12 : at - 4])
            if offset > size:
                raise zipfile.BadZipFile
            with self.path.open("rb") as file:
                file.seek(offset)
                record = file.read(56)
            if record[:4] != END64:
                raise zipfile.BadZipFile
            count, directory = struct.unpack("<QQ", record[32:48])
        if count > self.limits.files or directory > self.limits.files * 1024:
            raise PackageError("package-too-many-files", file=self.file, limit=self.limits.files)

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > self.limits.files:
            raise PackageError("package-too-many-files", file=self.file, limit=self.limits.files)
        total = 0
        names: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            name = self._name(info)
            self._check_kind(info, name)
            if name.endswith("/"):
                continue
            total += info.file_size
            if total > self.limits.total:
                limit = self.limits.total // MIB
                raise PackageError("package-too-large", file=self.file, limit=limit)
            if self._swells(info.file_size, info.compress_size):
                raise PackageError("package-bomb", file=self.file, name=name)
            if name in names:
                raise PackageError("package-duplicate", file=self.file, name=name, other=name)
            names[name] = info
        self._check_overlap(infos)
        self._check_collisions(names)
        return names

    def _name(self, info: zipfile.ZipInfo) -> str:
        """Return the entry's name, safe on any file system and inside the folder."""
        name = info.orig_filename
        if not info.flag_bits & UTF8 and not name.isascii():
            # Without the flag the standard says code page 437; Macs write UTF-8 there.
            try:
                name = name.encode("cp437").decode("utf-8")
            except UnicodeError:
                raise PackageError("package-name-encoding", file=self.file, name=name) from None
        bare = name.removesuffix("/")
        parts = bare.split("/")
        if (
            not bare
            or len(name) > 1000
            or any(c in FORBIDDEN or unicodedata.category(c) == "Cc" for c in name)
            or any(p in ("", ".", "..") or len(p.encode()) > 255 for p in parts)
            or any(p != p.rstrip(" .") for p in parts)
        ):
            raise PackageError("package-unsafe-name", file=self.file, name=_shown(name))
        return name

    def _check_kind(self, info: zipfile.ZipInfo, name: str) -> None:
        if info.flag_bits & ENCRYPTED:
            raise PackageError("package-encrypted", file=self.file, name=name)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise PackageError("package-compression", file=self.file, name=name)
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise PackageError("package-link", file=self.file, name=name)

    def _check_overlap(self, infos: list[zipfile.ZipInfo]) -> None:
        """Refuse entries that share bytes: a small file can then hold terabytes."""
        placed = sorted(infos, key=lambda info: info.header_offset)
        for one, after in pairwise(placed):
            if one.header_offset + 30 + one.compress_size > after.header_offset:
                raise PackageError("package-bomb", file=self.file, name=_shown(one.filename))

    def _check_collisions(self, names: Mapping[str, object]) -> None:
        """Refuse names that differ by case or accents' form only, and a file used as a folder."""
        seen: dict[str, str] = {}
        for name in names:
            folded = _folded(name)
            if folded in seen:
                other = seen[folded]
                raise PackageError("package-duplicate", file=self.file, name=name, other=other)
            seen[folded] = name
        for name in names:
            parent = _folded(name).rpartition("/")[0]
            while parent:
                if parent in seen:
                    other = seen[parent]
                    raise PackageError("package-duplicate", file=self.file, name=name, other=other)
                parent = parent.rpartition("/")[0]

    def _swells(self, size: int, compressed: int) -> bool:
        limits = self.limits
        return size > limits.ratio_from and size > limits.ratio * max(1, compressed)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name[:120])
