"""Every finding, where it stands: the cases of ``tests/golden/diagnostics``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builder.compile.cases import Case, read_cases, run, told

CASES = read_cases("diagnostics")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_findings_are_those_of_the_case(case: Case, tmp_path: Path) -> None:
    _, found, shifts = run(case, tmp_path)
    assert told(case, found, shifts) == case.expected
