"""The options that ask for one build among others: audience, territory, format, language."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from balise_builder.cli.speech import both
from balise_builder.model.variant import Variant

if TYPE_CHECKING:
    from collections.abc import Callable


def variant_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options to a verb, which is given them as ``variant``."""

    @click.option(
        "--public", "--audience", "audience", default="", metavar="PUBLIC",
        help=both(
            "Construire la variante d’un public : police, santé…",
            "Build the variant of an audience: police, santé…",
        ),
    )  # fmt: skip
    @click.option(
        "--territoire", "--territory", "territory", default="", metavar="TERRITOIRE",
        help=both("Construire la variante d’un territoire.", "Build the variant of a territory."),
    )  # fmt: skip
    @click.option(
        "--format", "form", type=click.Choice(["capsules", "long"]), default=None,
        help=both(
            "En capsules, ou en une longue page (sinon ce que dit cours.md).",
            "As capsules, or as one long page (else what cours.md says).",
        ),
    )  # fmt: skip
    @click.option(
        "--langue", "--translation", "language", default="", metavar="LANGUE",
        help=both(
            "Construire une traduction : en, du dossier en/ de la formation.",
            "Build a translation: en, from the folder en/ of the course.",
        ),
    )  # fmt: skip
    @wraps(command)
    def wrapped(
        audience: str, territory: str, form: str | None, language: str, **others: Any
    ) -> None:
        command(**others, variant=Variant(audience, territory, form or "", language=language))

    return wrapped
