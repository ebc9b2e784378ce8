"""The ``library`` target: an archive of parts that stand alone, complete and named."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from lxml import etree

from balise_builder.build import build, load
from balise_builder.cli.check import of_targets
from balise_builder.config import Options
from balise_builder.contract import dumps
from balise_builder.render import render
from balise_builder.targets import library
from balise_builder.targets.library.checker import refused
from tests.builder.courses import DEAR

ROOT = Path(__file__).parents[3]
COURSE = ROOT / "courses/hotellerie-personnel"
BANKED = "entities/xblock.v1/problem/a1-serviettes"
BLOCK = f"{BANKED}/component_versions/v1/block.xml"


def archive_of(course: Path) -> dict[str, bytes]:
    made = load(course, Options()).course
    assert made is not None
    files = library.files(made, render(made, dumps(made)))
    return {n: c if isinstance(c, bytes) else c.read_bytes() for n, c in files.items()}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return archive_of(COURSE)


@pytest.mark.parametrize("course", DEAR)
def test_every_course_gives_an_archive_that_holds_together(course: Path) -> None:
    found = archive_of(course)
    assert [d.message() for d in refused(found)] == []
    titles = [
        tomllib.loads(content.decode())["version"][0]["title"]
        for name, content in found.items()
        if name.startswith("entities/xblock.v1/") and name.endswith(".toml")
    ]
    assert len(titles) == len(set(titles)) > 5


def test_a_part_leads_nowhere_outside_of_itself_but_to_its_notes(files: dict[str, bytes]) -> None:
    blocks = b"".join(c for n, c in files.items() if n.endswith("block.xml")).decode()
    inside = set(re.findall(r'href="(#[^"]*|/jump_to_id[^"]*)"', blocks))
    assert all(link.startswith(("#fn-", "#fr-", "#g-", "#src-")) for link in inside)
    assert "/static/" in blocks


def test_a_question_is_named_by_its_words_and_grouped_by_its_form(files: dict[str, bytes]) -> None:
    entity = tomllib.loads(files[f"{BANKED}.toml"].decode())
    block = etree.fromstring(files[BLOCK])
    title = entity["version"][0]["title"]
    assert title == block.get("display_name") and 20 < len(title) <= 81
    assert block.get("url_name") is None
    form = tomllib.loads(files["collections/banque-items-a.toml"].decode())["collection"]
    assert "xblock.v1:problem:a1-serviettes" in form["entities"] and len(form["entities"]) == 10
    unit = tomllib.loads(files["entities/banque_items-a.toml"].decode())
    assert unit["version"][0]["container"]["children"] == form["entities"]


def test_nothing_of_the_pair_or_of_form_c_is_in_a_library(files: dict[str, bytes]) -> None:
    assert not [name for name in files if re.search(r"/c\d+-|suivi|relance", name)]
    assert "Accueillez les gens par leur poste" not in b"".join(files.values()).decode()


def test_two_builds_give_the_same_archive_and_no_small_ones(tmp_path: Path) -> None:
    made = [
        build(COURSE, Options(targets=("library",), out=tmp_path / n, date="2026-03-31")).packages
        for n in "ab"
    ]
    assert [len(one) for one in made] == [1, 1]
    assert made[0][0].path.name.endswith("-library.zip")
    assert made[0][0].path.read_bytes() == made[1][0].path.read_bytes()


def test_titles_may_hold_anything() -> None:
    from balise_builder.targets.library.archive import _list, _text

    for text in ('« a » "b" \\ c', "a\tb\nc\x7f", "é’\u00a0😀"):
        assert tomllib.loads(f"t = {_text(text)}\nl = {_list((text, text))}") == {
            "t": text, "l": [text, text],
        }  # fmt: skip


def test_pages_may_be_blocks_of_ours_that_stand_alone() -> None:
    made = load(COURSE, Options()).course
    assert made is not None
    found = library.block_files(made, render(made, dumps(made)))
    assert [d.message() for d in refused(found)] == []
    assert b"balise_lesson, balise_assessment" in found["package.toml"]  # type: ignore[operator]
    page = "entities/xblock.v1/balise_lesson/notre-role-lecon"
    block = found[f"{page}/component_versions/v1/block.xml"]
    assert isinstance(block, bytes) and etree.fromstring(block).tag == "balise_lesson"
    assert [n for n in found if n.startswith(f"{page}/") and "/static/cinq-gestes" in n]
    texts = b"".join(c for c in found.values() if isinstance(c, bytes)).decode()
    assert "/jump_to_id/" not in texts and "c1-valise" not in texts
    unit = tomllib.loads(found["entities/bilan-questions.toml"].decode())  # type: ignore[union-attr]
    assert unit["version"][0]["title"].endswith("(évaluation)")


def dropped(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    return {n: c for n, c in files.items() if n != name}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("package.toml", None), ("package.toml", b"[meta"), ("package.toml", b"\xff"),
        ("package.toml", b"[meta]\nformat_version = 2\n"), (f"{BANKED}.toml", None),
        (f"{BANKED}.toml", b'[entity]\nkey = "xblock.v1:problem:other"\n'),
        (BLOCK, None),
        (BLOCK, b"<html/>"), (BLOCK, b"<problem"),
        (BLOCK, b'<problem><img src="/static/x.png"/></problem>'),
        ("entities/signaux-texte.toml", None), ("entities/signaux.toml", b"[entity]\nkey = 'x'\n"),
    ],
)  # fmt: skip
def test_an_archive_with_a_fault_is_refused(
    files: dict[str, bytes], name: str, content: bytes | None
) -> None:
    broken = dropped(files, name) if content is None else {**files, name: content}
    found = refused(broken)
    assert found and {d.code for d in found} == {"olx-bibliotheque-refusee"}


def test_check_passes_the_library_through_the_same_rules() -> None:
    loaded = load(COURSE, Options())
    assert loaded.course is not None
    found = of_targets(loaded, ["library"])
    assert found == list(library.notes(loaded.course))
    codes = {d.code for d in found}
    assert "olx-scenario-lineaire" in codes and "olx-forme-fixe" not in codes
