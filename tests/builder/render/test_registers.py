"""What the registers put into a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.model import Source, Span
from balise_builder.render.context import CourseContext, PageContext
from balise_builder.render.registers import reference, written_date
from tests.builder.handmade import course


@pytest.mark.parametrize(
    ("issued", "language", "shown"),
    [
        ("2021-11-16", "fr-CA", "16 novembre 2021"),
        ("2021-03-01", "fr-CA", "1er mars 2021"),
        ("2021-03-01", "en-CA", "1 March 2021"),
        ("2021-03", "fr-CA", "mars 2021"),
        ("2021", "fr-CA", "2021"),
        ("2021-13-40", "fr-CA", "2021-13-40"),
        ("printemps 2021", "fr-CA", "printemps 2021"),
    ],
)
def test_the_date_of_a_source_is_written_in_words(issued: str, language: str, shown: str) -> None:
    assert written_date(issued, language) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"author": "Légis"}, "Légis. <cite>Une loi</cite>."),
        ({"author": "Légis", "issued": "2024"}, "Légis (2024). <cite>Une loi</cite>."),
        ({"issued": "2024-10-10"}, "<cite>Une loi</cite> (10 octobre 2024)."),
        ({"publisher": "Éditeur"}, "<cite>Une loi</cite>. Éditeur."),
    ],
)
def test_an_entry_without_an_author_begins_with_its_title(
    fields: dict[str, str], shown: str, tmp_path: Path
) -> None:
    made = course(tmp_path)
    page = PageContext(CourseContext.of(made), made.pages[0])
    source = Source(Span("sources.yaml", 1, 1), "loi", {"title": "Une loi", **fields})
    assert reference(source, page) == shown
