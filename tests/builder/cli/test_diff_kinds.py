"""``balise diff`` on the kinds of questions: what their answers would lose."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.build import load
from balise_builder.compare import compare
from balise_builder.config import Options
from balise_builder.model import Course
from tests.builder.source.folders import CAPSULE, COURSE, put, write

PAIRS = "- un -> ici\n- deux -> là\n- trois -> là"
STEPS = "1. un\n2. deux\n3. trois"


def version(folder: Path, body: str, lock: str = "") -> tuple[Course, str]:
    """Compile a course whose one question has ``body``; return it with its lock."""
    write(folder, cours_md=COURSE)
    put(folder, "a.md", f"{CAPSULE}\n::: question {{#q}}\nQuoi?\n\n{body}\n:::\n")
    if lock:
        put(folder, "ids.lock", lock)
    loaded = load(folder, Options())
    assert loaded.course is not None, [d.message() for d in loaded.diagnostics]
    return loaded.course, loaded.lock.dump()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (PAIRS, PAIRS.replace("trois -> là", "trois -> ici"), ["item-key"]),
        (PAIRS, PAIRS.replace("là", "là-bas"), []),
        (PAIRS, "- un -> ici\n- deux -> là", ["choice-gone", "item-key"]),
        (PAIRS + "\n- quatre -> loin", PAIRS + "\n- quatre -> ici", ["target-gone", "item-key"]),
        (STEPS, "1. deux\n2. un\n3. trois", ["item-key"]),
        (STEPS, "1. un\n2. deux\n3. Trois!", []),
        (STEPS, PAIRS, ["item-kind"]),
        ("- réponse : 12 ± 2", "- réponse : 12 ± 1", ["item-answers"]),
        ("- réponse : 12 ± 1", "- réponse : 13 ± 2", []),
        ("- réponse : 12", "- réponse : 12,0", []),
        ("- réponse : 12", "- réponse : douze", ["item-kind"]),
    ],
)
def test_a_change_of_a_question_is_named(
    before: str, after: str, expected: list[str], tmp_path: Path
) -> None:
    old, lock = version(tmp_path / "old", before)
    new, _ = version(tmp_path / "new", after, lock)
    assert [change.code for change in compare(old, new, {})] == expected
