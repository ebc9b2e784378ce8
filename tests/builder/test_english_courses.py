"""The courses of the project that are said in English are so whole, small packages included."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pytest

from balise_builder.build import build, load
from balise_builder.config import Options
from balise_builder.model import Variant
from tests.builder.courses import ROOT

ENGLISH = tuple(sorted(path.parent.parent for path in ROOT.glob("*/en/cours.md")))
LEFT = {"traduction-incomplete", "traduction-registre"}
WORDS = frozenset({"title", "stem", "html", "feedback", "general", "light", "variants", "answers"})
ELSEWHERE = re.compile(
    r"<cite.*?</cite>|<script.*?</script>|<style.*?</style>"
    r'|<section class="b-pathway".*?</section>',
    re.DOTALL,
)
"""Titles of French works, and of courses that are not in English yet."""


@cache
def packages(folder: Path, language: str) -> dict[str, tuple[dict[str, Any], str]]:
    """Return course.json and the page of each package of a course, by the course's id."""
    found = {}
    with TemporaryDirectory() as place:
        # A build writes the locks of a course: never those of the project from a test.
        for name in (folder.name, "_commun"):
            copytree(ROOT / name, Path(place, "courses", name))
        options = Options(
            targets=("web",), out=Path(place, "dist"), variant=Variant(language=language)
        )
        made = build(Path(place, "courses", folder.name), options)
        assert made.packages, [d.message() for d in made.loaded.diagnostics]
        for package in made.packages:
            with ZipFile(package.path) as archive:
                data = json.loads(archive.read("course.json"))
                found[data["id"]] = data, archive.read("index.html").decode()
    return found


@pytest.mark.parametrize("folder", ENGLISH, ids=lambda folder: folder.name)
def test_nothing_is_left_in_french(folder: Path) -> None:
    found = load(folder, Options(variant=Variant(language="en"))).diagnostics
    assert [(d.span.file, d.span.line, d.message()) for d in found if d.code in LEFT] == []


@pytest.mark.parametrize("folder", ENGLISH, ids=lambda folder: folder.name)
def test_the_follow_up_and_the_reminders_are_in_english_too(folder: Path) -> None:
    source, english = packages(folder, ""), packages(folder, "en")
    assert source.keys() == english.keys() and len(english) > 1
    for name, (data, page) in english.items():
        assert data["language"] == "en-CA" and '<html lang="en-CA"' in page
        assert data["title"] != source[name][0]["title"]
        body = ELSEWHERE.sub("", page)
        assert 'lang="fr' not in body and "b-untranslated" not in body


@pytest.mark.parametrize("folder", ENGLISH, ids=lambda folder: folder.name)
def test_all_that_is_recorded_is_the_same_in_both_languages(folder: Path) -> None:
    for name, (data, _) in packages(folder, "en").items():
        source = packages(folder, "")[name][0]
        for part in ("key", "rule", "items", "evaluations", "scenarios", "checklists", "notes"):
            assert bare(data[part]) == bare(source[part]), (name, part)


def bare(value: Any) -> Any:
    """Return what a package holds without its words."""
    if isinstance(value, dict):
        return {key: bare(one) for key, one in value.items() if key not in WORDS}
    return [bare(one) for one in value] if isinstance(value, list) else value
