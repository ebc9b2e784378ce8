"""Parsing never fails, knows where it is, and is done once for the same text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from balise_builder.markdown import Document, parse, plain_text, text_span
from balise_builder.source import SourceText

PIECES = (
    "::: question {#q}", ":::", "::::", "::: aide", ":::: avis", "- [x] a", "- [ ] b {fixe}", "> c",
    "  > d", "1. e", "```", "| a | b |", "|---|---|", "| 1 | {{x}} |", "[^n]: note", "f[^n]", "",
    "", "## g", "# h", "situation : ordinaire", "![i](media/j.svg){décoratif}", "[k](l m.png)",
    "> [!NOTE]", "[//]: # (balise-ignore heure-collee : o)", "{#p .q}", "<b>", "a\u0301\u00a0: «",
    "\tr", "    ::: s", "t\\", "*u **v", "[w]: x", "[w]", "Terme", ": y", "---", "===", "\u0000",
)  # fmt: skip
LINES = st.lists(
    st.tuples(st.sampled_from(["", "  ", "> ", "- ", "    "]), st.sampled_from(PIECES)), max_size=14
)


def source(text: str) -> SourceText:
    return SourceText.of("x.md", text)


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_any_text_gives_places_inside_the_file(lines: list[tuple[str, str]]) -> None:
    text = "\n".join(indent + piece for indent, piece in lines)
    read = text.split("\n")
    for found in parse(source(text)).found:
        span = found.span
        assert 1 <= span.line <= len(read), found
        assert 1 <= span.column <= len(read[span.line - 1]) + 1, found
        assert (span.line, span.column) <= (span.end_line, span.end_column), found


@given(st.text(max_size=200))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    parse(source(text))


def words(document: Document, wanted: str) -> tuple[int, int]:
    for inline in document.inlines:
        for child in inline.children or []:
            if child.type == "text" and wanted in child.content:
                start = child.content.index(wanted)
                span = text_span(inline, child, start, start + len(wanted))
                assert span.end_column - span.column == len(wanted)
                return span.line, span.column
    raise AssertionError(wanted)


def test_a_word_is_found_at_its_column_wherever_it_stands() -> None:
    text = (
        "Un **gras** \\*puis* ici1\n> cité ici2\n\n- a\n\n  b &amp; ici3\n- [x] ici4\n\n"
        "| a | b |\n|---|---|\n| x \\| y | ici5 |\n\n### Titre ici6 ##\n\n> - ici7\n"
        ">   e\u0301 ici8\n"
    )
    document = parse(source(text))
    lines = text.split("\n")
    for number in range(1, 9):
        line, column = words(document, f"ici{number}")
        assert lines[line - 1][column - 1 :].startswith(f"ici{number}"), number


def test_the_same_text_is_parsed_once_and_another_anew() -> None:
    first = parse(source("Un."))
    assert parse(source("Un.")) is first
    assert parse(source("Deux.")) is not first


def test_alternative_text_is_plain() -> None:
    inline = parse(source("![Un *plan*\nde `b`](media/a.svg)")).inlines[0]
    image = (inline.children or [])[0]
    assert image.attrs["alt"] == "Un plan de b" == plain_text(inline.children or [])
