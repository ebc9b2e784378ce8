from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from balise_builder import contract
from balise_builder.editions import EDITIONS, Edition
from balise_builder.package import validate, write_zip
from balise_builder.package.schemas import compiled
from balise_builder.render import render
from balise_builder.targets import TARGETS
from tests.builder.handmade import course

Files = dict[str, bytes]


def files_of(folder: Path, target: str) -> Files:
    """Return the files of a package as bytes."""
    made = course(folder)
    files: Mapping[str, bytes | Path]
    files = TARGETS[target].files(made, render(made, contract.dumps(made)))
    return {n: c.read_bytes() if isinstance(c, Path) else c for n, c in files.items()}


def codes(files: Files, path: Path, **options: bool) -> set[str]:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return {d.code for d in validate(path, **options)}


def edit(name: str, before: str, after: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        text = files[name].decode()
        assert re.search(before, text), before
        files[name] = re.sub(before, after, text, count=1).encode()

    return change


def drop(name: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        del files[name]

    return change


def add(name: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        files[name] = b"x"

    return change


@pytest.mark.parametrize("target", [name for name, made in TARGETS.items() if made.played])
def test_our_packages_have_no_finding(tmp_path: Path, target: str) -> None:
    write_zip(files_of(tmp_path, target), tmp_path / "p.zip", "")
    assert validate(tmp_path / "p.zip", scorm=target != "web") == ()


M, PAGE = "imsmanifest.xml", "index.html"
BROKEN_12 = {
    "paquet-fichier-absent": drop("media/plan-12345678.svg"),
    "paquet-fichier-non-declare": add("extra.txt"),
    "paquet-nom-refuse": add("été.txt"),
    "paquet-nom-double": add("INDEX.html"),
    "paquet-adresse-externe": edit(PAGE, 'href="assets/player', 'href="/assets/player'),
    "paquet-script-en-ligne": edit(PAGE, "<main ", '<main onclick="x()" '),
    "paquet-donnees": edit("course.json", "Zq81Ab", "Zq81Ac"),
    "manifeste-illisible": edit(M, "<manifest", "<!DOCTYPE manifest><manifest"),
    "manifeste-invalide": edit(M, "<resource identifier=[^ ]+", "<resource"),
    "manifeste-edition": edit(M, "<schemaversion>1.2", "<schemaversion>1.3"),
    "manifeste-schema-local": edit(M, " adlcp_rootv1p2.xsd", " http://x.test/adlcp_rootv1p2.xsd"),
    "manifeste-organisation": edit(M, 'default="organization', 'default="autre'),
    "manifeste-identifiant": edit(M, 'identifier="item-', 'identifier="resource-'),
    "manifeste-reference": edit(M, 'identifierref="resource', 'identifierref="autre'),
    "manifeste-ressource": edit(M, 'scormtype="sco"', 'scormtype="SCO"'),
    "manifeste-valeur": edit(
        M, "</title>\n *</item>", "</title><adlcp:masteryscore>120</adlcp:masteryscore></item>"
    ),
    "manifeste-element-inconnu": edit(
        M,
        "</title>\n *</item>",
        "</title><adlcp:completionThreshold>1</adlcp:completionThreshold></item>",
    ),
    "manifeste-espace-de-noms": edit(M, 'xmlns="http://www.imsproject', 'xmlns="http://www.autre'),
}
BROKEN_2004 = {
    "manifeste-element-inconnu": edit(
        M, "<imsss:sequencing>", "<adlcp:masteryscore>80</adlcp:masteryscore><imsss:sequencing>"
    ),
    "manifeste-identifiant": edit(M, "<imsss:sequencing>", '<imsss:sequencing ID="s1">'),
    "manifeste-ressource": edit(M, "adlcp:scormType", "adlcp:scormtype"),
    "manifeste-valeur": edit(
        M, "<imsss:deliveryControls",
        "<imsss:objectives><imsss:primaryObjective satisfiedByMeasure='true'>"
        "<imsss:minNormalizedMeasure>80</imsss:minNormalizedMeasure>"
        "</imsss:primaryObjective></imsss:objectives><imsss:deliveryControls",
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(BROKEN_12))
def test_a_fault_in_a_1_2_package_is_found(tmp_path: Path, code: str) -> None:
    files = files_of(tmp_path, "scorm12")
    BROKEN_12[code](files)
    assert code in codes(files, tmp_path / "p.zip")


@pytest.mark.parametrize("target", ["scorm2004", "scorm2004-3"])
@pytest.mark.parametrize("code", sorted(BROKEN_2004))
def test_a_fault_in_a_2004_package_is_found(tmp_path: Path, code: str, target: str) -> None:
    files = files_of(tmp_path, target)
    BROKEN_2004[code](files)
    assert code in codes(files, tmp_path / "p.zip")


def test_a_package_without_manifest_is_no_scorm_package(tmp_path: Path) -> None:
    files = files_of(tmp_path, "scorm12")
    del files[M]
    assert codes(files, tmp_path / "p.zip", scorm=True) == {"paquet-fichier-absent"}


def test_a_wrapping_folder_is_found(tmp_path: Path) -> None:
    files = {f"dossier/{n}": c for n, c in files_of(tmp_path, "scorm12").items()}
    assert "paquet-fichier-absent" in codes(files, tmp_path / "p.zip", scorm=True)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut", b"not a zip"])
def test_what_is_no_zip_is_one_finding(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "p.zip").write_bytes(data)
    assert [d.code for d in validate(tmp_path / "p.zip")] == ["paquet-illisible"]


def test_a_link_or_a_strange_compression_is_found(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("index.html", b"<p>" * 50)
    assert "paquet-entree-refusee" in {d.code for d in validate(tmp_path / "p.zip")}


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=lambda e: e.name)
def test_schemas_are_compiled_once(edition: Edition) -> None:
    assert compiled(edition) is compiled(edition)
