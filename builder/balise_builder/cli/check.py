"""``balise check``: findings of courses, nothing written."""

from __future__ import annotations

import gc
import json
import posixpath
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from balise_builder.cli import speech
from balise_builder.cli.speech import both, say
from balise_builder.cli.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from balise_builder.build import Loaded
    from balise_builder.diagnostics import Diagnostic

FORMATS = ("text", "json", "sarif", "github")
HOSTED = ("olx", "olx-balise", "library", "library-balise")
"""Targets that ask for something beyond the course itself."""
REPEATS = 20
"""How often the same finding of a file is written out for people; tools get them all."""


def root_of(course: Path, paths: Sequence[str], *, relative: bool) -> str:
    """Return what stands before file names: the course as typed, or relative to the one path."""
    shown = course.as_posix()
    if relative and len(paths) == 1 and Path(paths[0]).is_dir():
        inside = course.resolve().relative_to(Path(paths[0]).resolve()).as_posix()
        shown = inside
    return "" if shown == "." else f"{shown}/"


def placed(found: Iterable[Diagnostic], root: str) -> list[Diagnostic]:
    """Return findings with ``root`` before their file names, ``x/../`` resolved."""
    return [
        replace(d, span=replace(d.span, file=posixpath.normpath(root + d.span.file))) for d in found
    ]


def show(found: Sequence[Diagnostic], form: str, *, whole: bool = True) -> None:
    """Write findings on the standard output.

    :param whole: for people, what the shared registers still need is written out too, entry by
        entry; else it is one line a register and kind. Tools always get everything.
    """
    from balise_builder.diagnostics import to_json

    lang = speech.lang()
    if form in ("json", "sarif"):
        from balise_builder.diagnostics.sarif import to_sarif

        listing = to_json(found, lang) if form == "json" else to_sarif(found, lang)
        click.echo(json.dumps(listing, ensure_ascii=False, indent=2))
        return
    if form == "github":
        from balise_builder.diagnostics.sarif import to_github

        lines = to_github(found, lang)
    else:
        own = found if whole else [d for d in found if not _of_register(d)]
        lines = [*lines_of(own), *([] if whole else registers_in_short(found))]
    for line in lines:
        click.echo(line)


def lines_of(found: Sequence[Diagnostic]) -> list[str]:
    """Return findings as lines for people: of the same one many times in a file, the first few."""
    from balise_builder.diagnostics import to_text

    lang = speech.lang()
    told: dict[tuple[str, str], int] = {}
    lines: list[str] = []
    for d in found:
        kind = d.span.file, d.code
        told[kind] = told.get(kind, 0) + 1
        if told[kind] <= REPEATS:
            lines += to_text([d], lang)
    for (file, code), number in told.items():
        if number > REPEATS:
            more = number - REPEATS
            lines.append(
                say(f"{file} : et {more} autres [{code}].", f"{file}: and {more} more [{code}].")
            )
    return lines


def _of_register(d: Diagnostic) -> bool:
    """Return whether a warning is about an entry of a shared register, not about the course."""
    folder, _, name = d.span.file.rpartition("/")
    shared = folder.rpartition("/")[2] == "_commun" and name.endswith(".yaml")
    return shared and d.severity == "warning" and "id" in d.params


def registers_in_short(found: Iterable[Diagnostic]) -> list[str]:
    """Return one line for each register and kind of warning: how many entries, and which."""
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for d in found:
        if _of_register(d):
            groups.setdefault((d.span.file, d.code), []).append(d)
    lines = []
    for (file, code), entries in groups.items():
        ids = ", ".join(str(d.params["id"]) for d in entries)
        count = counted(len(entries), "entrée", "entry", "entrées", "entries")
        hint = entries[0].hint(speech.lang())
        lines.append(
            say(
                f"{file} : avertissement [{code}] {count} : {ids}. {hint}",
                f"{file}: warning [{code}] {count}: {ids}. {hint}",
            )
        )
    if lines:
        lines.append(
            say(
                "Les registres servent à tous les cours : « balise check -v » les donne entrée par"
                " entrée.",
                "The registers serve every course: “balise check -v” gives them entry by entry.",
            )
        )
    return lines


def summary(courses: int, found: Iterable[Diagnostic]) -> str:
    """Return the closing line: how many courses, errors, warnings, informations."""
    from balise_builder.diagnostics import Severity

    of = [d.severity for d in found]
    errors, warnings, infos = (
        of.count(s) for s in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    )
    parts = [
        counted(errors, "erreur", "error"),
        counted(warnings, "avertissement", "warning"),
        counted(infos, "information", "information", en_plural="information"),
    ]
    checked = counted(courses, "cours vérifié", "course", "cours vérifiés")
    return say(f"{checked} : {', '.join(parts)}.", f"{checked} checked: {', '.join(parts)}.")


