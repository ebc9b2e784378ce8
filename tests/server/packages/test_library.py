"""The library groups packages by course, newest first, and notices what changes."""

from __future__ import annotations

import zipfile

import pytest

from balise_server.errors import BaliseError
from tests.server.support import (
    Server,
    course_json,
    files,
    manifest,
    own_files,
    write_zip,
    zip_bytes,
)


def test_packages_of_one_course_stand_together(server: Server) -> None:
    for target in ("scorm12", "scorm2004", "web"):
        server.add(own_files(target), f"{target}.zip")
    newer = own_files("scorm12") | {"course.json": course_json(version="1.10.0")}
    server.add(newer, "newer.zip")
    (course,) = server.services.library.courses()
    assert [(p.version, p.target) for p in course.packages] == [
        ("1.10.0", "scorm12"),
        ("1.0.0", "scorm2004"),
        ("1.0.0", "scorm12"),
        ("1.0.0", "web"),
    ]
    best = course.for_target("scorm12")
    assert best is not None
    assert best.version == "1.10.0"


def test_two_third_party_packages_are_two_courses(server: Server) -> None:
    server.add(files(), "a.zip")
    server.add(files(more__txt="x"), "b.zip")
    assert len(server.services.library.courses()) == 2


def test_a_removed_or_replaced_zip_is_noticed(server: Server) -> None:
    package = server.add(files(), "a.zip")
    write_zip(package.path, files(more__txt="changed"))
    assert server.services.library.courses()[0].newest.id != package.id
    package.path.unlink()
    assert server.services.library.courses() == []
    with pytest.raises(BaliseError, match="bibliothèque"):
        server.services.library.package(package.id)


def test_a_refused_zip_hides_no_other(server: Server) -> None:
    server.add(files(), "good.zip")
    bad = write_zip(server.dist / "bad.zip", {"x": "y"})
    refused = server.services.library.refused
    assert [(path, error.code) for path, error in refused] == [(bad, "package-no-manifest")]
    assert len(server.services.library.courses()) == 1


def test_items_keep_order_parameters_and_rules(server: Server) -> None:
    inside = (
        "<adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed>"
        "<adlcp:datafromlms>mode=a</adlcp:datafromlms>"
        "<adlcp:masteryscore>80</adlcp:masteryscore>"
    )
    text = manifest(hrefs=("un.html?a=1", "dossier/deux.html"), inside=inside)
    text = text.replace('"R0"><title>', '"R0" parameters="?b=2"><title>')
    package = server.add(
        {"imsmanifest.xml": text, "un.html": "1", "dossier/deux.html": "2"}, "multi.zip"
    )
    first, second = package.items
    assert (first.href, first.mastery, first.launch_data) == ("un.html?a=1&b=2", "80", "mode=a")
    assert (second.href, second.title) == ("dossier/deux.html", "Page 1")
    assert package.item() is first
    assert package.item("I1") is second
    assert package.item("absent") is None


def test_mastery_of_2004_comes_from_the_primary_objective(server: Server) -> None:
    inside = (
        "<imsss:sequencing><imsss:objectives>"
        '<imsss:primaryObjective objectiveID="o" satisfiedByMeasure="true">'
        "<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>"
        "</imsss:primaryObjective></imsss:objectives></imsss:sequencing>"
    )
    package = server.add(files(imsmanifest__xml=manifest("scorm2004", inside=inside)))
    assert package.items[0].mastery == "0.8"


def test_a_name_in_utf8_without_the_flag_is_read(server: Server) -> None:
    path = write_zip(server.dist / "mac.zip", {**files(), "café.txt": "x"})
    data = bytearray(path.read_bytes())
    name = "café.txt".encode()
    data[data.index(name) - 30 + 7] &= ~0x08
    data[data.rindex(name) - 46 + 9] &= ~0x08
    path.write_bytes(data)
    with zipfile.ZipFile(path) as archive:
        assert "café.txt" not in archive.namelist()
    server.services.library.refresh()
    package = server.services.library.courses()[0].newest
    assert (server.services.library.folder(package) / "café.txt").read_text("utf-8") == "x"


def test_an_upload_is_a_stream_with_any_name(server: Server) -> None:
    package = server.services.library.add(zip_bytes(files()), "..\\..\\Mon cours (1).zip")
    assert package.path.parent == server.services.config.dropped
    assert package.path.name == f"{package.id}-Mon-cours-1.zip"


def test_the_same_package_twice_is_one(server: Server) -> None:
    first = server.services.library.add(zip_bytes(files()), "a.zip")
    again = server.services.library.add(zip_bytes(files()), "a.zip")
    assert again.id == first.id
    assert len(server.services.library.courses()) == 1
