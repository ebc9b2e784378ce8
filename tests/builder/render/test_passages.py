"""Words of another language are heard and set as such, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.contract import to_json
from balise_builder.model import Course
from balise_builder.render.context import CourseContext
from balise_builder.render.pages import page_section
from balise_builder.source.languages import TWO_LETTERS, known_tag, likely_tag
from tests.builder.compile.cases import PAGE, Case, run

COURSE = """\
---
id : essai
titre : Essai
version : 0.1.0
langue : {language}
---
Bienvenue.
"""


def made(tmp_path: Path, text: str, language: str = "fr-CA") -> Course:
    files = {"cours.md": COURSE.format(language=language).splitlines(), PAGE: text.splitlines()}
    course, found, _ = run(Case("passages", files), tmp_path)
    assert course is not None, found
    assert not [f for f in found if f.severity == "error"]
    return course


def shown(tmp_path: Path, text: str, language: str = "fr-CA") -> str:
    course = made(tmp_path, text, language)
    return str(page_section(course.pages[1], CourseContext.of(course)))


def test_the_words_keep_their_own_typography(tmp_path: Path) -> None:
    html = shown(tmp_path, "Dire : [Wait: 50% off !]{lang=en} ou : [50 % : oui ?]{lang=fr-CA}\n")
    assert 'Dire\u00a0: <span lang="en">Wait: 50% off !</span> ou\u00a0: ' in html
    assert '<span lang="fr-CA">50\u00a0%\u00a0: oui?</span>' in html


def test_an_english_course_sets_its_french_words_in_french(tmp_path: Path) -> None:
    html = shown(tmp_path, "The sign : [Besoin d'aide ?]{lang=fr}\n", "en")
    assert 'The sign : <span lang="fr">Besoin d’aide?</span>' in html


def test_marks_brackets_and_passages_may_stand_inside(tmp_path: Path) -> None:
    text = (
        "[Some *fine* [very] text with a [link](https://x.org) and [kuei]{lang=moe}]{lang=EN-ca}\n"
    )
    html = shown(tmp_path, text)
    assert html.count("<span lang=") == html.count("</span>") == 2
    assert '<span lang="en-CA">Some <em>fine</em> [very] text with a <a ' in html
    assert '</a> and <span lang="moe">kuei</span></span>' in html


@pytest.mark.parametrize(
    ("language", "words", "opening"),
    [
        ("fr-CA", "[مرحبا]{lang=ar}", '<span lang="ar" dir="rtl">'),
        ("ar", "[SCORM]{lang=en}", '<span lang="en" dir="ltr">'),
        ("ar", "[سلام]{lang=fa}", '<span lang="fa">'),
    ],
)
def test_words_run_in_the_direction_of_their_language(
    tmp_path: Path, language: str, words: str, opening: str
) -> None:
    assert opening in shown(tmp_path, f"A {words} b.\n", language)


QUESTION = """\
::: question {#q}
**Que veut dire [kuei]{lang=moe}?**

- [x] [Hello : you]{lang=en} {fixe}
  > On dit aussi [hi]{lang=en}.
- [ ] Rien.
  > Si.
:::
"""


def test_questions_carry_the_language_of_their_words(tmp_path: Path) -> None:
    item = to_json(made(tmp_path, QUESTION))["items"][0]
    assert 'veut dire <span lang="moe">kuei</span>?' in item["stem"]
    assert item["choices"][0]["html"] == '<span lang="en">Hello : you</span>'
    assert item["choices"][0]["fixed"]
    assert '<span lang="en">hi</span>' in item["choices"][0]["feedback"]


def test_names_of_languages_lead_to_their_code() -> None:
    for written, tag in (("Anglais", "en"), ("innu-aimun", "moe"), ("eng-CA", "en-CA")):
        assert known_tag(written) is None
        assert likely_tag(written) == tag
    assert (known_tag("iu-cans-ca"), known_tag("fr_ca")) == ("iu-Cans-CA", "fr-CA")
    assert (known_tag("qc"), known_tag("x"), likely_tag("klingon")) == (None, None, None)
    assert {"fr", "iu", "cr"} < TWO_LETTERS
