"""``balise check``: findings sorted, counted, for people and for tools; nothing written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builder.cli.commands import plain, run
from tests.builder.source.folders import CAPSULE, COURSE, put, write

BAD = (
    COURSE.replace("version : 0.3.0", "version : un")
    .replace("langue : ", "langu : ")
    .replace("id : accueil", "id : autre")
)
PAGE = CAPSULE + (
    "\n::: question {#q-un}\nsituation : ordinaire\n\n**Que faites-vous?**\n\n"
    "- [x] J’accueille.\n  > Oui, c’est juste.\n- [ ] Je note.\n  > Rien ne le demande.\n\n:::\n"
)
RESOURCE = "cavac:\n  nom: CAVAC\n  pour: moi\n  zone: x\n"


@pytest.fixture
def courses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two courses, one of them with mistakes, in the current folder."""
    write(tmp_path / "courses/bon", cours_md=COURSE, a_md=PAGE)
    write(tmp_path / "courses/mauvais", cours_md=BAD, a_md=PAGE)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "courses"


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


LAWS = "".join(
    f"L0{n}:\n  énoncé: Un énoncé.\n  loi: Une loi\n  article: art. {n}\n  source: loi\n"
    for n in (1, 2, 3)
)


def test_what_a_register_needs_is_one_line_unless_all_is_asked_for(courses: Path) -> None:
    put(courses, "_commun/droit.yaml", LAWS)
    put(courses, "_commun/sources.yaml", "loi:\n  title: La loi\n")
    put(courses, "bon/b.md", CAPSULE.replace("notre-role", "b") + "\n{{droit.L01}} {{droit.L03}}\n")
    short = [
        line for line in plain(run("check", "courses/bon").stdout).splitlines() if "droit" in line
    ]
    assert len(short) == 1 and "[droit-non-signe] 2 entrées : L01, L03. Faites-le" in short[0]
    english = run("--lang", "en", "check", "courses/bon").stdout
    assert "droit.yaml: warning [droit-non-signe] 2 entries: L01, L03." in english
    for option in ("-v", "--strict"):
        whole = run("check", option, "courses/bon").stdout.splitlines()
        places = [line.partition(" ")[0] for line in whole if "droit-non-signe" in line]
        assert places == ["courses/_commun/droit.yaml:1:1:", "courses/_commun/droit.yaml:11:1:"]
    listed = json.loads(run("check", "--format", "json", "courses/bon").stdout)
    assert [d["line"] for d in listed if d["code"] == "droit-non-signe"] == [1, 11]


def test_all_courses_are_checked_in_order_and_counted(courses: Path) -> None:
    before = tree(courses)
    result = run("check")
    lines = result.stdout.splitlines()
    assert [line.split(" ")[0] for line in lines[:-1]] == [
        "courses/mauvais/cours.md:4:11:",
        "courses/mauvais/cours.md:5:1:",
    ]
    assert plain(lines[-1]) == "2 cours vérifiés : 2 erreurs, 0 avertissement, 0 information."
    assert result.exit_code == 1
    assert tree(courses) == before


def test_findings_are_shown_in_english_on_request(courses: Path) -> None:
    result = run("check", "--lang", "en")
    assert "error [cle-mal-ecrite] The key “langu” does not exist." in result.stdout
    assert result.stdout.splitlines()[-1] == (
        "2 courses checked: 2 errors, 0 warnings, 0 information."
    )


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("courses", "mauvais/cours.md"),
        ("courses/mauvais", "cours.md"),
        ("courses/mauvais/cours.md", "courses/mauvais/cours.md"),
        (None, "courses/mauvais/cours.md"),
    ],
)
def test_json_names_files_relative_to_the_folder_given(
    courses: Path, path: str | None, first: str
) -> None:
    result = run("check", "--format", "json", *([path] if path else []))
    found = json.loads(result.stdout)
    assert {d["file"] for d in found} == {first}
    assert set(found[0]) == {
        "file", "line", "column", "end_line", "end_column", "severity", "code", "message",
        "hint", "fix",
    }  # fmt: skip
    assert found[0]["severity"] == "error"
    assert "vérifié" in result.stderr


def test_a_finding_in_a_shared_register_is_shown_once(courses: Path) -> None:
    put(courses, "_commun/ressources.yaml", RESOURCE)
    lines = run("check").stdout.splitlines()
    assert [line for line in lines if "_commun" in line] == [
        line for line in lines if line.startswith("courses/_commun/ressources.yaml:4:3: ")
    ]
    assert sum("_commun" in line for line in lines) == 1


def test_exit_codes_follow_errors_and_strictness(courses: Path) -> None:
    put(courses, "bon/notes.txt", "x")
    assert run("check", "courses/bon").exit_code == 0
    assert run("check", "courses/bon", "--strict").exit_code == 1
    assert run("check", "courses/mauvais").exit_code == 1
    assert run("check", "ailleurs").exit_code == 2


def test_a_release_requires_ids(courses: Path) -> None:
    put(courses, "bon/a.md", PAGE.replace("id : notre-role\n", ""))
    draft, release = run("check", "courses/bon"), run("check", "courses/bon", "--release")
    assert "information [page-sans-id]" in draft.stdout
    assert "erreur [page-sans-id]" in release.stdout
    assert (draft.exit_code, release.exit_code) == (0, 1)


def test_an_empty_folder_and_a_folder_without_course_are_explained(tmp_path: Path) -> None:
    write(tmp_path / "vide")
    result = run("check", tmp_path / "vide")
    assert (result.exit_code, "[dossier-vide]" in result.stdout) == (1, True)
    result = run("check", write(tmp_path / "autre", a_md=CAPSULE))
    assert (result.exit_code, "[cours-absent]" in result.stdout) == (1, True)


def test_a_renamed_block_keeps_its_number(tmp_path: Path) -> None:
    course = write(tmp_path / "c", cours_md=COURSE, a_md=PAGE)
    locked = "course Zq81Ab\nitem q-vieux 7\npage notre-role 1\npage presentation 2\n"
    put(course, "ids.lock", locked)
    put(course, "a.md", PAGE.replace("{#q-un}", "{#q-un ancien-id=q-vieux}"))
    from balise_builder.build import load
    from balise_builder.config import Options

    loaded = load(course, Options())
    assert [d.code for d in loaded.diagnostics] == []
    assert "item q-un 7 was=q-vieux a=" in loaded.lock.dump()


def test_tools_read_sarif_and_annotations(courses: Path) -> None:
    log = json.loads(run("check", "--format", "sarif", courses).stdout)
    uris = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for r in log["runs"][0]["results"]
    }
    assert uris == {f"{courses.as_posix()}/mauvais/cours.md"}
    lines = run("check", "--format", "github", "courses").stdout.splitlines()
    assert lines[0].startswith("::error file=courses/mauvais/cours.md,line=4,endLine=4,col=11,")
