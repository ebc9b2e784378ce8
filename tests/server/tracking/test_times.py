"""Durations of both editions read back what they write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_server.tracking.times import (
    LONGEST,
    format_duration,
    format_timespan,
    parse_duration,
    parse_timespan,
)

hundredths = st.integers(0, LONGEST // 10).map(lambda n: n * 10)


@given(hundredths)
def test_a_timespan_reads_back(ms: int) -> None:
    assert parse_timespan(format_timespan(ms)) == ms


@given(hundredths)
def test_a_duration_reads_back(ms: int) -> None:
    assert parse_duration(format_duration(ms)) == ms


@given(st.text(max_size=30))
def test_no_text_breaks_the_readers(text: str) -> None:
    for parse in (parse_timespan, parse_duration):
        found = parse(text)
        assert found is None or found >= 0


@pytest.mark.parametrize("text", ["", "P", "PT", "1H", "PT1.5H", "P1DT", "pt1s", "PT-1S", "00:10"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize("text", ["", "00:10", "00:60:00", "00:00:61", "-1:00:00", "PT1S"])
def test_what_is_no_timespan_is_refused(text: str) -> None:
    assert parse_timespan(text) is None


def test_parts_of_a_duration_add_up() -> None:
    assert parse_duration("P1DT2H3M4.5S") == (26 * 3600 + 3 * 60) * 1000 + 4500
    assert parse_duration("P1Y1M") == 395 * 86_400_000
    assert parse_duration("PT0.123S") == 123
    assert parse_timespan("0001:02:03.4") == 3_723_400


def test_a_timespan_stops_at_its_longest() -> None:
    assert format_timespan(LONGEST + 1) == "9999:59:59.99"
