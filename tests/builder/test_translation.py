"""A translation has the words of its folder, and all that is recorded from the source."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from balise_builder.build import build, load
from balise_builder.config import Options
from balise_builder.diagnostics import Severity
from balise_builder.errors import UsageError
from balise_builder.model import Variant
from tests.builder.cli.commands import plain, run

HEAD = (
    "---\nid : essai\ntitre : {}\nversion : 0.1.0\nlangue : {}\n"
    "réussite :\n  évaluation : bilan\n---\n\n"
)
SOURCE = {
    "cours.md": HEAD.format("Agir sans nuire", "fr-CA") + "Bienvenue dans cette formation.\n\n"
    "::: avis\nAucun acte n'est décrit ici.\n:::\n",
    "01-agir.md": """\
---
titre : Remarquer
id : remarquer
---

## Les signaux

Un détail ne dit rien.

Plusieurs détails réunis aident à décider.

::: question {#q-faits}
**Que faites-vous des faits?**

- [x] Je les transmets.
  > Oui.
- [ ] J'attends un quatrième fait.
  > Attendre laisse quelqu'un seul.
:::

::: liste-à-cocher {#depart}
- [ ] Je sais qui appeler.
- [ ] Je sais où noter.
:::

![Un plan de l'étage](media/plan.svg)

Voyez [la suite](02-suite.md#la-suite).
""",
    "02-suite.md": """\
---
titre : La suite
id : suite
---

## La suite

Ce qui vient ensuite, sans hâte.

::: évaluation {#bilan moment=après banque=items}
:::
""",
    "banque.md": """\
::: banque {#items}
::: question {#b-un}
Quel numéro en cas de danger?

- [x] Le 911
- [ ] Un autre
:::
::: question {#b-deux}
Qui décide de la suite avec vous?

- [ ] Personne
- [x] La personne responsable
:::
:::
""",
}
ENGLISH = {
    "cours.md": HEAD.format("Act without harm", "en-CA").replace("titre", "title")
    + "Welcome to this course.\n\n::: notice\nNo act is described here.\n:::\n",
    "01-agir.md": """\
---
title : Noticing
id : remarquer
---

## Signs

One detail says nothing.

::: question {#q-faits}
**What do you do with the facts?**

- [x] I pass them on.
  > Yes.
- [ ] I wait for a fourth fact.
  > Waiting leaves someone alone.
:::

::: checklist {#depart}
- [ ] I know whom to call.
- [ ] I know where to write.
:::

![A plan of the floor](../media/plan.svg)

See [what comes next](02-suite.md#la-suite).
""",
    "banque.md": """\
::: bank {#items}
::: question {#b-un}
Which number in danger?

- [x] 911
- [ ] Another
:::
:::
""",
}
EN = Options(variant=Variant(language="en"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    course = tmp_path / "cours"
    (course / "media").mkdir(parents=True)
    (course / "en").mkdir()
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"/>'
    (course / "media/plan.svg").write_text(picture, encoding="utf-8")
    for name, text in SOURCE.items():
        (course / name).write_text(text, encoding="utf-8")
    for name, text in ENGLISH.items():
        (course / "en" / name).write_text(text, encoding="utf-8")
    return course


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(folder: Path, options: Options = EN) -> dict[str, Severity]:
    found = load(folder, options).diagnostics
    return {d.code: d.severity for d in found if d.code.startswith("traduction")}


def built(folder: Path, *options: str) -> tuple[dict[str, Any], str, str]:
    out = folder.parent / "dist"
    result = run("build", folder, "-t", "web", "-o", out, *options)
    assert result.exit_code == 0, result.output
    package = max(out.glob("*.zip"), key=lambda p: p.stat().st_mtime_ns)
    with ZipFile(package) as archive:
        page = plain(archive.read("index.html").decode())
        return json.loads(archive.read("course.json")), page, package.name


def test_the_package_has_the_words_of_the_translation_and_its_interface(folder: Path) -> None:
    data, page, name = built(folder, "--langue", "en")
    assert name == "essai-0.1.0-en-web.zip"
    assert (data["id"], data["language"], data["title"]) == ("essai", "en-CA", "Act without harm")
    for text in ("Welcome to this course.", "One detail says nothing.", "A plan of the floor"):
        assert text in page
    assert data["texts"]["next"] == "Next" if "next" in data["texts"] else True


def test_ids_numbers_letters_and_keys_are_those_of_the_source(folder: Path) -> None:
    source, other = built(folder)[0], built(folder, "--langue", "en")[0]
    assert source["key"] == other["key"] and source["rule"] == other["rule"]
    for data in (source, other):
        for item in data["items"]:
            for words in ("stem", "general"):
                del item[words]
            for choice in item["choices"]:
                del choice["html"], choice["feedback"]
    for part in ("items", "evaluations", "checklists", "notes", "scenarios"):
        assert source[part] == other[part]
    assert [(p["id"], p["n"]) for p in source["pages"]] == [
        (p["id"], p["n"]) for p in other["pages"]
    ]


def test_what_is_missing_stands_in_the_source_language_and_says_so(folder: Path) -> None:
    data, page, _ = built(folder, "--langue", "en")
    tag = '<p class="b-untranslated-tag" lang="en-CA">In French</p>'
    passage = f'<div class="b-untranslated" lang="fr-CA"> {tag} <p>'
    assert f"{passage}Plusieurs détails réunis aident à décider." in page
    assert '<h2 id="h-suite-la-suite">La suite</h2>' in page and page.count(tag) == 2
    stems = {item["id"]: item["stem"] for item in data["items"]}
    assert 'lang="fr-CA"' in stems["b-deux"] and "lang" not in stems["b-un"]
    assert codes(folder) == {"traduction-incomplete": Severity.WARNING}


def test_a_passage_left_as_it_was_is_told_as_untranslated(folder: Path) -> None:
    edit(folder, "en/cours.md", "Welcome to this course.", "Bienvenue dans cette formation.")
    _, page, _ = built(folder, "--langue", "en")
    assert page.count("b-untranslated-tag") == 3


def test_a_source_that_changes_makes_its_translation_stale_until_it_is_seen(folder: Path) -> None:
    built(folder, "--langue", "en")
    edit(folder, "01-agir.md", "Un détail ne dit rien.", "Un détail, seul, ne prouve rien.")
    found = [d for d in load(folder, Options()).diagnostics if d.code == "traduction-perimee"]
    assert [(d.span.file, d.span.line) for d in found] == [("en/01-agir.md", 8)]
    built(folder, "--langue", "en")
    assert "traduction-perimee" in codes(folder)
    edit(folder, "en/01-agir.md", "One detail says nothing.", "One detail alone proves nothing.")
    assert "traduction-perimee" not in codes(folder)


def test_a_line_taken_off_the_lock_says_that_the_passage_still_holds(folder: Path) -> None:
    built(folder, "--langue", "en")
    edit(folder, "01-agir.md", "Un détail ne dit rien.", "Un détail ne dit vraiment rien.")
    (folder / "en/traduction.lock").write_text("", encoding="utf-8")
    assert "traduction-perimee" not in codes(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("cours.md", "id : essai", "id : trial", "traduction-id"),
        ("01-agir.md", "id : remarquer", "id : noticing", "traduction-id"),
        ("cours.md", "en-CA", "es", "traduction-langue"),
        ("01-agir.md", "- [x] I pass", "- [ ] I pass", "question-sans-bonne-reponse"),
        ("banque.md", "- [x] 911\n- [ ] A", "- [ ] 911\n- [x] A", "traduction-cle"),
        ("banque.md", "- [ ] Another\n", "- [ ] Another\n- [ ] None\n", "traduction-choix"),
        ("01-agir.md", "{#q-faits}", "{#q-facts}", "traduction-id-inconnu"),
        ("01-agir.md", "- [ ] I know where to write.\n", "", "traduction-choix"),
        ("cours.md", "::: notice\nNo act is described here.\n:::\n", "", "traduction-avis"),
    ],
)
def test_what_would_change_a_result_is_an_error(
    folder: Path, file: str, old: str, new: str, code: str
) -> None:
    edit(folder, f"en/{file}", old, new)
    asked = {d.code: d for d in load(folder, EN).diagnostics}
    assert asked[code].severity is Severity.ERROR and asked[code].span.file == f"en/{file}"
    source = load(folder, Options())
    assert source.course is not None
    assert {d.severity for d in source.diagnostics if d.code == code} == {Severity.WARNING}


def test_another_kind_of_question_is_refused(folder: Path) -> None:
    old = "- [x] 911\n- [ ] Another\n"
    edit(folder, "en/banque.md", old, "- answer : 911\n")
    assert codes(folder)["traduction-autre-sorte"] is Severity.ERROR


def test_a_passage_or_a_file_that_the_source_lacks_is_told(folder: Path) -> None:
    (folder / "en/09-more.md").write_text("---\ntitle : More\nid : more\n---\n", encoding="utf-8")
    edit(folder, "en/01-agir.md", "See [what", "> A quote of my own.\n\nSee [what")
    assert {"traduction-sans-source", "traduction-en-trop"} <= set(codes(folder))


PLAY = """
::: scénario {#nuit}
## Au comptoir

Il est tard.

- [Je note](#la-suite)
- [Je pars](#la-suite)

{.fin}
## La suite

Vous avez transmis.

- [Reprendre](#au-comptoir)
:::

::: cas
### Un mot {type=courriel}

Bonjour.

### Une note

Texte.
:::
"""
PLAYED = """
::: scenario {#nuit}
## At the desk

It is late.

- [I write it down](#what-next)
- [I leave](#what-next)

{.end}
## What next

You have passed it on.

- [Again](#at-the-desk)
:::

::: case
### A word {type=mail}

Hello.

### A note

Text.
:::
"""


def with_play(folder: Path) -> None:
    for name, text in (("01-agir.md", PLAY), ("en/01-agir.md", PLAYED)):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_scenario_keeps_its_scenes_letters_and_ways(folder: Path) -> None:
    with_play(folder)
    source, other = built(folder)[0], built(folder, "--langue", "en")[0]
    assert [s["title"] for s in other["scenarios"][0]["scenes"]] == ["At the desk", "What next"]
    for data in (source, other):
        for scene in data["scenarios"][0]["scenes"]:
            del scene["title"]
            for choice in scene["choices"]:
                del choice["html"], choice["feedback"]
    assert source["scenarios"] == other["scenarios"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("- [I leave](#what-next)\n", "", "traduction-scenes"),
        ("- [Again](#at-the-desk)", "- [Again](#what-next)", "traduction-chemin"),
        ("### A note\n\nText.\n", "", "traduction-parties"),
        ("::: scenario {#nuit}", "> Some quote.\n\n::: scenario {#night}", "traduction-id-inconnu"),
    ],
)
def test_a_scenario_or_a_case_that_differs_is_an_error(
    folder: Path, old: str, new: str, code: str
) -> None:
    with_play(folder)
    edit(folder, "en/01-agir.md", old, new)
    assert codes(folder)[code] is Severity.ERROR


def test_a_block_that_found_no_place_is_an_error(folder: Path) -> None:
    edit(
        folder,
        "01-agir.md",
        "Un détail ne dit rien.",
        "- Un détail\n\n  ::: réflexion {#n}\n  Quoi?\n  :::",
    )
    edit(folder, "en/01-agir.md", "One detail says nothing.", "- One detail says nothing.")
    assert codes(folder)["traduction-id-perdu"] is Severity.ERROR


def test_the_questions_of_a_survey_keep_their_numbers(folder: Path) -> None:
    survey = "\n::: {} {{#avis}}\n::: question {{#utile type={}}}\n{}\n\n- {}\n- {}\n:::\n:::\n"
    for name, words in (
        ("01-agir.md", ("sondage", "échelle", "Utile?", "Non", "Oui")),
        ("en/01-agir.md", ("survey", "scale", "Useful?", "No", "Yes")),
    ):
        path = folder / name
        text = survey.format(*words).replace(" {#avis}", "")
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    source, other = built(folder)[0], built(folder, "--langue", "en")[0]
    assert [i["n"] for i in source["items"]] == [i["n"] for i in other["items"]]
    (asked,) = [i for i in other["items"] if i["id"] == "utile"]
    assert [c["html"] for c in asked["choices"]] == ["No", "Yes"]


def test_a_language_that_is_not_there_is_a_mistake_of_the_command(folder: Path) -> None:
    with pytest.raises(UsageError, match="en"):
        load(folder, Options(variant=Variant(language="iu")))


def test_a_variant_and_a_long_page_are_translated_too(folder: Path) -> None:
    data, page, name = built(folder, "--langue", "en", "--format", "long")
    assert (data["id"], name) == ("essai-long", "essai-0.1.0-long-en-web.zip")
    assert "One detail says nothing." in page


def test_the_source_is_built_as_if_there_were_no_translation(folder: Path) -> None:
    data, page, _ = built(folder)
    assert data["language"] == "fr-CA" and "Welcome" not in page
    assert not (folder / "en/traduction.lock").exists()
    made = build(folder, Options(targets=("web",), out=folder.parent / "again"))
    assert made.packages
