"""No word of a Word document is lost, and none means something else in Markdown."""

from __future__ import annotations

import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

from docx.document import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.diagnostics import Severity
from balise_builder.model import Course
from balise_builder.model.walk import every_token, page_blocks
from balise_builder.source.folding import fold
from balise_builder.word.folder import Imported, convert, write
from balise_builder.word.questions import BOX
from tests.builder.word import documents

SIGNS = "*_#[]<>{}`|~\\!:-+=.()&^@/$%1x \u00a0«»’"
TEXT = st.text(st.sampled_from(SIGNS + "aé"), min_size=1, max_size=24)
BETWEEN = "Suite."
"""Lines that follow one another may be answers: this stands between them."""
ANY = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=24)
TRAPS = (
    "**gras**", "# titre", "::: question", ":::", "- liste", "1. un", "[lien](page.md)",
    "{{chiffre.N1}}", "[@source]", "[^1]: note",
    "<b>html</b>", "&amp; &#42;", "| a | b |", "---",
    "===", "> [!NOTE]", "~~x~~", "[//]: # (balise-ignore x)", "{#id}", "a\\", "\\*", "```", ": déf",
    "points : 2", "https://exemple.org/a_b*c", "( ) choix", "* * *", "2)", "+ x", "__x__",
    "![a](b)", "[texte] après", "[ ]", "[x]",
)  # fmt: skip


def no_box(text: str) -> bool:
    """Return whether a line does not begin with a check box (it would be a checklist)."""
    return not BOX.match(text)


def solid(text: str) -> bool:
    """Return whether a text has something to read, and no box before it."""
    return bool(same(text)) and no_box(text)


def same(text: str) -> str:
    """Return a text without its blanks, composed."""
    return "".join(unicodedata.normalize("NFC", text).split())


def shown(course: Course) -> str:
    """Return the text of every inline token of the capsules."""
    blocks = [b for page in course.pages if page.kind == "capsule" for b in page_blocks(page)]
    inline = [t for t in every_token(blocks) if t.type == "inline"]
    return " ".join(c.content for t in inline for c in t.children or [])


def written(document: Document) -> tuple[Imported, str, list[str]]:
    """Import a document; return what was written, the words compiled, the errors."""
    with tempfile.TemporaryDirectory() as name:
        found = convert(documents.save(document, Path(name)), "cours", "fr")
        write(found, Path(name) / "cours")
        loaded = load(Path(name) / "cours", Options())
        errors = [d.code for d in loaded.diagnostics if d.severity is Severity.ERROR]
        return found, "" if loaded.course is None else same(shown(loaded.course)), errors


@settings(max_examples=30, deadline=None)
@given(st.lists((TEXT | ANY).filter(no_box), min_size=1, max_size=4), st.booleans())
@example(list(TRAPS), False)
@example(list(TRAPS), True)
def test_any_text_of_a_paragraph_reads_the_same_once_compiled(texts: list[str], bold: bool) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    for text in texts:
        document.add_paragraph().add_run(text).bold = bold
        document.add_paragraph(BETWEEN)
    _, words, errors = written(document)
    assert errors == []
    assert words == same("".join(text + BETWEEN for text in texts))


def everywhere(texts: list[str]) -> Document:
    """Return a document with a text in each kind of place; plain lines keep them apart."""
    document = documents.new()
    document.add_heading("Une page", 1)
    document.add_heading(texts[0], 2)
    document.add_paragraph(BETWEEN)
    document.add_paragraph(texts[1], style="List Bullet")
    document.add_paragraph(texts[2], style="List Number")
    document.add_paragraph(BETWEEN)
    cells = [texts[3], "x", "y", texts[4]]
    for cell, text in zip(document.add_table(rows=2, cols=2)._cells, cells, strict=True):
        cell.text = text
    paragraph = document.add_paragraph("Vers!")
    documents.link(paragraph, texts[5], "https://exemple.org")
    paragraph.add_run(texts[6]).italic = True
    documents.call(paragraph, 1)
    paragraph.add_run(texts[7])
    document.add_paragraph(texts[8], style="Quote")
    documents.footnotes(document, "Note.")
    return document


