"""Images that are what their names say, and captions as a browser reads them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_builder.source.captions import read_captions
from balise_builder.source.pictures import picture_problem

ROOT = Path(__file__).resolve().parents[3]


def png(width: int = 2, height: int = 1) -> bytes:
    """Return a sound PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * height)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.png", png(), None),
        ("a.PNG", png()[:-9], "image-tronquee"),
        ("a.png", png(width=0), "image-tronquee"),
        ("a.png", b"", "image-vide"),
        ("a.jpg", png(), "image-autre-format"),
        ("a.jpeg", b"\xff\xd8\xff\xe0" + bytes(200), None),
        ("a.jpg", b"\xff\xd8\xff\xe0", "image-tronquee"),
        ("a.webp", b"RIFF\x04\0\0\0WEBP", None),
        ("a.webp", b"RIFF\xff\0\0\0WEBP", "image-tronquee"),
        ("a.webp", b"RIFF\x04\0\0\0WAVE", "image-autre-format"),
    ],
)
def test_a_bitmap_is_judged_by_its_bytes(
    name: str, content: bytes, code: str | None, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    problem = picture_problem(tmp_path / name)
    assert (problem.code if problem else None) == code


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ('<use x:href="#a"/><image href="data:image/png;base64,AA"/>', None),
        ('<rect fill="url(#g)"/><style>.a { fill: url(#g) }</style><!-- rien -->', None),
        ("<script/>", "svg-actif"),
        ("<foreignObject/>", "svg-actif"),
        ('<g onclick="a()"/>', "svg-actif"),
        ('<a href=" javascript:a()"/>', "svg-actif"),
        ('<a href="data:text/html,x"/>', "svg-exterieur"),
        ("<rect style=\"fill: url( 'https://example.org/a' )\"/>", "svg-exterieur"),
        ("<style>@import 'a.css'</style>", "svg-exterieur"),
        ("<?xml-stylesheet href='a.css'?>", "svg-exterieur"),
    ],
)
def test_a_drawing_neither_acts_nor_fetches(inside: str, code: str | None, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(inside), encoding="utf-8")
    problem = picture_problem(tmp_path / "a.svg")
    assert (problem.code if problem else None) == code


def test_entities_are_refused_before_they_grow(tmp_path: Path) -> None:
    text = '<!DOCTYPE svg [<!ENTITY a "aa">]>' + SVG.format("<text>&a;</text>")
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    problem = picture_problem(tmp_path / "a.svg")
    assert problem is not None and problem.code == "svg-actif"


def test_the_images_of_the_courses_are_sound() -> None:
    images = [p for p in (ROOT / "courses").rglob("media/*") if p.suffix in (".svg", ".png")]
    assert images and [p for p in images if picture_problem(p)] == []


def test_captions_are_read_with_their_times_and_words() -> None:
    text = (
        "\ufeffWEBVTT - titre\n\nNOTE rien\n\nun\n01:00:02.500 --> 01:00:04.000 line:0\n"
        "<v Ana>Bonjour.</v>\nOui.\n\n3\n01:00:04.000 --> 01:00:05.250\nNon.\n"
    )
    cues, mistakes = read_captions(text)
    assert mistakes == []
    assert [(c.line, c.start, c.end, c.text) for c in cues] == [
        (6, 3602.5, 3604.0, "Bonjour. Oui."),
        (11, 3604.0, 3605.25, "Non."),
    ]


@given(st.text(alphabet="WEBVT0123:.,->\n x", max_size=200))
def test_any_text_gives_captions_or_mistakes(text: str) -> None:
    cues, mistakes = read_captions(text)
    assert cues or mistakes
