"""Running the command line as a person does."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from balise_builder.cli import main


def run(
    *arguments: object,
    lang: str = "fr_CA.UTF-8",
    env: dict[str, str] | None = None,
    answer: str | None = None,
) -> Result:
    """Run ``balise`` with ``arguments``; no traceback is ever a good answer.

    :param answer: what the person types.
    """
    environment = {"LC_ALL": lang, "LC_MESSAGES": "", "LANG": "", "SOURCE_DATE_EPOCH": ""}
    result = CliRunner().invoke(
        main, [str(a) for a in arguments], env=environment | (env or {}), input=answer
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        pytest.fail(f"{type(result.exception).__name__}: {result.exception}")
    return result


def plain(text: str) -> str:
    """Return a text with ordinary spaces, to compare words."""
    return " ".join(text.replace("\u00a0", " ").split())
