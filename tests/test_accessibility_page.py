"""docs/accessibilite.md: every test and golden file that it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/accessibilite.md"
TEXT = PAGE.read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[^`]+)`", TEXT)))


@pytest.mark.parametrize("named", NAMED)
def test_what_the_page_names_exists(named: str) -> None:
    file, _, function = named.partition("::")
    assert (ROOT / file).exists()
    if function:
        assert f"def {function}(" in (ROOT / file).read_text(encoding="utf-8")


def test_every_row_names_what_holds_it() -> None:
    rows = [line for line in TEXT.splitlines() if re.match(r"\| (?!-|Ce qui est)", line)]
    assert len(rows) > 15
    assert [row for row in rows if "`tests/" not in row] == []


def test_the_whole_matrix_of_states_is_looked_at() -> None:
    trees = {path.stem for path in (ROOT / "tests/golden/accessibility").glob("*.txt")}
    assert {"single", "multiple", "matching", "ordering", "scene", "help", "break"} <= trees
