from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from balise_builder.config import Options
from balise_builder.watch import Incremental
from tests.bench.sample import write_sample


@pytest.fixture
def live(tmp_path: Path) -> Incremental:
    folder = write_sample(tmp_path / "courses/banc", pages=3)
    return Incremental(folder, Options(targets=("scorm12",), out=tmp_path / "dist"))


def edit(live: Incremental, before: str, after: str) -> None:
    page = live.folder / "002-capsule.md"
    page.write_text(page.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def words(live: Incremental) -> str:
    assert live.version.good
    with zipfile.ZipFile(live.version.good.packages[0].path) as archive:
        return archive.read("index.html").decode("utf-8")


def test_an_edit_reaches_the_package(live: Incremental) -> None:
    assert live.rebuild().number == 1
    assert not live.version.stale and "Capsule renommée" not in words(live)
    edit(live, "Capsule numéro 2", "Capsule renommée")
    version = live.rebuild()
    assert (version.number, version.stale) == (2, False)
    assert "Capsule renommée" in words(live)


def test_what_is_rebuilt_is_what_a_fresh_build_gives(live: Incremental, tmp_path: Path) -> None:
    live.rebuild()
    edit(live, "Prendre une minute", "Prendre deux minutes")
    live.rebuild()
    fresh = Incremental(live.folder, Options(targets=("scorm12",), out=tmp_path / "fresh"))
    fresh.rebuild()
    paths = [v.good.packages[0].path for v in (live.version, fresh.version) if v.good]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_broken_file_keeps_the_last_good_version(live: Incremental) -> None:
    good = live.rebuild().good
    edit(live, "- [x]", "- [ ]")
    broken = live.rebuild()
    assert broken.stale and broken.good is good and broken.built is not None
    assert any(d.span.file == "002-capsule.md" for d in broken.built.loaded.diagnostics)
    edit(live, "- [ ] Noter", "- [x] Noter")
    assert not live.rebuild().stale


def test_a_vanished_folder_is_a_problem_and_no_crash(live: Incremental) -> None:
    good = live.rebuild().good
    live.folder.rename(live.folder.with_name("parti"))
    version = live.rebuild()
    assert version.problem and version.built is None and version.good is good and version.stale


def test_an_image_that_changes_is_taken_anew(live: Incremental) -> None:
    live.rebuild()
    (live.folder / "media/plan-001.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 77 33"/>', encoding="utf-8"
    )
    live.rebuild()
    assert 'width="77" height="33"' in words(live)


def test_only_what_can_alter_the_course_concerns_it(live: Incremental) -> None:
    folder = live.folder.resolve()
    for inside in (folder / "01.md", folder / "media/x.svg", folder.parent / "_commun/droit.yaml"):
        assert live.concerns([inside])
    outside = (folder.parent / "autre/01.md", folder / ".01.md.swp", folder / "01.md~")
    for path in outside:
        assert not live.concerns([path])
