from __future__ import annotations

import struct
from pathlib import Path

import pytest

from balise_builder.render.images import dimensions

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480)
JPEG = b"\xff\xd8\xff\xe0\x00\x04JF\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 300, 400) + b"\x01"
WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + b"\x7f\x02\x00\xdf\x01\x00"
KNOWN = {
    "a.svg": (b'<?xml version="1.0"?><svg viewBox="0 0 320.4 180"/>', (320, 180)),
    "b.svg": (b'<svg width="64px" height="32" viewBox="0 0 1 1">', (64, 32)),
    "c.png": (PNG, (640, 480)),
    "d.jpg": (JPEG, (400, 300)),
    "e.webp": (WEBP, (640, 480)),
}


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_an_image_says_its_size(tmp_path: Path, name: str) -> None:
    data, size = KNOWN[name]
    (tmp_path / name).write_bytes(data)
    assert dimensions(tmp_path / name) == size


DAMAGED = [b"", b"<svg>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b'<svg viewBox="0 0 0 0">']


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_image_has_no_size(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.png").write_bytes(data)
    assert dimensions(tmp_path / "x.png") is None


def test_a_missing_image_has_no_size(tmp_path: Path) -> None:
    assert dimensions(tmp_path / "absent.png") is None
