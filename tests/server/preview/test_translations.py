"""A preview packs the translations of a course beside it, and only what it wrote stays quiet."""

from __future__ import annotations

from pathlib import Path

from tests.server.preview.running import write_course

from balise_builder.config import Options
from balise_server.live.remembering import Memory
from balise_server.preview import ORDER, Builder

ENGLISH = """---
title: A trial
id: essai
version: 0.1.0
language: en-CA
---

What the trial is about.
"""


def builder(place: Path) -> Builder:
    packages = place / "packages"
    options = Options(targets=ORDER, out=packages, date="2026-03-31")
    return Builder(options, Memory(place / "notes", packages), place / "faute.txt")


def packed(folder: Path, place: Path) -> set[str]:
    """Compile and pack a course; return the packages that are there then."""
    made = builder(place)
    assert made.compile(folder).files
    made.pack(folder)
    return {path.name for path in (place / "packages").glob("*.zip")}


def test_each_language_has_its_packages(tmp_path):
    folder = write_course(tmp_path / "courses", "essai")
    (folder / "en").mkdir()
    (folder / "en/cours.md").write_text(ENGLISH, encoding="utf-8")
    names = {f"essai-0.1.0-{language}{t}.zip" for language in ("", "en-") for t in ORDER}
    assert packed(folder, tmp_path / "preview") == names
    lock = folder / "en/traduction.lock"
    before = lock.stat().st_mtime_ns
    assert builder(tmp_path / "preview").compile(folder).title == "Cours essai"
    (folder / "01-page.md").touch()
    assert packed(folder, tmp_path / "preview") == names
    assert lock.stat().st_mtime_ns == before, "a file written each time would be followed for ever"


def test_a_translation_that_goes_takes_its_packages_away(tmp_path):
    folder = write_course(tmp_path / "courses", "essai")
    (folder / "en").mkdir()
    (folder / "en/cours.md").write_text(ENGLISH, encoding="utf-8")
    packed(folder, tmp_path / "preview")
    for path in (folder / "en").iterdir():
        path.unlink()
    assert packed(folder, tmp_path / "preview") == {f"essai-0.1.0-{t}.zip" for t in ORDER}


def test_a_translation_with_errors_keeps_nothing_from_being_packed(tmp_path):
    folder = write_course(tmp_path / "courses", "essai")
    (folder / "en").mkdir()
    (folder / "en/cours.md").write_text(ENGLISH.replace("essai", "autre"), encoding="utf-8")
    assert packed(folder, tmp_path / "preview") == {f"essai-0.1.0-{t}.zip" for t in ORDER}