@settings(max_examples=25, deadline=None)
@given(st.lists((TEXT | ANY).filter(solid), min_size=9, max_size=9))
@example(list(TRAPS[:9]))
@example(list(TRAPS[9:18]))
@example([*TRAPS[18:24], "a ##", "(b)", "^[c]"])
def test_any_text_reads_the_same_in_titles_lists_tables_links_and_quotes(texts: list[str]) -> None:
    found, words, errors = written(everywhere(texts))
    assert errors == []
    for name, _, text in found.marks:
        words = words if name == "cours.md" else words.replace(same(f"À vérifier : {text}"), "")
    first, second = "".join(texts[1:3]), f"{texts[3]}xy{texts[4]}Vers!{''.join(texts[5:])}Note."
    assert words == same(f"{texts[0]}{BETWEEN}{first}{BETWEEN}{second}")


@settings(max_examples=25, deadline=None)
@given(st.lists((TEXT | ANY).filter(solid), min_size=3, max_size=3))
@example(["points : 2", "Réponse : x", "( ) y"])
@example(["[x](y)?", "- un", "1. deux"])
def test_any_question_checks_and_keeps_its_words(texts: list[str]) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    documents.bold(document, texts[0])
    documents.check_box(document, texts[1], checked=False)
    documents.check_box(document, texts[2], checked=True)
    found, _, errors = written(document)
    assert errors == []
    assert not [text for _, _, text in found.marks if "trouvé de place" in text]


def test_every_word_of_a_real_module_stands_in_the_written_files(tmp_path: Path) -> None:
    path = documents.module(tmp_path)
    found = convert(path, "cours", "fr")
    written = " ".join(d.decode() for n, d in found.files.items() if n.endswith(".md"))
    have = Counter(fold(w) for w in documents.WORD.findall(written))
    said = [w for w in documents.words(path) if len(w) > 1]
    assert len(said) > 120
    assert Counter(fold(w) for w in said) - have == Counter()
    assert [text for _, _, text in found.marks if "trouvé de place" in text] == []


def test_words_are_found_again_around_hyphens_notes_and_pictures(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    documents.raw(document, (
        "<w:p><w:r><w:t>avant</w:t><w:noBreakHyphen/><w:t>poste</w:t></w:r><w:r>"
        "<w:footnoteReference w:id='1'/></w:r><w:r><w:t>suite</w:t></w:r></w:p>"
    ))  # fmt: skip
    document.add_paragraph("colle").add_run().add_picture(documents.png())
    document.paragraphs[-1].add_run("colle")
    documents.footnotes(document, "Note.")
    found = convert(documents.save(document, tmp_path), "cours", "fr")
    assert [name for name, _, text in found.marks if "place ailleurs" in text] == []


def test_words_that_the_importer_does_not_place_are_written_at_the_front(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    documents.raw(document, "<w:p><w:inconnu><w:r><w:t>ailleurs</w:t></w:r></w:inconnu></w:p>")
    found = convert(documents.save(document, tmp_path), "cours", "fr")
    assert "place ailleurs : « ailleurs »" in found.files["cours.md"].decode()


def test_the_front_matter_keeps_any_title(tmp_path: Path) -> None:
    for title in ("[À venir]", "« Oui »", '"Oui"', "| x", "# 1", "A : b #c", "{x}", "'a", "-", ">"):
        document = documents.new(title)
        document.add_heading(title, 1)
        document.add_paragraph("Un texte.")
        folder = tmp_path / f"{ord(title[0])}-{len(title)}"
        write(convert(documents.save(document, tmp_path), "cours", "fr"), folder)
        loaded = load(folder, Options())
        assert loaded.course is not None, [d.message() for d in loaded.diagnostics]
        titles = {loaded.course.title, loaded.course.pages[1].title}
        assert {t.removeprefix("– ") for t in titles} == {title}
