"""The library: every package of the scanned folders, grouped by course."""

from __future__ import annotations

import re
import secrets
import shutil
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_server.errors import BaliseError, why
from balise_server.packages.archive import Limits
from balise_server.packages.reading import extract, file_hash, read_package
from balise_server.packages.refusals import PackageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from balise_server.packages.package import Package, Target

ORDER: tuple[Target, ...] = ("scorm2004", "scorm12", "web")
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Course:
    """The packages of one course, in all its languages.

    Newest version first, then French, then in the order of :data:`ORDER`.
    """

    id: str
    packages: tuple[Package, ...]

    @property
    def newest(self) -> Package:
        """The package whose title, version and texts stand for the course."""
        return self.packages[0]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the newest version, as packages name them: ``fr-CA``, ``en-CA``."""
        same = (p.spoken for p in self.packages if p.version == self.newest.version)
        return tuple(dict.fromkeys(same))

    def in_language(self, wanted: str) -> Package:
        """Return the newest package in a language (its first subtag counts), else the newest."""
        first = primary(wanted)
        found = (p for p in self.packages if p.version == self.newest.version)
        return next((p for p in found if primary(p.spoken) == first), self.newest)

    def for_target(self, target: Target) -> Package | None:
        """Return the newest package for ``target``."""
        return next((p for p in self.packages if p.target == target), None)


class Library:
    """Reads folders of zips when asked, only those that changed. Safe among threads."""

    def __init__(
        self, folders: Iterable[Path], dropped: Path, extracted: Path, limits: Limits | None = None
    ) -> None:
        self.folders = (*folders, dropped)
        self.dropped = dropped
        self.extracted = extracted
        self.limits = limits or Limits()
        self._lock = threading.Lock()
        self._read: dict[Path, tuple[Stamp, Package | PackageError]] = {}
        self._packages: Mapping[str, Package] = {}

    def refresh(self) -> None:
        """Read the zips that are new or have changed since the last time."""
        with self._lock:
            found: dict[Path, tuple[Stamp, Package | PackageError]] = {}
            for path in self._zips():
                try:
                    status = path.stat()
                except OSError:
                    continue
                stamp = (status.st_mtime_ns, status.st_size)
                known = self._read.get(path)
                found[path] = known if known and known[0] == stamp else (stamp, self._open(path))
            self._read = found
            self._packages = {p.id: p for _, p in found.values() if not isinstance(p, PackageError)}

    @property
    def refused(self) -> list[tuple[Path, PackageError]]:
        """The zips of the folders that are not taken in, each with its reason."""
        self.refresh()
        return [(path, r) for path, (_, r) in self._read.items() if isinstance(r, PackageError)]

    def courses(self) -> list[Course]:
        """Return the courses by title."""
        self.refresh()
        groups: dict[str, list[Package]] = {}
        for package in self._packages.values():
            groups.setdefault(package.course_id, []).append(package)
        courses = [Course(id, tuple(sorted(ps, key=_newest))) for id, ps in groups.items()]
        return sorted(courses, key=lambda course: (course.newest.title.casefold(), course.id))

    def course(self, course_id: str) -> Course:
        """Return one course.

        :raises BaliseError: ``unknown-package``.
        """
        found = next((c for c in self.courses() if c.id == course_id), None)
        if found is None:
            raise BaliseError("unknown-package")
        return found

    def package(self, package_id: str) -> Package:
        """Return one package; the folders are read again only when it is not known.

        :raises BaliseError: ``unknown-package``.
        """
        if package_id not in self._packages:
            self.refresh()
        try:
            return self._packages[package_id]
        except KeyError:
            raise BaliseError("unknown-package") from None

    def folder(self, package: Package) -> Path:
        """Return the folder with the package's own files, extracted the first time.

        :raises PackageError: the zip is damaged or swells.
        :raises BaliseError: ``unknown-package``: it was deleted since its folder was read.
        """
        if not package.path.is_file() and not (self.extracted / package.id).is_dir():
            raise BaliseError("unknown-package")
        return extract(package, self.extracted, self.limits)

    def add(self, file: Path | BinaryIO, name: str) -> Package:
        """Take in a zip (every file of it is read and checked) and return its package.

        :param file: a path, or a binary stream read once; ``name`` is what the person calls it.
        :raises PackageError: the reason; nothing is kept.
        """
        self.dropped.mkdir(parents=True, exist_ok=True)
        draft = self.dropped / f".{secrets.token_hex(8)}" / _safe_name(name)
        draft.parent.mkdir()
        try:
            self._copy(file, draft, name)
            package = read_package(draft, self.limits)
            extract(package, self.extracted, self.limits)
            place = self.dropped / f"{package.id}-{draft.name}"
            draft.replace(place)
        except PackageError as error:
            if error.details.get("file") == draft.name:  # Said in the person's words.
                error.details["file"] = name
            raise
        finally:
            shutil.rmtree(draft.parent, ignore_errors=True)
        self.refresh()
        return self.package(package.id)

    def _copy(self, file: Path | BinaryIO, draft: Path, name: str) -> None:
        done = 0
        try:
            source = file.open("rb") if hasattr(file, "open") else file
            with source, draft.open("xb") as target:
                while chunk := source.read(1 << 20):
                    done += len(chunk)
                    if done > self.limits.total:
                        limit = self.limits.total >> 20
                        raise PackageError("package-too-large", file=name, limit=limit)
                    target.write(chunk)
        except OSError as error:
            raise PackageError("package-unreadable", file=name, **why(error)) from None

    def _zips(self) -> list[Path]:
        found: set[Path] = set()
        for folder in self.folders:
            if folder.is_dir():
                found.update(p for p in folder.glob("*.zip") if not p.name.startswith("."))
        return sorted(found)

    def _open(self, path: Path) -> Package | PackageError:
        try:
            return read_package(path, self.limits)
        except PackageError as refusal:
            return refusal
        except OSError as error:
            return PackageError("package-unreadable", file=path.name, **why(error))


def primary(language: str) -> str:
    """Return the first subtag of a language (BCP 47): ``en`` for ``en-CA``."""
    return language.partition("-")[0].lower()


def _newest(package: Package) -> tuple[tuple[int, ...], bool, str, int, str]:
    numbers = tuple(-int(n) for n in re.findall(r"\d+", package.version)[:4])
    # A translation never stands for its source, whatever the hashes of both.
    translated = primary(package.spoken) not in ("", "fr")
    language = package.spoken if translated else ""
    return (numbers, translated, language, ORDER.index(package.target), package.id)


def _safe_name(name: str) -> str:
    bare = name.replace("\\", "/").rpartition("/")[2].removesuffix(".zip")
    return (re.sub(r"[^\w.-]+", "-", bare)[:80].strip("-.") or "paquet") + ".zip"


__all__ = ["Course", "Library", "file_hash", "primary"]
