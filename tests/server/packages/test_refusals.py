"""Each unsafe or invalid package is refused with its one reason, and nothing of it is kept."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from balise_server.packages import Library, PackageError
from balise_server.packages.archive import Limits
from balise_server.packages.refusals import REASONS
from tests.server.support import course_json, files, manifest, write_zip

MIB = 1024 * 1024


def refusal(tmp_path: Path, path: Path, limits: Limits | None = None) -> PackageError:
    """Drop ``path`` into a library, check that nothing stayed, return the reason."""
    library = Library((), tmp_path / "dropped", tmp_path / "content", limits)
    with pytest.raises(PackageError) as caught:
        library.add(path, path.name)
    left = [p for d in (library.dropped, library.extracted) if d.exists() for p in d.iterdir()]
    assert left == []
    assert library.courses() == []
    return caught.value


def test_a_good_package_is_taken(tmp_path: Path) -> None:
    library = Library((), tmp_path / "dropped", tmp_path / "content")
    package = library.add(write_zip(tmp_path / "bon cours.zip", files()), "bon cours.zip")
    assert [c.newest for c in library.courses()] == [package]
    assert (library.folder(package) / "index.html").read_text("utf-8").endswith("<p>Bonjour</p>")


NAMES = {
    "../evil.html": "package-unsafe-name",
    "a/../../evil.html": "package-unsafe-name",
    "/etc/evil.html": "package-unsafe-name",
    "C:/evil.html": "package-unsafe-name",
    "a\\evil.html": "package-unsafe-name",
    "a//evil.html": "package-unsafe-name",
    "bell\x07.html": "package-unsafe-name",
    "trailing./a.html": "package-unsafe-name",
    "INDEX.HTML": "package-duplicate",
    "index.html/inside.html": "package-duplicate",
}


@pytest.mark.parametrize(("name", "code"), NAMES.items(), ids=list(NAMES))
def test_an_unsafe_name_is_refused(tmp_path: Path, name: str, code: str) -> None:
    path = write_zip(tmp_path / "p.zip", {**files(), name: "x"})
    assert refusal(tmp_path, path).code == code


MANIFESTS: dict[str, tuple[str, str]] = {
    "broken": ("<manifest", "package-manifest-invalid"),
    "html": ("<html xmlns='x'/>", "package-manifest-invalid"),
    "doctype": ('<!DOCTYPE manifest SYSTEM "x.dtd"><manifest/>', "package-manifest-doctype"),
    "xxe": (
        '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><manifest>&x;</manifest>',
        "package-manifest-doctype",
    ),
    "laughs": (
        '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><manifest>&b;</manifest>',
        "package-manifest-doctype",
    ),
    "not scorm": (manifest().replace("1.2<", "0.9<"), "package-not-scorm"),
    "no item": (manifest(hrefs=()), "package-nothing-to-launch"),
    "no resource": (manifest().replace('"R0" type', '"other" type'), "package-nothing-to-launch"),
    "external": (manifest(hrefs=("https://ailleurs.test/x",)), "package-external-launch"),
    "other host": (manifest(hrefs=("//ailleurs.test/x",)), "package-external-launch"),
    "script": (manifest(hrefs=("javascript:void(0)",)), "package-external-launch"),
    "missing": (manifest(hrefs=("absent.html",)), "package-launch-missing"),
    "climbing": (manifest(hrefs=("%2e%2e/x.html",)), "package-launch-missing"),
}


@pytest.mark.parametrize(("text", "code"), MANIFESTS.values(), ids=list(MANIFESTS))
def test_a_wrong_manifest_is_refused(tmp_path: Path, text: str, code: str) -> None:
    path = write_zip(tmp_path / "p.zip", {**files(), "imsmanifest.xml": text})
    assert refusal(tmp_path, path).code == code


CONTENTS: dict[str, tuple[dict[str, str | bytes], str]] = {
    "nothing": ({"readme.txt": "x"}, "package-no-manifest"),
    "in a folder": ({f"cours/{n}": d for n, d in files().items()}, "package-manifest-misplaced"),
    "wrong case": (
        {"ImsManifest.xml": manifest(), "index.html": "x"},
        "package-manifest-misplaced",
    ),
    "course.json": ({"course.json": "{", "index.html": "x"}, "package-course-invalid"),
    "newer contract": (
        {"course.json": course_json().replace('"balise": 1', '"balise": 2'), "index.html": "x"},
        "package-course-invalid",
    ),
}


@pytest.mark.parametrize(("entries", "code"), CONTENTS.values(), ids=list(CONTENTS))
def test_a_zip_without_a_course_is_refused(
    tmp_path: Path, entries: dict[str, str | bytes], code: str
) -> None:
    assert refusal(tmp_path, write_zip(tmp_path / "p.zip", entries)).code == code


def broken(path: Path, change: Callable[[bytearray], None]) -> Path:
    """Change the bytes of a good zip."""
    data = bytearray(write_zip(path, files()).read_bytes())
    change(data)
    path.write_bytes(data)
    return path


def encrypt(data: bytearray) -> None:
    """Set the encryption flag of the first central entry."""
    data[data.index(b"PK\x01\x02") + 8] |= 1


def corrupt(data: bytearray) -> None:
    """Change a byte of the first file's data."""
    data[40 + len("imsmanifest.xml")] ^= 0xFF


