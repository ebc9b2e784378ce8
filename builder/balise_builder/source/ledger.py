"""Which courses a saved file of ``_commun`` (or of another course) concerns: for live preview."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from balise_builder.source.paths import course_name
from balise_builder.source.uses import COMMON, changes, read_common, recording

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from balise_builder.source.uses import Common

NAME = COMMON.removeprefix("../")


class Ledger:
    """What each course was made from outside of its folder, and ``_commun`` as it was then.

    ``_commun`` is read before the first course that uses it: what is saved while they compile is a
    change too.
    """

    def __init__(self) -> None:
        self._uses: dict[Path, set[str]] = {}
        self._commons: dict[Path, Common] = {}

    @contextmanager
    def noting(self, folder: Path) -> Iterator[None]:
        """Note what the course in ``folder`` is made from; nothing is known when that fails."""
        self._uses.pop(folder, None)
        self._common(folder)
        with recording() as uses:
            yield
        self._uses[folder] = uses  # The same set: what is packed later goes on filling it.

    @contextmanager
    def noting_more(self, folder: Path) -> Iterator[None]:
        """Note what else the course is made from, in whatever thread."""
        with recording() as uses:
            yield
        if (known := self._uses.get(folder)) is not None:
            known |= uses

    def recall(self, folder: Path, uses: Collection[str] | None) -> None:
        """Take up what an earlier run noted; ``None``: it noted nothing."""
        self._common(folder)
        if uses is not None:
            self._uses[folder] = set(uses)

    def uses(self, folder: Path) -> frozenset[str] | None:
        """Return what is noted of a course; ``None`` when nothing is known."""
        found = self._uses.get(folder)
        return None if found is None else frozenset(found.copy())

    def forget(self, folder: Path) -> None:
        """Let go of a folder that is not there any more."""
        self._uses.pop(folder, None)

    def readers(self, folders: Iterable[Path], changed: Iterable[Path]) -> set[Path]:
        """Return the courses that ``changed`` concerns, their own files apart."""
        asked, paths = list(folders), list(changed)
        found: set[Path] = set()
        for parent in {folder.parent for folder in asked}:
            here = [folder for folder in asked if folder.parent == parent]
            names = {name for path in paths if (name := _name(path, parent))}
            common = {name for name in names if f"{name}/".startswith(f"{COMMON}/")}
            said = self._changes(parent, common) if common else frozenset()
            others = names - common
            found |= {f for f in here if said is None or self._concerns(f, said, others)}
        return found

    def _common(self, folder: Path) -> None:
        if folder.parent not in self._commons:
            try:
                self._commons[folder.parent] = read_common(folder.parent / NAME)
            except OSError:
                return  # A file left the disk under our eyes: the next change concerns everyone.

    def _changes(self, parent: Path, saved: Collection[str]) -> frozenset[str] | None:
        old = self._commons.pop(parent, None)
        try:
            new = self._commons[parent] = read_common(parent / NAME)
        except OSError:
            return None
        return None if old is None else changes(old, new, saved)

    def _concerns(self, folder: Path, said: Collection[str], others: Collection[str]) -> bool:
        uses = self.uses(folder)
        if uses is None:
            return True
        # A folder that comes or goes takes all that it holds with it.
        return not uses.isdisjoint(said) or any(
            used == name or used.startswith(f"{name}/") for name in others for used in uses
        )


def _name(path: Path, parent: Path) -> str:
    """Return a path as courses in ``parent`` name it; "" when it stands elsewhere."""
    common = parent / NAME
    for root, prefix in ((common, COMMON), (common.resolve(), COMMON), (parent, "..")):
        if path.is_relative_to(root):
            rest = path.relative_to(root).as_posix()
            return course_name(prefix if rest == "." else f"{prefix}/{rest}")
    return ""
