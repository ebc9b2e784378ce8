"""Every word that a Word document says, read apart from the importer: what must not be lost."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from balise_builder.word.pieces import MC
from balise_builder.word.reader import parts_of, root_of
from balise_builder.word.runs import M
from balise_builder.word.styles import W

if TYPE_CHECKING:
    from docx.document import Document

KINDS = ("footnotes", "endnotes", "comments", "header", "footer")
LEFT_OUT = frozenset({MC + "Fallback", W + "moveFrom", W + "instrText", W + "delInstrText"})
STRAY = re.compile(r"[*_~\\]")
BLANKS = frozenset({
    W + "tab", W + "br", W + "cr", W + "ptab", W + "noBreakHyphen", W + "sym",
    W + "footnoteReference", W + "endnoteReference",
})  # fmt: skip
AROUND = frozenset({W + "drawing", W + "pict", W + "object"})
"""Pictures stand between words; what is in them is read too."""


def tokens(text: str) -> Counter[str]:
    """Return the words of two letters or more of a text, folded, with their number."""
    plain = unicodedata.normalize("NFC", STRAY.sub("", text)).casefold()
    return Counter(w for w in re.findall(r"\w+", plain) if len(w) > 1)


def spoken(document: Document) -> Counter[str]:
    """Return the words of two letters or more of every part, with their number."""
    parts: list[Any] = [document.element]
    parts += [root_of(part) for kind in KINDS for part in parts_of(document, kind)]
    texts: dict[str, None] = {}
    found = Counter[str]()
    for number, root in enumerate(parts):
        said = "\n".join(_paragraphs(root))
        # Headers repeat from one section to the next: each text counts once.
        if number and said in texts:
            continue
        texts[said] = None
        found += tokens(said)
    return found


def _paragraphs(root: Any) -> list[str]:
    """Return the text of each paragraph, those of text boxes by themselves."""
    found: list[str] = []
    stack: list[Any] = [root]
    while stack:
        element = stack.pop()
        if element.tag in LEFT_OUT:
            continue
        if element.tag == W + "p":
            found.append(_own(element, stack))
        else:
            stack += [e for e in element if isinstance(e.tag, str)]
    return found


def _own(paragraph: Any, boxes: list[Any]) -> str:
    parts: list[str] = []
    stack: list[Any] = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in LEFT_OUT or not isinstance(element.tag, str):
            continue
        if element.tag == W + "txbxContent":
            boxes.append(element)
        elif element.tag in (W + "t", W + "delText", M + "t"):
            parts.append(element.text or "")
        elif element.tag in BLANKS:
            parts.append(" ")
        else:
            parts += [" "] if element.tag in AROUND else []
            stack += reversed(element)
    return "".join(parts)
