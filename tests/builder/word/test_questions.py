"""A question is made where it is sure; where it only looks like one, the author is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builder.word import documents
from tests.builder.word.imports import errors, imported, marked, marks_stand, page

STEM = "Que faites-vous?"


def lines(folder: Path, *texts: str, stem: str = STEM, style: str | None = None) -> tuple[str, str]:
    """Return the page and the marks of a bold line followed by ``texts``."""
    document = documents.new()
    document.add_heading("Une page", 1)
    documents.bold(document, stem)
    for text in texts:
        document.add_paragraph(text, style=style)
    found = imported(document, folder)
    assert marks_stand(found)
    assert errors(found, folder) == []
    return page(found), marked(found)


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (("☐ Je refuse.", "☒ J’accueille."), None),
        (("☐ Je refuse.", "☑ J’accueille."), "List Bullet"),
        (("[ ] Je refuse.", "[x] J’accueille."), None),
        (("Je refuse.", "✓ J’accueille."), "List Bullet"),
        (("Je refuse.", "x J’accueille."), "List Bullet"),
        (("Je refuse.", "* J’accueille."), "List Bullet"),
        (("Je refuse.", "J’accueille. *"), "List Number"),
        (("a) Je refuse.", "b) J’accueille.*"), None),
        (("A. ☐ Je refuse.", "B. ☒ J’accueille."), None),
    ],
)
def test_ticked_or_starred_answers_make_a_question(
    texts: tuple[str, ...], style: str | None, tmp_path: Path
) -> None:
    text, marks = lines(tmp_path, *texts, style=style)
    assert text == (f"::: question\n\n**{STEM}**\n\n- [ ] Je refuse.\n- [x] J’accueille.\n\n:::")
    assert marks.count("\n") == 0


def test_check_boxes_of_word_make_a_question(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    documents.bold(document, STEM)
    documents.check_box(document, "Je refuse.", checked=False)
    documents.check_box(document, "J’accueille.", checked=True)
    documents.raw(document, (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>'
        '</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> Je note.</w:t></w:r></w:p>'
    ))  # fmt: skip
    documents.raw(document, (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> Je préviens.</w:t></w:r></w:p>'
    ))  # fmt: skip
    found = page(imported(document, tmp_path))
    assert found.count("- [ ] ") == 2
    assert "- [x] J’accueille.\n- [ ] Je note.\n- [x] Je préviens.\n\n:::" in found


def test_lettered_answers_are_right_where_they_are_bold_and_the_bold_is_not_kept(
    tmp_path: Path,
) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    documents.bold(document, STEM)
    document.add_paragraph("a) Je refuse.")
    paragraph = document.add_paragraph("b) ")
    paragraph.add_run("J’accueille.").bold = True
    assert "- [ ] Je refuse.\n- [x] J’accueille.\n" in page(imported(document, tmp_path))


def test_feedback_goes_where_it_clearly_belongs(tmp_path: Path) -> None:
    text, _ = lines(
        tmp_path, "☐ Je refuse.", "Rétroaction : trop vite.", "☒ J’accueille.",
        "Rétroaction : oui.", "Explication générale : on prend le temps.", "Une suite.",
    )  # fmt: skip
    assert "- [ ] Je refuse.\n  > Rétroaction : trop vite.\n- [x] J’accueille.\n  > Rétro" in text
    assert "> [!REMARQUE]\n> Explication générale : on prend le temps.\n\n:::\n\nUne suite." in text


@pytest.mark.parametrize(
    ("texts", "style", "told"),
    [
        (("Je refuse.", "J’accueille."), "List Bullet", "rien ne dit quelle réponse"),
        (("☐ Je refuse.", "☐ J’accueille."), None, "rien ne dit quelle réponse"),
        (("☒ Je refuse.", "☒ J’accueille."), None, "ne sont pas claires"),
        (("☒ J’accueille.", "☐ J’accueille."), None, "ne sont pas claires"),
        (("☐ Oui ☐ Non", "☒ Peut-être"), None, "ne sont pas claires"),
        (("☐ Réponse : 911", "☒ Réponse : 811"), None, "ne sont pas claires"),
    ],
)
def test_what_only_looks_like_a_question_is_marked_and_not_guessed(
    texts: tuple[str, ...], style: str | None, told: str, tmp_path: Path
) -> None:
    text, marks = lines(tmp_path, *texts, style=style)
    assert "::: question" not in text
    assert told in marks
    assert "À vérifier : cela ressemble à une question" in text


def test_a_coloured_answer_is_named_but_not_chosen(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    documents.bold(document, STEM)
    document.add_paragraph("Je refuse.", style="List Bullet")
    documents.raw(document, (
        '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:rPr><w:highlight '
        'w:val="yellow"/></w:rPr><w:t>J’accueille.</w:t></w:r></w:p>'
    ))  # fmt: skip
    found = imported(document, tmp_path)
    assert "::: question" not in page(found)
    assert "surlignée : « J’accueille. »" in marked(found)


def test_boxes_outside_a_question_are_a_checklist(tmp_path: Path) -> None:
    text, _ = lines(tmp_path, "☐ Le registre", "☒ La clé", stem="À faire")
    assert text.startswith("::: question")
    document = documents.new()
    document.add_heading("Une page", 1)
    document.add_paragraph("À faire avant de partir.")
    document.add_paragraph("☐ Le registre")
    document.add_paragraph("☒ La clé")
    found = imported(document, tmp_path)
    assert "partir.\n\n- [ ] Le registre\n- [x] La clé\n" in page(found)
    assert "ne suivent aucune question sûre : « La clé »" in marked(found)


def test_numbered_questions_keep_their_answers_apart(tmp_path: Path) -> None:
    document = documents.new()
    document.add_heading("Une page", 1)
    for number in (1, 2):
        document.add_paragraph(f"Question {number}?", style="List Number").runs[0].bold = True
        document.add_paragraph(f"Non {number}*", style="List Bullet 2")
        document.add_paragraph(f"Oui {number}", style="List Bullet 2")
    text = page(imported(document, tmp_path))
    assert text.count("::: question") == 2
    assert "**Question 2?**\n\n- [x] Non 2\n- [ ] Oui 2\n" in text
