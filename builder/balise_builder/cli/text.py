"""Small pieces of text that several verbs write."""

from __future__ import annotations

from balise_builder.cli.speech import say


def counted(number: int, fr: str, en: str, fr_plural: str = "", en_plural: str = "") -> str:
    """Return « 2 erreurs », “1 error”: in French, 0 and 1 are singular."""
    french = fr if number < 2 else fr_plural or f"{fr}s"
    english = en if number == 1 else en_plural or f"{en}s"
    return say(f"{number} {french}", f"{number} {english}")
