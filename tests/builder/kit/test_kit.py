"""The kit of the pair: all that it needs, nothing of the evaluations, black and white on paper."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from balise_builder.build import build
from balise_builder.config import Options
from balise_builder.targets import guide
from tests.builder.cli.commands import run
from tests.builder.golden import expect
from tests.builder.kit.sample import (
    HOTEL,
    course,
    item_texts,
    page_words,
    pages,
    tree,
    words,
    words_in,
    write,
)
from tests.builder.story import NIGHT


def outline(page: bytes) -> str:
    """Return the sheets and headings of a page."""
    lines = []
    for element in tree(page).iter("section", "h1", "h2", "h3", "h4"):
        if element.tag == "section":
            lines.append(f"[{element.get('id')}]")
        else:
            indent = "  " * int(element.tag[1])
            lines.append(f"{indent}{words_in(element)}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("lang", ["fr-CA", "en"])
def test_the_kit_has_its_sheets(lang: str, tmp_path: Path) -> None:
    made = pages(course(write(tmp_path / "c", lang)))
    text = "".join(f"== {name}\n{outline(page)}" for name, page in made.items())
    expect(f"kit/outline.{lang[:2]}.txt", text.encode())


@pytest.fixture(scope="module")
def hotel() -> dict[str, str]:
    """The words of the pages of the first course's kit."""
    return {name: page_words(page) for name, page in pages(course(HOTEL)).items()}


def test_the_plan_names_each_place_for_contacts_as_its_page_does() -> None:
    (plan,) = (
        words_in(sheet)
        for page in pages(course(HOTEL)).values()
        for sheet in tree(page).iter("section")
        if sheet.get("id") == "plan"
    )
    titles = ("Qui appeler ici", "Notes et demandes\N{NO-BREAK SPACE}: à qui vous adresser")
    assert plan.index(titles[0]) < plan.index(titles[1])


def test_no_item_of_an_evaluation_stands_outside_its_own_file(hotel: dict[str, str]) -> None:
    made = course(HOTEL)
    items = [*made.bank_items, *made.reserved_items]
    assert len(items) == 28
    leaks = [
        (item.id, text, name)
        for item in items for text in item_texts(item, 25)
        for name, shown in hotel.items() if name != guide.PAPERS and text in shown
    ]  # fmt: skip
    assert leaks == []
    assert [item.id for item in items if item.id in pages(made)[guide.GUIDE].decode()] == []


def test_the_paper_forms_ask_every_item_and_give_no_key(hotel: dict[str, str]) -> None:
    made, shown = course(HOTEL), hotel[guide.PAPERS]
    for item in made.bank_items:
        stem = words(item_texts(item)[0])
        assert stem in shown, item.id
        for choice in item.choices:
            for block in choice.feedback:
                fake = type(item)(item.span, "", 0, "single", stem=(block,))
                assert [t for t in item_texts(fake, 25) if t in shown] == []
    assert "photocopier" in shown
    assert "reponsejuste" not in shown


def test_the_guide_has_every_note_and_every_practice_key(hotel: dict[str, str]) -> None:
    made, shown = course(HOTEL), hotel[guide.GUIDE]
    assert made.session is not None and made.session.total == made.session.minutes == 45
    notes = [b for note in made.facilitation for b in note.body]
    notes += [b for step in made.session.steps for b in step.body]
    fake = type(made.bank_items[0])(made.bank_items[0].span, "", 0, "single", stem=tuple(notes))
    assert [text for text in item_texts(fake) if text not in shown] == []
    root = tree(pages(made)[guide.GUIDE])
    keys = [div.get("data-item") for div in root.findall(".//div[@data-item]")]
    texts = "".join(path.read_text(encoding="utf-8") for path in HOTEL.glob("[01]*.md"))
    assert sorted(map(str, keys)) == sorted(set(re.findall(r"question {#(q-[a-z-]+)}", texts)))


def test_the_clock_the_roles_and_the_signal_stand_on_the_aids(tmp_path: Path) -> None:
    root = tree(pages(course(write(tmp_path / "c")))[guide.GUIDE])
    aids = {
        str(sheet.get("id")).removeprefix("aid-"): words_in(sheet)
        for sheet in root.iter("section")
        if str(sheet.get("id")).startswith("aid-")
    }
    assert "mène la suite" in aids["training"] and "ouvre la séance" not in aids["training"]
    assert "ouvre la séance" in aids["community"] and "5 à 15" in aids["community"]
    assert all("Lever la main" in aid for aid in aids.values())


