from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from balise_builder import contract
from balise_builder.build import Built, build, check_budget, load
from balise_builder.config import Options, build_date
from balise_builder.errors import PackageError, UsageError
from balise_builder.model import Span
from balise_builder.suspend import Budget, Contributor
from tests.bench.sample import write_sample
from tests.builder.handmade import course as handmade

ALL = ("scorm12", "scorm2004", "web")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "courses/banc", pages=10)


def codes(built: Built) -> set[str]:
    return {d.code for d in built.loaded.diagnostics}


def test_a_folder_becomes_a_package_a_target(sample: Path, tmp_path: Path) -> None:
    built = build(sample, Options(out=tmp_path / "dist"))
    assert [p.path.name for p in built.packages] == [f"banc-1.0.0-{t}.zip" for t in ALL]
    assert all(p.size == p.path.stat().st_size for p in built.packages)
    assert {p.name for p in (tmp_path / "dist").iterdir()} == {
        *(f"banc-1.0.0-{t}.zip" for t in ALL), "SHA256SUMS",
    }  # fmt: skip


def test_the_document_of_the_sample_has_its_pages_questions_and_images(
    sample: Path, tmp_path: Path
) -> None:
    build(sample, Options(targets=("web",), out=tmp_path))
    with zipfile.ZipFile(tmp_path / "banc-1.0.0-web.zip") as archive:
        data = contract.read(archive.read("course.json"))
        names = archive.namelist()
    assert len([p for p in data["pages"] if p["kind"] == "capsule"]) == 10
    kinds = sorted(item["kind"] for item in data["items"])
    assert kinds == ["multiple"] * 2 + ["short-text"] + ["single"] * 5 + ["true-false"] * 2
    assert len([n for n in names if n.startswith("media/") and n.endswith(".svg")]) == 10


def test_no_package_carries_the_people_of_the_situations(sample: Path, tmp_path: Path) -> None:
    every = Options(targets=(*ALL, "olx", "olx-balise"), out=tmp_path / "a")
    before = build(sample, every)
    path = sample / "cours.md"
    head = "personnes :\n  - Zéphirine : personne qui inquiète\nobjectifs :"
    path.write_text(path.read_text("utf-8").replace("objectifs :", head, 1), encoding="utf-8")
    after = build(sample, replace(every, out=tmp_path / "b"))
    assert after.loaded.course is not None and after.loaded.course.people
    for one, other in zip(before.packages, after.packages, strict=True):
        assert one.path.read_bytes() == other.path.read_bytes(), one.path.name


def test_the_same_course_gives_the_same_bytes_in_another_folder_at_another_time(
    sample: Path, tmp_path: Path
) -> None:
    build(sample, Options(out=tmp_path / "a"))  # writes ids.lock
    copy = tmp_path / "elsewhere/deeper/banc"
    shutil.copytree(sample, copy)
    for path in copy.rglob("*"):
        os.utime(path, (1e9, 1e9))
    build(copy, Options(out=tmp_path / "b", locked=True))
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_sums_are_those_of_sha256sum_and_list_the_files(sample: Path, tmp_path: Path) -> None:
    build(sample, Options(out=tmp_path / "dist"))
    checked = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path / "dist", capture_output=True, text=True
    )
    assert checked.returncode == 0 and checked.stdout.count(": OK") == 3
    sums = (tmp_path / "dist/SHA256SUMS").read_text()
    assert sums.count("  imsmanifest.xml") == 2 and sums.count("  index.html") == 3


def test_sums_keep_the_other_packages_of_the_folder(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    build(sample, Options(targets=("web",), out=out))
    build(sample, Options(targets=("scorm12",), out=out))
    lines = (out / "SHA256SUMS").read_text().splitlines()
    names = [line.split("  ")[1] for line in lines if not line.startswith("#")]
    assert names == ["banc-1.0.0-scorm12.zip", "banc-1.0.0-web.zip"]
    (out / names[0]).unlink()
    build(sample, Options(targets=("web",), out=out))
    assert names[0] not in (out / "SHA256SUMS").read_text()


def test_the_date_is_an_input(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert (build_date(), build_date("2025-02-03")) == ("2026-01-01", "2025-02-03")
    build(sample, Options(targets=("web",), out=tmp_path, date="2025-02-03"))
    with zipfile.ZipFile(tmp_path / "banc-1.0.0-web.zip") as archive:
        assert {e.date_time[:3] for e in archive.infolist()} == {(2025, 2, 3)}


@pytest.mark.parametrize("wrong", ["hier", "2026-13-01"])
def test_a_wrong_date_is_a_usage_error(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError):
        build_date(wrong)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
    with pytest.raises(UsageError):
        build_date()


def test_load_writes_nothing_and_locked_refuses_a_new_id(sample: Path, tmp_path: Path) -> None:
    before = sorted(p.name for p in sample.rglob("*"))
    assert load(sample, Options()).changed_lock
    assert sorted(p.name for p in sample.rglob("*")) == before
    refused = build(sample, Options(out=tmp_path / "dist", locked=True))
    assert "verrou-a-changer" in codes(refused) and not refused.packages
    assert not (tmp_path / "dist").exists()
    assert build(sample, Options(out=tmp_path / "dist")).packages
    assert build(sample, Options(out=tmp_path / "dist", locked=True)).packages


def test_an_error_builds_nothing_and_keeps_what_was_there(sample: Path, tmp_path: Path) -> None:
    build(sample, Options(out=tmp_path / "dist"))
    before = {p.name: p.read_bytes() for p in (tmp_path / "dist").iterdir()}
    page = sample / "003-capsule.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n::: question\n", encoding="utf-8")
    built = build(sample, Options(out=tmp_path / "dist"))
    assert built.loaded.has_errors and built.loaded.course is None and not built.packages
    assert {p.name: p.read_bytes() for p in (tmp_path / "dist").iterdir()} == before


def test_suspend_data_above_the_limit_names_the_largest_parts(tmp_path: Path) -> None:
    parts = tuple(Contributor(Span("02.md", 10 + n), f"q-{n}", 900 - n) for n in range(8))
    found = check_budget(handmade(tmp_path), Budget(4200, 4000, parts), ALL)
    assert [(d.code, d.span.line) for d in found] == [
        *(("donnees-de-reprise-part", 10 + n) for n in range(5)),
        ("donnees-de-reprise-trop-longues", 1),
    ]
    assert "4\N{NO-BREAK SPACE}200" in found[-1].message() and "scorm12" in found[-1].message()


def test_only_2004_may_exceed_the_limit_of_1_2(tmp_path: Path) -> None:
    course, budget = handmade(tmp_path, suspend_limit=48000), Budget(4200, 48000, ())
    assert check_budget(course, budget, ("scorm2004",)) == []
    assert check_budget(course, budget, ("scorm12", "scorm2004")) != []


@pytest.mark.parametrize("name", ["absent", "absent/cours.md"])
def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="aucun dossier"):
        build(tmp_path / name, Options(out=tmp_path / "dist"))


def test_an_unknown_target_is_a_usage_error(sample: Path) -> None:
    with pytest.raises(UsageError, match="scorm12, scorm2004, web"):
        build(sample, Options(targets=("scorm13",)))


def test_an_output_that_cannot_be_written_is_one_message(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("un fichier")
    with pytest.raises(PackageError):
        build(sample, Options(out=tmp_path / "dist"))
