"""The command ``balise``: its verbs are loaded only when they are run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from balise_builder import __version__
from balise_builder.cli import speech
from balise_builder.cli.speech import both, say
from balise_builder.errors import BaliseError, MissingPartError, UsageError

VERBS = {
    "new": both("Écrire un cours de départ, prêt à modifier.", "Write a starting course to edit."),
    "importer": both(
        "Faire un cours d’un document Word (.docx).",
        "Make a course of a Word document (.docx).",
    ),
    "preview": both(
        "Voir ses cours dans le navigateur pendant qu’on les écrit.",
        "See courses in the browser while writing them.",
    ),
    "check": both("Vérifier des cours, sans rien écrire.", "Check courses, writing nothing."),
    "explain": both(
        "Expliquer un constat, avec un exemple et sa correction.",
        "Explain a finding, with an example and its correction.",
    ),
    "fix": both(
        "Corriger dans les textes ce qui peut l’être sans risque.",
        "Correct in the texts what can be corrected safely.",
    ),
    "diff": both(
        "Dire ce qu’une version change pour les personnes à mi-parcours.",
        "Say what a version changes for the people in the middle of a course.",
    ),
    "build": both(
        "Construire les paquets pour les plateformes d’apprentissage.",
        "Build packages for learning platforms.",
    ),
    "parcours": both(
        "Construire un parcours : plusieurs modules, et ce qui se fait en personne.",
        "Build a pathway: several courses, and what is done in person.",
    ),
    "catalogue": both(
        "Écrire les tableaux des formations : modules, personnes, énoncés de droit.",
        "Write the tables of the courses: modules, people, legal statements.",
    ),
    "prove": both(
        "Jouer des paquets à travers les pannes des plateformes, et en écrire la preuve.",
        "Play packages through the failures of platforms, and write the proof.",
    ),
}
"""The verbs that the help lists, in the order of a trainer's work."""

OWN = ("new", "check", "explain", "fix", "diff", "build", "importer", "parcours", "catalogue")
ALIASES = {"import": "importer", "pathway": "parcours", "catalog": "catalogue"}
"""English names of verbs that French words name."""
ELSEWHERE = {"preview": "balise-server[preview]", "prove": "balise-server[preview,prove]"}
"""Verbs of other distributions (entry-point group ``balise.commands``) and what installs them."""


class Verbs(click.Group):
    """The group ``balise``."""

    context_class = speech.Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs, those of other distributions included."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a verb; ``None`` when no installed distribution has it."""
        cmd_name = ALIASES.get(cmd_name, cmd_name)
        command = _own(cmd_name) if cmd_name in OWN else _from_elsewhere(cmd_name)
        if command is not None:
            command.context_class = speech.Context
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; a known one that is not installed says how to install it."""
        if args and args[0] in ELSEWHERE and self.get_command(ctx, args[0]) is None:
            verb, part = args[0], ELSEWHERE[args[0]]
            raise MissingPartError(
                f"« balise {verb} » demande une partie qui n’est pas installée. Lancez : "
                f'pipx inject balise-builder "{part}" (ou : pip install "{part}").',
                f"“balise {verb}” needs a part that is not installed. Run: "
                f'pipx inject balise-builder "{part}" (or: pip install "{part}").',
            )
        if args and self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0], VERBS, n=1)
            ctx.fail(
                say(f"Le verbe « {args[0]} » n’existe pas.", f"The command “{args[0]}” is unknown.")
                + (say(f" Vouliez-vous dire « {near[0]} »?", f" Did you mean “{near[0]}”?")
                   if near else "")
            )  # fmt: skip
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs without loading any."""
        with formatter.section(say("Verbes", "Commands")):
            formatter.write_dl(list(VERBS.items()))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line; exit 0, 1 (problems) or 2 (the command was written wrongly)."""
        arguments, asked = speech.take_lang(sys.argv[1:] if args is None else args)
        known = asked in ("fr", "en")
        speech.use(asked if known else speech.environment_lang())  # type: ignore[arg-type]
        if asked is not None:
            arguments = ["--lang", asked, *arguments]
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        try:
            return super().main(
                arguments, prog_name or "balise", complete_var, standalone_mode, **extra
            )
        except BaliseError as error:
            if not standalone_mode:
                raise
            label = say("Erreur : ", "Error: ")
            click.echo(label + error.text(speech.lang()), err=True)
            sys.exit(2 if isinstance(error, UsageError) else 1)


def _own(name: str) -> click.Command:
    """Load a verb of this distribution."""
    module = import_module(f"balise_builder.cli.{name}")
    command: click.Command = getattr(module, name)
    return command


def _from_elsewhere(name: str) -> click.Command | None:
    """Load a verb that another distribution brings; ``None`` when none does.

    A distribution whose own extra is missing counts as absent.
    """
    from importlib.metadata import entry_points

    for point in entry_points(group="balise.commands", name=name):
        try:
            command: click.Command = point.load()
        except ModuleNotFoundError as error:
            if os.environ.get("BALISE_DEBUG"):
                raise
            part = ELSEWHERE.get(name, name)
            raise MissingPartError(
                f"« balise {name} » demande le module Python « {error.name} », qui n’est pas "
                f'installé. Lancez : pipx inject balise-builder "{part}".',
                f"“balise {name}” needs the Python module “{error.name}”, which is not installed. "
                f'Run: pipx inject balise-builder "{part}".',
            ) from error
        return command
    return None


@click.group(
    "balise",
    cls=Verbs,
    help=both(
        "Balise fait d’un dossier de textes Markdown une formation que toute plateforme "
        "d’apprentissage peut jouer.",
        "Balise turns a folder of Markdown texts into training that any learning platform plays.",
    ),
    epilog=both(
        "Pour commencer : « balise new courses/mon-cours », puis « balise preview ».",
        "To begin: “balise new courses/my-course”, then “balise preview”.",
    ),
)
@click.option(
    "--lang",
    type=click.Choice(["fr", "en"]),
    expose_value=False,
    help=both(
        "Langue des messages, avec n’importe quel verbe (sinon, celle de l’ordinateur).",
        "Language of the messages, with any command (else that of the computer).",
    ),
)
@click.version_option(
    __version__,
    prog_name="balise",
    message="%(prog)s %(version)s",
    help=both("Montrer la version.", "Show the version."),
)
def main() -> None:
    """Run a verb."""
