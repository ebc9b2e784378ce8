"""What a build is asked for, and the date that it is given."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from balise_builder.errors import UsageError
from balise_builder.model.variant import Variant

DEFAULT_TARGETS = ("scorm12", "scorm2004", "web")
OUTPUT = Path("dist")
Judge = Callable[[dict[str, Path], Path], bool]
"""Plays packages, given by the names that they will have, and writes its reports in a folder; says
whether all of them may be published."""


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of one run, from the command line or the preview."""

    targets: tuple[str, ...] = DEFAULT_TARGETS
    out: Path = OUTPUT
    date: str = ""
    """ISO date for the packages; "" takes the course's own."""
    release: bool = False
    """What marks a draft (unsigned law, missing ids) becomes an error."""
    locked: bool = False
    """Fail when the build would change ``ids.lock``."""
    formats: tuple[str, ...] = ()
    """What the guide is also made in: ``pdf``, ``docx``."""
    variant: Variant = field(default_factory=Variant)
    """For whom, in which format and language; as the course is written by default."""
    lang: str = "fr"
    """Language of the messages."""
    judge: Judge | None = None
    """Has to agree before the SCORM packages of a build are published."""


def build_date(given: str = "") -> str:
    """Return the date asked for: ``--date``, else SOURCE_DATE_EPOCH, else "" (the course's own).

    :param given: ISO date of the command line, or "".
    :raises UsageError: either is not a date.
    """
    if given:
        try:
            return date.fromisoformat(given).isoformat()
        except ValueError:
            raise UsageError(
                f"--date « {given} » n’est pas une date. Écrivez par exemple 2026-03-31.",
                f"--date “{given}” is not a date. Write for instance 2026-03-31.",
            ) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return ""
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH vaut « {epoch} » : un nombre de secondes est attendu.",
            f"SOURCE_DATE_EPOCH is “{epoch}”: a number of seconds is expected.",
        ) from None
