"""A page that courses share stands in each of them as if it were written there."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.model import Variant
from balise_builder.model.walk import page_items
from tests.builder import translated
from tests.builder.cli.commands import plain, run
from tests.builder.translated import EN, edit

ROLES = """\
## Qui fait quoi

![Un relais](../media/relais.svg)

::: question {#c-relais}
**Qui tient le relais?**

- [ ] Personne
- [x] La prochaine personne
  > Oui.
:::

::: public {pour=police}
Consignez les faits.
:::

::: sondage
::: question {#c-clair type=échelle}
**Est-ce clair?**

- Non
- Oui
:::
:::
"""
ENGLISH = """\
## Who does what

![A relay](../../media/relais.svg)

::: question {#c-relais}
**Who holds the baton?**

- [ ] Nobody
- [x] The next person
  > Yes.
:::

::: audience {for=police}
Write the facts down.
:::

::: survey
::: question {#c-clair type=scale}
**Is it clear?**

- No
- Yes
:::
:::
"""
SESSION = "## Déroulement\n\n### Accueil\n\n- durée : 5 min\n\nBonjour.\n"
LINE = "\n::: commun {page=roles}\n:::\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A course with a translation, and a shared page at the end of its first capsule."""
    course = translated.write(tmp_path)
    shared = tmp_path / "_commun"
    (shared / "pages").mkdir(parents=True)
    (shared / "media").mkdir()
    shutil.copy(course / "media/plan.svg", shared / "media/relais.svg")
    (shared / "pages/roles.md").write_text(ROLES, encoding="utf-8")
    for name in ("01-agir.md", "en/01-agir.md"):
        path = course / name
        path.write_text(path.read_text(encoding="utf-8") + LINE, encoding="utf-8")
    return course


def test_its_words_questions_and_pictures_are_those_of_the_course(folder: Path) -> None:
    data, page, _ = translated.built(folder)
    assert "Qui tient le relais?" in page and "Consignez les faits." in page
    assert {"c-relais", "c-clair"} <= {item["id"] for item in data["items"]}
    assert "relais-" in page
    lock = (folder / "ids.lock").read_text(encoding="utf-8")
    assert "item c-relais " in lock and "item c-clair " in lock


def test_a_heading_that_the_page_has_too_keeps_an_anchor_of_its_own(folder: Path) -> None:
    edit(folder, "01-agir.md", "## Les signaux", "## Qui fait quoi")
    page = translated.built(folder)[1]
    assert page.count('id="h-remarquer-qui-fait-quoi"') == 1
    assert page.count('id="h-remarquer-roles--qui-fait-quoi"') == 1


def test_what_is_found_there_is_told_there(folder: Path) -> None:
    path = folder.parent / "_commun/pages/roles.md"
    path.write_text(ROLES.replace("- [x]", "- [ ]"), encoding="utf-8")
    found = {d.code: d.span for d in load(folder, Options()).diagnostics}
    span = found["question-sans-bonne-reponse"]
    assert (span.file, span.line) == ("../_commun/pages/roles.md", 5)


def test_a_variant_leaves_out_what_its_page_has_for_others(folder: Path) -> None:
    (folder.parent / "_commun/publics.yaml").write_text(
        "police:\n  fr: Police\n  en: Police\nsanté:\n  fr: Santé\n  en: Health\n", encoding="utf-8"
    )
    page = translated.built(folder, "--public", "santé")[1]
    assert "Qui tient le relais?" in page and "Consignez les faits." not in page


def test_a_capsule_that_holds_only_text_for_others_is_left_out(folder: Path) -> None:
    (folder.parent / "_commun/pages/pour-eux.md").write_text(
        "::: public {pour=police}\nPour eux.\n:::\n", encoding="utf-8"
    )
    (folder / "03-eux.md").write_text(
        "---\ntitre : Eux\nid : eux\n---\n\n::: commun {page=pour-eux}\n:::\n", encoding="utf-8"
    )
    pages = {}
    for audience in ("police", "santé"):
        course = load(folder, Options(variant=Variant(audience))).course
        assert course is not None
        pages[audience] = [page.id for page in course.pages]
    assert "eux" in pages["police"] and "eux" not in pages["santé"]


def test_without_a_translation_it_stands_in_the_language_of_the_source(folder: Path) -> None:
    data, page, _ = translated.built(folder, "--langue", "en")
    assert "Qui tient le relais?" in page and "Who holds" not in page
    assert "c-relais" in {item["id"] for item in data["items"]}
    found = [d for d in load(folder, EN).diagnostics if d.code != "traduction-incomplete"]
    assert [d.code for d in found if d.code.startswith(("traduction", "commun"))] == []


def test_its_translation_serves_every_course(folder: Path) -> None:
    place = folder.parent / "_commun/en/pages"
    place.mkdir(parents=True)
    (place / "roles.md").write_text(ENGLISH, encoding="utf-8")
    page = translated.built(folder, "--langue", "en")[1]
    assert "Who holds the baton?" in page and "Qui tient" not in page
    assert "Write the facts down." in page and "A relay" in page
    (place / "roles.md").write_text(ENGLISH.replace("- [x]", "- [ ]"), encoding="utf-8")
    spans = {d.code: d.span.file for d in load(folder, EN).diagnostics}
    assert spans["question-sans-bonne-reponse"] == "../_commun/en/pages/roles.md"


def test_every_target_takes_it(folder: Path) -> None:
    out = folder.parent / "dist"
    (folder / "seance.md").write_text(SESSION, encoding="utf-8")
    targets = ("scorm12", "scorm2004", "web", "guide", "olx", "olx-balise")
    asked = [part for target in targets for part in ("-t", target)]
    result = run("build", folder, "-o", out, *asked)
    assert result.exit_code == 0, result.output
    for package in out.glob("*.zip"):
        with ZipFile(package) as archive:
            texts = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".html")]
        assert any("Qui tient le relais?" in plain(text) for text in texts), package.name


def test_what_it_changes_for_people_halfway_is_told(folder: Path) -> None:
    old = folder.parent / "avant"
    shutil.copytree(folder.parent, old, ignore=shutil.ignore_patterns("avant"))
    run("build", folder, "-t", "web", "-o", folder.parent / "dist")
    shutil.copy(folder / "ids.lock", old / "cours/ids.lock")
    edit(folder.parent / "_commun/pages", "roles.md", "{#c-relais}", "{#c-autre}")
    result = run("diff", old / "cours", folder)
    assert "c-relais" in result.output


def test_a_correction_is_written_once_for_all_courses(folder: Path) -> None:
    other = folder.parent / "autre"
    shutil.copytree(folder, other)
    edit(other, "cours.md", "id : essai", "id : autre")
    path = folder.parent / "_commun/pages/roles.md"
    path.write_text(ROLES.replace(" {#c-relais}", ""), encoding="utf-8")
    result = run("fix", "--ids", "--yes", folder, other)
    assert result.exit_code == 0, result.output
    after = path.read_text(encoding="utf-8")
    assert after.count("::: question {#") == 2 and "_commun/pages/roles.md" in result.output
    assert "bloc-sans-id" not in run("check", folder, other).output


def test_the_question_of_a_page_belongs_to_the_objective_of_its_capsule(folder: Path) -> None:
    edit(folder, "cours.md", "réussite :", "objectifs :\n  - o1 : Passer le relais\nréussite :")
    edit(folder, "01-agir.md", "id : remarquer", "id : remarquer\nobjectif : o1")
    course = load(folder, Options()).course
    assert course is not None
    items = {item.id: item for page in course.pages for item in page_items(page)}
    assert items["c-relais"].objective == "o1"
