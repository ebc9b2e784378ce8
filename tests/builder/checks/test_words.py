"""A word that the model lost is told where it stands; what is no word of a reader is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from balise_builder.checks import words
from balise_builder.compile import compile_course
from balise_builder.diagnostics import Collector
from balise_builder.source import read_folder
from tests.builder.source.folders import CAPSULE, COURSE, write

PAGE = CAPSULE + (
    "## Un titre\n\nUn *mot* [lié](https://example.org/loin 'au loin'), 10&nbsp;000 fois.[^un]\n\n"
    "1. premier\n   [//]: # (une note pour nous)\n\n[^un]: Une précision.\n\n"
    "::: question {#q-un}\nsituation : ordinaire\n\nQuelle valeur?\n\n"
    "- réponse : « consentement »\n:::\n"
)


def lost(folder: Path, keep: int | None) -> list[tuple[str, int, str]]:
    """Return the words lost when only the first ``keep`` blocks of the page are kept."""
    collector = Collector()
    source = read_folder(write(folder, cours_md=COURSE, a_md=PAGE), collector)
    course = compile_course(source, collector)
    assert course is not None, [d.message() for d in collector.sorted()]
    pages = tuple(
        replace(page, body=page.body[:keep]) if page.file == "a.md" else page
        for page in course.pages
    )
    collector = Collector()
    words.check(replace(course, pages=pages), source, collector)
    return [(d.span.file, d.span.line, d.params["text"]) for d in collector.sorted()]


def test_a_whole_course_loses_nothing(tmp_path: Path) -> None:
    assert lost(tmp_path / "c", None) == []


def test_a_lost_block_is_told_line_by_line(tmp_path: Path) -> None:
    first = PAGE.split("\n").index("Quelle valeur?") + 1
    assert lost(tmp_path / "c", 1) == [
        ("a.md", first, "Quelle valeur"),
        ("a.md", first + 2, "consentement"),
    ]
