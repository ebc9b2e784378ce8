"""What a preview remembers of a course between two runs, so that the second starts at once.

Kept beside the packages: a mark of everything the course was made from, its findings, the names of
its packages. A course whose mark is the same is taken up again instead of being compiled.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from balise_server.live.findings import Finding
from balise_server.live.workshop import COMMON, Draft

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Memory:
    """The folder of what is remembered, and the folder of the packages."""

    notes: Path
    packages: Path

    def keep(self, slug: str, mark: str, draft: Draft, packages: list[str]) -> None:
        """Remember ``draft``; ``packages`` are file names, the ``web`` one last."""
        self.notes.mkdir(parents=True, exist_ok=True)
        note = {
            "mark": mark,
            "course_id": draft.course_id,
            "title": draft.title,
            "findings": [finding.dump() for finding in draft.findings],
            "packages": packages,
            "maps": draft.maps,
            "uses": sorted(draft.uses) if draft.uses is not None else None,
        }
        place = self.notes / f"{slug}.json"
        half = place.with_suffix(".part")
        half.write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")
        half.replace(place)

    def packages_of(self, slug: str) -> list[str]:
        """Return the file names of the packages remembered for ``slug``."""
        return list((self._note(slug) or {}).get("packages", ()))

    def recall(self, slug: str, mark: str) -> Draft | None:
        """Return what is remembered when nothing has changed since, otherwise ``None``."""
        note = self._note(slug)
        if note is None or note.get("mark") != mark:
            return None
        try:
            paths = [self.packages / name for name in note["packages"]]
            if not paths or not all(path.is_file() for path in paths):
                return None
            with zipfile.ZipFile(paths[-1]) as archive:
                files = {name: archive.read(name) for name in archive.namelist()}
            findings = tuple(Finding(**one) for one in note["findings"])
            maps = tuple((title, html) for title, html in note["maps"])
            uses = None if note["uses"] is None else frozenset(note["uses"])
            return Draft(note["course_id"], note["title"], files, findings, maps, uses)
        except (KeyError, TypeError, ValueError, OSError, zipfile.BadZipFile):
            return None

    def forget(self, slug: str) -> None:
        """Remove what is remembered of ``slug`` and its packages."""
        self.discard(self.packages_of(slug))
        (self.notes / f"{slug}.json").unlink(missing_ok=True)

    def discard(self, packages: list[str]) -> None:
        """Remove packages from the library."""
        for name in packages:
            (self.packages / name).unlink(missing_ok=True)

    def _note(self, slug: str) -> dict[str, Any] | None:
        try:
            note = json.loads((self.notes / f"{slug}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return note if isinstance(note, dict) else None


def mark_of(folder: Path, *more: str) -> str:
    """Return a mark of all files of a course and of the shared registers, by name, size and time.

    :param more: what else the result depends on (versions, the day).
    """
    digest = sha256("\0".join(more).encode())
    for root in (folder, folder.parent / COMMON):
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                status = path.stat()
                line = f"{path.relative_to(root.parent)}\0{status.st_size}\0{status.st_mtime_ns}\n"
                digest.update(line.encode())
    return digest.hexdigest()
