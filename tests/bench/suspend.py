"""How many characters of suspend data a course may need at worst, and how long the bound takes."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.suspend import worst_case
from tests.bench.measure import Line
from tests.bench.sample import write_sample
from tests.builder import asked
from tests.builder.story import NIGHT


def measure() -> Iterator[Line]:
    """Bound ten questions with a scenario, a course of every kind, and one of 200 pages."""
    with tempfile.TemporaryDirectory() as name:
        ten = write_sample(Path(name) / "banc", pages=10)
        (ten / "nuit.md").write_text(NIGHT, encoding="utf-8", newline="\n")
        kinds = Path(name) / "genres"
        kinds.mkdir()
        for what, folder, most in (
            ("10 questions and a scenario", ten, 600),
            ("every kind, practice and evaluation", asked.write(kinds), 600),
            ("200 pages, 200 questions", write_sample(Path(name) / "long", pages=200), 4000),
        ):
            course = load(folder, Options()).course
            if course is None:
                raise SystemExit(f"{what}: the course has errors")
            start = time.perf_counter()
            worst = worst_case(course).worst
            seconds = time.perf_counter() - start
            yield Line(f"suspend data, {what}", worst, most, "chars")
            yield Line(f"its bound, {what}", seconds, 0.1, "s")
