"""Pages of the kit as Word documents, for those who adapt them: extra ``docx`` (python-docx).

The page is our own HTML; what is written here is its headings, paragraphs, lists and tables, in the
same order and with the same words.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from balise_builder.errors import MissingPartError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.render import Content

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
BLOCKS = frozenset({"header", "section", "div", "p", "ul", "ol", "table", "blockquote", *HEADINGS})
FONT = "Arial"
POINTS = 12
CARD_POINTS = 20
RULE = "_" * 66
STAMP = (1980, 1, 1, 0, 0, 0)


def make(page: bytes, _files: Mapping[str, Content]) -> bytes:
    """Return an HTML page of the kit as a .docx; the same page gives the same bytes.

    :raises MissingPartError: python-docx is not installed.
    """
    try:
        import docx
    except ImportError as problem:
        raise MissingPartError(
            "Le format Word demande python-docx, qui n’est pas installé. Lancez :"
            ' pip install "balise-builder[docx]" (avec pipx : pipx inject balise-builder'
            " python-docx).",
            "The Word format needs python-docx, which is not installed. Run: pip install"
            ' "balise-builder[docx]" (with pipx: pipx inject balise-builder python-docx).',
        ) from problem
    from lxml import etree

    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", no_network=True))
    document = docx.Document()
    _prepare(document, root)
    body = root.find("body")
    assert body is not None
    _Writer(document).children(body, document)
    out = io.BytesIO()
    document.save(out)
    return _stamped(out.getvalue())


def _meta(root: Any, name: str) -> str:
    found = root.find(f".//meta[@name='{name}']")
    return "" if found is None else str(found.get("content"))


def _prepare(document: Any, root: Any) -> None:
    """Set paper, fonts, language, running head and page number."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Inches, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(0.75)
    section.top_margin = section.bottom_margin = Inches(0.8)
    names = ["Normal", *(f"Heading {level}" for level in range(1, 5))]
    for style, size in zip(names, (POINTS, 24, 18, 14, POINTS), strict=True):
        font = document.styles[style].font
        font.name, font.size, font.color.rgb = FONT, Pt(size), RGBColor(0, 0, 0)
        properties = document.styles[style].element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), str(root.get("lang")))
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    section.header.paragraphs[0].text = _meta(root, "description")
    _page_number(section.footer.paragraphs[0])
    core = document.core_properties
    core.title = root.findtext(".//title") or ""
    core.author = core.last_modified_by = core.comments = ""
    core.language = str(root.get("lang"))
    core.created = core.modified = datetime.fromisoformat(_meta(root, "dcterms.created"))


