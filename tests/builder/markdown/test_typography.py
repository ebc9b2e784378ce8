"""Québec typography of text on output."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_builder.markdown.typography import typeset
from balise_builder.source.folding import fold_text

GOLDEN = Path(__file__).resolve().parents[2] / "golden/dialect/typography.txt"
PAIRS = [line.split(" => ") for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
TEXT = st.text(alphabet="ab1 2«»:;!?%$'’.\u00a0\u202f,-h", max_size=30)


@pytest.mark.parametrize(("typed", "shown"), PAIRS)
def test_text_is_shown_as_the_golden_file_says(typed: str, shown: str) -> None:
    assert typeset(typed).replace("\u00a0", "~") == shown


@given(TEXT)
def test_applying_it_twice_changes_nothing_more(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


@given(TEXT)
def test_the_letter_of_a_choice_is_found_by_the_same_text_before_and_after(text: str) -> None:
    assert fold_text(typeset(text)).replace("…", "...") == fold_text(text).replace("…", "...")


def test_other_languages_are_left_alone() -> None:
    assert typeset("Why ? It's 5 %", "en-CA") == "Why ? It's 5 %"
