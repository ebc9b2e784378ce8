"""Positions of a source text: lines and columns are those that the author sees."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_builder.diagnostics import Collector
from balise_builder.source import SourceText
from balise_builder.source.decode import decode, guess_encoding
from tests.builder.source.folders import places

TEXTS = st.text(st.sampled_from("aeé\u0301\u0327 \r\n¨:한\u1112\u1161\u11ab«"), max_size=40)


def test_decomposed_accents_are_composed_and_columns_stay_those_of_the_author() -> None:
    raw = "e\u0301te\u0301 : ici"
    text = SourceText.of("a.md", raw)
    assert text.text == "été : ici"
    column = text.text.index("ici") + 1
    span = text.span(1, column, 1, column + 3)
    assert raw[span.column - 1 : span.end_column - 1] == "ici"


def test_crlf_bom_and_lone_carriage_returns_are_read_as_line_ends() -> None:
    text = decode(b"\xef\xbb\xbfun\r\ndeux\rtrois\n", "a.md", Collector())
    assert text is not None
    assert text.lines == ["un", "deux", "trois", ""]
    assert text.bom
    assert text.raw == "un\r\ndeux\rtrois\n"
    assert text.raw[text.offset(3, 1) :] == "trois\n"


@given(TEXTS)
def test_every_place_of_the_normalised_text_maps_into_the_raw_line(raw: str) -> None:
    text = SourceText.of("a.md", raw)
    for number, line in enumerate(text.lines, 1):
        columns = [text.column(number, c) for c in range(1, len(line) + 2)]
        assert columns == sorted(columns)
        start = text.offset(number, columns[0])
        assert unicodedata.normalize("NFC", raw[start : text.offset(number, columns[-1])]) == line
        assert text.place(text.offset(number, columns[-1])) == (number, columns[-1])


def test_the_front_matter_is_blanked_and_line_numbers_stay() -> None:
    from dataclasses import replace

    text = replace(SourceText.of("a.md", "---\nid : x\n---\n\nCorps\n"), body_line=4)
    assert text.body == "\n\n\n\nCorps\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "DOS (850)"),
     ("utf-16", "UTF-16")],
)  # fmt: skip
def test_another_encoding_is_named_with_the_place_of_its_first_byte(
    encoding: str, name: str
) -> None:
    data = "Accueillir\nÀ l'hôtel, écouter dès l'entrée".encode(encoding)
    collector = Collector()
    assert decode(data, "a.md", collector) is None
    (found,) = collector.sorted()
    assert found.code == "encodage"
    assert found.params["guess"] == name == guess_encoding(data)
    if encoding != "utf-16":
        assert (found.span.line, found.span.column, found.params["offset"]) == (2, 1, "11")


def test_utf16_without_mark_is_recognised() -> None:
    collector = Collector()
    assert decode("Bonjour".encode("utf-16-le"), "a.md", collector) is None
    assert collector.sorted()[0].params["guess"] == "UTF-16"


def test_an_invisible_control_character_is_found_where_it_stands() -> None:
    collector = Collector()
    assert decode(b"un\nde\x07ux", "a.md", collector) is None
    assert places(collector.sorted()) == ["a.md:2:3 caractere-interdit"]
