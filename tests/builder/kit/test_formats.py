"""The kit as tagged PDF and as Word: same words, same headings, single sheets on single pages."""

from __future__ import annotations

import io
import re
import sys
import zlib
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from balise_builder.errors import MissingPartError
from balise_builder.targets import docx, guide, pdf
from tests.builder.kit.sample import (
    HOTEL,
    course,
    needs_pdf,
    pages,
    tree,
    words,
    words_in,
    write,
)


@pytest.fixture(scope="module")
def hotel() -> dict[str, bytes]:
    """The pages of the first course's kit."""
    return dict(pages(course(HOTEL)))


def test_the_one_page_sheets_take_exactly_one_page(hotel: dict[str, bytes]) -> None:
    needs_pdf()
    import weasyprint

    page = hotel[guide.GUIDE]
    rendered = weasyprint.HTML(string=page.decode()).render()
    starts: dict[str, int] = {}
    for number, one in enumerate(rendered.pages):
        for name in one.anchors:
            starts.setdefault(name, number)
    sheets = [s.get("id") for s in tree(page).iter("section")]
    single = [s.get("id") for s in tree(page).iter("section") if "once" in str(s.get("class"))]
    assert {"running", "aid-training", "aid-community"} <= set(single)
    ends = [*(starts[str(name)] for name in sheets[1:]), len(rendered.pages)]
    lengths = {n: e - starts[str(n)] for n, e in zip(sheets, ends, strict=True)}
    assert {name: lengths[name] for name in single} == dict.fromkeys(single, 1)


FULLEST = "education"
"""Of the sessions, one with the most steps and things to bring."""
SINGLE = ("running", "aid-training", "aid-community", "feedback", "debrief")
MODULES = sorted(p.parent.name for p in HOTEL.parent.glob("*/seance.md"))


@pytest.mark.parametrize(
    "name", [n if n == FULLEST else pytest.param(n, marks=pytest.mark.slow) for n in MODULES]
)
def test_the_sheets_held_in_the_hand_end_with_their_page(name: str) -> None:
    needs_pdf()
    import weasyprint

    page = pages(course(HOTEL.parent / name))[guide.GUIDE]
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))
    lengths = {}
    for kept in (*SINGLE, "prebrief"):
        alone = deepcopy(root)
        body = alone.find("body")
        assert body is not None
        for part in list(body.iter("header", "section")):
            if part.get("id") != kept:
                part.getparent().remove(part)
        rendered = weasyprint.HTML(
            string=etree.tostring(alone, method="html", encoding="unicode")
        ).render()
        lengths[kept] = len(rendered.pages)
    assert lengths == {**dict.fromkeys(SINGLE, 1), "prebrief": 2}


def test_the_pdf_is_tagged_in_french_and_the_same_twice(tmp_path: Path) -> None:
    needs_pdf()
    made = course(write(tmp_path / "c"))
    files = guide.files(made, None)  # type: ignore[arg-type]
    first, second = (guide.formats(files, ["pdf"]) for _ in range(2))
    assert sorted(first) == ["evaluations-papier.pdf", "guide.pdf"]
    assert first == second
    content = first["guide.pdf"]
    assert isinstance(content, bytes)
    streams = re.findall(rb"stream\n(.*?)\nendstream", content, re.S)
    inside = b"".join([content, *map(inflated, streams)])
    assert b"pdfuaid" in inside and b"/Lang (fr-CA)" in inside and b"/StructTreeRoot" in inside


def inflated(stream: bytes) -> bytes:
    """Return a stream of a PDF, inflated where it is compressed."""
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize("name", [guide.GUIDE, guide.PAPERS])
def test_the_word_document_has_the_same_headings_and_words(
    name: str, hotel: dict[str, bytes]
) -> None:
    from docx import Document

    document = Document(io.BytesIO(docx.make(hotel[name], {})))
    body = document.element.body
    headings, text = [], []
    for paragraph in body.iter("{*}p"):
        line = "".join(t.text or "" for t in paragraph.iter("{*}t"))
        text.append(line)
        style = paragraph.find("{*}pPr/{*}pStyle")
        if style is not None and "Heading" in next(iter(style.attrib.values())):
            headings.append(line)
    root = tree(hotel[name])
    assert headings == [words_in(h) for h in root.iter("h1", "h2", "h3", "h4")]
    written = words("".join(text))
    lost = [words_in(e) for e in root.iter("p", "td", "th", "li") if not e.findall(".//p")]
    assert [line for line in lost if words(line) not in written] == []
    assert document.sections[0].header.paragraphs[0].text.startswith("Ébauche")


@pytest.mark.parametrize(
    ("maker", "module"), [(pdf.make, "weasyprint"), (docx.make, "docx")], ids=["pdf", "docx"]
)
def test_a_missing_extra_is_named_with_its_command(
    maker: object, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingPartError) as found:
        maker(b"<html><body></body></html>", {})  # type: ignore[operator]
    assert f"balise-builder[{module if module == 'docx' else 'pdf'}]" in found.value.text("fr")
    assert "pip install" in found.value.text("en")
