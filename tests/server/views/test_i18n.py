"""Two languages everywhere: choice, plurals, formats, typography."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from markupsafe import Markup
from tests.server.support import PAGES, serving
from werkzeug.datastructures import LanguageAccept

from balise_server.i18n import choose, formats, texts, translate

NOTHING = LanguageAccept([])
ENGLISH = LanguageAccept([("en-CA", 1.0), ("en", 0.8)])


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(texts()))
def test_both_languages_say_the_same_with_the_same_values(key):
    french, english = texts()[key]
    assert french and english
    assert placeholders(french) == placeholders(english)
    assert french.count("||") == english.count("||")


@pytest.mark.parametrize("key", sorted(texts()))
def test_french_follows_the_typography_of_quebec(key):
    french = texts()[key][0]
    assert not re.search(r"[^\u00a0] ?:(?= |$)| [;!?%»]|« |'", french.replace("\u00a0:", ""))


def test_the_query_wins_over_the_cookie_and_the_cookie_over_the_browser():
    assert choose("en", "fr", NOTHING) == "en"
    assert choose(None, "en", NOTHING) == "en"
    assert choose("xx", None, ENGLISH) == "en"
    assert choose(None, None, LanguageAccept([("de", 1.0)])) == "fr"


def test_zero_is_singular_in_french_and_plural_in_english():
    assert translate("fr", "author.errors", n=0) == "0 erreur"
    assert translate("en", "author.errors", n=0) == "0 errors"
    assert translate("fr", "author.errors", n=1500) == "1\u00a0500 erreurs"


def test_markup_in_a_text_escapes_what_stands_beside_it():
    text = translate("fr", "library.audience", names=Markup("<b>a</b>"))
    assert text == "Pour\u00a0: <b>a</b>" and isinstance(text, Markup)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(5, "5 s"), (60, "1 min"), (245, "4 min 05 s"), (3600, "1 h"), (4320, "1 h 12 min")],
)
def test_durations_are_read_at_a_glance(seconds, shown):
    assert formats.duration(seconds, "fr").replace("\u00a0", " ") == shown


def test_sizes_and_shares_follow_the_language():
    assert formats.size(114_688, "fr") == "112\u00a0ko"
    assert formats.size(1_500_000, "en") == "1.4\u00a0MB"
    assert formats.percent(0.364, "fr") == "36\u00a0%"


def test_a_language_asked_for_is_kept_and_told(tmp_path):
    with serving(tmp_path) as server:
        client = server.browser
        page = client.get("/?lang=en", base_url=PAGES)
        assert page.headers["Content-Language"] == "en"
        assert '<html lang="en-CA">' in page.text and 'href="/?lang=fr"' in page.text
        assert '<html lang="en-CA">' in client.get("/statistiques/", base_url=PAGES).text
        assert '<html lang="fr-CA">' in server.get("/", PAGES).text
