from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_builder.errors import PackageError
from balise_builder.package.zip import check_names, ordered, write_zip

FILES = {"b/z.txt": b"z" * 500, "a.html": b"<p>", "imsmanifest.xml": b"<m/>", "B.js": b"1"}


def test_the_manifest_is_first_then_the_names_in_order(tmp_path: Path) -> None:
    write_zip(FILES, tmp_path / "p.zip", "2026-03-31")
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        assert archive.namelist() == ["imsmanifest.xml", "B.js", "a.html", "b/z.txt"]


def test_two_builds_give_the_same_bytes_whatever_the_folder_and_the_hour(tmp_path: Path) -> None:
    written = []
    for turn, names in enumerate((list(FILES), sorted(FILES))):
        folder = tmp_path / str(turn)
        folder.mkdir()
        medium = folder / f"m{turn}.png"
        medium.write_bytes(b"image")
        os.utime(medium, (1e9 + turn * 1e6, 1e9))
        os.umask(os.umask(0o022 + turn * 0o55))
        files = {name: FILES[name] for name in names} | {"media/m.png": medium}
        write_zip(files, folder / "p.zip", "2026-03-31")
        written.append((folder / "p.zip").read_bytes())
        time.sleep(0.01)
    assert written[0] == written[1]


def test_entries_carry_nothing_but_name_date_and_plain_mode(tmp_path: Path) -> None:
    (tmp_path / "m.mp4").write_bytes(b"0" * 100)
    write_zip(FILES | {"media/m.mp4": tmp_path / "m.mp4"}, tmp_path / "p.zip", "2026-03-31")
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        assert archive.comment == b""
        for entry in archive.infolist():
            assert (entry.extra, entry.comment, entry.flag_bits) == (b"", b"", 0)
            assert entry.date_time == (2026, 3, 31, 0, 0, 0)
            assert (entry.external_attr >> 16, entry.create_system) == (0o100644, 3)
        assert archive.getinfo("media/m.mp4").compress_type == zipfile.ZIP_STORED
        assert archive.getinfo("b/z.txt").compress_type == zipfile.ZIP_DEFLATED


@pytest.mark.parametrize("date", ["", "1975-02-02"])
def test_a_date_before_zip_existed_is_the_earliest(tmp_path: Path, date: str) -> None:
    write_zip(FILES, tmp_path / "p.zip", date)
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize(
    "name", ["é.svg", "a b.svg", "/a", "../a", "a//b", "a\\b", "", "./a", "a/", "a:b", "a?b"]
)
def test_a_name_that_a_platform_may_refuse_is_refused(name: str) -> None:
    with pytest.raises(PackageError):
        check_names([name])


def test_names_that_differ_by_case_only_are_refused() -> None:
    with pytest.raises(PackageError, match="casse"):
        check_names(["media/A.svg", "media/a.svg"])


def test_a_full_disk_or_a_missing_folder_is_one_message(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="ne peut pas être écrit"):
        write_zip(FILES, tmp_path / "absent" / "p.zip", "")


NAMES = st.lists(
    st.lists(st.text("abcXYZ019_-", min_size=1, max_size=6), min_size=1, max_size=3).map("/".join),
    unique_by=str.lower,
    max_size=8,
)


@given(NAMES)
def test_plain_names_pass_and_their_order_does_not_depend_on_that_of_the_files(
    names: list[str],
) -> None:
    check_names(names)
    assert ordered(names) == ordered(reversed(names))
    assert ordered([*names, "imsmanifest.xml"])[0] == "imsmanifest.xml"
