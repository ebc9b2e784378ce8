"""A translation has the words of its folder, and all that is recorded from the source."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.build import build, load
from balise_builder.compile import aligned
from balise_builder.config import Options
from balise_builder.diagnostics import Severity
from balise_builder.errors import UsageError
from balise_builder.model import Foreign, Variant
from tests.builder.translated import EN, built, codes, edit, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


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
    assert page.count("b-untranslated-tag") == 4


def test_a_source_that_changes_makes_its_translation_stale_until_it_is_seen(folder: Path) -> None:
    built(folder, "--langue", "en")
    edit(folder, "01-agir.md", "Un détail ne dit rien.", "Un détail, seul, ne prouve rien.")
    found = [d for d in load(folder, Options()).diagnostics if d.code == "traduction-perimee"]
    assert [(d.span.file, d.span.line) for d in found] == [("en/01-agir.md", 8)]
    built(folder, "--langue", "en")
    assert "traduction-perimee" in codes(folder)
    edit(folder, "en/01-agir.md", "One detail says nothing.", "One detail alone proves nothing.")
    assert "traduction-perimee" not in codes(folder)


def test_a_lock_that_stays_is_not_written_again(folder: Path) -> None:
    built(folder, "--langue", "en")
    lock = folder / "en/traduction.lock"
    before = lock.stat().st_mtime_ns
    built(folder, "--langue", "en")
    assert lock.stat().st_mtime_ns == before


def test_a_line_taken_off_the_lock_says_that_the_passage_still_holds(folder: Path) -> None:
    built(folder, "--langue", "en")
    edit(folder, "01-agir.md", "Un détail ne dit rien.", "Un détail ne dit vraiment rien.")
    (folder / "en/traduction.lock").write_text("", encoding="utf-8")
    assert "traduction-perimee" not in codes(folder)


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


def test_a_passage_left_in_the_source_language_brings_its_notes(folder: Path) -> None:
    note = "Plusieurs détails réunis aident à décider[^a].\n\n[^a]: Une note de la source."
    edit(folder, "01-agir.md", "Plusieurs détails réunis aident à décider.", note)
    english = "One detail[^a] says nothing.\n\n[^a]: A note of the translation."
    edit(folder, "en/01-agir.md", "One detail says nothing.", english)
    _, page, _ = built(folder, "--langue", "en")
    first = page.index('<li id="fn-remarquer-1" value="1"><p>A note of the translation.')
    second = page.index(
        '<li id="fn-remarquer-2" value="2"><div class="b-untranslated" lang="fr-CA">'
    )
    assert first < second < page.index("Une note de la source.")
    assert page.count('href="#fn-remarquer-2"') == 1


def test_an_image_of_the_translation_is_in_its_package(folder: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 6"/>'
    (folder / "media/plan-en.svg").write_text(picture, encoding="utf-8")
    edit(folder, "en/01-agir.md", "../media/plan.svg", "../media/plan-en.svg")
    _, page, _ = built(folder, "--langue", "en")
    assert 'src="media/plan-en-' in page
    assert "media/plan-en-" not in built(folder)[1]


NAMES = """\
- prénom: Alice
  genre: féminin
  origine: a
- prénom: Bruno
  genre: masculin
  origine: a
"""
ASKED = """
::: question {{#q-nom}}
{settings}

**{stem}**

- [x] {right}
- [ ] {wrong}
:::
"""


def test_the_words_that_vary_agree_in_each_language_with_the_same_people(folder: Path) -> None:
    (folder.parent / "_commun").mkdir()
    (folder.parent / "_commun/prenoms.yaml").write_text(NAMES, encoding="utf-8")
    texts = {
        "01-agir.md": ASKED.format(
            settings="variantes : genre", stem="{{prénom}} est arrivé{{e}}.", right="Oui",
            wrong="Je {{le}} suis",
        ),
        "en/01-agir.md": ASKED.format(
            settings="variants: gender", stem="{{name}} is here.", right="Yes",
            wrong="I follow {{him}}",
        ),
    }  # fmt: skip
    for name, text in texts.items():
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    source, other = built(folder)[0], built(folder, "--langue", "en")[0]
    people = [
        [variant["prénom"] for item in data["items"] for variant in item["variants"]]
        for data in (source, other)
    ]
    assert people[0] == people[1] and sorted(people[0]) == ["Alice", "Bruno"]
    said = {v["prénom"]: v["him"] for item in other["items"] for v in item["variants"]}
    assert said == {"Alice": "her", "Bruno": "him"}
    edit(folder, "en/01-agir.md", "variants: gender\n", "")
    edit(folder, "en/01-agir.md", "{{name}} is", "Bruno is")
    edit(folder, "en/01-agir.md", "{{him}}", "him")
    assert codes(folder)["traduction-variantes"] is Severity.ERROR


def test_the_notes_of_the_pair_are_translated_and_a_lone_one_is_marked(folder: Path) -> None:
    for name, text in (("01-agir.md", "Lisez lentement."), ("en/01-agir.md", "Read slowly.")):
        path = folder / name
        note = f"\n::: facilitation {{role=both}}\n{text}\n:::\n"
        path.write_text(path.read_text(encoding="utf-8") + note, encoding="utf-8")

    def notes() -> list[str]:
        course = load(folder, EN).course
        assert course is not None
        foreign = any(isinstance(b, Foreign) for n in course.facilitation for b in n.body)
        return [aligned.words(n.body) for n in course.facilitation] + (
            ["marked"] if foreign else []
        )

    assert notes() == ["Read slowly."]
    path = folder / "01-agir.md"
    more = "\n::: facilitation {role=both}\nFaites une pause.\n:::\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert notes() == ["Lisez lentement.", "Faites une pause.", "marked"]


def test_what_is_told_of_the_source_is_not_told_again_of_its_translation(folder: Path) -> None:
    for file in ("cours.md", "en/cours.md"):
        edit(folder, file, "  évaluation : bilan\n", "  évaluation : bilan\n  seuil : 1 sur 2\n")
    told = [d for d in load(folder, Options()).diagnostics if d.code == "seuil-provisoire"]
    assert [d.span.file for d in told] == ["cours.md"]
