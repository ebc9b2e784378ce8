"""Inside a paragraph: runs, fields, links, tracked changes (ISO/IEC 29500-1, 17.3 and 17.16)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from balise_builder.word.content import (
    Block,
    Break,
    Call,
    Link,
    Paragraph,
    Text,
    Tick,
    words,
)  # fmt: skip
from balise_builder.word.pictures import Pictures, R, related
from balise_builder.word.pieces import MC, chosen, clean, joined
from balise_builder.word.styles import W, value
from balise_builder.word.symbols import private, symbol

if TYPE_CHECKING:
    from docx.opc.part import Part

    from balise_builder.word.styles import Styles

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ADDRESS = re.compile(r"(?:https?://|mailto:|tel:|sms:)\S+", re.IGNORECASE)
HYPERLINK = re.compile(
    r'\s*HYPERLINK\s+(?P<local>\\l\s+)?(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+))', re.IGNORECASE
)
UNSAFE = {" ": "%20", "<": "%3C", ">": "%3E", "(": "%28", ")": "%29", "\\": "%5C", "`": "%60"}
LOOKS = ("b", "i", "strike")
ENTERED = frozenset({
    W + "smartTag", W + "customXml", W + "fldSimple", W + "dir", W + "bdo", W + "moveTo",
    W + "sdtContent", W + "ruby", W + "rt", W + "rubyBase", M + "oMathPara",
})  # fmt: skip
OBJECTS = (W + "object", W + "pict")


@dataclass(slots=True)
class _Field:
    """A complex field (17.16.18) while it is open."""

    code: str = ""
    shown: bool = False
    target: str = ""
    start: int = 0
    ticked: bool | None = None


@dataclass(slots=True)
class Seen:
    """What one paragraph has beside its text."""

    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


class Runs:
    """Reads what stands in paragraphs; fields may go on from one paragraph to the next."""

    def __init__(
        self, styles: Styles, pictures: Pictures, comments: dict[str, str],
        blocks: Callable[[Any], list[Block]],
    ) -> None:  # fmt: skip
        self.part: Part | None = None
        self.calls: list[str] = []
        """Labels of the notes called, in order."""
        self._styles, self._pictures, self._comments = styles, pictures, comments
        self._blocks = blocks
        self._fields: list[_Field] = []
        self._paragraph = Paragraph()
        self._properties: Any = None
        self._seen = Seen()

    def read(self, element: Any, paragraph: Paragraph) -> None:
        """Read the ``w:p`` into ``paragraph``."""
        # A text box holds paragraphs: they are read while this one is open.
        outer = (self._paragraph, self._properties, self._seen)
        self._paragraph, self._properties, self._seen = paragraph, element.find(W + "pPr"), Seen()
        for one in self._fields:
            one.start = 0
        self._children(element)
        for one in self._fields:
            self._close_link(one)
        if any(one.code.lstrip().upper().startswith("TOC") for one in self._fields):
            paragraph.role = "toc"
        for key in ("inserted", "deleted", "hidden"):
            found = "".join(getattr(self._seen, key)).strip()
            if found:
                paragraph.marks.append((key, found))
        paragraph.pieces = joined(paragraph.pieces)
        self._paragraph, self._properties, self._seen = outer

    def _children(self, element: Any) -> None:
        for child in element:
            self._inline(child)

    def _inline(self, child: Any) -> None:
        tag = child.tag
        if tag == W + "r":
            self._run(child)
        elif tag == W + "hyperlink":
            self._hyperlink(child)
        elif tag == W + "ins":
            start = len(self._paragraph.pieces)
            self._children(child)
            self._seen.inserted.append(words(self._paragraph.pieces[start:]))
        elif tag == W + "del":
            texts = child.iter(W + "delText", W + "t")
            self._seen.deleted.append("".join(t.text or "" for t in texts))
        elif tag == W + "sdt":
            self._control(child)
        elif tag == M + "oMath":
            text = "".join(t.text or "" for t in child.iter(M + "t"))
            self._paragraph.pieces.append(Text(text))
            self._paragraph.marks.append(("equation", text))
        elif tag == MC + "AlternateContent":
            self._children(chosen(child))
        elif tag in ENTERED:
            self._children(child)

    def _control(self, element: Any) -> None:
        """Read a content control; a check box is a tick, whatever sign shows it."""
        box = element.find(f"{W}sdtPr/{W14}checkbox")
        if box is None:
            content = element.find(W + "sdtContent")
            if content is not None:
                self._children(content)
            return
        checked = box.find(W14 + "checked")
        on = checked is not None and checked.get(W14 + "val", "1") in ("1", "true", "on")
        self._paragraph.pieces.append(Tick(on))

    def _hyperlink(self, element: Any) -> None:
        start = len(self._paragraph.pieces)
        self._children(element)
        target, anchor = "", element.get(W + "anchor") or ""
        if element.get(R + "id") and self.part is not None:
            target = related(self.part, element.get(R + "id"))[1]
            target += f"#{anchor}" if anchor and target and "#" not in target else ""
        self._link(start, target, anchor)

    def _link(self, start: int, target: str, anchor: str = "") -> None:
        """Make a link of the pieces from ``start`` on."""
        pieces = self._paragraph.pieces
        inside = pieces[start:]
        texts = tuple(p for p in inside if isinstance(p, Text))
        address = target.strip()
        for sign, code in UNSAFE.items():
            address = address.replace(sign, code)
        if not ADDRESS.fullmatch(address):
            generated = anchor.startswith(("_Toc", "_Ref", "_ftn"))
            if address:
                self._paragraph.marks.append(("link", target))
            elif anchor and not generated:
                self._paragraph.marks.append(("inner-link", anchor))
            return
        if not "".join(t.text for t in texts).strip():
            self._paragraph.marks.append(("link", target))
            return
        others = [p for p in inside if not isinstance(p, Text)]
        pieces[start:] = [Link(address, tuple(joined(list(texts)))), *others]  # type: ignore[arg-type]

    def _close_link(self, one: _Field) -> None:
        if one.shown and one.target:
            self._link(one.start, one.target)

    def _field(self, mark: Any) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            box = mark.find(f"{W}ffData/{W}checkBox")
            one = _Field()
            if box is not None:
                said = value(box, "checked")
                state = box.find(W + "checked")
                default = value(box, "default")
                one.ticked = (
                    (said or "1") not in ("0", "false") if state is not None
                    else default in ("1", "true")
                )  # fmt: skip
                self._paragraph.pieces.append(Tick(one.ticked))
            self._fields.append(one)
        elif kind == "separate" and self._fields:
            one = self._fields[-1]
            one.shown, one.start = True, len(self._paragraph.pieces)
            match = HYPERLINK.match(one.code)
            if match is not None and not match["local"]:
                one.target = match["quoted"] or match["bare"] or ""
        elif kind == "end" and self._fields:
            one = self._fields.pop()
            self._close_link(one)
            if one.code.lstrip().upper().startswith("TOC"):
                self._paragraph.role = "toc"

    def _run(self, run: Any) -> None:
        look = run.find(W + "rPr")
        style = self._styles.toggle
        hidden = style(look, self._properties, "vanish")
        bold, italic, strike = (style(look, self._properties, name) for name in LOOKS)
        lit = value(look, "highlight") not in (None, "none") or (
            (value(look, "color") or "auto").lower() not in ("auto", "000000")
        )
        # In a heading, bold says nothing: its style or its author made all of it so.
        plain = self._paragraph.heading > 0 or self._paragraph.role in ("subtitle", "quote")
        self._contents(run, lambda text: self._say(
            Text(text, bold and not plain, italic and not plain, strike, lit), hidden
        ))  # fmt: skip

    def _say(self, text: Text, hidden: bool) -> None:
        if any(not one.shown for one in self._fields):
            return
        if hidden:
            self._seen.hidden.append(text.text)
        elif text.text:
            self._paragraph.pieces.append(text)

    def _contents(self, run: Any, say: Callable[[str], None]) -> None:
        for child in run:
            tag = child.tag
            if tag == W + "t":
                say(private(clean(child.text or "")))
            elif tag in (W + "tab", W + "ptab"):
                say(" ")
            elif tag in (W + "br", W + "cr"):
                page = child.get(W + "type") in ("page", "column")
                self._paragraph.pieces.append(Text(" ") if page else Break())
            elif tag == W + "noBreakHyphen":
                say("\u2011")
            elif tag == W + "sym":
                self._symbol(child, say)
            elif tag == W + "fldChar":
                self._field(child)
            elif tag == W + "instrText" and self._fields:
                self._fields[-1].code += child.text or ""
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                self._note(child)
            elif tag == W + "commentReference":
                said = self._comments.pop(child.get(W + "id") or "", "")
                if said:
                    self._paragraph.marks.append(("comment", said))
            elif tag == W + "drawing" or tag in OBJECTS:
                self._drawing(child)
            elif tag == MC + "AlternateContent":
                self._contents(chosen(child), say)
            elif tag == W + "ruby":
                self._children(child)

    def _symbol(self, element: Any, say: Callable[[str], None]) -> None:
        found = symbol(element.get(W + "font") or "", element.get(W + "char") or "")
        if isinstance(found, bool):
            self._paragraph.pieces.append(Tick(found))
        elif found:
            say(found)
        else:
            seen = f"{element.get(W + 'font')} {element.get(W + 'char')}"
            self._paragraph.marks.append(("object", seen))

    def _note(self, element: Any) -> None:
        letter = "e" if element.tag == W + "endnoteReference" else ""
        label = letter + (element.get(W + "id") or "")
        self._paragraph.pieces.append(Call(label))
        self.calls.append(label)

    def _drawing(self, element: Any) -> None:
        assert self.part is not None
        paragraph = self._paragraph
        if element.tag == W + "drawing":
            images, marks = self._pictures.drawing(self.part, element)
        else:
            image, marks = self._pictures.vml(self.part, element)
            images = [image] if image else []
            for ole in element.iter("{urn:schemas-microsoft-com:office:office}OLEObject"):
                marks = [*marks, ("object", ole.get("ProgID") or "OLE")]
        paragraph.pieces += images
        paragraph.marks += marks
        for box in element.iter(W + "txbxContent"):
            inner = box.getparent()
            while inner is not element and inner.tag not in (W + "txbxContent", MC + "Fallback"):
                inner = inner.getparent()
            if inner is element:
                fields, self._fields = self._fields, []
                paragraph.after += self._blocks(box)
                self._fields = fields
