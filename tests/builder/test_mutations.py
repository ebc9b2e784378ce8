"""A slip of the hand gives an error or a sound course: no raw sign is shown, no word is lost."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from balise_builder.checks.reading import course_blocks
from balise_builder.model import Course
from balise_builder.model.walk import every_token
from tests.builder import arranged, asked
from tests.builder.cli.commands import run
from tests.builder.fuzz import FILES, HEAD, attempt, sample
from tests.builder.mutants import Bench, Mutant, failed
from tests.builder.story import write_story

COURSE = Path(__file__).resolve().parents[2] / "courses/hotellerie-personnel"
MARK = re.compile(
    r"::|[\[\]{}]|->"
    r"|^\s*(?:pour|territoire|situation|type|forme|moment|rôle|banque|tirage|mélanger|partiel"
    r"|exact|objectif|début|variables|variantes|certitude|tentatives|transmis)"
    r"\s*:?\s*[\w, -]+\s*$"
)
"""What no sentence of the two courses has: signs, halves of signs, settings on a line."""
SAMPLE = 60
"""Mutants of each course in the quick run; the full matrix takes them all."""


@pytest.fixture(scope="module", params=["good", "new", "arranged", "story", "asked"])
def bench(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The good course, the one that ``balise new`` writes, and one of each: containers, scenes,
    kinds of questions.
    """
    if request.param == "good":
        return Bench(COURSE)
    if request.param == "arranged":
        return Bench(arranged.write(tmp_path_factory.mktemp("arranged")))
    if request.param == "asked":
        return Bench(asked.write(tmp_path_factory.mktemp("asked")))
    if request.param == "story":
        return Bench(write_story(tmp_path_factory.mktemp("story")))
    folder = tmp_path_factory.mktemp("new") / "cours"
    assert run("new", folder).exit_code == 0
    return Bench(folder)


def raw_signs(course: Course) -> list[str]:
    """Return the signs of the dialect that a reader would meet as text."""
    found = []
    for token in every_token(course_blocks(course)):
        if token.type in ("code_block", "fence"):
            found += re.findall(r"^\s*:::.*", token.content, re.M)
        for child in token.children or []:
            if child.type == "text":
                found += MARK.findall(child.content)
    return found


def faults(bench: Bench, mutants: list[Mutant]) -> list[str]:
    """Return what is wrong with the mutants that were accepted."""
    bad = []
    for mutant in mutants:
        course, found = bench.compile(mutant)
        lost = [d.message() for d in found if d.code == "mot-perdu"]
        signs = raw_signs(course) if course is not None and not failed(found) else []
        if lost or signs or (course is None and not failed(found)):
            bad.append(f"{mutant.file}: {mutant.place}: {signs} {lost}")
    return bad


def test_the_courses_are_good_to_begin_with(bench: Bench) -> None:
    file, text = next(iter(bench.texts().items()))
    unchanged = Mutant(file, "unchanged", text)  # Of any file, the same course.
    assert faults(bench, [unchanged]) == []
    assert not failed(bench.compile(unchanged)[1])


def test_a_slip_gives_an_error_or_a_sound_course(bench: Bench) -> None:
    every = bench.every()
    assert faults(bench, random.Random(3).sample(every, min(SAMPLE, len(every)))) == []


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_every_slip_gives_an_error_or_a_sound_course(bench: Bench) -> None:
    every = bench.every()
    assert len(every) > 200
    assert faults(bench, every) == []


@pytest.mark.parametrize("seed", range(4))
def test_any_bytes_give_findings_or_a_model(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    for number in range(25):
        files = {"cours.md": HEAD + b"Bienvenue.\n", chance.choice(FILES): sample(chance)}
        attempt(files, tmp_path / str(number))
