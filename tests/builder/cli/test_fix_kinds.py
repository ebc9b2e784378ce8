"""Each kind of finding that has a safe correction: the text mended, and nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.diagnostics.explain import PAGE, example
from balise_builder.source.folding import slip
from tests.builder.cli.commands import plain, run
from tests.builder.source.folders import CAPSULE, COURSE, put, write

MENDED = (
    "conteneur-inconnu", "deux-points-manquants", "attribut-inconnu", "attribut-sans-deux-points",
    "alerte-inconnue", "alerte-mal-ecrite", "titre-colle", "choix-mal-ecrit", "lien-mal-forme",
    "cle-mal-ecrite", "decimale-avec-point", "heure-collee", "espace-avant-ponctuation",
    "page-sans-id", "bloc-sans-id", "id-en-double", "scene-accolades-sur-titre",
    "scene-accolades-collees", "scene-inconnue", "cible-autre-forme", "regle-illisible",
    "variable-de-scenario-inconnue",
)  # fmt: skip
HEAD = "---\ntitre : Une page\nid : page\n---\n\n"


def course(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """Write an example as a course; return its texts."""
    whole = {"cours.md": COURSE} | {
        name: text if text.startswith("---") or not name.endswith(".md") else HEAD + text
        for name, text in files.items()
    }
    write(folder)
    for name, text in whole.items():
        put(folder, name, text)
    return {name: (folder / name).read_text("utf-8") for name in whole}


@pytest.mark.parametrize("code", MENDED)
def test_the_example_of_a_finding_is_mended_and_nothing_else_changes(
    code: str, tmp_path: Path
) -> None:
    found = example(code)
    assert found is not None
    course(tmp_path / "c", {n: t for n, t in found.after.items() if n not in found.before})
    course(tmp_path / "c", dict(found.before))
    expected = course(tmp_path / "after", dict(found.after))
    result = run("fix", "--yes", tmp_path / "c")
    assert result.exit_code == 0, result.stdout
    for name, text in expected.items():
        assert (tmp_path / "c" / name).read_text("utf-8") == text
    assert f"[{code}]" not in run("check", tmp_path / "c").stdout


SPOILT = (
    CAPSULE.replace("\n", "\r\n") + "Il est 13h30, `13h30`, &eacute; 14h05 et \\* 15h10.\r\n"
).encode()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with two sure corrections among what is not to be touched."""
    write(tmp_path / "c", cours_md=COURSE)
    path = tmp_path / "c" / PAGE
    path.write_bytes(b"\xef\xbb\xbf" + SPOILT)
    return path


def test_the_difference_is_shown_and_written_on_agreement(page: Path) -> None:
    result = run("fix", page.parent, answer="oui\n")
    assert f"--- {page.parent.as_posix()}/{PAGE}" in result.stdout
    assert "\n-Il est 13h30," in result.stdout and "\n+Il est 13 h 30, `13h30`" in result.stdout
    after = b"\xef\xbb\xbf" + SPOILT.replace(b"est 13h30", b"est 13 h 30")
    assert page.read_bytes() == after


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_anything_but_yes_writes_nothing(page: Path, answer: str) -> None:
    before = page.read_bytes()
    result = run("fix", page.parent, answer=answer)
    assert "rien n’a été écrit" in plain(result.stdout)
    assert (result.exit_code, page.read_bytes()) == (1, before)


def test_a_file_that_changed_meanwhile_is_refused(page: Path) -> None:
    from balise_builder.cli.fix import plan, write
    from balise_builder.errors import PackageError

    (change,) = plan(page.parent, "", ids_only=False).changes
    page.write_bytes(b"autre")
    with pytest.raises(PackageError, match="a changé pendant ce temps"):
        write(change)
    assert page.read_bytes() == b"autre"


def test_a_slip_is_corrected_only_when_one_name_would_do() -> None:
    assert slip("situaton", ("situation", "points")) == "situation"
    assert slip("pionts", ("points",)) == "points"
    assert slip("reflexion", ("réflexion",)) is None
    assert slip("forma", ("forme", "format")) is None
    assert slip("par", ("pour", "par")) is None
    assert slip("difficulté", ("situation",)) is None
