"""Texts of the server's pages: French first, English second.

A text is a pair (French, English) in one of the catalogue's families, so that neither language
can lack one. ``{name}`` is a placeholder; ``||`` separates the singular from the plural, chosen by
the parameter ``n`` (French: 0 and 1 are singular).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup, escape

from balise_server.i18n.formats import number
from balise_server.typography import no_break

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.datastructures import LanguageAccept

Lang = Literal["fr", "en"]
LANGUAGES: tuple[Lang, ...] = ("fr", "en")
COOKIE = "balise_lang"


@cache
def texts() -> Mapping[str, tuple[str, str]]:
    """Return every pair of texts by key. A key that stands twice is a programming error."""
    from balise_server.i18n.catalog import FAMILIES

    found: dict[str, tuple[str, str]] = {}
    for family in FAMILIES:
        for key, pair in family.TEXTS.items():
            if key in found:
                raise ValueError(f"text declared twice: {key}")
            french, english = pair
            found[key] = (no_break(french), english)
    return found


def is_singular(n: float, lang: Lang) -> bool:
    """Return whether ``n`` things take the singular (CLDR: French i = 0,1; English i = 1)."""
    return abs(n) < 2 if lang == "fr" else n == 1


def translate(lang: Lang, key: str, **params: object) -> str:
    """Return the text of ``key``; ``n`` also chooses between singular and plural.

    A parameter that is :class:`~markupsafe.Markup` makes the result Markup, with everything else
    escaped: that is how a link stands inside a sentence.

    :raises KeyError: when the catalogue has no such key.
    """
    text = texts()[key][LANGUAGES.index(lang)]
    n = params.get("n")
    if isinstance(n, int):
        one, _, other = text.partition("||")
        text = one if not other or is_singular(n, lang) else other
        params["n"] = number(n, lang)
    if any(isinstance(value, Markup) for value in params.values()):
        return Markup(text).format(**{k: escape(v) for k, v in params.items()})
    return text.format(**params) if params else text


def choose(asked: str | None, kept: str | None, accepted: LanguageAccept) -> Lang:
    """Return the language of a page.

    :param asked: the ``lang`` of the query; :param kept: the cookie of an earlier choice;
    :param accepted: the ``Accept-Language`` header. French when none of them decides.
    """
    for wish in (asked, kept):
        for lang in LANGUAGES:
            if wish == lang:
                return lang
    return "en" if accepted.best_match(LANGUAGES) == "en" else "fr"
