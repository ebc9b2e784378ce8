"""A Word document → its blocks, with nothing left out in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from balise_builder.word.content import Block, Mark, Paragraph, Source, Table, words
from balise_builder.word.pictures import Pictures
from balise_builder.word.pieces import MC
from balise_builder.word.runs import Runs
from balise_builder.word.styles import Lists, Styles, W, value, whole

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

WRAPPERS = frozenset({W + "customXml", W + "ins", W + "moveTo", W + "sdtContent", W + "smartTag"})
SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
DEEP = 40
"""Blocks nested deeper (tables in tables) are a damaged or hostile file."""


def read(document: Document) -> Source:
    """Return what ``document`` holds.

    :raises ValueError: its parts do not fit together.
    """
    return _Reader(document).source()


def root_of(part: Part) -> Any:
    """Return the root element of an XML part.

    :raises ValueError: it does not parse.
    """
    from lxml import etree

    element = getattr(part, "element", None)
    if element is not None:
        return element
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(part.blob, parser)
    except etree.LxmlError as error:
        raise ValueError(str(part.partname)) from error


def parts_of(document: Document, kind: str) -> list[Part]:
    """Return the parts of one kind (``footnotes``, ``header``…), in a fixed order."""
    found = {
        str(r.target_part.partname): r.target_part
        for r in document.part.rels.values()
        if not r.is_external and r.reltype.rpartition("/")[2] == kind
    }
    return [found[name] for name in sorted(found)]


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles, self._lists, self._pictures = Styles(document), Lists(document), Pictures()
        self._comments = self._read_comments()
        self._runs = Runs(self._styles, self._pictures, self._comments, self._blocks)
        self._runs.part = document.part
        self._depth = 0

    def source(self) -> Source:
        marks: list[Mark] = []
        body: Any = self._document.element.body
        blocks = self._blocks(body)
        notes = self._notes("footnotes", "") | self._notes("endnotes", "e")
        called = set(self._runs.calls)
        for label in [n for n in notes if n not in called]:
            text = " ".join(p.text for p in notes.pop(label))
            marks += [("note", text)] if text.strip() else []
        marks += self._edges("header") + self._edges("footer")
        marks += [("comment", said) for said in self._comments.values()]
        marks += [
            ("object", str(r.target_ref)) for r in self._document.part.rels.values()
            if r.reltype.rpartition("/")[2] in ("aFChunk", "subDocument")
        ]  # fmt: skip
        title = str(self._document.core_properties.title or "")
        return Source(" ".join(title.split()), blocks, notes, self._pictures.media, marks)

    def _read_comments(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for part in parts_of(self._document, "comments"):
            root = root_of(part)
            for comment in root.iter(W + "comment"):
                paragraphs = [
                    "".join(t.text or "" for t in p.iter(W + "t")) for p in comment.iter(W + "p")
                ]
                found[comment.get(W + "id") or ""] = " ".join(filter(None, paragraphs))
        return {key: said for key, said in found.items() if said.strip()}

    def _notes(self, kind: str, letter: str) -> dict[str, list[Paragraph]]:
        found: dict[str, list[Paragraph]] = {}
        for part in parts_of(self._document, kind):
            root = root_of(part)
            for note in root.iter(W + kind[:-1]):
                if note.get(W + "type") in SEPARATORS:
                    continue
                self._runs.part = part
                made = [p for b in self._blocks(note) for p in paragraphs(b) if not p.empty]
                found[letter + (note.get(W + "id") or "")] = made
        self._runs.part = self._document.part
        return found

    def _edges(self, kind: str) -> list[Mark]:
        """Return what headers or footers say, each text once."""
        texts: dict[str, None] = {}
        for part in parts_of(self._document, kind):
            root = root_of(part)
            self._runs.part = part
            for block in self._blocks(root):
                for paragraph in paragraphs(block):
                    said = " ".join(paragraph.text.split())
                    if any(c.isalpha() for c in said):
                        texts[said] = None
        self._runs.part = self._document.part
        return [(kind, text) for text in texts]

    def _blocks(self, container: Any) -> list[Block]:
        self._depth += 1
        if self._depth > DEEP:
            raise ValueError("blocks nested too deep")
        found: list[Block] = []
        for child in container:
            if child.tag == W + "p":
                found.append(self._paragraph(child))
            elif child.tag == W + "tbl":
                found.append(self._table(child))
            elif child.tag == W + "sdt":
                found += self._control(child)
            elif child.tag in WRAPPERS:
                found += self._blocks(child)
            elif child.tag == MC + "AlternateContent":
                chosen = child.find(MC + "Choice")
                chosen = child.find(MC + "Fallback") if chosen is None else chosen
                found += [] if chosen is None else self._blocks(chosen)
        self._depth -= 1
        return found

    def _control(self, element: Any) -> list[Block]:
        """Read a content control; a generated table of contents is told apart (17.5.2.12)."""
        content = element.find(W + "sdtContent")
        blocks = [] if content is None else self._blocks(content)
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        if gallery is not None and gallery.get(W + "val") == "Table of Contents":
            for paragraph in (p for b in blocks for p in paragraphs(b)):
                paragraph.role, paragraph.heading = "toc", 0
        return blocks

    def _paragraph(self, element: Any) -> Paragraph:
        properties = element.find(W + "pPr")
        made = Paragraph(heading=self._styles.heading(properties))
        made.role = "" if made.heading else self._styles.role(properties)
        listing = None if made.heading or made.role else self._styles.listing(properties)
        if properties is not None:
            shade = (value(properties, "shd", "fill") or "auto").lower()
            made.boxed = properties.find(f"{W}pBdr/{W}left") is not None or shade not in (
                "auto", "ffffff",
            )  # fmt: skip
        self._runs.read(element, made)
        if made.role == "toc":
            made.heading = 0
        if listing is not None and (words(made.pieces).strip() or made.pieces):
            made.place = self._lists.place(listing)
        return made

    def _table(self, element: Any) -> Table:
        made = Table([])
        merged = False
        for row in _rows(element):
            before = whole(value(row.find(W + "trPr"), "gridBefore"))
            cells: list[list[Block]] = [[] for _ in range(min(before, 60))]
            for cell in _cells(row):
                properties = cell.find(W + "tcPr")
                span = min(max(whole(value(properties, "gridSpan"), 1), 1), 60)
                merge = None if properties is None else properties.find(W + "vMerge")
                merged |= span > 1 or merge is not None
                cells += [self._blocks(cell), *([] for _ in range(span - 1))]
            made.rows.append(cells)
        if merged:
            made.marks.append(("cells", ""))
        return made


def _rows(table: Any) -> list[Any]:
    return [e for e in table.iter(W + "tr") if next(e.iterancestors(W + "tbl"), None) is table]


def _cells(row: Any) -> list[Any]:
    return [e for e in row.iter(W + "tc") if next(e.iterancestors(W + "tr"), None) is row]


def paragraphs(block: Block) -> list[Paragraph]:
    """Return the paragraphs of a block, those of cells and text boxes included."""
    if isinstance(block, Paragraph):
        return [block, *(p for b in block.after for p in paragraphs(b))]
    return [p for row in block.rows for cell in row for b in cell for p in paragraphs(b)]
