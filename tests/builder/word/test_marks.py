"""What is not sure is marked where it stands; what Word hides or moves is never lost."""

from __future__ import annotations

from pathlib import Path

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from balise_builder.word import marks
from tests.builder.word import documents
from tests.builder.word.imports import cover, errors, imported, marked, marks_stand, page

RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
BOX = (
    "<w:p><w:r><w:t>Avant</w:t></w:r><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'>"
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>Dans la zone</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r></w:p>"
)


def of(xml: str, folder: Path) -> tuple[str, str]:
    """Return the page and the marks of a document that holds one raw block."""
    document = documents.new()
    document.add_heading("Une page", 1)
    documents.raw(document, xml)
    found = imported(document, folder)
    assert marks_stand(found)
    assert errors(found, folder) == []
    return page(found), marked(found)


def test_tracked_changes_are_accepted_and_told(tmp_path: Path) -> None:
    text, marks = of(
        f"<w:p>{RUN.format('Vous ')}<w:ins w:id='1' w:author='A'>{RUN.format('accueillez')}</w:ins>"
        "<w:del w:id='2' w:author='A'><w:r><w:delText>questionnez</w:delText></w:r></w:del></w:p>",
        tmp_path,
    )
    assert text.startswith("Vous accueillez\n")
    assert "gardé : « accueillez »" in marks
    assert "non reprise : « questionnez »" in marks