def test_a_scenario_has_its_map_and_says_where_every_choice_leads(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    (folder / "02-nuit.md").write_text(NIGHT, encoding="utf-8")
    made: Any = tree(pages(course(folder))[guide.GUIDE])
    (sheet,) = made.xpath("//section[@id='stories']")
    shown = words_in(sheet)
    assert len(sheet.xpath(".//div[@class='map']/*[local-name()='svg']")) == 1
    assert "Retourner au comptoir → 1. À la réception (confiance devient 0)" in shown
    assert "Reconnaître une maladresse rassure." in shown and "Fin · 2 points" in shown
    assert not tree(pages(course(write(tmp_path / "d")))[guide.GUIDE]).xpath("//*[@id='stories']")


def test_what_the_author_asks_has_lines_to_answer_on(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    asked = "\n## Retour à deux\n\n- Comment allons-nous?\n- Que changer?\n"
    session = folder / "seance.md"
    session.write_text(session.read_text(encoding="utf-8") + asked, encoding="utf-8")
    made: Any = tree(pages(course(folder))[guide.GUIDE])
    points = made.xpath("//section[@id='debrief']//li")
    assert [words_in(point).strip() for point in points] == ["Comment allons-nous?", "Que changer?"]
    assert [len(point.xpath("./div[@class='ruled']/span")) for point in points] == [3, 3]


@pytest.mark.parametrize(
    ("status", "expected"), [("ébauche", "Ébauche"), ("en révision", "En révision")]
)
def test_every_page_says_that_the_course_is_not_approved(
    status: str, expected: str, tmp_path: Path
) -> None:
    for page in pages(course(write(tmp_path / "c", status=status))).values():
        running = page.decode().partition('@top-left { content: "')[2]
        assert running.startswith(expected)
        assert tree(page).find(".//p[@class='banner']") is not None


def test_the_zip_is_the_same_twice_and_carries_the_images(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    first, second = (
        build(folder, Options(targets=("guide",), out=tmp_path / name, formats=("docx",)))
        for name in ("one", "two")
    )
    assert first.packages[0].path.read_bytes() == second.packages[0].path.read_bytes()
    with zipfile.ZipFile(first.packages[0].path) as made:
        names = made.namelist()
        images = [name for name in names if name.startswith("media/porte-")]
        assert len(images) == 1
        assert f'src="{images[0]}"' in made.read(guide.GUIDE).decode()
    assert sorted(set(names) - set(images)) == [
        "evaluations-papier.docx", "evaluations-papier.html", "guide.docx", "guide.html",
    ]  # fmt: skip


def test_no_word_of_the_session_is_in_a_learners_package(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    built = build(folder, Options(targets=("web", "scorm12"), out=tmp_path / "out"))
    for package in built.packages:
        with zipfile.ZipFile(package.path) as made:
            held = b"".join(made.read(name) for name in made.namelist())
            assert not any(name.startswith("media/") for name in made.namelist())
        for text in ("Paroles de la formation", "Introduction de la séance", "Mots de la note"):
            assert text.encode() not in held


def test_a_course_without_a_session_is_told_so(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    (folder / "seance.md").unlink()
    built = build(folder, Options(targets=("web", "guide"), out=tmp_path / "out"))
    assert built.packages == ()
    assert [d.code for d in built.loaded.diagnostics if d.code.startswith("seance")] == [
        "seance-absente"
    ]


def test_a_new_course_has_a_session_whose_kit_builds(tmp_path: Path) -> None:
    assert run("new", tmp_path / "c").exit_code == 0
    built = build(tmp_path / "c", Options(targets=("guide",), out=tmp_path / "out"))
    assert [d.code for d in built.loaded.diagnostics if d.code.startswith("seance")] == []
    with zipfile.ZipFile(built.packages[0].path) as made:
        assert sorted(made.namelist()) == [guide.PAPERS, guide.GUIDE]


SURVEY = """---
titre : Votre avis
id : avis
---

::: sondage
Deux minutes.

::: question {#q-utile}
type : échelle

Cette formation m'est utile.

- Pas d'accord
- D'accord
:::
:::
"""


def test_a_survey_is_on_paper_with_the_evaluations_and_on_no_card(tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    (folder / "02-avis.md").write_text(SURVEY, encoding="utf-8")
    made = {name: words_in(tree(page)) for name, page in pages(course(folder)).items()}
    assert "Cette formation m’est utile." in made[guide.PAPERS]
    assert "Sans nom ni code" in made[guide.PAPERS]
    assert "m’est utile" not in made[guide.GUIDE]
