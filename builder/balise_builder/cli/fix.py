"""``balise fix``: safe corrections, shown as differences, then written if the person agrees."""

from __future__ import annotations

import difflib
import posixpath
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from balise_builder.cli import speech
from balise_builder.cli.check import root_of
from balise_builder.cli.speech import both, say
from balise_builder.cli.text import counted
from balise_builder.errors import PackageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from balise_builder.diagnostics import Diagnostic, Fix

ID_CODES = frozenset({"page-sans-id", "bloc-sans-id", "id-en-double", "page-id-en-double"})
PASSES = 4
"""Fixes that touch each other are made in turn."""
YES = frozenset({"o", "oui", "y", "yes"})
COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class Change:
    """What would be written in one file."""

    path: Path
    shown: str
    """The file as messages name it."""
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done to one course."""

    changes: tuple[Change, ...]
    corrections: int
    left: int
    """Errors that only a person can correct."""


def wanted(found: Iterable[Diagnostic], *, ids_only: bool) -> dict[str, list[Fix]]:
    """Return the fixes to make, by file of the course."""
    by_file: dict[str, list[Fix]] = {}
    for d in found:
        if d.fix is not None and (not ids_only or d.code in ID_CODES):
            by_file.setdefault(d.fix.span.file, []).append(d.fix)
    return by_file


def plan(course: Path, root: str, *, ids_only: bool) -> Plan:
    """Return what can be corrected in a course, tried on a copy of it: nothing is written."""
    from balise_builder.build import load
    from balise_builder.config import Options
    from balise_builder.source.edits import trial, write_fixes
    from balise_builder.source.shared import is_shared

    made, left = 0, 0
    files: set[str] = set()
    with trial(course) as copy:
        for _ in range(PASSES):
            loaded = load(copy, Options(lang=speech.lang()))
            left = sum(d.severity == "error" for d in loaded.diagnostics)
            done = 0
            for file, fixes in sorted(wanted(loaded.diagnostics, ids_only=ids_only).items()):
                if (copy / file).is_file() and (is_shared(file) or not file.startswith("..")):
                    done += len(write_fixes(copy / file, file, fixes)[2])
                    files.add(file)
            made += done
            if not done:
                break
        changes = tuple(
            Change(course / file, posixpath.normpath(root + file), before, after)
            for file in sorted(files)
            if (before := (course / file).read_bytes()) != (after := (copy / file).read_bytes())
        )
    return Plan(changes, made, left)


def difference(change: Change) -> Iterator[str]:
    """Yield the unified difference of a file, without line ends."""
    before, after = (
        data.decode().removeprefix("\ufeff").splitlines() for data in (change.before, change.after)
    )
    yield from difflib.unified_diff(before, after, change.shown, change.shown, lineterm="")


def write(change: Change) -> None:
    """Write one file, unless it has changed since it was read.

    :raises PackageError: it has, or the disk refuses.
    """
    from balise_builder.source.edits import replace_bytes
    from balise_builder.source.paths import reasons

    try:
        if change.path.read_bytes() != change.before:
            raise PackageError(
                f"{change.shown} a changé pendant ce temps : il n’a pas été corrigé. Relancez"
                " « balise fix ».",
                f"{change.shown} has changed meanwhile: it was not corrected. Run “balise fix”"
                " again.",
            )
        replace_bytes(change.path, change.after)
    except OSError as error:
        why = reasons(error)
        raise PackageError(
            f"{change.shown} n’a pas pu être corrigé ({why['reason']}).",
            f"{change.shown} could not be corrected ({why['reason_en']}).",
        ) from error


@click.command(
    help=both(
        "Corriger dans les textes ce qui peut l’être sans risque.\n\nPATH : comme pour « balise "
        "check ». Les changements sont montrés, puis écrits si vous êtes d’accord; tout le reste "
        "est gardé tel quel.",
        "Correct in the texts what can be corrected safely.\n\nPATH: as for “balise check”. The "
        "changes are shown, then written if you agree; everything else is kept as it is.",
    )
)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--ids", is_flag=True,
    help=both(
        "Seulement les ids : écrire ceux qui manquent, en donner un autre à une copie.",
        "Ids only: write those that are missing, give another one to a copy.",
    ),
)  # fmt: skip
@click.option(
    "--yes", "-y", is_flag=True,
    help=both("Écrire sans demander.", "Write without asking."),
)  # fmt: skip
@click.option(
    "--dry-run", is_flag=True,
    help=both("Montrer sans rien écrire.", "Show without writing anything."),
)  # fmt: skip
def fix(paths: tuple[str, ...], ids: bool, yes: bool, dry_run: bool) -> None:
    """Correct courses."""
    from balise_builder.source.find import find_courses

    plans = [
        plan(course, root_of(course, paths, relative=False), ids_only=ids)
        for course in find_courses(paths)
    ]
    once: dict[Path, Change] = {}
    for change in (change for one in plans for change in one.changes):
        once.setdefault(change.path.resolve(), change)  # A shared page stands in several courses.
    changes = list(once.values())
    for change in changes:
        for line in difference(change):
            click.echo(click.style(line, fg=COLOURS.get(line[:1])))
    made = sum(one.corrections for one in plans) if changes else 0
    agreed = bool(changes) and not dry_run and (yes or _agreed())
    if agreed:
        for change in changes:
            write(change)
    click.echo(_summary(made, written=agreed))
    left = sum(one.left for one in plans)
    if left:
        count = counted(left, "erreur", "error")
        click.echo(
            say(
                f"{count} à corriger par vous-même : « balise check » dit où et comment.",
                f"{count} to correct yourself: “balise check” says where and how.",
            )
        )
    if changes and not agreed and not dry_run:
        sys.exit(1)


def _agreed() -> bool:
    """Ask whether to write; no answer at all is a no."""
    try:
        answer: str = click.prompt(
            say("Écrire ces corrections? [o/N]", "Write these corrections? [y/N]"),
            default="n", show_default=False, prompt_suffix=" ",
        )  # fmt: skip
    except click.Abort:
        click.echo(say("Ajoutez --yes pour écrire.", "Add --yes to write."))
        return False
    return answer.strip().lower() in YES


def _summary(made: int, *, written: bool) -> str:
    if not made:
        return say("Rien à corriger.", "Nothing to correct.")
    if not written:
        count = counted(made, "correction possible", "possible correction", "corrections possibles")
        return say(f"{count}; rien n’a été écrit.", f"{count}; nothing was written.")
    count = counted(made, "correction faite", "correction", "corrections faites")
    return say(f"{count}.", f"{count} made.")