def test_comments_are_listed_where_they_stand(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    paragraph = document.add_paragraph("Un fait.")
    document.add_comment(
        paragraph.runs, text="Vérifier la source", author="Quelqu’un", initials="Q"
    )
    document.add_paragraph("La suite.")
    found = imported(document, tmp_path)
    assert "disait : « Vérifier la source »\n\nLa suite." in page(found)
    assert "Quelqu’un" not in page(found) + cover(found)
    assert marks_stand(found)


def test_text_boxes_and_hidden_text_are_kept_and_told(tmp_path: Path) -> None:
    text, marks = of(BOX, tmp_path)
    assert text.startswith("Avant\n\n> [!ATTENTION]\n> À vérifier : ce qui suit")
    assert text.endswith("Dans la zone")
    text, marks = of(
        "<w:p><w:r><w:t>Vu</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Caché</w:t></w:r></w:p>",
        tmp_path / "b",
    )
    assert text.startswith("Vu\n")
    assert "gardé ici seulement : « Caché »" in marks


def test_links_to_the_web_are_kept_and_others_are_told(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    targets = {
        "Québec": "https://www.quebec.ca", "plan": "file:///C:/plan.docx",
        "script": "javascript:alert(1)", "nous": "mailto:a@exemple.org",
    }  # fmt: skip
    for text, target in targets.items():
        documents.link(document.add_paragraph("Voir "), text, target)
    documents.raw(document, (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
        '"https://exemple.org/a b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        '</w:r><w:r><w:t>un champ</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ))  # fmt: skip
    found = imported(document, tmp_path)
    text = page(found)
    assert "Voir [Québec](https://www.quebec.ca)\n" in text
    assert "Voir [nous](mailto:a@exemple.org)" in text
    assert "Voir plan\n" in text
    assert "[un champ](https://exemple.org/a%20b)" in text
    assert marked(found).count("n’a pas été gardé") == 2
    assert errors(found, tmp_path) == []


def test_pictures_have_ascii_names_and_missing_words_are_asked(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    documents.picture(document, "Un plan [du hall]")
    documents.picture(document, "", documents.png(80, 80))
    blip = document.element.body.xpath(".//a:blip")
    documents.picture(document, "Loin")
    far = document.part.relate_to(
        "https://exemple.org/x.png",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        is_external=True,
    )
    last = document.element.body.xpath(".//a:blip")[len(blip)]
    del last.attrib[next(iter(last.attrib))]
    last.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}link", far)
    found = imported(document, tmp_path)
    assert sorted(n for n in found.files if "media" in n) == [
        "media/image-1.png",
        "media/image-2.png",
    ]
    assert "![Un plan \\[du hall\\]](media/image-1.png)" in page(found)
    assert "![Image à décrire](media/image-2.png)" in page(found)
    assert "n’a pas de texte de remplacement" in marked(found)
    assert "ailleurs (« https://exemple.org/x.png Loin »)" in marked(found)
    assert errors(found, tmp_path) == []


def test_a_picture_that_packages_refuse_is_kept_and_told(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    documents.picture(document, "Un plan")
    path = documents.save(document, tmp_path)
    import zipfile

    with zipfile.ZipFile(path) as opened:
        name = next(n for n in opened.namelist() if n.endswith(".png"))
        parts = {n: opened.read(n) for n in opened.namelist()}
    parts[name] = b"GIF89a" + parts[name]
    with zipfile.ZipFile(path, "w") as changed:
        for part, data in parts.items():
            changed.writestr(part, data)
    from balise_builder.word.folder import convert

    found = convert(path, "cours", "fr")
    assert "media/image-1.gif" in found.files
    assert "media/image-1.gif – Un plan" in marked(found)
    assert errors(found, tmp_path) == []


def test_headers_macros_and_generated_contents_are_listed_at_the_front(tmp_path: Path) -> None:
    document = documents.new()
    document.sections[0].header.paragraphs[0].text = "Brouillon interne"
    documents.raw(document, (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        f"</w:sdtPr><w:sdtContent><w:p>{RUN.format('Une page 3')}</w:p></w:sdtContent></w:sdt>"
    ))  # fmt: skip
    document.add_heading("Une page", 1)
    document.add_paragraph("Un texte.")
    found = imported(document, tmp_path)
    assert "l’en-tête des pages disait : « Brouillon interne »" in cover(found)
    assert "Elle disait : « Une page 3 »" in cover(found)
    assert page(found) == "Un texte."


def test_merged_cells_and_cells_with_lists_are_told(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    table = document.add_table(rows=2, cols=3)
    for number, cell in enumerate(table._cells):
        cell.text = f"case{number}|"
    table.cell(0, 0).merge(table.cell(0, 1))
    found = imported(document, tmp_path)
    assert "| case0\\| case1\\| |  | case2\\| |\n| --- | --- | --- |\n| case3\\| |" in page(found)
    assert "cellules fusionnées" in marked(found)
    assert "une case de tableau avait plusieurs paragraphes" in marked(found)
    assert errors(found, tmp_path) == []


def test_a_framed_warning_is_an_alert_and_another_frame_is_told(tmp_path: Path) -> None:
    border = "<w:pPr><w:pBdr><w:left w:val='single'/></w:pBdr></w:pPr>"
    text, marks = of(f"<w:p>{border}{RUN.format('Important : notez les faits.')}</w:p>", tmp_path)
    assert (text, marks) == ("> [!IMPORTANT]\n> Notez les faits.", "")
    text, marks = of(f"<w:p>{border}{RUN.format('Un rappel.')}</w:p>", tmp_path / "b")
    assert text.startswith("Un rappel.\n")
    assert "était encadré dans Word" in marks


def test_notes_go_to_the_page_that_calls_them(tmp_path: Path) -> None:
    document = documents.new()
    for number in (1, 2):
        document.add_heading(f"Page {number}", 1)
        documents.call(document.add_paragraph(f"Texte {number}"), number)
    documents.footnotes(document, "Note une", "Note deux", "Note perdue")
    found = imported(document, tmp_path)
    assert page(found, 1) == "Texte 1[^1]\n\n[^1]: Note une"
    assert page(found, 2) == "Texte 2[^2]\n\n[^2]: Note deux"
    assert "appelée nulle part : « Note perdue »" in marked(found)
    assert errors(found, tmp_path) == []


def test_bold_that_markdown_cannot_say_is_told_and_the_words_stay(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    paragraph = document.add_paragraph("mot")
    paragraph.add_run("« collé »").bold = True
    paragraph.add_run("suite")
    found = imported(document, tmp_path)
    assert page(found).startswith("mot« collé »suite\n")
    assert "n’a pas pu être gardé ici : « mot« collé »suite »" in marked(found)


def test_marks_are_english_on_request(tmp_path: Path) -> None:
    document = documents.new("")
    document.add_paragraph("Words.")
    found = imported(document, tmp_path, "en")
    assert "> [!WARNING]\n> To check: the document has no “Heading 1”" in cover(found)
    assert "has no paragraph in the “Title” style" in marked(found)
    assert marks_stand(found)


def test_a_broken_sign_of_the_file_is_not_a_word(tmp_path: Path) -> None:
    drawing = parse_xml(
        f"<w:p {nsdecls('w')}><w:r><w:sym w:font='Webdings' w:char='F021'/></w:r></w:p>"
    )
    document = documents.new()
    document.add_heading("Une page", 1)
    document.element.body.insert(2, drawing)
    assert "un objet incorporé n’a pas été repris : « Webdings F021 »" in marked(
        imported(document, tmp_path)
    )


def test_every_mark_is_used_and_said_in_both_languages() -> None:
    folder = Path(marks.__file__).parent
    code = "".join(p.read_text("utf-8") for p in folder.glob("*.py") if p.name != "marks.py")
    assert [key for key in marks.MARKS if f'"{key}"' not in code] == []
    for key, (fr, en) in marks.MARKS.items():
        assert fr != en
        assert (fr.count("{}"), en.count("{}")) == (1, 1), key
        assert marks.said((key, "mot"), "en") != marks.said((key, "mot"), "fr")
