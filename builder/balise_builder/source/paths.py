"""Names and links of a course folder."""

from __future__ import annotations

import errno
import unicodedata
from pathlib import Path
from typing import Any

from balise_builder.errors import PackageError


def course_name(name: str) -> str:
    """Return a file name as authors write it in a text: accents composed (NFC)."""
    return unicodedata.normalize("NFC", name)


_REASONS = {
    errno.EACCES: ("accès refusé", "access denied"),
    errno.EPERM: ("accès refusé", "access denied"),
    errno.ENOENT: ("il n’existe pas", "it does not exist"),
    errno.EINVAL: ("ce n’est pas un fichier ordinaire", "it is not an ordinary file"),
    errno.EISDIR: ("c’est un dossier", "it is a folder"),
    errno.ENOTDIR: ("ce n’est pas un dossier", "it is not a folder"),
    errno.ELOOP: ("ses liens tournent en rond", "its links go round in circles"),
    errno.ENAMETOOLONG: ("son nom est trop long", "its name is too long"),
    errno.ENOSPC: ("le disque est plein", "the disk is full"),
    errno.EROFS: ("le disque est en lecture seule", "the disk is read-only"),
    errno.EEXIST: ("un fichier porte ce nom", "a file has that name"),
    errno.EIO: ("le disque ne répond pas", "the disk does not answer"),
}


def reasons(error: OSError) -> dict[str, Any]:
    """Return why the system refused, as the parameters ``reason`` and ``reason_en``."""
    said = error.strerror or str(error)
    french, english = _REASONS.get(error.errno or 0, (said, said))
    return {"reason": french, "reason_en": english}


def disk_refuses(path: Path, error: OSError) -> PackageError:
    """Return the error that says what could not be written, why, and what to do about it."""
    why = reasons(error)
    return PackageError(
        f"« {path} » ne peut pas être écrit : {why['reason']}. Corrigez cela ou choisissez "
        "un autre dossier, puis recommencez; rien de ce qui existait n’a été perdu.",
        f"“{path}” cannot be written: {why['reason_en']}. Correct that or choose another "
        "folder, then try again; nothing that existed was lost.",
    )


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
