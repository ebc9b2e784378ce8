"""The ``.tar.gz`` of a course: the same bytes for the same input, and nobody's files."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from balise_builder.errors import PackageError
from balise_builder.package import write_tar
from balise_builder.package.sums import section


def test_the_order_of_the_input_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.bin").write_bytes(b"deux")
    files: dict[str, bytes | Path] = {
        "course/a.xml": b"<a/>",
        "course/static/b.bin": tmp_path / "b.bin",
    }
    write_tar(files, tmp_path / "1", "2026-03-31")
    write_tar(dict(reversed(list(files.items()))), tmp_path / "2", "2026-03-31")
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    with tarfile.open(tmp_path / "1") as archive:
        members = archive.getmembers()
        assert [m.name for m in members] == sorted(files)
        assert {(m.uid, m.uname, m.mtime) for m in members} == {(0, "", 1774915200)}


def test_its_files_have_their_digests_in_the_sums(tmp_path: Path) -> None:
    write_tar({"course/a.xml": b"<a/>"}, tmp_path / "x.tar.gz", "")
    lines = section(tmp_path / "x.tar.gz", "x.tar.gz").splitlines()
    assert lines[0].endswith("  x.tar.gz")
    assert lines[1].endswith("  course/a.xml")


def test_a_name_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackageError):
        write_tar({"../a": b""}, tmp_path / "x", "")
