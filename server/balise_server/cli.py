"""The command ``balise-server``: run, migrate, add, stats."""

from __future__ import annotations

import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from balise_server import __version__, disclosure, speech
from balise_server.config import Config, from_environment
from balise_server.errors import BaliseError
from balise_server.speech import both, say

if TYPE_CHECKING:
    from collections.abc import Callable


def _told(command: Callable[..., Any]) -> Callable[..., Any]:
    """Say a :class:`BaliseError` in one line instead of a traceback; exit code 1."""

    @wraps(command)
    def wrapped(*args: Any, **given: Any) -> Any:
        try:
            return command(*args, **given)
        except BaliseError as error:
            raise click.ClickException(error.message(speech.lang())) from None

    return wrapped


@click.group(
    cls=speech.Verbs,
    help=both(
        "Servir les formations de Balise, enregistrer l’achèvement, en rendre compte. Réglages : "
        "BALISE_* et DATABASE_URL.",
        "Serve Balise courses, record completion, report. Settings: BALISE_* and DATABASE_URL.",
    ),
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    help=both(
        "Dossier des données (.balise, ou BALISE_DATA).", "Data folder (.balise, or BALISE_DATA)."
    ),
)
@click.option(
    "--lang",
    type=click.Choice(["fr", "en"]),
    expose_value=False,
    help=both(
        "Langue des messages (sinon BALISE_LANG, sinon celle de l’ordinateur).",
        "Language of the messages (else BALISE_LANG, else that of the computer).",
    ),
)
@click.pass_context
def main(context: click.Context, data: Path | None) -> None:
    """Keep the options that every verb shares."""
    context.obj = {"data": data}


def _config(**given: object) -> Config:
    return from_environment(**{**click.get_current_context().obj, **given})


@main.command(help=both("Mettre la base de données à jour.", "Bring the database up to date."))
@_told
def migrate() -> None:
    """Bring the database up to date."""
    from balise_server.storage import Store
    from balise_server.storage.migrations import HEAD
    from balise_server.storage.migrations import migrate as bring

    config = _config()
    config.data.mkdir(parents=True, exist_ok=True)
    store = Store(config.database_url)
    changed = bring(store)
    store.close()
    said = say("mise à jour", "updated") if changed else say("déjà à jour", "already up to date")
    click.echo(f"{said} ({HEAD})")


@main.command(
    help=both(
        "Ajouter des paquets (zips SCORM ou web) à la bibliothèque; un paquet refusé dit pourquoi.",
        "Add packages (SCORM or web zips) to the library; each refused one says why.",
    )
)
@click.argument("packages", nargs=-1, required=True, type=click.Path(path_type=Path))
@_told
def add(packages: tuple[Path, ...]) -> None:
    """Add packages (SCORM or web zips) to the library; each refused one says why."""
    from balise_server.packages import Library
    from balise_server.packages.archive import Limits

    config = _config()
    limits = Limits(total=config.max_package)
    library = Library(config.packages, config.dropped, config.extracted, limits)
    refused = False
    for path in packages:
        try:
            package = library.add(path, path.name)
        except BaliseError as error:
            click.echo(error.message(speech.lang()), err=True)
            refused = True
        else:
            click.echo(f"{package.title} {package.version} ({package.target})")
    sys.exit(1 if refused else 0)


@main.command(
    help=both(
        "Donner les chiffres de COURSE, ou de chaque formation; les petits groupes sont cachés.",
        "Print the figures of COURSE, or of every course; small groups are hidden.",
    )
)
@click.argument("course", required=False)
@click.option(
    "--csv", "as_csv", is_flag=True, help=both("CSV, pour un tableur.", "CSV, for a spreadsheet.")
)
@_told
def stats(course: str | None, as_csv: bool) -> None:
    """Print the figures of COURSE, or of every course; small groups are hidden."""
    from balise_server.storage import Store, statistics

    config = _config()
    store = Store(config.database_url)
    with store.read() as connection:
        every = statistics.courses(connection, config.org_id)
    store.close()
    chosen = [one for one in every if course in (None, one.course_id)]
    if course and not chosen:
        raise BaliseError("unknown-course", course=course)
    rows = [
        disclosure.csv_row(disclosure.disclosed(one, config.small_cell), one.course_id)
        for one in chosen
    ]
    if as_csv:
        sys.stdout.write(disclosure.to_csv(disclosure.COLUMNS, rows))
        return
    for row in rows:
        for name, value in zip(disclosure.COLUMNS, row, strict=True):
            click.echo(f"{name:16} {disclosure.cell(value)}")
        click.echo()


@main.command(
    help=both(
        "Servir les pages et le contenu (gunicorn; sous Windows, le serveur intégré).",
        "Serve pages and content (gunicorn; on Windows the built-in server).",
    )
)
@click.option(
    "--bind",
    metavar="HOST:PORT",
    help=both("Adresse où écouter (sinon, celle des pages).", "Address to listen on (the pages’)."),
)
@click.option(
    "--packages",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=both("Dossier de paquets construits; à répéter.", "Folder of built packages; repeatable."),
)
@click.option(
    "--workers",
    default=2,
    metavar="N",
    type=click.IntRange(1, 64),
    help=both("Nombre de processus (2).", "Number of processes (2)."),
)
@_told
def run(bind: str | None, packages: tuple[Path, ...], workers: int) -> None:
    """Serve pages and content (gunicorn; on Windows the built-in server)."""
    config = _config(packages=packages or None)
    address = bind or urlsplit(config.page_origin).netloc
    click.echo(f"{config.page_origin} · {config.content_origin}")
    if sys.platform == "win32":
        _run_plain(config, address)
    else:
        from balise_server.serving import Gunicorn

        Gunicorn(config, address, workers).run()


def _run_plain(config: Config, address: str) -> None:
    from werkzeug.serving import run_simple

    from balise_server.app import create_app

    host, _, port = address.rpartition(":")
    run_simple(host, int(port), create_app(config), threaded=True)
