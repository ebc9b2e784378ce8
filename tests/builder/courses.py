"""The courses of the project, for tests that go over all of them.

What costs little goes over all (:data:`EVERY`); what costs much goes over the first, and over the
others in the full matrix only (:data:`DEAR`).
"""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "courses"
FIRST = ROOT / "hotellerie-personnel"
EVERY = sorted(path.parent for path in ROOT.glob("*/cours.md"))
DEAR = [
    pytest.param(course, id=course.name, marks=() if course == FIRST else pytest.mark.slow)
    for course in EVERY
]
