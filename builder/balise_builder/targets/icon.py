"""The icon of an installed course: a beacon in the theme's colour, which tells no subject."""

from __future__ import annotations

import math
import struct
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from balise_builder.model.colour import Colour

# Radii of a white ring and of the dot in it, as shares of the side.
RING, HOLE, DOT = 0.29, 0.225, 0.1
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def svg(colour: str) -> bytes:
    """Return the icon as SVG, its ground of ``colour`` (``#rrggbb``)."""
    ring, width = (RING + HOLE) / 2 * 512, (RING - HOLE) * 512
    middle = '<circle cx="256" cy="256"'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">'
        f'<rect width="512" height="512" fill="{colour}"/>'
        f'{middle} r="{ring:g}" fill="none" stroke="#fff" stroke-width="{width:g}"/>'
        f'{middle} r="{DOT * 512:g}" fill="#fff"/></svg>\n'
    ).encode()


@lru_cache(maxsize=8)
def png(side: int, colour: Colour) -> bytes:
    """Return the icon as PNG, ``side`` pixels wide, by its rows (ISO/IEC 15948, colour type 3)."""
    palette = b"".join(
        bytes(round(part + (255 - part) * level / 255) for part in colour) for level in range(256)
    )
    rows = b"".join(b"\0" + _row(side, y + 0.5 - side / 2) for y in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(rows)))
    return _SIGNATURE + b"".join(_chunk(*chunk) for chunk in (*chunks, (b"IEND", b"")))


def _row(side: int, above: float) -> bytes:
    """Return the levels of a row (0 ground, 255 white), ``above`` pixels from the middle."""
    row = bytearray(side)
    for radius, level in ((RING, 255), (HOLE, 0), (DOT, 255)):
        square = (radius * side) ** 2 - above**2
        if square <= 0:
            continue
        half = math.sqrt(square)
        first, last = side / 2 - half, side / 2 + half
        inside, beyond = math.ceil(first), math.floor(last)
        row[inside:beyond] = bytes([level]) * (beyond - inside)
        for at, share in ((inside - 1, inside - first), (beyond, last - beyond)):
            row[at] = round(row[at] + (level - row[at]) * share)
    return bytes(row)


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
