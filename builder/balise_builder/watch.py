"""Rebuilding a course while it is written: only what changed, and never a half-made version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.build import Built, build
from balise_builder.errors import BaliseError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from balise_builder.config import Options


@dataclass(frozen=True, slots=True)
class Version:
    """The state of a course after a rebuild."""

    number: int
    """Counts the rebuilds, from 1."""
    built: Built | None
    """What the last rebuild gave; ``None`` when it was stopped by :attr:`problem`."""
    good: Built | None
    """The last rebuild that gave packages; it stays served while the text has errors."""
    problem: BaliseError | None = None
    """What stopped the rebuild (no folder, disk, missing part)."""

    @property
    def stale(self) -> bool:
        """Whether what is served is older than the text."""
        return self.good is not self.built


class Incremental:
    """Builds one course again and again, keeping what has not changed between two builds.

    Parsed files and registers are kept by their content (``markdown.parse``, ``source``), typeset
    texts too; schemas and the player for the life of the process. Not safe for two threads at
    once: call :meth:`rebuild` from one.
    """

    def __init__(self, folder: Path, options: Options) -> None:
        """Watch the course in ``folder``; nothing is built before the first :meth:`rebuild`."""
        self.folder = folder
        self.options = options
        self.version = Version(0, None, None)

    def concerns(self, changed: Iterable[Path]) -> bool:
        """Return whether one of the ``changed`` paths can alter the course.

        Packages, hidden files (drafts of editors and of the build) and backups cannot.
        """
        folder = self.folder.resolve()
        common = folder.parent / "_commun"
        out = self.options.out.resolve()
        for path in changed:
            if path.name.startswith(".") or path.name.endswith("~") or path.is_relative_to(out):
                continue
            if path.is_relative_to(folder) or path.is_relative_to(common):
                return True
        return False

    def rebuild(self) -> Version:
        """Build the course as it is on disk now and return the new version.

        Never raises :class:`~balise_builder.errors.BaliseError`: it stands in the version.
        """
        good = self.version.good
        built: Built | None = None
        problem: BaliseError | None = None
        try:
            built = build(self.folder, self.options)
        except BaliseError as error:
            problem = error
        if built is not None and built.packages:
            good = built
        self.version = Version(self.version.number + 1, built, good, problem)
        return self.version
