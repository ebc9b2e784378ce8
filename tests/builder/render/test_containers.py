"""Tabs, folds, a case, steps, a checklist and text for some, as the document holds them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from balise_builder.build import load, write_text
from balise_builder.config import Options
from balise_builder.contract import to_json
from balise_builder.model import Course
from balise_builder.render.context import CourseContext
from balise_builder.render.pages import page_section
from tests.builder.compile.cases import PAGE, Case, run

BODY = """\
::: onglets
### À la *réception*

Notez.

### À l'étage

Ne montez pas seule.
:::

::: détails
### Pour en savoir plus

Lisez.
:::

::: cas
Lisez d'abord.

### Le mot {type=courriel}

Bonjour.

### Une note

Texte.
:::

::: étapes
3. Notez.
4. Prévenez.
:::

::: liste-à-cocher {#depart}
Avant de partir :

- [ ] Je sais qui appeler.
- [ ] Je sais où noter.
:::

::: public {pour=police,santé}
Vous portez l'uniforme.
:::

::: protocole {#registre titre="Qui garde l'image?"}
La direction.
:::

::: protocole {#ici}
Le 911.
:::
"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    made, found, _ = run(Case("containers", {PAGE: BODY.splitlines()}), tmp_path)
    assert made is not None, found
    return made


def document(course: Course) -> str:
    page = next(p for p in course.pages if p.file == PAGE)
    return str(page_section(page, CourseContext.of(course))).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    "expected",
    [
        '<div class="b-tabs" data-tabs>\n<section class="b-part">\n'
        '<h2 class="b-part-title" id="h-page-a-la-reception">À la <em>réception</em></h2>\n'
        "<p>Notez.</p>\n</section>",
        '<details class="b-fold" id="h-page-pour-en-savoir-plus">\n'
        "<summary>Pour en savoir plus</summary>\n<p>Lisez.</p>\n</details>",
        '<div class="b-case">\n<p>Lisez d’abord.</p>\n'
        '<section class="b-document b-document-mail">\n<p class="b-document-kind">Courriel</p>\n'
        '<h2 class="b-document-title" id="h-page-le-mot">Le mot</h2>\n<p>Bonjour.</p>\n</section>',
        '<section class="b-document">\n<h2 class="b-document-title" id="h-page-une-note">',
        '<div class="b-procedure">\n<ol start="3" class="b-steps-list">\n<li>Notez.</li>',
        '<div class="b-checklist" data-checklist="depart">\n<p>Avant de partir :</p>\n'
        '<ul class="b-lines">\n<li data-line="a">Je sais qui appeler.</li>\n'
        '<li data-line="b">Je sais où noter.</li>\n</ul>',
        '<div class="b-audience">\n<p class="b-audience-title">Pour : police, santé</p>\n'
        "<p>Vous portez l’uniforme.</p>\n</div>",
        '<div class="b-protocol" data-protocol="registre">\n'
        '<p class="b-protocol-title">Qui garde l’image?</p>\n<p>La direction.</p>',
        '<p class="b-protocol-title">Qui appeler ici</p>\n<p>Le 911.</p>',
    ],
)
def test_the_document_has_the_marks_of_the_contract(course: Course, expected: str) -> None:
    assert expected in document(course)


def test_nothing_of_the_dialect_is_left_in_the_document(course: Course) -> None:
    assert not re.search(r":::|###|\[ \]|\{", document(course))


def test_the_contract_lists_the_checklists_with_their_pages(course: Course) -> None:
    assert to_json(course)["checklists"] == [{"id": "depart", "n": 1, "page": "page"}]


def test_a_line_of_a_checklist_keeps_its_letter_wherever_it_moves(tmp_path: Path) -> None:
    run(Case("lines", {PAGE: BODY.splitlines()}), tmp_path)
    folder = tmp_path / "cours"
    write_text(folder / "ids.lock", load(folder, Options()).lock.dump())
    one, two = "- [ ] Je sais qui appeler.\n", "- [ ] Je sais où noter.\n"
    text = (folder / PAGE).read_text(encoding="utf-8")
    (folder / PAGE).write_text(text.replace(one + two, two + one), encoding="utf-8")
    again = load(folder, Options()).course
    assert again is not None
    shown = document(again)
    assert shown.index('data-line="b"') < shown.index('data-line="a"')


@pytest.mark.parametrize(("above", "expected"), [("", "1234"), ("## Avant\n\n", "12345")])
def test_no_level_of_heading_is_skipped(above: str, expected: str, tmp_path: Path) -> None:
    body = f"{above}::: cas\n### Un\n\n#### Deux\n\n##### Trois\n\nTexte.\n:::\n"
    made, found, _ = run(Case("levels", {PAGE: body.splitlines()}), tmp_path)
    assert made is not None, found
    assert "".join(re.findall(r"<h(\d)", document(made))) == expected
