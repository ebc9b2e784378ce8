"""Commands in a bad place: no course, a disk that refuses, an interruption, texts without end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.builder.cli.commands import plain, run
from tests.e2e.bad_courses import END, PAGE, add, at_end, link, put, swap
from tests.server.support import free_port

from balise_builder.source.paths import disk_refuses
from balise_server.preview import folder_of

VERBS = ("check", "fix", "build")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, without any course."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def course(home: Path) -> Path:
    """A course that builds."""
    assert run("new", "courses/bon").exit_code == 0
    return home / "courses/bon"


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("made", "argument", "fr", "en"),
    [
        ("", "", "lancez « balise new courses/mon-cours »", "run “balise new courses/my-course”"),
        ("courses/", "", "Lancez « balise new", "Run “balise new"),
        ("courses/_commun/", "", "Lancez « balise new", "Run “balise new"),
        ("", "courses/absent", "Vérifiez le nom du dossier", "Check the name of the folder"),
        ("lettre.txt", "lettre.txt", "Donnez le dossier d’un cours", "Give the folder of a course"),
    ],
    ids=["no courses", "no course", "registers only", "no such folder", "a file"],
)
def test_without_a_course_every_verb_says_the_same(
    home: Path, verb: str, made: str, argument: str, fr: str, en: str
) -> None:
    if made.endswith("/"):
        (home / made).mkdir(parents=True)
    elif made:
        (home / made).write_text("Bonjour", encoding="utf-8")
    for lang, words in (("fr", fr), ("en", en)):
        done = run(verb, *([argument] if argument else []), "--lang", lang)
        assert (done.exit_code, done.stdout) == (2, "")
        assert words in plain(done.stderr)
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("verb", VERBS)
def test_a_folder_linked_to_itself_is_told(home: Path, verb: str) -> None:
    (home / "courses").mkdir()
    link("courses/rond", "rond")(home)
    done = run(verb, "courses/rond")
    assert done.exit_code == 2
    assert "un lien symbolique qui ne mène nulle part" in plain(done.stderr)


def test_every_verb_finds_the_same_courses(course: Path) -> None:
    for made in ("_commun", ".git", "images"):
        (course.parent / made).mkdir()
    assert run("check").stdout.startswith("1 cours")
    assert run("build", "-t", "web").stdout.count(".zip") == 1
    assert run("build", "courses", "-t", "web").stdout.count(".zip") == 1
    assert run("build", f"courses/bon/{PAGE}", "-t", "web").stdout.count(".zip") == 1
    assert folder_of(f"courses/bon/{PAGE}") == folder_of("courses/bon") == course
    assert folder_of(None) == course.parent


@pytest.mark.parametrize("name", ["dist", "dist/bon-0.1.0-web.zip", "dist/SHA256SUMS"])
def test_a_place_that_is_taken_stops_everything(course: Path, name: str) -> None:
    home = course.parent.parent
    if name == "dist":
        (home / name).write_text("x", encoding="utf-8")
    else:
        (home / name).mkdir(parents=True)
    before = sorted(home.rglob("*"))
    done = run("build")
    assert done.exit_code == (2 if name == "dist" else 1)
    assert name in done.stderr
    assert sorted(home.rglob("*")) == before


def test_the_preview_says_that_its_folder_is_taken(course: Path) -> None:
    home = course.parent.parent
    (home / ".balise").write_text("x", encoding="utf-8")
    done = run("preview", "--no-open", "--port", free_port(), "--lang", "en")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: “")
    assert "cannot be written: it is not a folder" in done.stderr


def test_the_preview_says_which_port_to_take(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAKELEVEL", raising=False)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("preview", "--no-open", "--port", port)
        assert done.exit_code == 1
        assert f"Choisissez-en un autre : « --port {port + 1} »." in plain(done.stderr)


def test_a_disk_that_refuses_is_told_in_both_languages() -> None:
    full = disk_refuses(Path("dist"), OSError(28, "No space left on device"))
    assert plain(full.fr).startswith("« dist » ne peut pas être écrit : le disque est plein.")
    assert "choisissez un autre dossier, puis recommencez" in full.fr
    assert full.en.startswith("“dist” cannot be written: the disk is full.")
    assert "choose another folder, then try again" in full.en


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_full_disk_leaves_nothing_behind(course: Path) -> None:
    home = course.parent.parent
    assert run("build", "-t", "web").exit_code == 0
    before = {p: p.read_bytes() for p in sorted(home.rglob("*")) if p.is_file()}
    swap("version : 0.1.0", "version : 0.2.0", "cours.md")(course)
    draft = home / f"dist/.bon-0.2.0-web.zip.{os.getpid()}"
    draft.symlink_to("/dev/full")
    done = run("build", "-t", "web")
    assert done.exit_code == 1
    assert "le disque est plein" in done.stderr
    after = {p: p.read_bytes() for p in sorted(home.rglob("*")) if p.is_file()}
    assert {p for p in before if before[p] != after[p]} == {course / "cours.md"}
    assert set(after) == set(before)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent otherwise")
def test_an_interruption_leaves_no_half_package(course: Path) -> None:
    for number in range(200):
        page = (course / PAGE).read_text(encoding="utf-8")
        page = page.replace("remarquer", f"remarquer-{number}").replace("ma-per", f"m-{number}-per")
        put(f"10-{number}.md", page)(course)
    home = course.parent.parent
    build = subprocess.Popen(
        [sys.executable, "-m", "balise_builder", "--lang", "fr", "build"],
        cwd=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while not list(home.glob("dist/.*")) and build.poll() is None:
        time.sleep(0.002)
    build.send_signal(signal.SIGINT)
    _, shown = build.communicate(timeout=60)
    assert "Traceback" not in shown
    assert not list(home.glob("dist/.*"))
    if build.returncode:
        assert (build.returncode, shown.strip()) == (1, "Interrompu.")
        assert not list(home.glob("dist/*.zip")) and not (course / "ids.lock").exists()


def test_ten_thousand_times_the_same_slip_is_told_briefly(course: Path) -> None:
    add(":::\n\n" * 10_000)(course)
    done = run("check")
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"courses/{at_end('fermeture-sans-ouverture').partition(' ')[0]}: ")
    assert plain(lines[-2]).endswith(f"{PAGE} : et 9980 autres [fermeture-sans-ouverture].")
    assert len(lines) == 22


def test_blocks_opened_without_end_are_told_once_too_deep(course: Path) -> None:
    add("::: aide\n" * 5000)(course)
    shown = run("check").stdout
    assert shown.count("[conteneur-trop-profond]") == 1
    assert f"{PAGE}:{END + 8}:1: erreur [conteneur-trop-profond]" in shown


TEXTS = {
    "one word": "x" * 240_000,
    "brackets": "[" * 2000 + "a" + "]" * 2000,
    "footnote calls": "[^" * 20_000,
    "addresses": "a@" * 100_000,
    "spaces": "a" + " " * 240_000 + "b",
    "figures": "1 " + "000 " * 50_000 + "0000a",
    "a thousand columns": "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n|" + "b|" * 1000,
    "braces": "{" * 100_000,
}  # fmt: skip


MANY = pytest.param("[^" * 50_000, marks=pytest.mark.slow)


@pytest.mark.parametrize("text", [*TEXTS.values(), MANY], ids=[*TEXTS, "many footnote calls"])
def test_a_text_without_end_is_read_to_its_end(course: Path, text: str) -> None:
    """Each of these once took minutes, or could; the message quotes little of it."""
    add(text)(course)
    done = run("build", "-t", "web")
    assert done.exit_code in (0, 1)
    assert max(map(len, done.stderr.splitlines()), default=0) < 1000


def test_a_front_matter_of_blanks_is_read_to_its_end(course: Path) -> None:
    swap("durée : 4 min", "a" + " " * 200_000 + "b")(course)
    assert "[en-tete-ligne]" in run("check").stdout
