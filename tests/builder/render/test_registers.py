"""What the registers put into a sentence."""

from __future__ import annotations

import pytest

from balise_builder.render.registers import written_date


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
