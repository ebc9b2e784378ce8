"""What can be made of a course: a target is a name and the files of its package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.targets import guide, library, olx, scorm, web

if TYPE_CHECKING:
    from balise_builder.diagnostics import Diagnostic
    from balise_builder.model import Course
    from balise_builder.render import Content, Document


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of package."""

    name: str
    """On the command line, in file names and as the player's runtime."""
    files: Callable[[Course, Document], Mapping[str, Content]]
    """Every file of the package by name: its bytes, or the file on disk to copy."""
    suspend_limit: int | None
    """Most characters of suspend data; ``None``: the course's own ``limite-suspend``."""
    played: bool = True
    """Whether a learner plays it; otherwise it is for the pair that gives the session."""
    beside: bool = True
    """Whether the follow-up and the boosters get packages of this kind too."""
    archive: str = "zip"
    """``zip``, or ``tar.gz`` where the platform takes only that."""
    notes: Callable[[Course], Iterable[Diagnostic]] | None = None
    """What it does otherwise than the other targets, for this course."""
    formats: Callable[[Mapping[str, Content], Iterable[str]], Mapping[str, Content]] | None = None
    """Its files in the other formats that are asked for (``pdf``, ``docx``)."""


TARGETS: Mapping[str, Target] = {
    target.name: target
    for target in (
        Target("scorm12", scorm.files_12, suspend_limit=4000),
        Target("scorm2004", scorm.files_2004, suspend_limit=None),
        Target("web", web.files, suspend_limit=None),
        Target("scorm2004-3", scorm.files_2004_3, suspend_limit=None),
        Target(
            "olx", olx.files, suspend_limit=None, played=False, archive="tar.gz", notes=olx.notes
        ),
        Target(
            "olx-balise",
            olx.block_files,
            suspend_limit=None,
            played=False,
            archive="tar.gz",
            notes=olx.needs,
        ),
        Target(
            "library",
            library.files,
            suspend_limit=None,
            played=False,
            beside=False,
            notes=library.notes,
        ),
        Target(
            "library-balise",
            library.block_files,
            suspend_limit=None,
            played=False,
            beside=False,
            notes=olx.needs,
        ),
        Target(
            "guide",
            guide.files,
            suspend_limit=None,
            played=False,
            beside=False,
            formats=guide.formats,
        ),
    )
}

__all__ = ["TARGETS", "Target"]
