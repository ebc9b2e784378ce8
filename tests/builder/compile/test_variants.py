"""Twin vignettes: what varies, what is held, and how the words agree."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_builder.compile.variants import (
    AGREEMENT,
    MOST,
    SHOWN,
    _balanced,
    _gender,
    _text,
    canonical,
)
from balise_builder.diagnostics import Collector
from balise_builder.model import FirstName, Span
from balise_builder.source import read_folder

COURSE = Path(__file__).resolve().parents[3] / "courses/hotellerie-personnel"
REGISTER = read_folder(COURSE, Collector()).registers.first_names
IDS = st.from_regex(r"q-[a-z]{1,12}", fullmatch=True)


def drawn(wanted: str, item: str = "q-un", held: str = "") -> list[FirstName]:
    return _balanced(REGISTER, set(wanted.split()), held, item)


@given(IDS)
def test_gender_alone_varies_within_one_origin(item: str) -> None:
    found = drawn("gender", item)
    assert [_gender(name) for name in found] == ["f", "m"]
    assert len({name.origin for name in found}) == 1


@given(IDS, st.sampled_from(["", "f", "m"]))
def test_origin_alone_varies_within_one_gender(item: str, held: str) -> None:
    found = drawn("origin", item, held)
    assert {_gender(name) for name in found} == {held or "f"}
    assert len({name.origin for name in found}) == len(found) == MOST


@given(IDS)
def test_gender_and_origin_are_crossed(item: str) -> None:
    found = drawn("gender origin", item)
    assert len(found) == MOST
    assert set(Counter(name.origin for name in found).values()) == {2}
    assert Counter(map(_gender, found)) == {"f": 4, "m": 4}


@given(IDS)
def test_first_names_alone_are_as_many_of_each_gender(item: str) -> None:
    assert Counter(map(_gender, drawn("name", item))) == {"f": 4, "m": 4}


def test_every_origin_comes_first_for_some_question() -> None:
    first = {drawn("gender", f"q-{number}")[0].origin for number in range(100)}
    assert first == {name.origin for name in REGISTER}


def test_a_neutral_name_is_never_drawn_since_words_agree() -> None:
    assert "neutre" in {name.gender for name in REGISTER}
    assert {name.gender for name in drawn("name")} == {"féminin", "masculin"}


@pytest.mark.parametrize(
    ("name", "of", "that"),
    [
        ("Aminata", "d’Aminata", "qu’Aminata"), ("Étienne", "d’Étienne", "qu’Étienne"),
        ("Youssef", "de Youssef", "que Youssef"), ("Yves", "d’Yves", "qu’Yves"),
        ("Kofi", "de Kofi", "que Kofi"),
    ],
)  # fmt: skip
def test_a_vowel_is_elided(name: str, of: str, that: str) -> None:
    person = FirstName(Span("p.yaml"), name, "masculin", "x")
    assert (_text("de-prénom", person), _text("que-prénom", person)) == (of, that)


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("prénom", "prénom"), ("Prenom", "prénom"), ("first-name", "prénom"), ("il", "il"),
        ("Il", "Il"), ("de-prenom", "de-prénom"), ("garcon", "garçon"), ("e", "e"), ("é", None),
        ("elle", None), ("employeur", None), ("IL", None),
    ],
)  # fmt: skip
def test_a_mark_is_what_is_surely_meant(written: str, mark: str | None) -> None:
    assert canonical(written) == mark


def test_the_message_of_an_unknown_mark_names_them_all_and_is_not_cut() -> None:
    assert len(SHOWN) <= 240
    assert set(SHOWN.split(", ")) == {"prénom", "de-prénom", "que-prénom", *AGREEMENT}
