"""Names and links of a course folder."""

from __future__ import annotations

import unicodedata
from pathlib import Path


def course_name(name: str) -> str:
    """Return a file name as authors write it in a text: accents composed (NFC)."""
    return unicodedata.normalize("NFC", name)


def is_hidden(name: str) -> bool:
    """Return whether a file is the system's or an editor's own (hidden, backup, lock)."""
    return name.startswith((".", "~")) or name.endswith("~") or name in {"Thumbs.db", "desktop.ini"}


def link_problem(path: Path, root: Path) -> str | None:
    """Return the code of what is wrong with a symbolic link; ``None`` when it stays in ``root``.

    A link to a folder that contains it would be read without end: it is a loop too.
    """
    try:
        target = path.resolve(strict=True)
    except FileNotFoundError:
        return "lien-casse"
    except (OSError, RuntimeError):
        return "lien-en-boucle"
    if not target.is_relative_to(root):
        return "lien-dehors"
    if path.parent.resolve().is_relative_to(target):
        return "lien-en-boucle"
    return None