def _page_number(paragraph: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph._p.append(field)


class _Writer:
    """Goes through the page; a *place* is the document or a cell of a table."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.points: int | None = None

    def children(self, element: Any, place: Any, start: str = "", level: int = 0) -> None:
        """Write what an element holds: blocks, and text between them as paragraphs.

        :param start: what the first line begins with (a bullet, a number).
        :param level: depth of lists.
        """
        loose: list[Any] = [element.text or ""]
        for child in element:
            if child.tag in BLOCKS:
                start = self.loose(loose, place, start, level)
                start = self.block(child, place, start, level)
                loose = [child.tail or ""]
            else:
                loose += [child, child.tail or ""]
        self.loose(loose, place, start, level)

    def loose(self, parts: list[Any], place: Any, start: str, level: int) -> str:
        """Write text that stands in no paragraph; return what the next one begins with."""
        if all(isinstance(part, str) and not part.strip() for part in parts):
            return start
        paragraph = self.paragraph(place, start, level)
        for part in parts:
            if isinstance(part, str):
                self.run(paragraph, part, ())
            else:
                self.inline(part, paragraph, ())
        return ""

    def block(self, element: Any, place: Any, start: str, level: int) -> str:
        """Write one block; return what the next line begins with."""
        kinds = (element.get("class") or "").split()
        if element.tag in HEADINGS:
            self.heading(element, place)
        elif element.tag == "table":
            self.table(element, place)
        elif element.tag in ("ul", "ol"):
            self.items(element, place, level, "check" in kinds)
        elif "ruled" in kinds:
            for _ in element:
                self.paragraph(place, "", 0).add_run(RULE)
        elif "card" in kinds:
            cell = self.document.add_table(1, 1, style="Table Grid").cell(0, 0)
            self.points = CARD_POINTS
            self.children(element, cell)
            self.points = None
            _drop_first(cell)
            self.document.add_paragraph()
        elif element.tag == "p":
            paragraph = self.paragraph(place, start, level)
            self.text(element, paragraph, ("b",) if {"role", "key", "banner"} & set(kinds) else ())
            if "fill" in kinds:
                paragraph.add_run(f" {RULE[:40]}")
        else:
            self.children(element, place, start, level)
        return ""

    def paragraph(self, place: Any, start: str, level: int) -> Any:
        """Return a new paragraph, indented as an item of a list where it is one."""
        from docx.shared import Inches

        paragraph = place.add_paragraph()
        if level:
            paragraph.paragraph_format.left_indent = Inches(0.25 * level)
            if start:
                paragraph.paragraph_format.first_line_indent = Inches(-0.25)
        if start:
            self.run(paragraph, f"{start}\t", ())
        return paragraph

    def heading(self, element: Any, place: Any) -> None:
        """Write a heading; that of a sheet begins a page."""
        level = HEADINGS[element.tag]
        paragraph = place.add_paragraph(style=f"Heading {level}")
        self.text(element, paragraph, ())
        parent = element.getparent()
        if parent.tag == "section" and parent.index(element) == 0:
            paragraph.paragraph_format.page_break_before = True

    def items(self, element: Any, place: Any, level: int, check: bool) -> None:
        """Write a list; numbers are written out, so that each list begins at 1."""
        for number, item in enumerate(element, 1):
            start = f"{number}." if element.tag == "ol" else "☐" if check else "•"
            self.children(item, place, start, level + 1)

    def table(self, element: Any, place: Any) -> None:
        """Write a table with a row of headers that repeats on each page."""
        from docx.oxml import OxmlElement

        rows = list(element.iter("tr"))
        width = max(len(row) for row in rows)
        made = place.add_table(len(rows), width) if place is self.document else (
            self.document.add_table(len(rows), width)
        )  # fmt: skip
        made.style = "Table Grid"
        for row, cells in zip(made.rows, rows, strict=True):
            for cell, source in zip(row.cells, cells, strict=False):
                self.text(source, cell.paragraphs[0], ("b",) if source.tag == "th" else ())
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self.document.add_paragraph()

    def text(self, element: Any, paragraph: Any, marks: tuple[str, ...]) -> None:
        """Write the words of an element as runs."""
        self.run(paragraph, element.text or "", marks)
        for child in element:
            self.inline(child, paragraph, marks)
            self.run(paragraph, child.tail or "", marks)

    def inline(self, element: Any, paragraph: Any, marks: tuple[str, ...]) -> None:
        """Write an inline element."""
        if element.tag == "br":
            paragraph.add_run().add_break()
        elif element.tag == "img":
            self.run(paragraph, element.get("alt") or "", (*marks, "i"))
        elif element.tag == "svg":
            self.run(paragraph, element.get("aria-label") or "", (*marks, "i"))
        elif element.get("class") == "code":
            self.run(paragraph, "☐ ", marks)
        else:
            mark = {"strong": ("b",), "em": ("i",), "cite": ("i",)}.get(element.tag, ())
            self.text(element, paragraph, (*marks, *mark))

    def run(self, paragraph: Any, text: str, marks: tuple[str, ...]) -> None:
        """Write text; the line breaks of the source are spaces."""
        from docx.shared import Pt

        words = text.replace("\n", " ")
        if not words.strip(" ") and not paragraph.runs:
            return
        run = paragraph.add_run(words)
        run.bold = True if "b" in marks else None
        run.italic = True if "i" in marks else None
        if self.points and not paragraph.style.name.startswith("Heading"):
            run.font.size = Pt(self.points)


def _drop_first(cell: Any) -> None:
    """Remove the empty paragraph that a new cell begins with."""
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)


def _stamped(data: bytes) -> bytes:
    """Return a .docx with its parts in order and at a fixed time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as made:
        for name in sorted(source.namelist()):
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, source.read(name))
    return out.getvalue()
