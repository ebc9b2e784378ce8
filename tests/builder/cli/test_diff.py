"""``balise diff``: what a new version changes for learners in progress."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.builder.cli.commands import plain, run
from tests.builder.source.folders import CAPSULE, COURSE, put, write

ITEM = (
    "\n::: question {{#{id}}}\nsituation : ordinaire\n{more}\n**Que faites-vous?**\n\n"
    "- [{a}] J’accueille. {{#a}}\n  > Oui.\n- [{b}] Je surveille. {{#b}}\n  > Non.\n"
    "- [ ] {c} {{#c}}\n  > Non.\n\n:::\n"
)
GOOD = {"id": "q-un", "more": "", "a": "x", "b": " ", "c": "J’attends."}


def version(folder: Path, **changes: str) -> Path:
    """Write a version of the course; the lock is that of the folder, if any."""
    write(folder, cours_md=COURSE)
    put(folder, "a.md", CAPSULE + ITEM.format_map(GOOD | changes))
    return folder


def built(folder: Path) -> Path:
    """Give a version the lock that a build would write."""
    from balise_builder.build import load
    from balise_builder.config import Options

    put(folder, "ids.lock", load(folder, Options()).lock.dump())
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return built(version(tmp_path / "old"))


def new(old: Path, **changes: str) -> Path:
    folder = version(old.parent / "new", **changes)
    put(folder, "ids.lock", (old / "ids.lock").read_text("utf-8"))
    return folder


def codes(*arguments: object) -> list[tuple[str, bool]]:
    return [(c["code"], c["lost"]) for c in json.loads(run("diff", *arguments).stdout)]


def test_the_same_course_changes_nothing(old: Path) -> None:
    result = run("diff", old, new(old), "--strict")
    assert (result.exit_code, plain(result.stdout)) == (
        0, "Rien ne change pour les personnes à mi-parcours.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"a": " ", "b": "x"}, [("item-key", True)]),
        ({"more": "points : 2\n"}, [("item-points", True)]),
        ({"id": "q-deux"}, [("item-gone", True), ("item-added", False)]),
        ({"id": "q-deux ancien-id=q-un"}, [("renamed", False)]),
        ({"b": "x"}, [("item-kind", True)]),
    ],
)
def test_a_change_is_named(
    old: Path, changes: dict[str, str], expected: list[tuple[str, bool]]
) -> None:
    folder = new(old, **changes)
    assert codes(old, folder, "--format", "json") == expected
    lost = any(lost for _, lost in expected)
    assert run("diff", old, folder, "--strict").exit_code == (1 if lost else 0)
    assert run("diff", old, folder).exit_code == 0


def test_a_revision_of_git_is_compared_with_the_folder(old: Path) -> None:
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "un"]):
        subprocess.run([*git, *arguments], cwd=old.parent, check=True)
    put(old, "a.md", CAPSULE + ITEM.format_map(GOOD | {"a": " ", "b": "x"}))
    result = run("diff", "HEAD", old, "--lang", "en")
    assert "The key of “q-un” changes, from a to b" in result.stdout
    assert "ni un dossier, ni une révision" in plain(run("diff", "nulle-part", old).stderr)


def test_a_version_with_errors_is_not_compared(old: Path) -> None:
    result = run("diff", old, new(old, a=" "))
    assert result.exit_code == 2
    assert "a des erreurs (1)" in plain(result.stderr)


def test_check_names_the_ids_that_are_gone(old: Path) -> None:
    out = run("check", new(old, id="q-deux")).stdout
    assert "information [id-retire] « q-un »" in plain(out)
    assert "id-retire" not in run("check", new(old, id="q-deux ancien-id=q-un")).stdout


STORY = (
    "\n::: scénario {{#{id}}}\nvariables : {first}=0\n\n## Le hall\n\nIl est 23 h.\n\n"
    "- [Monter](#{to}) `{first}+1`\n- [Attendre](#le-hall) `si {first} < 2` `{first}+1`\n\n"
    "{{{more}.fin}}\n## {title}\n\nVoilà.\n\n:::\n"
)
NIGHT = {"id": "nuit", "first": "retard", "to": "à-létage", "more": "", "title": "À l’étage"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"first": "calme"}, [("scenario-variables", True)]),
        ({"id": "soir"}, [("scenario-gone", True), ("scenario-added", False)]),
        ({"id": "soir ancien-id=nuit"}, [("renamed", False)]),
        ({"title": "Dehors", "to": "dehors", "more": "ancien-id=a-l-etage "}, [("renamed", False)]),
        ({"more": "#a-l-etage ", "title": "Dehors", "to": "dehors"}, []),
    ],
)
def test_a_change_of_a_story_is_named(
    changes: dict[str, str], expected: list[tuple[str, bool]], tmp_path: Path
) -> None:
    for name, story in (("old", NIGHT), ("new", NIGHT | changes)):
        write(tmp_path / name, cours_md=COURSE, a_md=CAPSULE + STORY.format_map(story))
    built(tmp_path / "old")
    put(tmp_path / "new", "ids.lock", (tmp_path / "old/ids.lock").read_text("utf-8"))
    assert codes(tmp_path / "old", tmp_path / "new", "--format", "json") == expected


def test_a_scene_whose_story_goes_on_elsewhere_is_lost_for_those_in_it(tmp_path: Path) -> None:
    more = "- [Sortir](#le-quai)\n\n## Le quai\n\nIl fait froid.\n\n- [Rentrer](#à-létage)\n\n{.fin"
    old = STORY.format_map(NIGHT).replace("{.fin", more)
    new = STORY.format_map(NIGHT | {"more": "ancien-id=le-quai "})
    for name, story in (("old", old), ("new", new)):
        write(tmp_path / name, cours_md=COURSE, a_md=CAPSULE + story)
    built(tmp_path / "old")
    put(tmp_path / "new", "ids.lock", (tmp_path / "old/ids.lock").read_text("utf-8"))
    result = run("diff", tmp_path / "old", tmp_path / "new")
    assert "La scène « le-quai » du scénario « nuit » n’existe plus" in plain(result.stdout)
