"""``balise parcours``: the courses of a pathway, and the page that puts them together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from balise_builder.cli import speech
from balise_builder.cli.build import report
from balise_builder.cli.speech import both, say
from balise_builder.config import DEFAULT_TARGETS, OUTPUT, Options
from balise_builder.errors import UsageError
from balise_builder.model.variant import Variant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.model import Course, Pathway, Registers

COMMON = "_commun"
FILE = "parcours.yaml"


@click.command(
    help=both(
        "Construire un parcours : les paquets de ses modules, et sa page d’horaire à imprimer. Un"
        " parcours de lecture donne une seule page, de texte.\n\nPARCOURS : un id de"
        " courses/_commun/parcours.yaml; sans lui, la liste.",
        "Build a pathway: the packages of its courses, and its agenda to print. A pathway of"
        " readings gives one page of text.\n\nPARCOURS: an id of courses/_commun/parcours.yaml;"
        " without it, the list.",
    )
)
@click.argument("wanted", required=False, default="", metavar="[PARCOURS]")
@click.option(
    "--courses", type=click.Path(path_type=Path, file_okay=False), default=Path("courses"),
    help=both("Dossier des cours (courses).", "Folder of the courses (courses)."),
)  # fmt: skip
@click.option(
    "-t", "--target", "targets", multiple=True, metavar="CIBLE",
    help=both("Cibles des paquets, comme pour build.", "Targets of the packages, as for build."),
)  # fmt: skip
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, file_okay=False), default=OUTPUT,
    help=both("Dossier où écrire (dist).", "Folder to write in (dist)."),
)  # fmt: skip
@click.option("--pdf", is_flag=True, help=both("La page en PDF aussi.", "The page in PDF too."))
@click.option(
    "--langue", "--translation", "language", default="", metavar="LANGUE",
    help=both("Construire les traductions : en.", "Build the translations: en."),
)  # fmt: skip
def parcours(
    wanted: str, courses: Path, targets: tuple[str, ...], out: Path, pdf: bool, language: str
) -> None:
    """Build a pathway, or list them all; exit 1 when one of its courses has errors."""
    from balise_builder.build import check_targets

    registers = _registers(courses)
    if not wanted:
        for one in registers.pathways.values():
            click.echo(f"{one.id}  {one.titled(speech.lang())}")
        return
    chosen = tuple(dict.fromkeys(targets)) or DEFAULT_TARGETS
    check_targets(chosen)
    options = Options(
        targets=chosen, out=out, variant=Variant(language=language), lang=speech.lang()
    )
    _build(_found(registers, wanted), registers, courses, options, pdf)


def _registers(courses: Path) -> Registers:
    """Return the registers beside the courses.

    :raises UsageError: there is no ``parcours.yaml``, or it has errors.
    """
    from balise_builder.diagnostics import Collector
    from balise_builder.source.registers import read_registers

    collector = Collector()
    registers = read_registers(courses / COMMON, COMMON, collector)
    place = courses / COMMON / FILE
    if FILE not in registers.present:
        raise UsageError(
            f"Il n’y a pas de fichier {place}. Un parcours y a un id, un titre et des étapes.",
            f"There is no file {place}. In it a pathway has an id, a title and steps.",
        )
    wrong = next((d for d in collector.sorted() if d.span.file.endswith(FILE)), None)
    if wrong is not None:
        raise UsageError(
            f"{place}:{wrong.span.line} : {wrong.message('fr')}",
            f"{place}:{wrong.span.line}: {wrong.message('en')}",
        )
    return registers


def _found(registers: Registers, wanted: str) -> Pathway:
    if wanted in registers.pathways:
        return registers.pathways[wanted]
    known = ", ".join(registers.pathways) or "—"
    raise UsageError(
        f"Le parcours « {wanted} » n’existe pas. Parcours : {known}.",
        f"There is no pathway “{wanted}”. Pathways: {known}.",
    )


def _build(
    pathway: Pathway, registers: Registers, courses: Path, options: Options, pdf: bool
) -> None:
    from balise_builder.build import build, load
    from balise_builder.compile.pathways import resolved
    from balise_builder.diagnostics import Collector

    folders = [
        courses / name for name in dict.fromkeys(s.course for s in pathway.steps if s.course)
    ]
    _all_there(pathway, folders)
    made: dict[str, Course] = {}
    failed = False
    for folder in folders:
        if pathway.kind == "reading":
            loaded = load(folder, options)
        else:
            built = build(folder, options)
            loaded = built.loaded
            failed |= report(folder, built, strict=False)
        if loaded.course is not None:
            made[folder.name] = loaded.course
    if failed or len(made) < len(folders):
        click.echo(
            say(
                f"{pathway.id} : un de ses cours a des erreurs. Lancez « balise check ».",
                f"{pathway.id}: one of its courses has errors. Run “balise check”.",
            ),
            err=True,
        )
        raise SystemExit(1)
    language = options.variant.language
    pathway = resolved(pathway, courses, registers, Collector(), language)
    _write(pathway, made, options.out, pdf)


def _all_there(pathway: Pathway, folders: list[Path]) -> None:
    """Refuse a pathway that goes through a course that is not there, or through none."""
    missing = [folder.name for folder in folders if not (folder / "cours.md").is_file()]
    if missing or not folders:
        names = ", ".join(missing) or "—"
        raise UsageError(
            f"Le parcours « {pathway.id} » passe par des cours qui ne sont pas là : {names}.",
            f"The pathway “{pathway.id}” goes through courses that are not there: {names}.",
        )


def _write(pathway: Pathway, made: Mapping[str, Course], out: Path, pdf: bool) -> None:
    """Write the page of a pathway, and its PDF.

    :raises UsageError: a step of readings names a page that its course does not have.
    """
    from balise_builder.render.guide.pathway import agenda, pages_of, reading
    from balise_builder.source.disk import make_folder, write_text

    for step in pathway.steps if pathway.kind == "reading" else ():
        there = {page.id for page in pages_of(replace(step, pages=()), made[step.course])}
        unknown = [name for name in step.pages if name not in there]
        if unknown:
            raise UsageError(
                f"Le parcours « {pathway.id} » : « {step.course} » n’a pas de page"
                f" « {unknown[0]} ». Pages : {', '.join(sorted(there))}.",
                f"The pathway “{pathway.id}”: “{step.course}” has no page “{unknown[0]}”. Pages:"
                f" {', '.join(sorted(there))}.",
            )
    page = (reading if pathway.kind == "reading" else agenda)(pathway, made)
    make_folder(out)
    place = out / f"parcours-{pathway.id}.html"
    write_text(place, page.decode("utf-8"))
    click.echo(f"  {place.as_posix()}")
    if pdf:
        from balise_builder.targets.pdf import make

        printed = place.with_suffix(".pdf")
        printed.write_bytes(make(page, {}))
        click.echo(f"  {printed.as_posix()}")