def grow(data: bytearray) -> None:
    """Declare a first file of 1 000 000 000 bytes."""
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 1_000_000_000)


def overlap(data: bytearray) -> None:
    """Let the second entry point at the first one's data."""
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4) + 42
    data[at : at + 4] = struct.pack("<I", 0)


def many(data: bytearray) -> None:
    """Declare 65 000 entries."""
    at = data.rindex(b"PK\x05\x06") + 10
    data[at : at + 2] = struct.pack("<H", 65_000)


def many64(data: bytearray) -> None:
    """Declare a million entries in a zip64 end record."""
    at = data.rindex(b"PK\x05\x06")
    record = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 10**6, 10**6, 10**8, 0)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, at, 1)
    data[at:at] = record + locator


def lost64(data: bytearray) -> None:
    """Name a zip64 end record that is not there."""
    at = data.rindex(b"PK\x05\x06")
    data[at:at] = struct.pack("<4sIQI", b"PK\x06\x07", 0, 2**60, 1)


def lzma(data: bytearray) -> None:
    """Name a compression method that SCORM does not allow."""
    data[data.index(b"PK\x01\x02") + 10] = 14


def latin1(data: bytearray) -> None:
    """Put a byte that is not UTF-8 into the second name, with the flag that says it is."""
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[at + 9] |= 0x08
    data[at + 46] = 0xE9


CHANGES: dict[Callable[[bytearray], None], str] = {
    encrypt: "package-encrypted",
    corrupt: "package-damaged",
    grow: "package-bomb",
    overlap: "package-bomb",
    many: "package-too-many-files",
    many64: "package-too-many-files",
    lost64: "package-not-zip",
    lzma: "package-compression",
    latin1: "package-name-encoding",
}


@pytest.mark.parametrize(("change", "code"), CHANGES.items(), ids=[c.__name__ for c in CHANGES])
def test_tampered_bytes_are_refused(
    tmp_path: Path, change: Callable[[bytearray], None], code: str
) -> None:
    assert refusal(tmp_path, broken(tmp_path / "p.zip", change)).code == code


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    for data in (b"", b"not a zip", write_zip(path, files()).read_bytes()[:-30]):
        path.write_bytes(data)
        assert refusal(tmp_path, path).code == "package-not-zip"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, tmp_path / "absent.zip").code == "package-unreadable"


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "p.zip", {**files(), "big.txt": b"\0" * (20 * MIB)})
    assert refusal(tmp_path, path).code == "package-bomb"


def test_totals_and_counts_have_limits(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "p.zip", {**files(), "a.bin": bytes(range(256)) * 9000})
    assert refusal(tmp_path, path, Limits(total=2 * MIB)).code == "package-too-large"
    assert refusal(tmp_path, path, Limits(files=2)).code == "package-too-many-files"


def test_links_and_duplicates_are_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "p.zip", files())
    link = zipfile.ZipInfo("link.html")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refusal(tmp_path, path).code == "package-link"
    write_zip(path, files())
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("index.html", "other")
    assert refusal(tmp_path, path).code == "package-duplicate"


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_says_what_and_in_both_languages(code: str) -> None:
    names = dict.fromkeys(
        (
            "file",
            "name",
            "other",
            "limit",
            "reason",
            "reason_en",
            "line",
            "found",
            "href",
            "near_fr",
            "near_en",
        ),
        "X",
    )
    error = PackageError(code, **names)
    assert error.status == 400
    for lang in ("fr", "en"):
        assert "X" in error.message(lang)
        assert "{" not in error.message(lang)
