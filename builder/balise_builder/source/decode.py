"""Bytes of a source file to text, with one clear finding when that cannot be."""

from __future__ import annotations

import codecs
import errno
import re
from typing import TYPE_CHECKING

from balise_builder.model import Span
from balise_builder.source.paths import reasons
from balise_builder.source.text import NEWLINE, SourceText

if TYPE_CHECKING:
    from pathlib import Path

    from balise_builder.diagnostics import Collector

MAX_BYTES = 256 * 1024
"""A source file above this is refused (dialect, « Diagnostics »)."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"),
)  # fmt: skip
_ENCODINGS = {
    "cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "DOS (850)",
}  # fmt: skip
_FRENCH = frozenset("éèêëàâùûüîïôçœæÉÈÊÀÂÙÛÎÔÇŒ«»’“”…–—•€°\xa0")


def read_text(path: Path, file: str, collector: Collector) -> SourceText | None:
    """Read the file ``path``, named ``file`` in findings; ``None`` after an error."""
    span = Span.whole(file)
    try:
        if not path.is_file():
            raise OSError(_not_a_file(path), "")
        if path.stat().st_size > MAX_BYTES:
            size = f"{path.stat().st_size / 1024:.0f}"
            collector.add("fichier-trop-gros", span, name=file, size=size)
            return None
        data = path.read_bytes()
    except OSError as error:
        collector.add("fichier-illisible", span, name=file, **reasons(error))
        return None
    return decode(data, file, collector)


def _not_a_file(path: Path) -> int:
    """Return why ``path`` is no ordinary file, as the system would say it."""
    if path.is_dir():
        return errno.EISDIR
    return errno.EINVAL if path.exists() else errno.ENOENT


def decode(data: bytes, file: str, collector: Collector) -> SourceText | None:
    """Decode UTF-8, with or without BOM; ``None`` after an error."""
    bom = data.startswith(codecs.BOM_UTF8)
    content = data[len(codecs.BOM_UTF8) :] if bom else data
    try:
        raw = content.decode("utf-8")
    except UnicodeDecodeError as error:
        _report_encoding(data, error.start + len(data) - len(content), file, collector)
        return None
    source = SourceText.of(file, raw, bom=bom)
    if found := _FORBIDDEN.search(raw):
        line, column = source.place(found.start())
        if "\x00" in raw and raw.count("\x00") * 3 > len(raw):
            collector.add(
                "encodage", Span.whole(file), name=file, offset=found.start(), guess="UTF-16"
            )
        else:
            collector.add(
                "caractere-interdit", Span(file, line, column, line, column + 1),
                code=f"U+{ord(found[0]):04X}",
            )  # fmt: skip
        return None
    return source


def _report_encoding(data: bytes, offset: int, file: str, collector: Collector) -> None:
    """Say where the first byte that is not UTF-8 stands and what the file probably is."""
    before = data[:offset].decode("utf-8", errors="replace").removeprefix("\ufeff")
    lines = NEWLINE.split(before)
    line, column = len(lines), len(lines[-1]) + 1
    collector.add(
        "encodage", Span(file, line, column, line, column + 1),
        name=file, offset=offset, guess=guess_encoding(data),
    )  # fmt: skip


def guess_encoding(data: bytes) -> str:
    """Return the likely encoding of bytes that are not UTF-8: the one that gives French letters."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    high = bytes(b for b in data if b > 0x7F)

    def score(encoding: str) -> int:
        text = high.decode(encoding, errors="replace")
        return sum(1 if c in _FRENCH else -1 for c in text)

    return _ENCODINGS[max(_ENCODINGS, key=score)]
