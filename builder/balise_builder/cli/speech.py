"""The language of the command line: French unless the person's computer says English.

Verbs write their help as ``both("français", "english")`` and their output as
``say("français", "english")``; click's own words are translated here. The language is ``--lang``,
anywhere on the line, else that of ``LC_ALL``, ``LC_MESSAGES`` or ``LANG``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Literal

import click

Lang = Literal["fr", "en"]

_SEPARATOR = "\x1e"
_current: Lang = "fr"

HELP_EN = "Show this message and exit."
"""Click keeps this text with the command: it holds both languages."""

CLICK_FR = {
    "Usage:": "Usage :",
    "Options": "Options",
    "Commands": "Verbes",
    "Positional arguments": "Arguments",
    HELP_EN: "Montrer cette aide.",
    "Show the version and exit.": "Montrer la version.",
    "Missing command.": "Il manque un verbe.",
    "Aborted!": "Interrompu.",
    "Error: {message}": "Erreur : {message}",
    "Try '{command} {option}' for help.": "Aide : « {command} {option} ».",
    "Invalid value: {message}": "Valeur non valide : {message}",
    "Invalid value for {param_hint}: {message}":
        "Valeur non valide pour {param_hint} : {message}",
    "Missing argument": "Il manque l’argument",
    "Missing option": "Il manque l’option",
    "Missing parameter": "Il manque le paramètre",
    "No such option {name!r}.": "L’option {name!r} n’existe pas.",
    "Option {name!r} requires an argument.": "L’option {name!r} attend une valeur.",
    "Option {name!r} does not take a value.": "L’option {name!r} n’attend pas de valeur.",
    "Got unexpected extra argument ({args})": "Argument de trop ({args})",
    "Got unexpected extra arguments ({args})": "Arguments de trop ({args})",
    "Did you mean {possibility}?": "Vouliez-vous dire {possibility}?",
    "{name} {filename!r} does not exist.": "« {filename} » n’existe pas.",
    "{name} {filename!r} is a file.": "« {filename} » est un fichier, pas un dossier.",
    "{name} {filename!r} is a directory.": "« {filename} » est un dossier, pas un fichier.",
    "{name} {filename!r} is not readable.": "« {filename} » ne peut pas être lu.",
    "{name} {filename!r} is not writable.": "« {filename} » ne peut pas être modifié.",
    "{value!r} is not a valid {number_type}.": "{value!r} n’est pas un nombre ({number_type}).",
    "{value!r} is not {choice}.": "{value!r} n’est pas {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} n’est pas l’une des valeurs {choices}.",
    "(Possible options: {possibilities})": "(Possibles : {possibilities})",
}  # fmt: skip
"""What click says, by its own English text."""


def environment_lang() -> Lang:
    """Return the language that the computer asks for; French unless it is English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.lower().startswith("en") else "fr"
    return "fr"


def take_lang(arguments: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the arguments without ``--lang X``, and X (the last one; ``None`` when absent)."""
    kept: list[str] = []
    found: str | None = None
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            kept += ["--", *rest]
        elif argument == "--lang":
            found = next(rest, "")
        elif argument.startswith("--lang="):
            found = argument.removeprefix("--lang=")
        else:
            kept.append(argument)
    return kept, found


def use(lang: Lang) -> None:
    """Speak ``lang`` from now on, click included."""
    global _current
    _current = lang
    for name, module in tuple(sys.modules.items()):
        if name.startswith("click."):
            names = vars(module)
            names |= {k: f for k, f in _TRANSLATORS.items() if k in names}


def lang() -> Lang:
    """Return the language of this command."""
    return _current


def say(fr: str, en: str) -> str:
    """Return the text of the language of this command."""
    return en if _current == "en" else fr


def both(fr: str, en: str) -> str:
    """Return a help text that is shown in the language of the command (see :class:`Formatter`)."""
    return fr + _SEPARATOR + en


def chosen(text: str) -> str:
    """Return the part of a text made by :func:`both` that is in the language of this command."""
    fr, separator, en = text.partition(_SEPARATOR)
    return say(fr, en).strip() if separator else text


def _click_text(text: str) -> str:
    if text == HELP_EN:
        return both(CLICK_FR[text], text)
    return CLICK_FR.get(text, text) if _current == "fr" else text


def _click_plural(one: str, many: str, number: int) -> str:
    return _click_text(one if number == 1 else many)


_TRANSLATORS = {"_": _click_text, "ngettext": _click_plural}
"""The names by which click's modules know their translation functions."""


class Formatter(click.HelpFormatter):
    """Help in one language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        args = args.replace("COMMAND [ARGS]...", say("VERBE [ARGUMENTS]…", "COMMAND [ARGUMENTS]…"))
        super().write_usage(prog, args, prefix or say("Usage : ", "Usage: "))

    def write_heading(self, heading: str) -> None:
        """Write the title of a section."""
        super().write_heading(heading + say(" ", ""))

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        super().write_text(chosen(text))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write options or verbs with what they do."""
        super().write_dl([(term, chosen(text)) for term, text in rows], col_max, col_spacing)


class Context(click.Context):
    """A context whose help is written by :class:`Formatter`."""

    formatter_class = Formatter
