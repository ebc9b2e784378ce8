"""Whether an image is what its name says: signature and size, well-formed and passive SVG."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 64
TAIL = 64
SIGNATURES = {
    "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "webp": b"RIFF", "gif": b"GIF8",
    "pdf": b"%PDF", "html": b"<!DOCTYPE html",
}  # fmt: skip
SVG = "http://www.w3.org/2000/svg"
OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#|data:image/)[^)\s'\"]|@import", re.IGNORECASE)
ACTIVE = frozenset({"script", "foreignObject", "iframe", "object", "embed", "handler"})


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an image: a code of the diagnostics, the line, and what was found."""

    code: str
    line: int
    found: str


def picture_problem(path: Path) -> Problem | None:
    """Return what makes the file ``path`` no image that can be shown; ``None`` when it is sound.

    Reads the first and last bytes of a bitmap, and the whole of an SVG (5 MB at most).
    May raise :class:`OSError`.
    """
    extension = path.suffix.lower().lstrip(".").replace("jpeg", "jpg")
    if extension == "svg":
        return _svg(path.read_bytes())
    with path.open("rb") as file:
        head = file.read(HEAD)
        size = file.seek(0, 2)
        file.seek(max(size - TAIL, 0))
        tail = file.read()
    if not size:
        return Problem("image-vide", 1, "")
    if not head.startswith(SIGNATURES[extension]) or (
        extension == "webp" and head[8:12] != b"WEBP"
    ):
        return Problem("image-autre-format", 1, _looks_like(head))
    return Problem("image-tronquee", 1, "") if _cut(extension, head, tail, size) else None


def _looks_like(head: bytes) -> str:
    if head[8:12] == b"WEBP":
        return "webp"
    if head.lstrip()[:5] in (b"<?xml", b"<svg "):
        return "svg"
    return next((name for name, sign in SIGNATURES.items() if head.startswith(sign)), "?")


def _cut(extension: str, head: bytes, tail: bytes, size: int) -> bool:
    """Return whether the end of a bitmap is missing, or it has no surface."""
    if extension == "png":  # PNG 3, 5.6 and 11.2.1: IEND comes last; width and height in IHDR.
        width, height = int.from_bytes(head[16:20]), int.from_bytes(head[20:24])
        return b"IEND" not in tail or not width or not height
    if extension == "webp":  # RFC 9649, 2.4: the size of the file less 8.
        return int.from_bytes(head[4:8], "little") + 8 > size
    # ITU-T T.81, B.1.1.3: cameras may write more after the end of the image.
    return size < HEAD


def _svg(data: bytes) -> Problem | None:
    from lxml import etree

    if not data.strip():
        return Problem("image-vide", 1, "")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return Problem("svg-mal-forme", error.lineno or 1, (error.msg or "").split("\n")[0])
    if root.tag != f"{{{SVG}}}svg":
        return Problem("svg-sans-espace", 1, str(root.tag).rpartition("}")[2])
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in data:
        return Problem("svg-actif", 1, "<!ENTITY")
    return next((p for element in root.iter() if (p := _element(element)) is not None), None)


def _element(element: Any) -> Problem | None:
    """Return what an element would run or fetch."""
    if not isinstance(element.tag, str):  # A comment, or an instruction such as a style sheet.
        instruction = getattr(element, "target", None)
        if instruction is not None:
            return Problem("svg-exterieur", element.sourceline, f"<?{instruction}")
        return None
    line, name = element.sourceline, element.tag.rpartition("}")[2]
    if name in ACTIVE:
        return Problem("svg-actif", line, f"<{name}>")
    if name == "style" and OUTSIDE.search(element.text or ""):
        return Problem("svg-exterieur", line, "<style>")
    for key, value in element.attrib.items():
        local = str(key).rpartition("}")[2]
        target = str(value).strip()
        if local.lower().startswith("on") or target.lower().startswith("javascript:"):
            return Problem("svg-actif", line, local)
        if local in ("href", "src") and target and not target.startswith(("#", "data:image/")):
            return Problem("svg-exterieur", line, target)
        if OUTSIDE.search(target):
            return Problem("svg-exterieur", line, target)
    return None
