"""Width and height of an image, from its first bytes, so that a page does not jump as it loads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = 65536
_SVG_TAG = re.compile(rb"<svg\b[^>]*>", re.DOTALL)
_NUMBER = rb"""["']\s*([0-9.]+)(?:px)?\s*["']"""
_WIDTH = re.compile(rb"\swidth\s*=\s*" + _NUMBER)
_HEIGHT = re.compile(rb"\sheight\s*=\s*" + _NUMBER)
_VIEW_BOX = re.compile(
    rb"""\sviewBox\s*=\s*["']\s*[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9.]+)[\s,]+([0-9.]+)"""
)
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def dimensions(path: Path) -> tuple[int, int] | None:
    """Return (width, height) in pixels of an SVG, PNG, JPEG or WebP file; ``None`` when unknown.

    Reads at most 64 KiB and never raises for a damaged image.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    size: tuple[int, int] | None
    if head.startswith(b"\x89PNG\r\n\x1a\n") and len(head) >= 24:
        size = (int.from_bytes(head[16:20]), int.from_bytes(head[20:24]))
    elif head.startswith(b"\xff\xd8"):
        size = _jpeg(head)
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        size = _webp(head)
    else:
        size = _svg(head)
    return size if size and size[0] > 0 and size[1] > 0 else None


def _svg(head: bytes) -> tuple[int, int] | None:
    """SVG 2, 8.2: width and height in pixels, else the viewBox."""
    tag = _SVG_TAG.search(head)
    if not tag:
        return None
    width, height = _WIDTH.search(tag[0]), _HEIGHT.search(tag[0])
    try:
        if width and height:
            return round(float(width[1])), round(float(height[1]))
        box = _VIEW_BOX.search(tag[0])
        return (round(float(box[1])), round(float(box[2]))) if box else None
    except ValueError:
        return None


def _jpeg(head: bytes) -> tuple[int, int] | None:
    """ITU-T T.81, B.2.2: walk the segments to the first frame header."""
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:
        if head[at + 1] in _JPEG_FRAMES:
            return int.from_bytes(head[at + 7 : at + 9]), int.from_bytes(head[at + 5 : at + 7])
        at += 2 + int.from_bytes(head[at + 2 : at + 4])
    return None


def _webp(head: bytes) -> tuple[int, int] | None:
    """RFC 9649, 2.5–2.7: the extended, lossy and lossless headers."""
    kind = head[12:16]
    if kind == b"VP8X" and len(head) >= 30:
        return (
            1 + int.from_bytes(head[24:27], "little"),
            1 + int.from_bytes(head[27:30], "little"),
        )
    if kind == b"VP8 " and len(head) >= 30:
        return (
            int.from_bytes(head[26:28], "little") & 0x3FFF,
            int.from_bytes(head[28:30], "little") & 0x3FFF,
        )
    if kind == b"VP8L" and len(head) >= 25:
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return None
