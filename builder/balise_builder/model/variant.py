"""One build of a course among others: for an audience, a territory, a format, a language."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """What was asked for; each field is "" where the course is built as it is written."""

    audience: str = ""
    """Id of the register of audiences."""
    territory: str = ""
    """Id of the register of territories."""
    format: str = ""
    """Asked for: ``capsules`` or ``long``; "" is what ``cours.md`` says."""
    long: bool = False
    """The same content as one long page."""
    language: str = ""
    """The folder of the translation: ``en``."""

    @property
    def selects(self) -> bool:
        """Whether text for others is left out."""
        return bool(self.audience or self.territory)

    @property
    def suffix(self) -> str:
        """What the id of the course gets: people's results of two of these never mix."""
        parts = (self.audience, self.territory, "long" if self.long else "")
        return "".join(f"-{_ascii(part)}" for part in parts if part)

    def package(self, course_id: str, version: str, target: str, archive: str = "zip") -> str:
        """Return the name of a package: ``<course>-<version>-<variant>-<target>.zip``.

        :param course_id: as ``cours.md`` gives it, without suffix.
        """
        language = f"-{self.language}" if self.language else ""
        return f"{course_id}-{version}{self.suffix}{language}-{target}.{archive}"


def _ascii(name: str) -> str:
    """Return an id of a register as file names and platforms take it."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
