"""``balise prove``: the one file of the proof that knows the builder's command line."""

from __future__ import annotations

from pathlib import Path

import click

from balise_builder.cli import speech
from balise_builder.cli.speech import both, say
from balise_builder.errors import BaliseError, PackageError, UsageError
from balise_server.errors import BaliseError as ServerError
from balise_server.proof.errors import ProofError

EDITIONS = ("scorm12", "scorm2004")


@click.command(
    help=both(
        "Jouer des paquets dans un vrai navigateur, à travers les pannes des plateformes, et "
        "écrire la preuve à côté de chacun.\n\nPAQUET : un zip SCORM, de Balise ou d’ailleurs; ou "
        "un dossier qui en contient. Le code de sortie est 1 quand une preuve échoue.",
        "Play packages in a real browser, through the failures of platforms, and write the proof "
        "beside each.\n\nPACKAGE: a SCORM zip, made by Balise or not; or a folder of them. The "
        "exit code is 1 when a proof fails.",
    )
)
@click.argument(
    "packages", metavar="PAQUET…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--profile", "profiles", multiple=True, metavar="PROFIL",
    help=both(
        "Seulement les parcours de ce profil; à répéter.",
        "Only the paths of this profile; may be repeated.",
    ),
)  # fmt: skip
@click.option(
    "--fault", "faults", multiple=True, metavar="PANNE",
    help=both("Seulement ce parcours; à répéter.", "Only this path; may be repeated."),
)  # fmt: skip
@click.option(
    "--edition", "editions", multiple=True, type=click.Choice(EDITIONS),
    help=both(
        "Seulement les paquets de cette édition de SCORM.",
        "Only the packages of this edition of SCORM.",
    ),
)  # fmt: skip
@click.option(
    "--browser", default="", metavar="CHEMIN",
    help=both(
        "Navigateur de la famille Chromium (sinon, celui du poste).",
        "Browser of the Chromium family (else that of the machine).",
    ),
)  # fmt: skip
def prove(
    packages: tuple[Path, ...],
    profiles: tuple[str, ...],
    faults: tuple[str, ...],
    editions: tuple[str, ...],
    browser: str,
) -> None:
    """Prove packages; exit 1 when one of them does not hold."""
    found = _found(packages)
    wanted = _wanted(profiles, faults)
    held = prove_all({path: path.name for path in found}, None, browser, wanted, editions)
    if not held:
        raise SystemExit(1)


def judge(drafts: dict[str, Path], out: Path) -> bool:
    """Prove packages that are not published yet (``balise build --prove``); whether all hold.

    :param drafts: the zips by the names that they will have.
    :param out: folder of the reports.
    :raises BaliseError: the proof could not be made.
    """
    return prove_all({path: name for name, path in drafts.items()}, out, "", frozenset(), ())


def prove_all(
    packages: dict[Path, str],
    out: Path | None,
    browser: str,
    wanted: frozenset[str],
    editions: tuple[str, ...],
) -> bool:
    """Play packages one after the other, write their reports; whether all hold.

    :param out: folder of the reports; beside each package by default.
    :param wanted: ids of the faults to play; empty means all of them.
    """
    from balise_server.proof.faults import FAULTS
    from balise_server.proof.report import write
    from balise_server.proof.run import ready

    chosen = [fault for fault in FAULTS if not wanted or fault.id in wanted]
    held, played = True, 0
    try:
        with ready(browser) as prover:
            for path, name in packages.items():
                if editions and prover.house.take(path, name).target not in editions:
                    continue
                click.echo(name)
                proof = prover.prove(path, name, chosen, _told)
                page, _ = write(proof, out or path.parent, speech.lang())
                click.echo(_verdict(proof.count("failed"), page))
                held &= proof.holds
                played += 1
    except (ProofError, ServerError) as error:
        raise _said(error) from error
    if not played:
        raise UsageError(
            "Aucun des paquets donnés n’est de cette édition.",
            "None of the packages given is of that edition.",
        )
    return held


def _found(given: tuple[Path, ...]) -> list[Path]:
    """Return the zips that a command line means; those of a folder but its web packages."""
    found: list[Path] = []
    for path in given:
        if path.is_dir():
            found += sorted(
                p for p in path.glob("*.zip") if not p.name.endswith(("-web.zip", "-guide.zip"))
            )
        elif path.is_file():
            found.append(path)
        else:
            raise UsageError(f"« {path} » n’existe pas.", f"“{path}” does not exist.")
    if not found:
        raise UsageError(
            "Il n’y a pas de paquet à jouer dans ce dossier.",
            "There is no package to play in that folder.",
        )
    return found


def _wanted(profiles: tuple[str, ...], faults: tuple[str, ...]) -> frozenset[str]:
    """Return the ids of the faults of some profiles, and of those named.

    :raises UsageError: a name that nothing has.
    """
    if not profiles and not faults:
        return frozenset()
    from balise_server.proof.faults import BY_ID, FAULTS

    names = sorted({fault.profile for fault in FAULTS})
    for name in profiles:
        if name not in names:
            raise UsageError(
                f"Le profil « {name} » n’existe pas. Ceux de la preuve : {', '.join(names)}.",
                f"There is no profile “{name}”. Those of the proof: {', '.join(names)}.",
            )
    for name in faults:
        if name not in BY_ID:
            raise UsageError(
                f"Le parcours « {name} » n’existe pas. Ceux de la preuve : {', '.join(BY_ID)}.",
                f"There is no path “{name}”. Those of the proof: {', '.join(BY_ID)}.",
            )
    return frozenset(faults) | {f.id for f in FAULTS if f.profile in profiles}


def _told(fault: object, path: object) -> None:
    from balise_server.proof.texts import text

    lang = speech.lang()
    mark = {"held": "✓", "failed": "✗", "not-judged": "–"}[path.verdict]  # type: ignore[attr-defined]
    click.echo(f"  {mark} {fault.title(lang)}")  # type: ignore[attr-defined]
    for check in path.checks:  # type: ignore[attr-defined]
        if not check.ok:
            click.echo(f"      {check.text(lang)} {text('found', lang, found=check.found)}")


def _verdict(failed: int, page: Path) -> str:
    where = page.as_posix()
    if not failed:
        return say(f"  Preuve faite : {where}", f"  Proved: {where}")
    return say(f"  Preuve manquée ({failed}) : {where}", f"  Not proved ({failed}): {where}")


def _said(error: ProofError | ServerError) -> BaliseError:
    if isinstance(error, ProofError):
        return PackageError(error.fr, error.en)
    return PackageError(error.message("fr"), error.message("en"))
