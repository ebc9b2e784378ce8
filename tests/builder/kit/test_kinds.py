"""Every kind of question on paper: with its key for the pair, without it for the group."""

from __future__ import annotations

import re

import pytest

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.model import Course
from balise_builder.model.walk import page_items
from balise_builder.render.guide.asked import printed_letters
from balise_builder.render.guide.kit import Kit
from balise_builder.render.guide.papers import papers
from balise_builder.render.guide.practice import practice
from tests.builder import asked


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = load(asked.write(tmp_path_factory.mktemp("asked")), Options()).course
    assert course is not None
    return course


def text_of(page: bytes | None) -> str:
    """Return the words of a page on one line."""
    assert page is not None
    return " ".join(re.sub(r"<[^>]*>", " ", page.decode()).split())


def of(course: Course, item_id: str) -> str:
    """Return the words of a practice question of the guide."""
    html = str(practice(Kit.of(course))).partition(f'data-item="{item_id}"')[2]
    return text_of(html.partition("data-item")[0].encode())


@pytest.mark.parametrize(
    ("item_id", "shown"),
    [
        ("q-pause", ["15 ± 2", "0,25"]),
        ("q-chaine", ["Un danger immédiat", "Toujours d’abord.", "le service d’urgence"]),
        ("q-tri", ["Dix serviettes demandées", "Ordinaire", "Des menaces entendues"]),
        ("q-ordre", ["Dans le bon ordre", "Observer", "Noter les faits", "Transmettre"]),
        ("q-aise", ["Pas du tout", "Un peu", "Tout à fait"]),
        ("q-retenir", ["Question ouverte"]),
    ],
)
def test_the_pair_reads_the_key_in_its_order(
    item_id: str, shown: list[str], course: Course
) -> None:
    text = of(course, item_id)
    places = [text.find(words) for words in shown]
    assert -1 not in places and places == sorted(places), text


def test_a_twin_vignette_is_read_with_its_first_variant(course: Course) -> None:
    text = of(course, "q-jumelle")
    item = next(item for item in page_items(course.pages[1]) if item.variants)
    assert dict(item.variants[0])["prénom"] in text and "{{" not in text


@pytest.mark.parametrize(
    "words",
    [
        "Écrivez un nombre", "petite lettre qui lui convient", "Numérotez les étapes",
        "Cochez un seul degré", "ni nom ni situation vécue",
    ],
)  # fmt: skip
def test_paper_forms_say_how_to_answer_each_kind(words: str, course: Course) -> None:
    assert words in text_of(papers(course))


def test_only_questions_with_certainty_ask_how_sure_one_is(course: Course) -> None:
    assert text_of(papers(course)).count("À quel point en êtes-vous") == 1


def test_letters_on_paper_follow_the_place_and_never_the_key(course: Course) -> None:
    order = next(item for item in course.bank_items if item.kind == "ordering")
    text = text_of(papers(course))
    assert re.findall(r"____ ([A-Z])", text)[-3:] == ["A", "B", "C"]
    letters = [pair.split("=")[1] for pair in printed_letters(order).split(", ")]
    assert sorted(letters) == ["a", "b", "c"] != letters
    assert f"b-ordre ({printed_letters(order)})" in text
