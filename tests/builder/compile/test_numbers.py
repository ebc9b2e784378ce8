"""Numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_builder.compile.numbers import parse_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("911", (911, 0)), ("0", (0, 0)), ("0,5", (0.5, 0)), ("12.5", (12.5, 0)),
        ("-3", (-3, 0)), ("−3", (-3, 0)), ("+3", (3, 0)), ("1 250", (1250, 0)),
        ("1\u00a0250\u202f000,5", (1250000.5, 0)), ("12 ± 2", (12, 2)), ("12±0,5", (12, 0.5)),
        ("12 +/- 2", (12, 2)), ("12 +- 2", (12, 2)), (" 12 ", (12, 0)),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written(text: str, expected: tuple[float, float]) -> None:
    assert parse_number(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "0911", "007", "911 ou 811", "12 $", "15 %", "1 2 3", "514 555-1234", "12 ±", "1e3",
     "12 ± -2", "1234567890123456", "١٢", "1,2,3", "½", "--3"],
)  # fmt: skip
def test_what_is_not_surely_a_number_is_a_text(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(-(10**12), 10**12), st.integers(0, 99), st.booleans())
def test_spaces_between_thousands_and_a_comma_change_nothing(
    whole: int, cents: int, spaced: bool
) -> None:
    shown = f"{whole:,}".replace(",", "\u202f") if spaced else str(whole)
    expected = float(f"{whole}.{cents:02}")
    assert parse_number(f"{shown},{cents:02}") == (expected, 0)
