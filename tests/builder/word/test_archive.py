"""A Word file that is not safe, or is no Word file, is refused with one clear message."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balise_builder.errors import BaliseError, UsageError
from balise_builder.word import archive
from balise_builder.word.folder import convert
from tests.builder.cli.commands import plain
from tests.builder.word import documents

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


@pytest.fixture
def module(tmp_path: Path) -> Path:
    return documents.module(tmp_path)


def refused(path: Path) -> UsageError:
    with pytest.raises(UsageError) as caught:
        convert(path, "cours", "fr")
    assert caught.value.fr != caught.value.en
    return caught.value


@pytest.mark.parametrize(
    ("data", "fr", "en"),
    [
        (OLE, "ancien format de Word (.doc)", "old Word format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mot de passe", "password"),
        (b"{\\rtf1 Bonjour}", "n’est pas un document Word", "is not a Word document"),
        (b"", "n’est pas un document Word", "is not a Word document"),
        (b"PK\x03\x04 coup", "est abîmé", "is damaged"),
    ],
)
def test_what_is_no_docx_is_named(data: bytes, fr: str, en: str, tmp_path: Path) -> None:
    path = tmp_path / "module.docx"
    path.write_bytes(data)
    error = refused(path)
    assert fr in error.fr
    assert en in error.en


def test_another_zip_and_a_missing_file_are_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as other:
        other.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert "n’est pas un document Word" in refused(tmp_path / "a.docx").fr
    assert "n’existe pas" in refused(tmp_path / "absent.docx").fr
    assert "dossier" in refused(tmp_path).fr


def test_a_bomb_is_refused_before_it_is_opened(module: Path) -> None:
    with zipfile.ZipFile(module, "a", zipfile.ZIP_DEFLATED) as big:
        big.writestr("word/bombe.xml", b" " * (archive.MOST_XML + 1))
    assert "trop gros une fois ouvert" in refused(module).fr


def test_many_parts_are_refused(module: Path) -> None:
    with zipfile.ZipFile(module, "a") as many:
        for number in range(archive.MOST_PARTS):
            many.writestr(f"word/media/{number}.bin", b"")
    assert "trop gros" in refused(module).fr


def test_an_entity_is_never_read(module: Path) -> None:
    documents.change(module, "word/document.xml", "<w:document", ENTITY + "<w:document")
    assert "est abîmé" in refused(module).fr


def test_macros_are_refused(module: Path) -> None:
    with zipfile.ZipFile(module, "a") as macros:
        macros.writestr("word/vbaProject.bin", b"x")
    assert "macros" in refused(module).fr


@pytest.mark.parametrize("kind", ["template", "document.macroEnabled"])
def test_templates_and_macro_files_without_macros_are_named(kind: str, module: Path) -> None:
    documents.change(
        module, "[Content_Types].xml", "wordprocessingml.document.main", f"word.{kind}.main"
    )
    assert "enregistrez-le comme « Document Word (.docx) »" in plain(refused(module).fr)


def test_strict_open_xml_is_named(module: Path) -> None:
    strict = 'xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    documents.change(module, "word/document.xml", "<w:document", f"<w:document {strict}")
    assert "Open XML strict" in refused(module).fr


@pytest.mark.parametrize("part", ["word/styles.xml", "word/numbering.xml", "word/footnotes.xml"])
def test_a_part_that_does_not_parse_stops_the_import_or_is_told(part: str, module: Path) -> None:
    documents.change(module, part, "<w:", "<w:w")
    with pytest.raises(UsageError, match="est abîmé"):
        convert(module, "cours", "fr")


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_change_of_bytes_gives_a_course_or_a_message(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = documents.module(tmp_path_factory.mktemp("d"))
    parts = ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"]
    part = data.draw(st.sampled_from(parts))
    with zipfile.ZipFile(path) as opened:
        text = opened.read(part).decode()
    start = data.draw(st.integers(0, len(text) - 1))
    gone = text[start : start + data.draw(st.integers(1, 40))]
    documents.change(path, part, gone, data.draw(st.sampled_from(["", "<", "9999999999", "x"])))
    try:
        assert convert(path, "cours", "fr").files["cours.md"]
    except BaliseError as error:
        assert "abîmé" in error.fr or "n’est pas un document" in error.fr


def test_python_docx_is_loaded_only_to_import() -> None:
    code = "import sys; import balise_builder.cli.importer; sys.exit('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_the_extra_the_message_names_the_command(
    module: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n == "docx" or n.startswith("docx.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(BaliseError) as caught:
        convert(module, "cours", "fr")
    assert "pipx inject balise-builder python-docx" in caught.value.fr
    assert 'pip install "balise-builder[docx]"' in caught.value.en
