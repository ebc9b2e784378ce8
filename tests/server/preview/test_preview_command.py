"""The command ``balise preview``: starting, ports, findings in the terminal, stopping."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.builder.cli.commands import run as balise
from tests.server.preview.running import Preview, free_port, previewing, write_course, write_page

BROKEN = "Texte.\n\n::: question {#q}\n\n**Et?**\n\n- [ ] a\n- [ ] b\n"


def run(folder: Path, *arguments: str, lang: str = "fr") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "balise_builder", "--lang", lang, "preview", "--no-open"]
    return subprocess.run(
        [*command, *arguments], cwd=folder, capture_output=True, text=True, timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip


def test_it_compiles_serves_packs_and_stops_cleanly(tmp_path):
    write_course(tmp_path / "courses", "essai")
    with previewing(tmp_path) as preview:
        assert preview.url in preview.text
        status, page = preview.get("/")
        assert status == 200 and "Cours essai" in page
        preview.until(lambda: "essai-0.1.0-scorm2004.zip" in preview.get("/")[1])
        assert preview.stop() == 0
        assert "Aperçu arrêté" in preview.text and "Traceback" not in preview.text
    names = sorted(p.name for p in (tmp_path / ".balise/preview/packages").glob("*.zip"))
    assert names == [f"essai-0.1.0-{t}.zip" for t in ("scorm12", "scorm2004", "web")]


@pytest.mark.slow
def test_a_second_start_takes_up_what_has_not_changed(tmp_path):
    write_course(tmp_path / "courses", "essai")
    write_course(tmp_path / "courses", "autre")
    with previewing(tmp_path) as preview:
        notes = tmp_path / ".balise/preview/notes"
        preview.until(lambda: len(list(notes.glob("*.json"))) == 2)
    packages = tmp_path / ".balise/preview/packages"
    before = {p.name: p.stat().st_mtime_ns for p in packages.glob("*.zip")}
    write_page(tmp_path / "courses/autre", 2, "Changé entre deux.")
    with previewing(tmp_path) as preview:
        assert "Changé entre deux." in preview.get("/draft/autre/index.html", preview.content)[1]
        assert preview.get("/draft/essai/index.html", preview.content)[0] == 200
        preview.until(
            lambda: (
                (packages / "autre-0.1.0-web.zip").stat().st_mtime_ns
                != before["autre-0.1.0-web.zip"]
            )
        )
    after = {p.name: p.stat().st_mtime_ns for p in packages.glob("*.zip")}
    assert {n for n in before if after[n] == before[n]} == {n for n in before if "essai" in n}


@pytest.mark.parametrize(
    ("lang", "words"),
    [("fr", "est déjà pris"), pytest.param("en", "is already taken", marks=pytest.mark.slow)],
)
def test_a_taken_port_is_named_with_what_to_do(tmp_path, lang, words):
    write_course(tmp_path / "courses", "essai")
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run(tmp_path, "--port", str(port), lang=lang)
    assert done.returncode == 1 and words in done.stderr
    assert f"{port}" in done.stderr and f"{port + 1}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / ".balise").exists()


def test_two_previews_on_one_port_do_not_mix(tmp_path):
    write_course(tmp_path / "courses", "essai")
    with previewing(tmp_path) as preview:
        done = run(tmp_path, "--port", str(preview.port))
        assert done.returncode == 1 and "déjà pris" in done.stderr
        assert preview.get("/")[0] == 200


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nulle-part",), "nulle-part"),
        (("--port", "0"), "0"),
        (("--host", "0.0.0.0"), "n’a pas de mot de passe"),
        ((), "courses"),
    ],
)
def test_a_command_written_wrongly_is_explained(tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    done = balise("--lang", "fr", "preview", "--no-open", *arguments)
    assert done.exit_code == 2 and words in done.stderr


@pytest.mark.slow
def test_one_course_can_be_previewed_alone(tmp_path):
    write_course(tmp_path / "courses", "essai")
    write_course(tmp_path / "courses", "autre")
    with previewing(tmp_path, "courses/essai") as preview:
        page = preview.get("/")[1]
    assert "Cours essai" in page and "Cours autre" not in page


def test_an_empty_folder_teaches_and_a_first_course_appears(tmp_path):
    (tmp_path / "courses").mkdir()
    with previewing(tmp_path) as preview:
        assert "balise new courses/ma-formation" in preview.get("/")[1]
        write_course(tmp_path / "courses", "premier")
        preview.until(lambda: "Cours premier" in preview.get("/")[1])


def test_findings_reach_the_terminal_once_with_their_place(tmp_path):
    course = write_course(tmp_path / "courses", "essai")
    with previewing(tmp_path) as preview:
        write_page(course, 2, BROKEN)
        text = preview.wait_for("version périmée")
        assert "courses/essai/02-page.md:" in text and "erreur" in text
        lines = text.count("02-page.md:")
        (course / "01-page.md").touch()
        write_page(course, 1, "Encore.")
        assert preview.text.count("02-page.md:") == lines, "a known finding is not said again"


LAW = "L0{n}:\n  énoncé: Un énoncé.\n  loi: Une loi\n  article: art. 1\n  source: loi\n"


def test_what_the_shared_folder_needs_is_told_once_for_all_courses(tmp_path):
    courses = tmp_path / "courses"
    common = courses / "_commun"
    (common / "pages").mkdir(parents=True)
    (common / "droit.yaml").write_text("".join(LAW.format(n=n) for n in (1, 2)))
    (common / "sources.yaml").write_text("loi:\n  title: La loi\n")
    (common / "pages/relais.md").write_text("- [] Une case qui va de soi\n\nIl est 13h30.\n")
    for name in ("premier", "second"):
        course = write_course(courses, name)
        write_page(course, 2, "{{droit.L01}} {{droit.L02}}\n\n::: commun {page=relais}\n:::")
    with previewing(tmp_path) as preview:
        text = preview.text
        assert text.count("_commun/pages/relais.md:3:8") == 1, text
        assert "droit-non-signe" not in text
        assert "courses/_commun : 2 entrées des registres attendent" in text.replace("\u00a0", " ")
        (common / "droit.yaml").write_text("".join(LAW.format(n=n) for n in (1, 2, 3)))
        write_page(courses / "premier", 2, "{{droit.L03}} {{droit.L02}} {{droit.L01}}")
        preview.wait_for("3 entrées des registres")


def test_a_fault_of_ours_is_told_and_the_rest_goes_on(tmp_path):
    """A folder that cannot be read at all must not end the preview."""
    course = write_course(tmp_path / "courses", "essai")
    other = write_course(tmp_path / "courses", "autre")
    with previewing(tmp_path) as preview:
        (course / "cours.md").write_bytes(b"\xff\xfe\x00 not utf-8 \xff")
        preview.wait_for("version périmée")
        write_page(other, 2, "Toujours suivi.")
        preview.until(
            lambda: "Toujours suivi" in preview.get("/draft/autre/index.html", preview.content)[1]
        )
        assert preview.get("/draft/essai/index.html", preview.content)[0] == 200


def test_the_authors_view_records_nothing(tmp_path):
    write_course(tmp_path / "courses", "essai")
    with previewing(tmp_path) as preview:
        assert preview.get("/auteur/essai/")[0] == 200
        assert preview.get("/draft/essai/index.html", preview.content)[0] == 200
        tables = ("learner", "registration", "attempt", "session", "event")
        database = sqlite3.connect(tmp_path / ".balise/preview/balise.sqlite")
        rows = {t: database.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables}
        database.close()
    assert rows == dict.fromkeys(tables, 0)


def test_what_is_remembered_holds_no_learner(tmp_path):
    write_course(tmp_path / "courses", "essai")
    with previewing(tmp_path) as preview:
        note = tmp_path / ".balise/preview/notes/essai.json"
        preview.until(note.is_file)
    kept = json.loads(note.read_text(encoding="utf-8"))
    assert set(kept) == {"mark", "course_id", "title", "findings", "maps", "packages", "uses"}


def test_the_port_can_come_from_the_environment(tmp_path):
    write_course(tmp_path / "courses", "essai")
    port = free_port()
    found = Preview(tmp_path, port=port)
    try:
        found.wait_for("Ctrl-C")
        assert f"http://127.0.0.1:{port}" in found.text
    finally:
        found.stop()
