"""Pictures of a Word document: into ``media/`` with ASCII names, never fetched."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from balise_builder.source.folding import slug
from balise_builder.word.content import Image, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.opc.part import Part

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
BOX = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}txbxContent"
MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"BM", "bmp"),
    (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"), (b"\xd7\xcd\xc6\x9a", "wmf"),
)  # fmt: skip
ACCEPTED = frozenset({"png", "jpg", "webp"})
MOST = 5_000_000
"""Bytes of an image that ``balise check`` accepts."""
AUTOMATIC = re.compile(
    r"(g[ée]n[ée]r[ée]e?s?\s+automatiquement|automatically\s+generated|description\s+auto"
    r"|g[ée]n[ée]r[ée]e?s?\s+par\s+l.IA|AI-generated)",
    re.IGNORECASE,
)


def related(part: Part, identity: str | None) -> tuple[Part | None, str]:
    """Return the part that a relationship names, or the outside address that it names."""
    relation = part.rels.get(identity or "")
    if relation is None:
        return None, ""
    if relation.is_external:
        return None, str(relation.target_ref)
    return relation.target_part, ""


def kind_of(data: bytes) -> str:
    """Return the format of a picture by its first bytes, "" when it is another."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[40:44] == b" EMF":
        return "emf"
    return next((kind for magic, kind in MAGIC if data.startswith(magic)), "")


class Pictures:
    """The pictures met so far; the same one twice has one file."""

    def __init__(self) -> None:
        self.media: dict[str, bytes] = {}
        self._names: dict[str, str] = {}

    def keep(self, part: Part) -> str:
        """Return the name in ``media/`` of the picture in ``part``."""
        data: bytes = part.blob
        digest = hashlib.sha256(data).hexdigest()
        if digest in self._names:
            return self._names[digest]
        stem, _, extension = str(part.partname).rpartition("/")[2].rpartition(".")
        kind = kind_of(data) or slug(f"x{extension}")[1:] or "bin"
        # Word calls every picture « image1 »; one number each, in the order of the text.
        base = re.sub(r"\d+$", "", slug(stem)) or "image"
        name = f"{base.rstrip('-')}-{len(self.media) + 1}.{kind}"
        self.media[name] = data
        self._names[digest] = name
        return name

    def drawing(self, part: Part, drawing: Any) -> tuple[list[Image], list[Mark]]:
        """Return the pictures of a ``w:drawing``, and what the author must look at.

        Those that stand in a text box are left to it.
        """
        blips = [b for b in drawing.iter(A + "blip") if not _in_box(b, drawing)]
        if not blips:
            return [], list(_other(part, drawing))
        images: list[Image] = []
        marks: list[Mark] = []
        about = next(drawing.iter(WP + "docPr"), None)
        switch = next(drawing.iter(DECORATIVE), None)
        decorative = switch is not None and switch.get("val") in ("1", "true")
        for blip in blips:
            inner = next((e.find(f".//{PIC}cNvPr") for e in blip.iterancestors(PIC + "pic")), None)
            texts = [e.get(k) for e in (inner, about) if e is not None for k in ("descr", "title")]
            alt = next((t for t in texts if t and t.strip()), "")
            link = blip.get(R + "embed") or blip.get(R + "link")
            image, found = self._image(part, link, alt, decorative=decorative)
            images += [image] if image else []
            marks += found
        return images, marks

    def vml(self, part: Part, shape: Any) -> tuple[Image | None, list[Mark]]:
        """Return the picture of a ``w:pict`` or ``w:object`` (the older drawings)."""
        data = next(shape.iter(V + "imagedata"), None)
        if data is None:
            return None, []
        parent = data.getparent()
        alt = (parent.get("alt") if parent is not None else "") or data.get(O + "title") or ""
        link = data.get(R + "id") or data.get(R + "link")
        return self._image(part, link, alt, decorative=False)

    def _image(
        self, part: Part, link: str | None, alt: str, *, decorative: bool
    ) -> tuple[Image | None, list[Mark]]:
        words = " ".join(alt.split())
        target, far = related(part, link)
        if target is None:
            return None, [("far-image", " ".join(filter(None, [far, words])) or "?")]
        name = self.keep(target)
        marks: list[Mark] = []
        if name.rpartition(".")[2] not in ACCEPTED:
            return None, [("image-kind", f"media/{name}" + (f" – {words}" if words else ""))]
        if len(self.media[name]) > MOST:
            marks.append(("image-size", f"media/{name}"))
        if not words and not decorative:
            marks.append(("no-alt", f"media/{name}"))
        elif AUTOMATIC.search(words):
            marks.append(("auto-alt", f"media/{name}"))
        return Image(f"media/{name}", "" if decorative else words, decorative), marks


def _in_box(blip: Any, drawing: Any) -> bool:
    for parent in blip.iterancestors():
        if parent is drawing:
            return False
        if parent.tag == BOX:
            return True
    return False


def _other(part: Part, drawing: Any) -> Iterator[Mark]:
    """Yield marks for a diagram, a chart or a shape without picture, with the words found."""
    texts = [t.text for t in drawing.iter(A + "t") if t.text]
    kinds: set[str] = set()
    for element in drawing.iter():
        for key, identity in element.attrib.items():
            if str(key).startswith(R):
                target, _ = related(part, identity)
                if target is not None:
                    kinds.add(str(target.partname).strip("/").split("/")[-1])
                    texts += _words(target)
    if kinds or texts:
        shown = ", ".join(sorted(kinds)) or "forme"
        yield "object", shown + (f" : {' · '.join(texts)}" if texts else "")


def _words(part: Part) -> list[str]:
    from lxml import etree

    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(part.blob, parser)
    except (etree.LxmlError, ValueError):
        return []
    return [t.text for t in root.iter(A + "t") if t.text]
