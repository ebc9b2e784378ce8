from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.sample import write_sample


def balise(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the real command, in French, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "balise_builder", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={
            **os.environ,
            "LC_ALL": "fr_CA.UTF-8",
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(Path.cwd()),
        },
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_sample(tmp_path / "courses/banc", pages=2)
    (tmp_path / "courses/_commun").mkdir()
    return tmp_path


def test_without_argument_every_course_is_built_for_every_target(home: Path) -> None:
    done = balise("build", cwd=home)
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (home / "dist").glob("*.zip")) == [
        f"banc-1.0.0-{t}.zip" for t in ("scorm12", "scorm2004", "web")
    ]
    assert "suspend data)\N{NO-BREAK SPACE}: " in done.stdout
    assert "sur 4\N{NO-BREAK SPACE}000" in done.stdout
    assert done.stdout.count("\N{NO-BREAK SPACE}ko") == 3


@pytest.mark.parametrize("course", ["courses/banc", "courses/banc/cours.md"])
def test_a_course_is_a_folder_or_its_cours_md(home: Path, course: str) -> None:
    done = balise("build", course, "-t", "web", "-o", "ici", cwd=home)
    assert done.returncode == 0, done.stderr
    assert [p.name for p in (home / "ici").glob("*.zip")] == ["banc-1.0.0-web.zip"]


def test_a_course_that_nobody_approved_says_so_when_it_is_built(home: Path) -> None:
    settings = home / "courses/banc/cours.md"
    draft = settings.read_text(encoding="utf-8")
    said = "  Ébauche\N{NO-BREAK SPACE}: pas encore approuvée.\n"
    assert said in balise("build", "-t", "web", cwd=home).stdout
    settings.write_text(draft.replace("ébauche", "en révision"), encoding="utf-8")
    assert "  En révision\N{NO-BREAK SPACE}: pas" in balise("build", "-t", "web", cwd=home).stdout
    settings.write_text(draft.replace("ébauche", "approuvé"), encoding="utf-8")
    assert "approuvée" not in balise("build", "-t", "web", cwd=home).stdout


def test_an_error_names_the_file_as_it_was_given_and_exits_1(home: Path) -> None:
    page = home / "courses/banc/001-capsule.md"
    page.write_text(page.read_text(encoding="utf-8").replace("[x]", "[ ]"), encoding="utf-8")
    done = balise("build", "courses/banc", cwd=home)
    assert done.returncode == 1
    assert "courses/banc/001-capsule.md:" in done.stderr
    assert "question-sans-bonne-reponse" in done.stderr
    assert "rien n’a été construit" in done.stderr
    assert not (home / "dist").exists()


@pytest.mark.parametrize(
    "arguments",
    [["absent"], ["-t", "scorm13"], ["--date", "hier"], ["--inconnu"]],
)
def test_a_wrong_command_exits_2_without_a_traceback(home: Path, arguments: list[str]) -> None:
    done = balise("build", *arguments, cwd=home)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr and done.stderr.strip()


def test_a_folder_without_courses_says_what_to_do(tmp_path: Path) -> None:
    done = balise("build", cwd=tmp_path)
    assert done.returncode == 2 and "balise new" in done.stderr


def test_english_is_one_option_away(home: Path) -> None:
    done = balise("build", "courses/banc", "-t", "web", "--lang", "en", cwd=home)
    assert done.returncode == 0 and "suspend data: " in done.stdout
