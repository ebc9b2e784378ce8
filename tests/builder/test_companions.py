"""The follow-up and the boosters: packages of their own, with the items of the course."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from balise_builder.build import Built, build, check_budget, load
from balise_builder.config import Options
from balise_builder.model.companion import companion_key, small_courses
from balise_builder.suspend import worst_case
from tests.builder.source.folders import put, write

COURSE = """---
id : accueil
titre : Accueillir : agir sans nuire
version : 0.3.0
langue : {lang}
réussite :
  évaluation : bilan
transmission : résultat
---

Bonjour.

::: avis
Rien de dur.
:::
"""
PAGE = """---
titre : Bilan
id : page-bilan
---

::: évaluation {#bilan moment=après banque=items}
:::

::: évaluation {#trois-mois moment=suivi banque=items}
Merci de revenir.
:::
"""
ITEM = (
    "::: question {{#q-{form}}}\nforme : {form}\n\n**Question {form}?**\n\n"
    "- [x] Oui\n- [ ] Non\n:::\n"
)
BANK = "::: banque {{#items}}\n\n{}\n:::\n".format(
    "\n".join(ITEM.format(form=f).replace(f"#q-{f}", f"#q-{f.lower()}") for f in "ABC")
)
BOOSTER = """---
titre : Deux mois après
id : deux-mois
---

Un cas, en deux minutes.

::: question {#q-cas}
**Et maintenant?**

- [x] Accueillir.
  > Oui.
- [ ] Surveiller.
  > Non.
:::
"""


def course(folder: Path, lang: str = "fr-CA", **more: str) -> Path:
    write(folder, cours_md=COURSE.format(lang=lang), banque_md=BANK)
    put(folder, "01-bilan.md", PAGE)
    put(folder, "relance-2.md", BOOSTER)
    for name, text in more.items():
        put(folder, f"{name}.md", text)
    return folder


def built(folder: Path, out: Path, **more: str) -> Built:
    made = build(course(folder, **more), Options(targets=("scorm12", "web"), out=out))
    assert made.packages, [d.message() for d in made.loaded.diagnostics]
    return made


def data(out: Path, name: str, target: str = "web") -> dict[str, Any]:
    with zipfile.ZipFile(out / f"{name}-0.3.0-{target}.zip") as archive:
        found: dict[str, Any] = json.loads(archive.read("course.json"))
    return found


def test_each_small_package_is_written_for_each_target_and_listed(tmp_path: Path) -> None:
    made = built(tmp_path / "c", tmp_path / "dist")
    names = [package.path.name for package in made.packages]
    assert names == [
        f"accueil{small}-0.3.0-{target}.zip"
        for small in ("", "-suivi", "-relance-2") for target in ("scorm12", "web")
    ]  # fmt: skip
    sums = (tmp_path / "dist/SHA256SUMS").read_text("utf-8")
    assert [name for name in names if f"  {name}\n" not in sums] == []
    assert set(made.loaded.ids) == {"accueil", "accueil-suivi", "accueil-relance-2"}


def test_form_c_is_in_the_follow_up_only_under_the_same_numbers(tmp_path: Path) -> None:
    built(tmp_path / "c", tmp_path / "dist")
    main, later = data(tmp_path / "dist", "accueil"), data(tmp_path / "dist", "accueil-suivi")
    assert sorted(item["id"] for item in main["items"]) == ["q-a", "q-b"]
    assert [item["id"] for item in later["items"]] == ["q-c"]
    assert "Question C" not in json.dumps(main)
    (evaluation,) = later["evaluations"]
    assert (evaluation["id"], evaluation["moment"]) == ("trois-mois", "followup")
    assert evaluation["forms"] == [{"name": "C", "items": ["q-c"]}]
    lock = (tmp_path / "c/ids.lock").read_text("utf-8")
    assert f"item q-c {later['items'][0]['n']} " in lock
    assert f"evaluation trois-mois {evaluation['n']}" in lock


def test_a_small_package_is_a_course_of_its_own(tmp_path: Path) -> None:
    built(tmp_path / "c", tmp_path / "dist")
    main, later = data(tmp_path / "dist", "accueil"), data(tmp_path / "dist", "accueil-suivi")
    booster = data(tmp_path / "dist", "accueil-relance-2")
    assert len({main["key"], later["key"], booster["key"]}) == 3
    assert re.fullmatch("[0-9A-Za-z]{6}", later["key"])
    assert later["rule"] == {
        "pages": 0, "evaluation": "trois-mois", "threshold": None, "of": None, "failed": False,
    }  # fmt: skip
    assert (booster["rule"]["pages"], booster["rule"]["evaluation"]) == (100, None)
    assert later["title"].endswith("(suivi)") and booster["title"].endswith("(relance 2)")
    assert [page["kind"] for page in later["pages"]] == ["presentation", "privacy", "help"]
    with zipfile.ZipFile(tmp_path / "dist/accueil-suivi-0.3.0-scorm12.zip") as archive:
        root = etree.fromstring(archive.read("imsmanifest.xml"))
    assert root.get("identifier") == "manifest-accueil-suivi"


def test_the_key_of_a_small_package_follows_from_that_of_the_course() -> None:
    assert companion_key("Zq81Ab", "suivi") == companion_key("Zq81Ab", "suivi")
    keys = {companion_key(key, name) for key in ("Zq81Ab", "Zq81Ac") for name in ("suivi", "r")}
    assert len(keys) == 4


def test_the_page_of_the_follow_up_is_the_authors_when_there_is_one(tmp_path: Path) -> None:
    survey = (
        "---\ntitre : Trois mois\nid : retour\n---\n\nBonjour encore.\n\n::: sondage\n"
        "::: question {#q-gestes}\ntype : échelle\n\nJe m'en sers.\n\n"
        "- Jamais\n- Souvent\n:::\n:::\n"
    )
    built(tmp_path / "c", tmp_path / "dist", suivi=survey)
    later = data(tmp_path / "dist", "accueil-suivi")
    page = later["pages"][0]
    assert (page["title"], page["items"], page["evaluations"]) == (
        "Trois mois", ["q-gestes"], ["trois-mois"],
    )  # fmt: skip
    with zipfile.ZipFile(tmp_path / "dist/accueil-suivi-0.3.0-web.zip") as archive:
        html = archive.read("index.html").decode()
    assert html.index("Bonjour encore.") < html.index("b-survey") < html.index("b-evaluation")
    assert "Merci de revenir." in html and "Question C" not in html.partition("<script")[0]


@pytest.mark.parametrize(("lang", "words"), [("fr-CA", "Personne n’est jugé"), ("en", "Nobody is")])
def test_without_suivi_md_the_page_says_what_it_is_for(
    lang: str, words: str, tmp_path: Path
) -> None:
    built(tmp_path / "c", tmp_path / "dist", lang=lang)
    with zipfile.ZipFile(tmp_path / "dist/accueil-suivi-0.3.0-web.zip") as archive:
        assert words in archive.read("index.html").decode()


def test_a_small_package_has_its_own_bound_of_suspend_data(tmp_path: Path) -> None:
    made = load(course(tmp_path / "c"), Options()).course
    assert made is not None
    later, booster = small_courses(made)
    assert 0 < worst_case(booster).worst < worst_case(made).worst
    assert worst_case(later).worst > worst_case(booster).worst - 40
    assert check_budget(made, worst_case(made), ("scorm12",)) == []


def test_two_courses_cannot_write_the_same_small_package(tmp_path: Path) -> None:
    made = course(tmp_path / "c")
    found = load(made, Options(), {"accueil-suivi": tmp_path / "other"})
    assert "cours-meme-id" in [d.code for d in found.diagnostics]
