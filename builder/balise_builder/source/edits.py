"""Writing safe fixes into a source file, everything else byte for byte as it was."""

from __future__ import annotations

import codecs
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Collector
from balise_builder.source.decode import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from balise_builder.diagnostics import Fix
    from balise_builder.source.text import SourceText


def apply(text: SourceText, fixes: Iterable[Fix]) -> tuple[str, list[Fix]]:
    """Return the raw text after ``fixes``, and those that were made.

    Of two fixes that overlap, the one that begins first is made; run again for the other.
    """
    pieces: list[str] = []
    done: list[Fix] = []
    position = 0
    for fix in sorted(set(fixes), key=lambda f: (f.span, f.text)):
        start = text.offset(fix.span.line, fix.span.column)
        end = text.offset(fix.span.end_line, fix.span.end_column)
        if start < position or end < start or (done and start == position == end):
            continue
        pieces += [text.raw[position:start], fix.text]
        position = end
        done.append(fix)
    return "".join([*pieces, text.raw[position:]]), done


def write_fixes(
    path: Path, file: str, fixes: Iterable[Fix], *, dry_run: bool = False
) -> tuple[str, str, list[Fix]]:
    """Apply ``fixes`` to the file ``path``; return its text before and after, and what was made.

    BOM and line ends stay; the file is replaced at once, never half written. A file that can no
    longer be read is left alone. May raise :class:`OSError`.
    """
    text = read_text(path, file, Collector())
    if text is None:
        return "", "", []
    after, done = apply(text, fixes)
    if done and not dry_run:
        bom = codecs.BOM_UTF8 if text.bom else b""
        replace_bytes(path, bom + after.encode())
    return text.raw, after, done


@contextmanager
def trial(course: Path) -> Iterator[Path]:
    """Give a copy of a course folder to try fixes on, beside the same shared registers."""
    root = course.resolve()
    with tempfile.TemporaryDirectory(prefix="balise-", ignore_cleanup_errors=True) as name:
        copy = Path(name) / root.name
        shutil.copytree(root, copy, symlinks=True, copy_function=_link)
        common = root.parent / "_commun"
        if common.is_dir():
            shutil.copytree(common, Path(name) / "_commun", symlinks=True, copy_function=_link)
        yield copy


def _link(source: str, target: str) -> None:
    """Link a file, which costs nothing; copy it where the disk has no links.

    Fixes are written by replacing the file, so that the author's own is never touched.
    """
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def replace_bytes(path: Path, data: bytes) -> None:
    """Put ``data`` in place of the content of ``path`` in one step, keeping its permissions."""
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".balise-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if target.exists():
            os.chmod(name, target.stat().st_mode & 0o7777)  # noqa: PTH101
        else:
            os.chmod(name, 0o644)  # noqa: PTH101
        os.replace(name, target)  # noqa: PTH105
    except BaseException:
        os.unlink(name)  # noqa: PTH108
        raise
