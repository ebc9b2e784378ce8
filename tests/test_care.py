"""docs/regles-de-soin.md: each rule is held by a test that exists, or by a page that does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/regles-de-soin.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if re.match(r"\| \d+\.", line)
]


def test_all_eighteen_rules_stand_in_order() -> None:
    assert [int(row[0].partition(".")[0].strip("| ")) for row in ROWS] == list(range(1, 19))


@pytest.mark.parametrize("row", ROWS, ids=[row[0].strip("| ")[:24] for row in ROWS])
def test_what_holds_a_rule_exists(row: list[str]) -> None:
    holder = row[2].rstrip("| ")
    link = re.fullmatch(r"\[[^]]+\]\(([^)]+)\)", holder)
    if link:
        assert (PAGE.parent / link[1]).is_file()
        return
    named = re.fullmatch(r"`([^`:]+)(?:::(\w+))?`(?: « (.+) »)?", holder)
    assert named, holder
    text = (ROOT / named[1]).read_text(encoding="utf-8")
    wanted = f"def {named[2]}(" if named[2] else f"=== {named[3]}"
    assert wanted in text
