"""A course folder: what is read, and one clear finding for whatever cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from balise_builder.errors import UsageError
from balise_builder.source.find import find_courses
from tests.builder.source.folders import CAPSULE, COURSE, codes, places, put, read, write


def renamed(number: int) -> str:
    return CAPSULE.replace("notre-role", f"c{number}")


def test_capsules_come_in_the_order_of_file_names_without_the_other_files(tmp_path: Path) -> None:
    write(tmp_path, cours_md=COURSE, banque_md="Texte\n", README_md="Lisez-moi")
    for number, name in enumerate(["10-fin.md", "02-suite.md", "01 - Été.md"]):
        put(tmp_path, name, renamed(number))
    for number, name in enumerate(["relance-10.md", "Relance-2.md", "relance.md", "suivi.md"], 5):
        put(tmp_path, name, renamed(number))
    put(tmp_path, "media/a.md", "Transcription")
    folder, found = read(tmp_path)
    assert codes(found) == []
    assert [c.text.file for c in folder.capsules] == ["01 - Été.md", "02-suite.md", "10-fin.md"]
    assert [c.name for c in folder.companions] == ["suivi", "relance", "relance-2", "relance-10"]
    assert folder.bank is not None
    assert list(folder.media) == ["media/a.md"]
    assert folder.text is not None
    assert folder.text.body.strip() == "Bonjour."


def test_names_with_decomposed_accents_are_those_that_authors_write(tmp_path: Path) -> None:
    write(tmp_path, cours_md=COURSE)
    put(tmp_path, "media/E\u0301te\u0301 1.svg", "<svg/>")
    folder, _ = read(tmp_path)
    medium = folder.media["media/Été 1.svg"].medium()
    assert medium.name.startswith("media/ete-1-")
    assert medium.name.isascii()


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, [".:1:1 dossier-vide"]),
        ({"a_md": CAPSULE}, [".:1:1 cours-absent"]),
        ({"index_md": CAPSULE}, [".:1:1 cours-autre-nom"]),
        ({"cours_md": COURSE, "a_md": b"\xff\xfea\x00"}, ["a.md:1:1 encodage"]),
        ({"cours_md": COURSE, "a_md": "é".encode("cp1252")}, ["a.md:1:1 encodage"]),
        ({"cours_md": COURSE, "a_md": b"a" * 300_000}, ["a.md:1:1 fichier-trop-gros"]),
        ({"cours_md": COURSE, "notes_docx": b"PK"}, ["notes.docx:1:1 fichier-ignore"]),
        ({"cours_md": COURSE, "suite__a_md": CAPSULE}, ["suite:1:1 dossier-ignore"]),
        ({"cours_md": COURSE, "Média__a_md": "x"}, ["Média:1:1 dossier-media"]),
        ({"cours_md": COURSE, "seance_md": "---\nauteur : x\n---\n"},
         ["seance.md:2:1 cle-inconnue"]),
        ({"cours_md": COURSE, "anglais__cours_md": COURSE}, ["anglais:1:1 partie-non-construite"]),
        ({"cours_md": COURSE, "Rôle_md": CAPSULE, "role_md": renamed(2)},
         ["role.md:1:1 noms-confondus"]),
        ({"cours_md": COURSE, "media__É_svg": "1", "media__e_svg": "2"},
         ["media/É.svg:1:1 noms-confondus"]),
        ({"cours_md": COURSE, "ids_lock": "n'importe quoi\n"}, ["ids.lock:1:1 verrou-illisible"]),
    ],
)  # fmt: skip
def test_what_cannot_be_read_has_one_finding(
    tmp_path: Path, files: dict[str, str | bytes], expected: list[str]
) -> None:
    _, found = read(write(tmp_path / "cours-a", **files))
    assert places(found)[:1] == expected
    assert len(found) == 1


def test_an_image_of_50_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    write(tmp_path, cours_md=COURSE)
    path = put(tmp_path, "media/photo.png", b"")
    os.truncate(path, 50_000_000)
    _, found = read(tmp_path)
    assert places(found) == ["media/photo.png:1:1 media-trop-lourd"]
    assert (found[0].params["size"], found[0].params["limit"]) == ("50", "5")


@pytest.mark.parametrize(
    ("name", "target", "code"),
    [
        ("a.md", "../dehors.md", "lien-dehors"),
        ("media", "..", "lien-dehors"),
        ("a.md", "b.md", "lien-en-boucle"),
        ("media/tout", "..", "lien-en-boucle"),
        ("a.md", "absent.md", "lien-casse"),
    ],
)
def test_links_that_leave_loop_or_lead_nowhere_are_errors(
    tmp_path: Path, name: str, target: str, code: str
) -> None:
    put(tmp_path, "dehors.md", CAPSULE)
    course = write(tmp_path / "c", cours_md=COURSE)
    (course / name).parent.mkdir(exist_ok=True)
    (course / name).symlink_to(target)
    if code == "lien-en-boucle" and target == "b.md":
        (course / "b.md").symlink_to("a.md")
    _, found = read(course)
    assert set(codes(found)) == {code}


def test_a_link_to_a_file_of_the_course_is_accepted(tmp_path: Path) -> None:
    write(tmp_path, cours_md=COURSE, media__a_svg="<svg/>")
    (tmp_path / "media/b.svg").symlink_to("a.svg")
    folder, found = read(tmp_path)
    assert codes(found) == []
    assert list(folder.media) == ["media/a.svg", "media/b.svg"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_the_right_to_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, cours_md=COURSE, a_md=CAPSULE)
    (tmp_path / "a.md").chmod(0)
    assert codes(read(tmp_path)[1]) == ["fichier-illisible"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    write(tmp_path, cours_md=COURSE)
    os.mkfifo(tmp_path / "a.md")
    (found,) = read(tmp_path)[1]
    assert (found.code, found.params["reason_en"]) == (
        "fichier-illisible", "it is not an ordinary file",
    )  # fmt: skip


def test_a_folder_in_place_of_a_capsule_is_told(tmp_path: Path) -> None:
    write(tmp_path, cours_md=COURSE)
    (tmp_path / "a.md").mkdir()
    folder, found = read(tmp_path)
    assert (folder.capsules, codes(found)) == ((), ["fichier-illisible"])


def test_courses_are_found_from_folders_files_and_folders_of_courses(tmp_path: Path) -> None:
    one = write(tmp_path / "courses/un", cours_md=COURSE)
    two = write(tmp_path / "courses/deux", a_md=CAPSULE)
    write(tmp_path / "courses/_commun", a_md="x")
    assert find_courses([tmp_path / "courses"]) == [two, one]
    assert find_courses([], tmp_path) == [two, one]
    assert find_courses([one / "cours.md", one, two / "a.md"]) == [one, two]
    assert find_courses([], one) == [one]
    with pytest.raises(UsageError):
        find_courses([tmp_path / "absent"])
    with pytest.raises(UsageError):
        find_courses([], tmp_path / "courses/_commun")
