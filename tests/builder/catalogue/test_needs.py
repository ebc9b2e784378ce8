"""The needs in ``courses/README.md``: each once, with one of four states, a place and a reason."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "courses" / "README.md"
IDS = [*range(1, 19), *range(20, 35), *range(40, 52)]
"""The numbers of the needs: 19 and 35 to 39 were never given."""
STATES = ("entièrement", "partiellement", "non adressé", "information insuffisante")
ROW = re.compile(
    r"^\| F(?P<id>\d\d) \| (?P<need>.+) \| (?P<state>.+) \| (?P<where>.+) \| (?P<why>.+) \|$"
)


def rows() -> list[dict[str, str]]:
    """Return the rows of the three tables of needs, in the page's order."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [found.groupdict() for line in lines if (found := ROW.match(line))]


def test_every_need_stands_once_in_order() -> None:
    assert [int(row["id"]) for row in rows()] == IDS


def test_every_need_has_one_of_four_states_and_a_reason() -> None:
    assert [row["id"] for row in rows() if row["state"] not in STATES] == []
    assert [row["id"] for row in rows() if len(row["why"]) < 30] == []


def test_what_is_said_to_be_there_has_a_place() -> None:
    assert [r["id"] for r in rows() if r["state"] in STATES[:2] and r["where"] == "–"] == []


def test_the_sentence_counts_what_the_tables_say() -> None:
    said = re.search(
        r"sur (\d+) besoins.: (\d+) entièrement, (\d+) partiellement, (\d+) non adressés,"
        r" (\d+) information insuffisante",
        PAGE.read_text(encoding="utf-8"),
    )
    counts = Counter(row["state"] for row in rows())
    assert said and [int(n) for n in said.groups()] == [len(IDS), *(counts[s] for s in STATES)]


@pytest.mark.parametrize("mark", [r"\]\(([^)#][^)#]*)", r"`(tests/[^`]+)`"])
def test_every_file_that_the_page_names_is_there(mark: str) -> None:
    text = PAGE.read_text(encoding="utf-8").split("<!-- catalogue")[0]
    named = [one for one in re.findall(mark, text) if "://" not in one]
    base = PAGE.parent if "]" in mark[:2] else ROOT
    assert named and [one for one in named if not (base / one).exists()] == []
