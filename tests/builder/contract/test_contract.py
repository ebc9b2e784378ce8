from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balise_builder import contract
from balise_builder.contract import ContractError, shape
from balise_builder.contract.shape import CourseData
from tests.builder.golden import FOLDER, expect
from tests.builder.handmade import SECRET, course

CONTRACT_TS = Path(contract.__file__).parents[2] / "player/src/contract.ts"
INTERFACES = {
    "CourseDocument": shape.CourseData,
    "CompletionRule": shape.RuleData,
    "Page": shape.PageData,
    "Item": shape.ItemData,
    "Choice": shape.ChoiceData,
    "Answer": shape.AnswerData,
    "Evaluation": shape.EvaluationData,
}


def test_a_course_gives_the_golden_file(tmp_path: Path) -> None:
    data = json.loads(contract.dumps(course(tmp_path)))
    data["texts"] = {}  # held by test_texts
    expect("contract/handmade.course.json", json.dumps(data, ensure_ascii=False, indent=1).encode())


def test_what_is_written_is_read_back_the_same(tmp_path: Path) -> None:
    made = course(tmp_path)
    assert contract.read(contract.dumps(made)) == contract.to_json(made)


def test_the_same_course_gives_the_same_bytes(tmp_path: Path) -> None:
    assert contract.dumps(course(tmp_path)) == contract.dumps(course(tmp_path))


def test_the_bytes_can_stand_in_a_data_block(tmp_path: Path) -> None:
    assert b"<" not in contract.dumps(course(tmp_path))


def test_facilitation_notes_are_nowhere_in_it(tmp_path: Path) -> None:
    assert SECRET not in json.dumps(contract.to_json(course(tmp_path)), ensure_ascii=False)


def test_what_is_asked_after_three_months_is_not_in_the_first_package(tmp_path: Path) -> None:
    data = contract.to_json(course(tmp_path))
    assert [e["id"] for e in data["evaluations"]] == ["bilan"]
    assert [f["name"] for f in data["evaluations"][0]["forms"]] == ["A", "B"]
    assert {"q-15", "q-16"}.isdisjoint(item["id"] for item in data["items"])
    assert data["pages"][2]["evaluations"] == ["bilan"]


def test_evaluation_items_stand_in_no_page(tmp_path: Path) -> None:
    pages = {item["id"]: item["page"] for item in contract.to_json(course(tmp_path))["items"]}
    assert pages == {"q-1": "signaux", "q-2": "signaux"} | {f"q-{n}": None for n in range(11, 15)}


@pytest.mark.parametrize("name", sorted(INTERFACES))
def test_the_fields_are_those_of_contract_ts(name: str) -> None:
    source = re.sub(r"/\*\*.*?\*/", "", CONTRACT_TS.read_text(encoding="utf-8"), flags=re.DOTALL)
    body = re.search(rf"export interface {name} \{{\n(.*?)\n\}}", source, re.DOTALL)
    assert body
    written = re.findall(r"^  (\w+): ", body[1], re.MULTILINE)
    assert written == list(get_type_hints(INTERFACES[name]))


def test_the_sample_that_the_player_is_tested_with_is_valid() -> None:
    contract.read((FOLDER / "contract/sample.course.json").read_bytes())


def _set(data: Any, path: str, value: object) -> None:
    *parents, last = path.split(".")
    for part in parents:
        data = data[int(part)] if part.isdigit() else data[part]
    if value is ...:
        del data[last]
    else:
        data[last] = value


WRONG = [
    ("balise", 2, "version 2"),
    ("title", ..., "« title » manque"),
    ("title", 3, "course.title : 3 trouvé, un texte attendu"),
    ("extra", 1, "« extra » est inconnu"),
    ("items.0.kind", "drag", "course.items[0].kind"),
    ("items.0.points", True, "course.items[0].points : true trouvé, un nombre entier"),
    ("pages.1.items", ["q-99"], "« q-99 » n’existe pas"),
    ("pages.0.id", "signaux", "« signaux » figure deux fois"),
    ("rule.evaluation", "autre", "rule.evaluation"),
]


@pytest.mark.parametrize(("path", "value", "message"), WRONG)
def test_a_wrong_field_is_named(tmp_path: Path, path: str, value: object, message: str) -> None:
    data = json.loads(contract.dumps(course(tmp_path)))
    _set(data, path, value)
    with pytest.raises(ContractError) as caught:
        contract.read(json.dumps(data).encode())
    assert message in caught.value.fr


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[]", b"null"])
def test_what_is_no_course_json_is_refused(data: bytes) -> None:
    with pytest.raises(ContractError):
        contract.read(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=60, deadline=None)
@given(field=st.sampled_from(list(get_type_hints(CourseData))), value=JSON)
def test_no_value_of_a_field_does_more_than_a_contract_error(field: str, value: object) -> None:
    data = json.loads((FOLDER / "contract/sample.course.json").read_bytes())
    data[field] = value
    try:
        contract.read(json.dumps(data).encode())
    except ContractError as error:
        assert error.fr and error.en
