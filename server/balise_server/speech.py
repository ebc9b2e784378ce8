"""The language of the command ``balise-server``: French unless the person's computer says English.

It is ``--lang``, anywhere on the line, else ``BALISE_LANG``, else that of ``LC_ALL``,
``LC_MESSAGES`` or ``LANG``, as for ``balise``, whose code this distribution may not import.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from balise_server.typography import no_break

_SEPARATOR = "\x1e"
_current = "fr"

CLICK_FR = {
    "Show this message and exit.": "Montrer cette aide.",
    "Show the version and exit.": "Montrer la version.",
    "Missing command.": "Il manque un verbe.",
    "No such command {name!r}.": "Le verbe {name!r} n’existe pas.",
    "Aborted!": "Interrompu.",
    "Error: {message}": "Erreur : {message}",
    "Try '{command} {option}' for help.": "Aide : « {command} {option} ».",
    "Invalid value: {message}": "Valeur non valide : {message}",
    "Invalid value for {param_hint}: {message}": "Valeur non valide pour {param_hint} : {message}",
    "Missing argument": "Il manque l’argument",
    "No such option {name!r}.": "L’option {name!r} n’existe pas.",
    "Option {name!r} requires an argument.": "L’option {name!r} attend une valeur.",
    "Got unexpected extra argument ({args})": "Argument de trop ({args})",
    "Got unexpected extra arguments ({args})": "Arguments de trop ({args})",
    "Did you mean {possibility}?": "Vouliez-vous dire {possibility}?",
    "{value!r} is not a valid {number_type}.": "{value!r} n’est pas un nombre.",
    "{value!r} is not one of {choices}.": "{value!r} n’est pas l’une des valeurs {choices}.",
    "(Possible options: {possibilities})": "(Possibles : {possibilities})",
}
"""What click says, by its own English text."""


def lang() -> str:
    """Return the language of this command, ``fr`` or ``en``."""
    return _current


def say(fr: str, en: str) -> str:
    """Return the text of the language of this command."""
    return en if _current == "en" else no_break(fr)


def both(fr: str, en: str) -> str:
    """Return a help text that is shown in the language of the command."""
    return fr + _SEPARATOR + en


def environment_lang(environ: Mapping[str, str] = os.environ) -> str:
    """Return the language that the environment asks for; French unless it is English."""
    for name in ("BALISE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return "en" if value.lower().startswith("en") else "fr"
    return "fr"


def _chosen(text: str) -> str:
    fr, separator, en = text.partition(_SEPARATOR)
    return say(fr, en) if separator else _click_text(text)


def _click_text(text: str) -> str:
    return no_break(CLICK_FR.get(text, text)) if _current == "fr" else text


def _click_plural(one: str, many: str, number: int) -> str:
    return _click_text(one if number == 1 else many)


_TRANSLATORS = {"_": _click_text, "ngettext": _click_plural}
"""The names by which click's modules know their translation functions."""


def use(language: str) -> None:
    """Speak ``language`` from now on, click included."""
    global _current
    _current = language
    for name, module in tuple(sys.modules.items()):
        if name.startswith("click."):
            names = vars(module)
            names |= {k: f for k, f in _TRANSLATORS.items() if k in names}


class Formatter(click.HelpFormatter):
    """Help in one language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        super().write_usage(prog, args, prefix or say("Usage : ", "Usage: "))

    def write_heading(self, heading: str) -> None:
        """Write the title of a section."""
        title = "Verbes" if (heading, _current) == ("Commands", "fr") else heading
        super().write_heading(title + say("\u00a0", ""))

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        super().write_text(_chosen(text))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write options or verbs with what they do."""
        super().write_dl([(term, _chosen(text)) for term, text in rows], col_max, col_spacing)


class Context(click.Context):
    """A context whose help is written by :class:`Formatter`."""

    formatter_class = Formatter


class Verb(click.Command):
    """A verb; its line in the list of verbs is its whole help, in one language."""

    context_class = Context

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the help of the verb."""
        return _chosen(self.help or "")


class Verbs(click.Group):
    """The group ``balise-server``."""

    context_class = Context
    command_class = Verb

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Run the command line; exit 0, 1 (problems) or 2 (the command was written wrongly)."""
        kept: list[str] = []
        asked: str | None = None
        rest = iter(sys.argv[1:] if args is None else args)
        for argument in rest:
            if argument == "--lang":
                asked = next(rest, "")
            elif argument.startswith("--lang="):
                asked = argument.removeprefix("--lang=")
            else:
                kept.append(argument)
        use(asked if asked in ("fr", "en") else environment_lang())
        return super().main(kept if asked is None else ["--lang", asked, *kept], *more, **extra)
