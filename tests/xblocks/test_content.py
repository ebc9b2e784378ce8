"""course.json is believed only in the version that this distribution knows."""

from __future__ import annotations

import json

import pytest
from tests.vary import GOLDEN, sample

from balise_xblocks.content import ContentError, read_course


def test_a_course_is_read_as_the_builder_wrote_it() -> None:
    data = (GOLDEN / "contract/sample.course.json").read_bytes()
    assert read_course(data) == sample()


@pytest.mark.parametrize("version", [0, 2, "1", None, True])
def test_another_version_is_refused_and_says_what_to_do(version: object) -> None:
    data = json.dumps({**sample(), "balise": version}).encode()
    with pytest.raises(ContentError) as caught:
        read_course(data)
    assert repr(version) in caught.value.message("fr-CA")
    assert "Mettez balise-xblocks à jour" in caught.value.message("fr-CA")
    assert "Update balise-xblocks" in caught.value.message("en")


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"{}", b'{"balise": 1}'])
def test_anything_else_is_refused_in_both_languages(data: bytes) -> None:
    with pytest.raises(ContentError) as caught:
        read_course(data)
    assert "course.json" in caught.value.fr
    assert "course.json" in caught.value.en


def test_what_is_missing_is_named() -> None:
    course = sample()
    del course["rule"]
    course["items"] = {}
    with pytest.raises(ContentError, match="items, rule"):
        read_course(json.dumps(course).encode())
