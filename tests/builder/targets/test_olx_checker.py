"""What the community's validator does not look at is refused too."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.contract import dumps
from balise_builder.render import render
from balise_builder.targets import olx
from balise_builder.targets.olx.blocks import needed
from balise_builder.targets.olx.checker import lacking

COURSE = Path(__file__).parents[3] / "courses/hotellerie-personnel"
POLICY = "course/policies/balise/policy.json"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    made = load(COURSE, Options()).course
    assert made is not None
    found = olx.files(made, render(made, dumps(made)))
    return {n: c if isinstance(c, bytes) else c.read_bytes() for n, c in found.items()}


def test_a_course_lacks_nothing_with_either_set_of_blocks(files: dict[str, bytes]) -> None:
    made = load(COURSE, Options()).course
    assert made is not None
    blocks = olx.block_files(made, render(made, dumps(made)))
    assert lacking(files) == lacking(blocks, needed(made)) == ()
    assert {d.params["text"] for d in lacking(blocks)} == {"<balise_lesson>", "<balise_assessment>"}


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("course/problem/q-notre-role.xml", b"label>", b"p>", "<label>"),
        ("course/vertical/notre-role-texte.xml", b"<html ", b"<scorm ", "<scorm>"),
        ("course/vertical/notre-role-texte.xml", b"avant-q-notre-role", "a é".encode(), "a é"),
        ("course/course/balise.xml", b"<course", b'<course start="2020"', "start"),
        (POLICY, b'"end"', b'"fin"', "end"),
        ("course/html/soiree-debut.html", b"<p>", b'<p><img src="/static/gone.svg"/>', "gone.svg"),
    ],
)  # fmt: skip
def test_each_fault_is_named(
    files: dict[str, bytes], name: str, old: bytes, new: bytes, said: str
) -> None:
    assert old in files[name]
    found = lacking({**files, name: files[name].replace(old, new)})
    assert found and {d.code for d in found} == {"olx-refuse"}
    assert any(said in d.params["text"] for d in found)


def test_a_file_that_nothing_shows_is_named(files: dict[str, bytes]) -> None:
    [found] = lacking({**files, "course/static/unseen.svg": b"<svg/>"})
    assert "unseen.svg" in found.params["text"]
