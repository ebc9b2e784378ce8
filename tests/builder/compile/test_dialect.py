"""What a page becomes: the cases of ``tests/golden/dialect``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builder.compile.cases import Case, read_cases, run
from tests.builder.compile.outline import outline

CASES = read_cases("dialect")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_model_has_the_outline_of_the_case(case: Case, tmp_path: Path) -> None:
    course, found, _ = run(case, tmp_path)
    assert course is not None, found
    assert outline(course) == case.expected
