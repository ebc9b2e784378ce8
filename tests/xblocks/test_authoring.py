"""Markdown in Studio: what compiles is what learners meet, the rest is a draft; no word is lost."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from lxml import etree
from tests.xblocks.hosts import Platform, post
from xblock.fields import ScopeIds

from balise_xblocks.assessment import AssessmentBlock
from balise_xblocks.authoring import compiled, template
from balise_xblocks.checklist import ChecklistBlock
from balise_xblocks.lesson import LessonBlock
from balise_xblocks.part import read_part
from balise_xblocks.scenario import ScenarioBlock
from balise_xblocks.studio import form

BLOCKS = {
    "balise_lesson": LessonBlock, "balise_scenario": ScenarioBlock,
    "balise_checklist": ChecklistBlock, "balise_assessment": AssessmentBlock,
}  # fmt: skip
HEAD = "---\nid : nuit\ntitre : Une nuit\nversion : 0.1.0\nlangue : fr-CA\n---\n\n"
ASKED = "::: question {#q}\n**Que faire?**\n\n- [x] Bien\n  > Oui.\n- [ ] Autre\n  > Non.\n:::\n"
MARKED = f"::: évaluation {{#bilan moment=après}}\n{ASKED}:::\n"


def lesson(host: Platform, **fields: Any) -> Any:
    return made(host, "balise_lesson", **fields)


def made(host: Platform, kind: str, **fields: Any) -> Any:
    """Give an empty block, known by its type as a platform knows it."""
    block = BLOCKS[kind](host.runtime("ana"), scope_ids=ScopeIds("ana", kind, "d1", "u1"))
    for name, value in fields.items():
        setattr(block, name, value)
    block.save()
    return block


def sent(block: Any, text: str, **more: Any) -> Any:
    return post(block, "studio_submit", {"display_name": "Nuit", "markdown": text, **more})


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", BLOCKS)
def test_a_new_block_begins_with_a_source_that_can_be_played(kind: str, language: str) -> None:
    host = Platform()
    block = made(host, kind)
    source = template(kind, "Bloc 12é", "Un titre", language)
    assert ":::" in source and source.splitlines()[3] in form(block, language)
    answer = sent(block, source, **({"weight": "1"} if kind == "balise_assessment" else {}))
    assert answer.json == {"result": "success", "findings": []}
    assert block.part()["language"].startswith(language)
    page = block.runtime.render(block, "student_view").content
    assert 'role="alert"' not in page and "data-balise-block" in page


def test_a_source_that_does_not_compile_is_a_draft_and_learners_keep_what_they_had() -> None:
    block = lesson(Platform())
    assert sent(block, f"{HEAD}Le texte.\n").json["result"] == "success"
    before = (block.course, block.document, block.lock, block.markdown)
    wrong = f"{HEAD}Le texte.\n\n::: qestion\nDes mots à garder.\n:::\n"
    answer = sent(block, wrong).json
    assert answer["result"] == "draft"
    [finding] = [one for one in answer["findings"] if one["severity"] == "error"]
    assert (finding["line"], finding["code"]) == (10, "conteneur-inconnu") and finding["text"]
    assert block.draft == wrong and before == (
        block.course, block.document, block.lock, block.markdown,
    )  # fmt: skip
    assert "Des mots à garder." in form(block, "fr") and "brouillon" in form(block, "fr")
    assert sent(block, wrong.replace("qestion", "détails\n### Titre")).json["result"] == "success"
    assert block.draft == "" and "Des mots à garder." in block.document


def test_findings_are_told_while_one_writes_and_nothing_is_kept() -> None:
    block = lesson(Platform())
    text = f"{HEAD}Le {{{{chiffre.N1}}}} texte.\n"
    found = post(block, "check", {"markdown": text}).json["findings"]
    assert [one["line"] for one in found if one["severity"] == "error"] == [8]
    assert (block.markdown, block.draft, block.course) == ("", "", "")
    english = compiled("balise_lesson", text, "", "", "en").findings
    assert english != found and [one["line"] for one in english] == [one["line"] for one in found]


def test_letters_and_numbers_outlive_an_edit() -> None:
    block = lesson(Platform())
    sent(block, HEAD + ASKED)
    before = {c["id"]: c["html"] for c in read_part(block.course)["items"][0]["choices"]}
    swapped = ASKED.replace("- [x] Bien\n  > Oui.\n- [ ] Autre\n  > Non.", (
        "- [ ] Autre\n  > Non.\n- [ ] Nouvelle\n  > Non.\n- [x] Bien\n  > Oui."
    ))  # fmt: skip
    assert sent(block, HEAD + swapped).json["result"] == "success"
    part = read_part(block.course)
    after = {c["id"]: c["html"] for c in part["items"][0]["choices"]}
    assert {letter: after[letter] for letter in before} == before and len(after) == 3
    assert part["key"] == read_part(block.course)["key"]


@pytest.mark.parametrize(
    ("kind", "body", "line", "said"),
    [
        ("balise_lesson", f"Un texte.\n\n{MARKED}", 10, "balise_assessment"),
        ("balise_assessment", f"Un texte.\n\n{MARKED}", 8, "balise_lesson"),
        ("balise_assessment", f"{MARKED}\n{ASKED.replace('#q', '#r')}", 19, "balise_lesson"),
        ("balise_assessment", "", 1, "une seule"),
        ("balise_lesson", "", 1, "vide"),
    ],
)  # fmt: skip
def test_what_a_block_would_lose_is_an_error(kind: str, body: str, line: int, said: str) -> None:
    found = compiled(kind, HEAD + body, "", "", "fr")
    assert not found.course
    assert (line, True) in [(one["line"], said in one["text"]) for one in found.findings]


def test_an_image_is_that_of_the_course_in_studio() -> None:
    text = f"{HEAD}![Un plan](media/plan.png)\n\n![Vu](media/cour-1.jpg)\n\n![Là](media/a.svg)\n"
    found = compiled("balise_lesson", text, "", "", "fr")
    assert not [one for one in found.findings if one["severity"] == "error"]
    for name in ("plan.png", "cour-1.jpg", "a.svg"):
        assert f'src="/static/{name}"' in found.document
    assert "width=" not in found.document
    missing = compiled("balise_lesson", f"{HEAD}![Un plan](media/plan.tiff)\n", "", "", "fr")
    assert missing.findings and not missing.course


def test_help_of_an_imported_block_stays_and_registers_may_be_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    known = (
        '<section class="b-section" data-page="b_help" id="p-b_help"><p>Appelez ici</p></section>'
    )
    found = compiled("balise_lesson", f"{HEAD}Mots.\n", "", f"<p>x</p>{known}", "fr")
    assert (
        found.document.count("b_help") == known.count("b_help") and "Appelez ici" in found.document
    )
    (tmp_path / "chiffres.yaml").write_text(
        "N1:\n  valeur: 36,4 %\n  année: 2020\n  source: s\n", encoding="utf-8"
    )
    (tmp_path / "sources.yaml").write_text(
        "s:\n  type: book\n  title: Un livre\n", encoding="utf-8"
    )
    monkeypatch.setenv("BALISE_COMMUN", str(tmp_path))
    found = compiled("balise_lesson", f"{HEAD}Un chiffre : {{{{chiffre.N1}}}}.\n", "", "", "fr")
    assert "36,4" in found.document


def test_a_block_that_was_built_elsewhere_keeps_its_plain_fields() -> None:
    block = lesson(Platform(), course='{"balise": 1}', document="<p>")
    shown = form(block, "fr")
    assert 'name="course"' in shown and 'name="markdown"' not in shown
    assert "importez-le de nouveau" in shown


def test_nobody_writes_in_the_lms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SERVICE_VARIANT", "lms")
    block = lesson(Platform())
    for handler in ("check", "studio_submit"):
        answer = post(block, handler, {"display_name": "x", "markdown": f"{HEAD}Mots.\n"})
        assert answer.status_int == 400 and "Studio" in answer.json["error"]
    assert (block.course, block.draft) == ("", "")


@pytest.mark.parametrize("text", [3, None, "a\x00b", ["---"]])
def test_junk_is_refused_and_nothing_is_kept(text: Any) -> None:
    block = lesson(Platform())
    for handler in ("check", "studio_submit"):
        body = {"display_name": "x", "markdown": text}
        assert post(block, handler, body).status_int == 400
    assert (block.display_name, block.draft, block.markdown) == ("Balise", "", "")


def test_a_text_too_long_is_told() -> None:
    found = compiled("balise_lesson", HEAD + "é" * 131_072, "", "", "en")
    assert "256 KB" in found.findings[0]["text"]


def test_source_draft_and_lock_travel_in_olx() -> None:
    host = Platform()
    block = lesson(host)
    sent(block, HEAD + ASKED)
    block.draft = f"{HEAD}À finir ]]> ici.\n"
    node = etree.Element("unknown")
    block.add_xml_to_node(node)
    text = etree.tostring(node, encoding="unicode")
    keys = ScopeIds("ana", "balise_lesson", "d2", "u2")
    back = LessonBlock.parse_xml(etree.fromstring(text), host.runtime("ana"), keys)
    for name in ("markdown", "draft", "lock", "course", "document"):
        assert getattr(back, name) == getattr(block, name), name


def test_a_learner_never_gets_the_source() -> None:
    block = lesson(Platform())
    sent(block, f"{HEAD}Vu.\n\n::: notes-animation\nPour le binôme seulement.\n:::\n")
    page = block.runtime.render(block, "student_view").content
    assert "binôme" not in page + json.dumps(block.student_view_data())
    assert "binôme" not in json.dumps(block.index_dictionary())


def test_without_the_extra_the_editor_has_plain_fields_and_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "balise_builder", None)
    block = lesson(Platform())
    for language, install in (("fr", "d’installer"), ("en", "to install")):
        shown = form(block, language)
        assert 'name="course"' in shown and 'name="markdown"' not in shown
        assert f"{install} " in shown and "balise-xblocks[authoring]" in shown
    answer = sent(block, f"{HEAD}Mots.\n")
    assert answer.status_int == 400 and "authoring" in answer.json["error"]
    assert (block.markdown, block.draft, block.course) == ("", "", "")
