"""Terms in a text lead to what they mean, in a list at the end of their page."""

from __future__ import annotations

from pathlib import Path

from balise_builder.contract import to_json
from balise_builder.model import Course
from balise_builder.render.context import CourseContext
from balise_builder.render.pages import page_section
from tests.builder.compile.cases import PAGE, Case, run

FILES = {
    PAGE: """\
La [traite]{.terme}, et encore [des traites]{terme=traite}. Des [consentements libres]{.terme}.

::: question {#q}
**Que dit-on?**

- [x] Un [consentement libre]{.terme}.
- [ ] Rien.
  > Si.
:::
""",
    "banque.md": """\
::: banque {#b}
::: question {#q-b}
Qu'est-ce qu'un [leurre]{.terme}?
- [x] Une promesse.
- [ ] Un dû.
  > Non.
:::
:::
""",
    "02-autre.md": "Rien à expliquer.\n\n::: évaluation {#e moment=après banque=b}\n:::\n",
    "_commun/glossaire.md": """\
## Traite

Commence par un *[leurre]{.terme}*.

## Leurre

Une promesse : rien n'en vient.

## Consentement libre

Un oui que l'on peut reprendre.

## Jamais nommé

Absent.
""",
}


def made(tmp_path: Path) -> Course:
    files = {name: text.splitlines() for name, text in FILES.items()}
    course, found, _ = run(Case("glossary", files), tmp_path)
    assert course is not None, found
    return course


def section(course: Course, file: str) -> str:
    page = next(p for p in course.pages if p.file == file)
    return str(page_section(page, CourseContext.of(course)))


def test_a_term_leads_to_its_meaning_on_the_same_page(tmp_path: Path) -> None:
    markup = section(made(tmp_path), PAGE)
    link = '<a class="b-glossref" href="#g-page-traite" role="doc-glossref">{}</a>'
    assert link.format("traite") in markup and link.format("des traites") in markup
    assert '<dt id="g-page-traite" tabindex="-1">Traite</dt>' in markup


def test_each_word_of_a_term_may_be_in_the_plural(tmp_path: Path) -> None:
    markup = section(made(tmp_path), PAGE)
    target = markup.partition(">consentements libres</a>")[0].rpartition('href="#')[2]
    assert (
        f'<dt id="{target.partition(chr(34))[0]}" tabindex="-1">Consentement libre</dt>' in markup
    )


def test_the_list_holds_what_the_page_and_its_questions_name_and_what_explains_it(
    tmp_path: Path,
) -> None:
    listed = section(made(tmp_path), PAGE).partition('class="b-glossary"')[2]
    order = [listed.index(f">{title}</dt>") for title in ("Consentement libre", "Leurre", "Traite")]
    assert order == sorted(order) and "Jamais nommé" not in listed


def test_a_page_that_names_no_term_has_no_glossary(tmp_path: Path) -> None:
    assert "b-glossary" not in section(made(tmp_path), "02-autre.md")


def test_the_items_of_an_evaluation_hold_the_words_and_no_link_to_nowhere(tmp_path: Path) -> None:
    items = {item["id"]: item["stem"] for item in to_json(made(tmp_path))["items"]}
    assert "leurre" in items["q-b"] and "<a" not in items["q-b"]
