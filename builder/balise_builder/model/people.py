"""The people of a course's situations: a first name and the roles it plays, for those who write.

No package carries them: they serve to see, over all modules, that no group always plays one part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from balise_builder.model.span import Span

PersonRole = Literal["staff", "partner", "young", "adult", "relative", "public", "worrying"]
PERSON_ROLES: tuple[PersonRole, ...] = get_args(PersonRole)


@dataclass(frozen=True, slots=True)
class Person:
    """``- Aminata : personnel, proche`` under ``personnes`` in cours.md."""

    span: Span
    name: str
    """As written in the register of first names, else as the author wrote it."""
    roles: tuple[PersonRole, ...]
