"""``balise fix``: safe corrections written into the source, shown line by line."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from balise_builder.cli import speech
from balise_builder.cli.check import root_of
from balise_builder.cli.speech import both, say
from balise_builder.cli.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from balise_builder.diagnostics import Diagnostic, Fix

ID_CODES = frozenset({"page-sans-id", "bloc-sans-id", "id-en-double", "page-id-en-double"})
PASSES = 4
"""Fixes that touch each other are made in turn."""


def corrections(found: Iterable[Diagnostic], *, ids_only: bool) -> dict[str, list[Fix]]:
    """Return the fixes to make, by file of the course."""
    by_file: dict[str, list[Fix]] = {}
    for d in found:
        if d.fix is not None and (not ids_only or d.code in ID_CODES):
            by_file.setdefault(d.fix.span.file, []).append(d.fix)
    return by_file


def changed_lines(name: str, before: str, after: str) -> Iterator[str]:
    """Yield what changed in a file: the place, then the lines before and after."""
    old, new = before.splitlines(), after.splitlines()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what != "equal":
            yield f"{name}:{new_start + 1}"
            yield from (f"  - {line}" for line in old[start:end])
            yield from (f"  + {line}" for line in new[new_start:new_end])


def fix_course(course: Path, root: str, *, ids_only: bool, dry_run: bool) -> tuple[int, list[str]]:
    """Correct one course; return how many corrections were made and the lines that show them."""
    from balise_builder.build import load
    from balise_builder.config import Options
    from balise_builder.source.edits import write_fixes

    made = 0
    shown: list[str] = []
    for _ in range(1 if dry_run else PASSES):
        loaded = load(course, Options(lang=speech.lang()))
        wanted = corrections(loaded.diagnostics, ids_only=ids_only)
        done = 0
        for file, fixes in sorted(wanted.items()):
            before, after, applied = write_fixes(course / file, file, fixes, dry_run=dry_run)
            shown += changed_lines(root + file, before, after)
            done += len(applied)
        made += done
        if not done:
            break
    return made, shown


@click.command(
    help=both(
        "Corriger dans les textes ce qui peut l’être sans risque, et montrer chaque ligne "
        "changée.\n\nPATH : comme pour « balise check ». Tout le reste du fichier est gardé tel "
        "quel.",
        "Correct in the texts what can be corrected safely, and show each line changed.\n\n"
        "PATH: as for “balise check”. Everything else in the file is kept as it is.",
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
    "--dry-run", is_flag=True,
    help=both("Montrer sans rien écrire.", "Show without writing anything."),
)  # fmt: skip
def fix(paths: tuple[str, ...], ids: bool, dry_run: bool) -> None:
    """Correct courses."""
    from balise_builder.source.find import find_courses
    from balise_builder.source.paths import reasons

    made = 0
    for course in find_courses(paths):
        try:
            count, shown = fix_course(
                course, root_of(course, paths, relative=False), ids_only=ids, dry_run=dry_run
            )
        except OSError as error:
            why = reasons(error)
            click.echo(
                say(
                    f"Erreur : {course} n’a pas pu être corrigé ({why['reason']}).",
                    f"Error: {course} could not be corrected ({why['reason_en']}).",
                ),
                err=True,
            )
            sys.exit(1)
        made += count
        for line in shown:
            click.echo(line)
    click.echo(_summary(made, dry_run=dry_run))


def _summary(made: int, *, dry_run: bool) -> str:
    if not made:
        return say("Rien à corriger.", "Nothing to correct.")
    if dry_run:
        count = counted(made, "correction possible", "possible correction", "corrections possibles")
        return say(f"{count}; rien n’a été écrit.", f"{count}; nothing was written.")
    count = counted(made, "correction faite", "correction", "corrections faites")
    return say(f"{count}.", f"{count} made.")
