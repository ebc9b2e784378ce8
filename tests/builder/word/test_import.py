"""``balise importer``: a folder that checks, a list of what to look at, nothing replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.build import build
from balise_builder.config import Options
from balise_builder.model import ItemBlock
from balise_builder.model.walk import page_blocks
from tests.builder.cli.commands import plain, run
from tests.builder.word import documents
from tests.builder.word.imports import cover, imported, marked, page


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    documents.module(tmp_path)
    return tmp_path


def test_a_real_module_is_imported_checked_and_built(here: Path) -> None:
    result = run("importer", "module.docx", "courses/accueil")
    assert result.exit_code == 0
    folder = here / "courses/accueil"
    assert sorted(p.name for p in folder.iterdir()) == [
        "01-notre-role.md", "02-ce-qui-merite-attention.md", "03-transmettre.md", "cours.md",
        "media",
    ]  # fmt: skip
    assert "id : accueil\ntitre : Accueillir et transmettre\n" in (folder / "cours.md").read_text(
        "utf-8"
    )
    checked = run("check", "courses/accueil")
    assert checked.exit_code == 0, checked.output
    built = build(folder, Options(targets=("web",), out=here / "dist"))
    assert [p.target for p in built.packages] == ["web"]
    assert built.loaded.course is not None
    blocks = [b for p in built.loaded.course.pages for b in page_blocks(p)]
    assert sum(isinstance(block, ItemBlock) for block in blocks) == 3


def test_each_mark_is_listed_with_its_file_and_line(here: Path) -> None:
    result = run("importer", "module.docx", "autre").stdout.splitlines()
    listed = [line.strip() for line in result if line.startswith("  autre/") and ".md:" in line]
    assert len(listed) == 4
    for entry in listed:
        name, line, text = entry.split(":", 2)
        written = Path(name).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert written.startswith("> À vérifier : ")
        assert text.strip()[:30] in written


def test_import_is_an_alias_and_speaks_english(here: Path) -> None:
    result = run("import", "module.docx", "new", "--lang", "en")
    assert result.exit_code == 0
    assert "places to check, each marked in the text:" in result.stdout
    assert "> [!WARNING]\n> To check: " in Path("new/cours.md").read_text(encoding="utf-8")


def test_nothing_is_ever_replaced(here: Path) -> None:
    (here / "plein").mkdir()
    (here / "plein/notes.txt").write_text("à moi", encoding="utf-8")
    result = run("importer", "module.docx", "plein")
    assert result.exit_code == 2
    assert "existe déjà et n’est pas vide" in plain(result.stderr)
    assert [p.name for p in (here / "plein").iterdir()] == ["notes.txt"]
    assert run("importer", "module.docx").exit_code == 0
    assert run("importer", "module.docx").exit_code == 2


def test_a_wrong_file_is_one_message_and_no_folder(here: Path) -> None:
    (here / "vieux.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    result = run("importer", "vieux.doc")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert not (here / "vieux").exists()


def test_pages_of_the_same_title_have_ids_and_names_of_their_own(tmp_path: Path) -> None:
    document = documents.new()
    for title in ("Presentation", "Suite", "Suite", "？"):
        document.add_heading(title, 1)
        document.add_paragraph(f"Texte de {title}")
    found = imported(document, tmp_path)
    assert sorted(n for n in found.files if n.endswith(".md")) == [
        "01-presentation-2.md", "02-suite.md", "03-suite-2.md", "04-page-4.md", "cours.md",
    ]  # fmt: skip


def test_a_document_without_headings_is_one_page_and_the_author_is_told(tmp_path: Path) -> None:
    document = documents.new("")
    document.add_paragraph("Un texte.")
    found = imported(document, tmp_path)
    assert page(found) == "Un texte."
    assert "titre : module\n" in cover(found)
    assert "aucun « Titre 1 »" in marked(found)
    assert "Le titre vient de « module »" in marked(found)


def test_lists_keep_their_numbers_and_their_depth(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    lines = {"un": "Number", "a": "Bullet 2", "b": "Bullet 3", "deux": "Number"}
    for text, style in lines.items():
        document.add_paragraph(text, style=f"List {style}")
    document.add_paragraph("Entre.")
    document.add_paragraph("trois", style="List Number")
    assert page(imported(document, tmp_path)) == (
        "1. un\n   - a\n     - b\n2. deux\n\nEntre.\n\n3. trois"
    )


def test_headings_go_down_one_level_from_the_page(tmp_path: Path) -> None:
    document = documents.new()
    for level in (1, 2, 3, 9):
        document.add_heading(f"Niveau {level}", level)
    found = imported(document, tmp_path)
    assert page(found) == "## Niveau 2\n\n### Niveau 3\n\n###### Niveau 9"
