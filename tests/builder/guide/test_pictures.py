"""Each example of the guide that shows a block stands above its picture, made from its text."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from tests.builder.guide.examples import GUIDE
from tests.builder.guide.pictures import IMAGES, Picture, pictures

PICTURES = pictures()
HEAVIEST = 120_000
"""Bytes of one picture: the guide is read on weak connections too."""


@pytest.mark.parametrize("picture", PICTURES, ids=lambda p: f"{p.page.stem}-{p.name}")
def test_the_picture_of_an_example_stands_under_it(picture: Picture) -> None:
    path = IMAGES / picture.name
    assert path.is_file(), "make pictures"
    text = picture.page.read_text(encoding="utf-8")
    assert text[picture.end :].startswith(picture.link), "make pictures"


@pytest.mark.parametrize("path", sorted(IMAGES.glob("*")), ids=lambda p: p.name)
def test_a_picture_is_used_light_and_not_empty(path: Path) -> None:
    data = path.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    assert data.startswith(b"\x89PNG")
    assert (width > 200, height > 60, len(data) < HEAVIEST) == (True, True, True)
    pages = "\n".join(page.read_text(encoding="utf-8") for page in GUIDE.glob("*.md"))
    assert re.search(rf"\(images/{re.escape(path.name)}\)", pages)


def test_each_kind_of_block_that_a_learner_sees_has_a_picture() -> None:
    kinds = {picture.kind for picture in PICTURES}
    assert kinds >= {
        "question", "avis", "réflexion", "protocole", "aide", "scénario", "onglets", "détails",
        "étapes", "cas", "liste-à-cocher", "sondage",
    }  # fmt: skip
