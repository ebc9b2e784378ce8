from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from balise_builder import contract
from balise_builder.errors import MissingPartError
from balise_builder.model import Course
from balise_builder.render import render, static
from tests.builder.golden import expect
from tests.builder.handmade import SECRET, course, pages, prose


def page_of(made: Course, runtime: str = "scorm12") -> str:
    return render(made, contract.dumps(made)).index(runtime).decode("utf-8")


def tree_of(made: Course, runtime: str = "scorm12") -> etree._Element:
    return etree.fromstring(page_of(made, runtime).encode(), etree.HTMLParser(encoding="utf-8"))


def readable(made: Course) -> str:
    """The words of the document without its data block."""
    tree = tree_of(made)
    for script in tree.iter("script"):
        script.text = ""
    return " ".join("".join(map(str, tree.itertext())).split())


def test_a_document_is_the_golden_file(tmp_path: Path) -> None:
    text = page_of(course(tmp_path))
    text = re.sub(r"-[0-9a-f]{8}\.(js|css)", r"-HASH.\1", text)
    text = re.sub(r"(data-balise-course>).*?(</script>)", r"\1\2", text, flags=re.DOTALL)
    expect("document/handmade.html", text.encode())


def test_the_data_block_has_the_bytes_of_course_json(tmp_path: Path) -> None:
    made = course(tmp_path)
    data = contract.dumps(made)
    made_document = render(made, data)
    assert data in made_document.index("web")
    assert made_document.files["course.json"] == data


def test_nothing_is_inline_and_every_address_is_relative(tmp_path: Path) -> None:
    for element in tree_of(course(tmp_path)).iter():
        names = {str(name) for name in element.attrib}
        assert not any(name == "style" or name.startswith("on") for name in names)
        loaded = element.get("src") or (element.get("href") if element.tag == "link" else "") or ""
        assert not re.match(r"[a-z]+:|/", loaded)
        assert element.tag != "style"


def test_questions_stand_without_key_or_feedback_and_evaluations_without_questions(
    tmp_path: Path,
) -> None:
    text = readable(course(tmp_path))
    assert "Question 1?" in text and "Choix b" in text
    for hidden in ("Retour b", "Pour tout le monde", "consentement", "Question 11", "Question 15"):
        assert hidden not in text


def test_facilitation_notes_are_in_no_file_of_a_package(tmp_path: Path) -> None:
    made = course(tmp_path)
    whole = render(made, contract.dumps(made))
    contents = [whole.index("scorm2004"), *whole.files.values()]
    for content in contents:
        data = content.read_bytes() if isinstance(content, Path) else content
        assert SECRET.encode() not in data


def test_a_sensitive_page_shows_the_notice_then_the_light_version_then_a_closed_fold(
    tmp_path: Path,
) -> None:
    section = tree_of(course(tmp_path)).find(".//section[@id='p-signaux']")
    assert section is not None
    marks = [e.get("class", "") for e in section if e.tag in ("div", "details")]
    assert marks == ["b-before", "b-notice", "b-light", "b-full"]
    fold = section.find("details")
    assert fold is not None and fold.get("open") is None and fold.find("summary") is not None


def test_a_draft_says_so_and_an_approved_course_does_not(tmp_path: Path) -> None:
    assert "pas encore approuvée" in readable(course(tmp_path))
    assert "pas encore approuvée" not in readable(course(tmp_path, status="approved"))


def test_text_is_escaped_and_typeset(tmp_path: Path) -> None:
    first = replace(pages()[0], body=prose("Un *mot* & <https://a.test/?x=1&y=2> : \\<b> !"))
    text = page_of(course(tmp_path, title="<b>&", pages=(first,)))
    assert "<title>Formation – &lt;b&gt;&amp;</title>" in text
    assert "<em>mot</em> &amp; <a" in text and "\N{NO-BREAK SPACE}: &lt;b&gt;!" in text


def test_ids_are_unique(tmp_path: Path) -> None:
    ids = [e.get("id") for e in tree_of(course(tmp_path)).iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_every_link_inside_the_document_leads_somewhere(tmp_path: Path) -> None:
    tree = tree_of(course(tmp_path))
    ids = {e.get("id") for e in tree.iter()}
    inside = [a.get("href", "")[1:] for a in tree.iter("a") if a.get("href", "").startswith("#")]
    assert inside and set(inside) <= ids


def test_an_image_has_its_size_and_waits_for_its_turn(tmp_path: Path) -> None:
    first = replace(pages()[0], body=prose("![Le plan](media/plan.svg)"))
    image = tree_of(course(tmp_path, pages=(first,))).find(".//figure/img")
    assert image is not None
    wanted: dict[str, str] = {
        "src": "media/plan-12345678.svg", "alt": "Le plan", "loading": "lazy",
        "width": "320", "height": "180",
    }  # fmt: skip
    assert {str(k): str(v) for k, v in image.attrib.items()} == wanted


def test_columns_are_aligned_by_classes(tmp_path: Path) -> None:
    table = "| a | b |\n| --- | ---: |\n| 1 | 2 |\n"
    text = page_of(course(tmp_path, pages=(replace(pages()[0], body=prose(table)),)))
    assert '<th scope="col" class="b-right">b</th>' in text and '<td class="b-right">2</td>' in text


def test_an_english_course_speaks_english(tmp_path: Path) -> None:
    text = readable(course(tmp_path, language="en-CA"))
    for words in ("Who sees what", "For someone I support", "Read the full text", "Draft:"):
        assert words in text


def test_without_the_player_the_message_names_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = course(tmp_path)
    monkeypatch.setattr(static, "STATIC", tmp_path)
    with pytest.raises(MissingPartError, match=r"python builder/frontend\.py"):
        render(made, contract.dumps(made))
