"""``balise catalogue``: the tables of ``courses/README.md``, made from the courses."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from balise_builder.cli.speech import both, say
from balise_builder.errors import UsageError


@click.command(
    help=both(
        "Écrire le catalogue des formations dans README.md.\n\nDIR : un dossier de formations; "
        "sans lui, « courses ». Les tableaux (modules, personnes et rôles, énoncés de droit) sont "
        "refaits entre leurs lignes marquées; ce que vous avez écrit autour reste tel quel.",
        "Write the catalogue of the courses into README.md.\n\nDIR: a folder of courses; without "
        "it, “courses”. The tables (courses, people and roles, legal statements; in French) are "
        "made again between their marked lines; what you wrote around them stays as it is.",
    )
)
@click.argument("folder", required=False, default="courses", metavar="[DIR]")
@click.option(
    "--vérifier", "--verifier", "--check", "verify", is_flag=True,
    help=both(
        "Ne rien écrire : échouer si un tableau n’est plus à jour.",
        "Write nothing: fail when a table is out of date.",
    ),
)  # fmt: skip
def catalogue(folder: str, verify: bool) -> None:
    """Write or verify the catalogue."""
    from balise_builder.catalogue import NAME, filled, gather, parts, stale_parts
    from balise_builder.source.disk import write_text
    from balise_builder.source.paths import reasons

    place = Path(folder) / NAME
    facts = gather(Path(folder))
    made = parts(facts)
    try:
        page = place.read_text(encoding="utf-8") if place.exists() else ""
    except (OSError, UnicodeDecodeError) as problem:
        why = reasons(problem) if isinstance(problem, OSError) else {
            "reason": "il n’est pas en UTF-8", "reason_en": "it is not in UTF-8",
        }  # fmt: skip
        raise UsageError(
            f"« {place} » ne peut pas être lu : {why['reason']}. Rien n’a été écrit.",
            f"“{place}” cannot be read: {why['reason_en']}. Nothing was written.",
        ) from problem
    stale = stale_parts(page, made)
    if not stale:
        click.echo(say(f"{place} est à jour.", f"{place} is up to date."))
        return
    if verify:
        names = ", ".join(stale)
        click.echo(
            say(
                f"{place} n’est plus à jour ({names}). Lancez « balise catalogue {folder} ».",
                f"{place} is out of date ({names}). Run “balise catalogue {folder}”.",
            )
        )
        sys.exit(1)
    write_text(place, filled(page, made))
    count = len(facts)
    click.echo(say(f"{place} : {count} formations.", f"{place}: {count} courses."))