def of_targets(loaded: Loaded, targets: Iterable[str]) -> list[Diagnostic]:
    """Return what the targets ask for beyond the course itself; nothing when it has errors."""
    if not targets or loaded.course is None:
        return []
    from balise_builder.contract import dumps
    from balise_builder.render import render
    from balise_builder.targets import library, olx
    from balise_builder.targets.olx.blocks import needed
    from balise_builder.targets.olx.checker import lacking
    from balise_builder.targets.olx.cleaner import clean

    course = loaded.course
    document = render(course, dumps(course))
    found: list[Diagnostic] = []
    if "olx" in targets:
        files = olx.files(course, document)
        found += [*olx.notes(course), *clean(files), *lacking(files)]
    if "olx-balise" in targets:
        files, blocks = olx.block_files(course, document), needed(course)
        found += [*olx.needs(course), *clean(files, blocks), *lacking(files, blocks)]
    if "library" in targets:
        found += [*library.notes(course), *library.check(course, document)]
    if "library-balise" in targets:
        found += [*olx.needs(course), *library.check(course, document, library.block_files)]
    return found


@click.command(
    help=both(
        "Vérifier des cours, sans rien écrire.\n\nPATH : le dossier d’un cours, un de ses "
        "fichiers, ou un dossier de cours; sans lui, tout le dossier « courses ».\n\n"
        "Sortie 0 : aucun problème; 1 : des erreurs (ou, avec --strict, des "
        "avertissements); 2 : commande mal écrite.",
        "Check courses, writing nothing.\n\nPATH: the folder of a course, one of its files, or a "
        "folder of courses; without it, the whole folder “courses”.\n\nExit 0: no problem; 1: "
        "errors (or, with --strict, warnings); 2: the command is written wrongly.",
    )
)
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text",
    help=both(
        "Pour des personnes (text) ou des outils : json, sarif 2.1.0, annotations GitHub.",
        "For people (text) or for tools: json, sarif 2.1.0, GitHub annotations.",
    ),
)  # fmt: skip
@click.option(
    "-t", "--target", "targets", multiple=True, type=click.Choice(HOSTED),
    help=both(
        "Vérifier aussi ce qu’une cible demande : olx, par le vérificateur d’Open edX.",
        "Check too what a target asks for: olx, by Open edX’s validator.",
    ),
)  # fmt: skip
@click.option(
    "--strict", is_flag=True,
    help=both("Les avertissements font échouer aussi.", "Warnings fail too."),
)  # fmt: skip
@click.option(
    "-v", "--verbose", is_flag=True,
    help=both(
        "Montrer aussi, entrée par entrée, ce qui manque aux registres communs.",
        "Show too, entry by entry, what the shared registers still need.",
    ),
)  # fmt: skip
@click.option(
    "--release", is_flag=True,
    help=both(
        "Exiger ce qu’exige une publication (ids, droit signé, aide à jour).",
        "Require what a release requires (ids, law signed, help up to date).",
    ),
)  # fmt: skip
@click.option(
    "--date", "day", default="", metavar="AAAA-MM-JJ",
    help=both("Juger les échéances à cette date.", "Judge due dates at this date."),
)  # fmt: skip
def check(
    paths: tuple[str, ...], form: str, targets: tuple[str, ...], strict: bool, verbose: bool,
    release: bool, day: str,
) -> None:  # fmt: skip
    """Check courses."""
    # What is read lives until the end: looking for garbage costs time for nothing.
    gc.set_threshold(200_000, 20, 20)
    from balise_builder.build import load
    from balise_builder.config import Options, build_date
    from balise_builder.diagnostics import Severity
    from balise_builder.source.find import find_courses

    options = Options(release=release, date=build_date(day), lang=speech.lang())
    found: dict[tuple[object, ...], Diagnostic] = {}
    courses = find_courses(paths)
    taken: dict[str, Path] = {}
    for course in courses:
        loaded = load(course, options, taken)
        for name in loaded.ids:
            taken.setdefault(name, course)
        root = root_of(course, paths, relative=form == "json")
        hosted = of_targets(loaded, targets)
        for d in placed([*loaded.diagnostics, *hosted], root):
            found.setdefault((d.span, d.code, tuple(sorted(d.params.items()))), d)
    listing = sorted(found.values(), key=lambda d: d.sort_key)
    show(listing, form, whole=strict or verbose)
    click.echo(summary(len(courses), listing), err=form in ("json", "sarif"))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(1 if any(d.severity in failing for d in listing) else 0)
