"""What a translation leaves in the words of its source is shown as such, and counted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from balise_builder.build import load
from tests.builder.translated import EN, built, codes, edit, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


def with_place(folder: Path, source: str, english: str) -> None:
    """Add a place for contacts, with these settings, to both languages."""
    for name, settings, text in (
        ("01-agir.md", source, "La direction."),
        ("en/01-agir.md", english, "Management."),
    ):
        path = folder / name
        place = f"\n::: protocole {{#notes {settings}}}\n{text}\n:::\n"
        path.write_text(path.read_text(encoding="utf-8") + place, encoding="utf-8")


def passages_left(folder: Path) -> int:
    """Return how many passages the findings say are not translated."""
    found = load(folder, EN).diagnostics
    return sum(int(d.params["count"]) for d in found if d.code == "traduction-incomplete")


def test_a_passage_copied_from_the_source_is_not_translated(folder: Path) -> None:
    left = passages_left(folder)
    edit(folder, "en/cours.md", "Welcome to this course.", "Bienvenue dans cette formation.")
    page = built(folder, "--langue", "en")[1]
    assert passages_left(folder) == left + 1
    assert re.search(r'<div class="b-untranslated" lang="fr-CA">\s*.*\s*<p>Bienvenue', page)


def test_a_few_words_are_the_same_in_two_languages(folder: Path) -> None:
    with_place(folder, 'titre="Police, 911"', 'title="Police, 911"')
    page = built(folder, "--langue", "en")[1]
    assert '<p class="b-protocol-title">Police, 911</p>' in page


@pytest.mark.parametrize("english", ["", 'titre="Qui garde les notes?"'])
def test_the_title_of_a_protocol_that_nobody_translated_is_shown_as_such(
    folder: Path, english: str
) -> None:
    titled = 'titre="Qui garde les notes?"'
    with_place(folder, titled, 'title="Who keeps the notes?"')
    page = built(folder, "--langue", "en")[1]
    assert '<p class="b-protocol-title">Who keeps the notes?</p>' in page
    left = passages_left(folder)
    edit(folder, "en/01-agir.md", 'title="Who keeps the notes?"', english)
    page = built(folder, "--langue", "en")[1]
    assert '<p class="b-protocol-title" lang="fr-CA">Qui garde les notes?</p>' in page
    assert "Management." in page and passages_left(folder) == left + 1


def test_a_title_that_the_source_does_not_have_is_told(folder: Path) -> None:
    with_place(folder, "", 'title="Who keeps the notes?"')
    assert "traduction-en-trop" in codes(folder)


def test_the_title_of_a_protocol_is_stale_when_the_source_has_another(folder: Path) -> None:
    with_place(folder, 'titre="Qui garde les notes?"', 'title="Who keeps the notes?"')
    built(folder, "--langue", "en")
    edit(folder, "01-agir.md", "Qui garde les notes?", "Qui lit les notes?")
    assert "traduction-perimee" in codes(folder)
