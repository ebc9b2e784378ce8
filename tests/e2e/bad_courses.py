"""Courses spoiled in one way each: a starting course, one change, and the one finding it gives."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PAGE = "02-remarquer-et-transmettre.md"
END = 43
"""Line of the page at which :func:`add` writes."""
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"

Change = Callable[[Path], object]


@dataclass(frozen=True)
class Bad:
    """One way to spoil a course, and what must be said about it."""

    change: Change
    place: str
    """``file:line:column code`` from the folder ``courses``."""
    fr: str
    """Words of the remedy in French, ordinary spaces."""
    en: str
    exit: int = 1
    """1: nothing is built; 0: a warning, and it is."""


def put(name: str, content: str | bytes) -> Change:
    """Write a file of the course (``../_commun/…`` for a shared one)."""

    def change(course: Path) -> None:
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return change


def add(text: str, name: str = PAGE) -> Change:
    """Add text at the end of a page."""

    def change(course: Path) -> None:
        with (course / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")

    return change


def swap(old: str, new: str, name: str = PAGE) -> Change:
    """Replace the first occurrence of a text of a page."""

    def change(course: Path) -> None:
        text = (course / name).read_text(encoding="utf-8")
        assert old in text
        (course / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return change


def encoded(encoding: str, name: str = PAGE) -> Change:
    """Save a page in another encoding."""

    def change(course: Path) -> None:
        text = (course / name).read_text(encoding="utf-8")
        (course / name).write_bytes(text.encode(encoding, errors="replace"))

    return change


def link(name: str, target: str) -> Change:
    """Put a symbolic link in place of a file."""

    def change(course: Path) -> None:
        (course / name).unlink(missing_ok=True)
        (course / name).symlink_to(target)

    return change


def heavy(name: str, size: int) -> Change:
    """Write a file of ``size`` bytes that takes no room on the disk."""

    def change(course: Path) -> None:
        (course / name).write_bytes(b"\x89PNG\r\n\x1a\n")
        os.truncate(course / name, size)

    return change


def empty(course: Path) -> None:
    """Take everything out of the folder."""
    shutil.rmtree(course)
    course.mkdir()


def remove(*names: str) -> Change:
    """Delete files."""

    def change(course: Path) -> None:
        for name in names:
            (course / name).unlink()

    return change


def folder(name: str) -> Change:
    """Put a folder in place of a file."""

    def change(course: Path) -> None:
        (course / name).unlink(missing_ok=True)
        (course / name).mkdir()

    return change


def all_of(*changes: Change) -> Change:
    """Make several changes."""

    def change(course: Path) -> None:
        for one in changes:
            one(course)

    return change


def at_end(code: str, column: int = 1) -> str:
    """Return the place of a finding about what :func:`add` wrote."""
    return f"bon/{PAGE}:{END}:{column} {code}"
