"""``balise build``: packages for learning platforms."""

from __future__ import annotations

import gc
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from balise_builder.cli import speech
from balise_builder.cli.check import lines_of, placed, root_of
from balise_builder.cli.speech import both, say
from balise_builder.cli.text import counted
from balise_builder.cli.variants import variant_options
from balise_builder.config import DEFAULT_TARGETS, OUTPUT, Options, build_date

if TYPE_CHECKING:
    from balise_builder.build import Built
    from balise_builder.config import Judge
    from balise_builder.model.variant import Variant

LARGEST = "donnees-de-reprise-part"
"""The information that goes with an error: what takes the most room."""
HOSTED = "olx-"
"""The information that whoever imports the package must have."""
KILO = 1000


@click.command(
    help=both(
        "Construire les paquets des formations données : un dossier, ou son cours.md. Sans"
        " argument, toutes celles du dossier courses.",
        "Build the packages of the courses given: a folder, or its cours.md. With no argument,"
        " all those of the folder courses.",
    )
)
@click.argument("courses", metavar="[COURS]…", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-t",
    "--target",
    "targets",
    multiple=True,
    metavar="CIBLE",
    help=both(
        "scorm12, scorm2004, web, scorm2004-3, guide, olx, olx-balise, library ou library-balise; "
        "à répéter. Sinon les trois premières.",
        "scorm12, scorm2004, web, scorm2004-3, guide, olx, olx-balise, library or library-balise; "
        "may be repeated. Else the first three.",
    ),
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=OUTPUT,
    help=both("Dossier des paquets (dist).", "Folder of the packages (dist)."),
)
@click.option(
    "--date",
    "date",
    default="",
    metavar="AAAA-MM-JJ",
    help=both(
        "Date inscrite dans les paquets (sinon SOURCE_DATE_EPOCH, sinon celle du cours).",
        "Date stamped on the packages (else SOURCE_DATE_EPOCH, else the course's own).",
    ),
)
@click.option(
    "--release",
    is_flag=True,
    help=both("Refuser ce qui est encore une ébauche.", "Refuse what is still a draft."),
)
@click.option(
    "--locked",
    is_flag=True,
    help=both("Échouer si ids.lock changerait.", "Fail if ids.lock would change."),
)
@click.option(
    "--strict",
    is_flag=True,
    help=both("Échouer aussi sur un avertissement.", "Fail on warnings too."),
)
@click.option(
    "--pdf",
    "formats",
    multiple=True,
    flag_value="pdf",
    help=both("Avec la cible guide : aussi en PDF.", "With the target guide: in PDF too."),
)
@click.option(
    "--docx",
    "formats",
    multiple=True,
    flag_value="docx",
    help=both("Avec la cible guide : aussi en Word.", "With the target guide: in Word too."),
)
@click.option(
    "--prove",
    "proves",
    is_flag=True,
    help=both(
        "Jouer les paquets SCORM à travers les pannes des plateformes; ne rien publier si l’un"
        " d’eux échoue.",
        "Play the SCORM packages through the failures of platforms; publish nothing if one fails.",
    ),
)
@variant_options
def build(
    courses: tuple[Path, ...],
    targets: tuple[str, ...],
    out: Path,
    date: str,
    release: bool,
    locked: bool,
    strict: bool,
    formats: tuple[str, ...],
    proves: bool,
    variant: Variant,
) -> None:
    """Build courses; exit 1 when one of them has errors."""
    # Most objects of a build live until it ends: looking for garbage costs 5 to 10 % for nothing.
    gc.set_threshold(200_000, 20, 20)
    from balise_builder.build import build as build_course
    from balise_builder.build import check_targets
    from balise_builder.source.find import find_courses

    options = Options(
        targets=tuple(dict.fromkeys(targets)) or DEFAULT_TARGETS,
        out=out,
        date=build_date(date),
        release=release,
        locked=locked,
        formats=tuple(dict.fromkeys(formats)),
        variant=variant,
        lang=speech.lang(),
        judge=_judge() if proves else None,
    )
    check_targets(options.targets)
    folders = find_courses(courses)
    failed = False
    taken: dict[str, Path] = {}
    with _progress(len(folders)) as advance:
        for folder in folders:
            advance(folder.name)
            built = build_course(folder, options, taken)
            for name in built.loaded.ids:
                taken.setdefault(name, folder)
            failed |= report(folder, built, strict)
    if failed:
        raise SystemExit(1)


def _judge() -> Judge:
    from balise_builder.cli.proving import judge

    return judge()


def report(folder: Path, built: Built, strict: bool) -> bool:
    """Print the errors, the number of warnings and the packages of a course; say if it failed."""
    from balise_builder.diagnostics import Severity

    found = built.loaded.diagnostics
    shown = [
        d
        for d in found
        if d.severity is Severity.ERROR or d.code == LARGEST or d.code.startswith(HOSTED)
    ]
    for line in lines_of(placed(shown, root_of(folder, (), relative=False))):
        click.echo(line, err=True)
    if built.budget is not None:
        click.echo(_budget_line(folder, built))
    if built.packages:
        click.echo(_status_line(built), nl=False)
    for package in built.packages:
        click.echo(f"  {package.path.as_posix()}  {_size(package.size)}")
    warnings = sum(d.severity is Severity.WARNING for d in found)
    if warnings:
        click.echo(_warnings_line(folder, warnings), err=True)
    if not built.packages:
        click.echo(
            say(f"{folder} : rien n’a été construit.", f"{folder}: nothing was built."), err=True
        )
    return not built.packages or (strict and warnings > 0)


def _warnings_line(folder: Path, warnings: int) -> str:
    """Say how many warnings there are and how to read them: a draft may have dozens."""
    count = counted(warnings, "avertissement", "warning")
    command = f"balise check {shlex.quote(folder.as_posix())}"
    return say(
        f"{_shown(folder)} : {count}. Pour les lire : {command}",
        f"{_shown(folder)}: {count}. To read them: {command}",
    )


def _shown(folder: Path) -> str:
    """Return the course as typed; the name of the folder for “.”, which names nothing."""
    return folder.resolve().name if folder == Path() else folder.as_posix()


def _budget_line(folder: Path, built: Built) -> str:
    from balise_builder.build import spaced

    assert built.budget is not None
    worst, limit = spaced(built.budget.worst), spaced(built.budget.limit)
    return say(
        f"{_shown(folder)} — données de reprise (suspend data) : {worst} sur {limit}",
        f"{_shown(folder)} — suspend data: {worst} of {limit}",
    )


def _status_line(built: Built) -> str:
    """Say that a course is not approved, as its first page says it to learners."""
    assert built.loaded.course is not None
    if built.loaded.course.status == "draft":
        return say("  Ébauche : pas encore approuvée.\n", "  Draft: not approved yet.\n")
    if built.loaded.course.status == "in-review":
        return say("  En révision : pas encore approuvée.\n", "  In review: not approved yet.\n")
    return ""


def _size(count: int) -> str:
    kilobytes = f"{count / KILO:.1f}"
    return say(f"{kilobytes.replace('.', ',')} ko", f"{kilobytes} kB")


@contextmanager
def _progress(total: int) -> Iterator[Callable[[str], None]]:
    """Show a progress bar on a terminal when there is more than one course to build."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda _name: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total)
        names: list[str] = []

        def advance(name: str) -> None:
            progress.update(task, description=name, completed=len(names))
            names.append(name)

        yield advance
