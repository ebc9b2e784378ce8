"""The expression of a typed answer takes what the player and the server take, and no more."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_builder.targets.olx.typed import expression
from balise_xblocks.grade import match
from tests.vary import golden


def item(kind: str, **answers: Any) -> dict[str, Any]:
    found = [{"id": "a", "text": "", "value": None, "tolerance": None} | answers]
    return {"kind": kind, "exact": False, "answers": found}


def takes(made: dict[str, Any], said: str) -> bool:
    """Tell as capa does: what is typed is stripped, and an empty answer never right."""
    pattern = expression(made)
    assert pattern is not None
    return bool(said.strip() and re.search(f"^{pattern}$", said.strip(), re.I | re.U))


TEXTS = st.text("éEàçœ'’-– dpj\"«»x", min_size=1, max_size=8).filter(lambda t: t.strip(' ."«»'))


@given(accepted=TEXTS, said=TEXTS)
def test_texts_are_taken_as_everywhere(accepted: str, said: str) -> None:
    made = item("short-text", text=accepted.strip(' "«»'))
    for typed in (said, accepted, accepted.upper(), f"« {accepted} »", f"{accepted}."):
        inner = typed.strip().rstrip(".").strip(' "«»')
        if not re.search('["«»]', inner):  # Quotes inside are read letter by letter, both ways.
            assert takes(made, typed) or not match(made, typed)
            assert takes(made, inner) == bool(match(made, inner))


@given(value=st.integers(-2_000_000, 2_000_000), decimals=st.integers(0, 3), unit=st.sampled_from(
    ["", " %", " jours", "$", " millions", " 2", "k"]
))  # fmt: skip
def test_numbers_are_taken_however_they_are_written(value: int, decimals: int, unit: str) -> None:
    number = value / 10**decimals
    made = item("number", value=number)
    spaced = f"{number:,.{decimals}f}".replace(",", " ")
    forms = (spaced, spaced.replace(" ", "’"), spaced.replace(".", ","), f"{number:.{decimals}f}")
    for form in (*forms, f"{number:,.{decimals}f}"):
        for said in (form + unit, form.replace("-", "−") + unit, form + "1" + unit):
            assert takes(made, said) == bool(match(made, said)), said


@pytest.mark.parametrize("case", [c for c in golden("grade/kinds.json") if c["kind"] == "number"])
def test_the_golden_texts_are_taken_where_there_is_no_margin(case: dict[str, Any]) -> None:
    for answer in case["item"]["answers"]:
        made = item("number", **{**answer, "tolerance": None})
        if made["answers"][0]["value"] is not None:
            for said in case.get("texts", {}):
                if not re.search(r"[^\x00-\u00ff\u2212]|e0|²", said):
                    assert takes(made, said) == bool(match(made, said)), said


def test_a_margin_or_a_literal_answer_has_no_expression() -> None:
    assert expression(item("number", value=3.0, tolerance=1.0)) is None
    assert expression({**item("short-text", text="Mot"), "exact": True}) is None
