"""One package, as its files describe it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Target = Literal["scorm12", "scorm2004", "web"]


@dataclass(frozen=True, slots=True)
class Item:
    """One launchable item of the manifest (SCORM CAM 2.3.1)."""

    id: str
    title: str
    href: str
    """Path inside the package with the query of ``parameters``, percent-encoded."""
    launch_data: str = ""
    """``adlcp:datafromlms`` / ``adlcp:dataFromLMS``."""
    mastery: str = ""
    """``masteryscore`` (1.2, 0 to 100) or ``minNormalizedMeasure`` (2004, -1 to 1)."""
    threshold: str = ""
    """2004 ``completionThreshold``, 0 to 1."""
    max_time: str = ""
    time_limit_action: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """A zip that passed every check. ``id`` is the start of the SHA-256 of its bytes."""

    id: str
    sha256: str
    path: Path
    size: int
    """Bytes of the zip."""
    course_id: str
    title: str
    version: str
    target: Target
    language: str
    items: tuple[Item, ...]
    """At least one; a Balise package has exactly one."""
    course: Mapping[str, Any] | None = field(default=None, repr=False, compare=False)
    """``course.json`` of a package made by Balise (see contract.ts); None for third parties."""

    @property
    def is_balise(self) -> bool:
        """Whether Balise built it."""
        return self.course is not None

    @property
    def spoken(self) -> str:
        """Its language where that tells it from other packages of its course: one by Balise."""
        return self.language if self.is_balise else ""

    def item(self, item_id: str = "") -> Item | None:
        """Return the item ``item_id``, the first one for an empty id, None when there is none."""
        if not item_id:
            return self.items[0]
        return next((item for item in self.items if item.id == item_id), None)
