"""Writing to the author's disk: whole or not at all, and told in words when it refuses."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from balise_builder.source.paths import disk_refuses

if TYPE_CHECKING:
    from pathlib import Path


def make_folder(path: Path) -> None:
    """Make sure that a folder is there.

    :raises PackageError: a file has that name, or the disk refuses.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise disk_refuses(path, problem) from problem


def write_text(path: Path, text: str) -> None:
    """Write a text file (UTF-8, line feeds) whole or not at all.

    :raises PackageError: the disk refuses.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as problem:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise disk_refuses(path, problem) from problem
