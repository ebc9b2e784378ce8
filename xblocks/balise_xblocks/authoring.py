"""Markdown in Studio: the source of a block, compiled as ``balise build`` would.

The only file that knows ``balise-builder`` (extra ``authoring``). A source is a course of one page,
written as a ``cours.md``; its lines are those of the findings. What learners meet changes only when
it compiles without an error.
"""

from __future__ import annotations

import os
import re
import tempfile
from base64 import b64decode
from dataclasses import dataclass, field
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from balise_xblocks.i18n import platform_language
from balise_xblocks.texts import known, say

if TYPE_CHECKING:
    from collections.abc import Iterable

Finding = dict[str, Any]
"""``line`` and ``column`` from 1, ``severity`` (error, warning, info), ``code``, ``text``."""

FILE = "cours.md"
MOST = 256 * 1024
"""Bytes of a source: the builder's own limit."""
REGISTERS = "BALISE_COMMUN"
"""Environment variable: a folder ``_commun`` on the machine of Studio (help, figures, sources)."""
NOT_HERE = frozenset({"cours-sans-capsule", "cours-sans-avis"})
"""Findings on a whole course, which a block is not."""
_MEDIUM = re.compile(r"\bmedia/([A-Za-z0-9][\w.-]*\.(?:svg|png|jpe?g|webp))")
_STANDS = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
    "png": b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    ),
    "webp": b64decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAUAmJaQAA3AA/v02aAA="),
    "jpg": b"\xff\xd8\xff" + bytes(64),
}
"""What stands for an image while its text is compiled: the image is in « Files » of Studio."""
_HELP = re.compile(r'<section class="b-section" data-page="b_help".*?</section>\s*\Z', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Made:
    """What a source gives: ``course`` is empty when an error stops it."""

    findings: list[Finding] = field(default_factory=list)
    course: str = ""
    document: str = ""
    lock: str = ""


def is_here() -> bool:
    """Return whether Markdown can be compiled: the extra is installed, and learners are elsewhere.

    Open edX tells its two processes apart by SERVICE_VARIANT; in the LMS nobody writes.
    """
    return is_installed() and os.environ.get("SERVICE_VARIANT") != "lms"


def is_installed() -> bool:
    """Return whether the extra ``authoring`` is there."""
    return find_spec("balise_builder") is not None


def template(kind: str, name: str, title: str, language: str) -> str:
    """Return what a new block begins with: a small source that compiles.

    :param name: id of the page; anything that an id cannot hold is left out.
    """
    file = f"{kind.removeprefix('balise_')}.{known(language)}.md"
    text = (resources.files("balise_xblocks") / "new" / file).read_text(encoding="utf-8")
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-0123456789") or "page"
    return text.replace("{id}", plain[:60].rstrip("-")).replace("{title}", title)


def compiled(kind: str, source: str, lock: str, before: str, language: str) -> Made:
    """Compile the source of a block.

    :param kind: block type.
    :param lock: ``ids.lock`` of the last version: numbers and letters that learners' results name.
    :param before: HTML of the last version; its help stays where no registers are given.
    :param language: of the messages, ``fr`` or ``en``.
    """
    if len(source.encode()) > MOST:
        return Made([_own(1, "tooLong", language)])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "block"
        (folder / "media").mkdir(parents=True)
        (folder / FILE).write_text(source, encoding="utf-8", newline="")
        if lock:
            (folder / "ids.lock").write_text(lock, encoding="utf-8", newline="")
        for file in set(_MEDIUM.findall(source)):
            form = file.rpartition(".")[2].replace("jpeg", "jpg")
            (folder / "media" / file).write_bytes(_STANDS[form])
        registers = os.environ.get(REGISTERS)
        if registers and Path(registers).is_dir():
            (Path(name) / "_commun").symlink_to(registers, target_is_directory=True)
        return _compiled(folder, kind, before, language)


def _compiled(folder: Path, kind: str, before: str, language: str) -> Made:
    from balise_builder.build import load
    from balise_builder.config import Options
    from balise_builder.contract import dumps
    from balise_builder.errors import BaliseError
    from balise_builder.render import render
    from balise_builder.targets.olx import alone

    try:
        loaded = load(folder, Options())
        findings = _told(loaded.diagnostics, language)
        course = loaded.course
        if course is None:
            return Made(findings)
        findings += _misplaced(course, kind, language)
        if any(one["severity"] == "error" for one in findings):
            return Made(sorted(findings, key=lambda one: int(one["line"])))
        made = alone.block(course, render(course, dumps(course)), kind)
    except BaliseError as problem:
        return Made([_finding(1, 1, "error", "", problem.en if language == "en" else problem.fr)])
    if made is None:
        return Made([*findings, _own(1, "nothingHere", language)])
    media = {Path(m.name).name: Path(m.source).name for m in course.media}
    part, document = (_with_files(text, media) for text in made)
    known_help = _HELP.search(before)
    if known_help and not course.registers.resources:
        document = _HELP.sub(lambda _: known_help[0], document)
    return Made(findings, part, document, loaded.lock.dump())


def _misplaced(course: Any, kind: str, language: str) -> list[Finding]:
    """Return errors for what this kind of block would lose."""
    from balise_builder.targets.olx import alone

    lines = alone.evaluations(course)
    if kind != "balise_assessment":
        return [_own(line, "evaluationHere", language) for line in lines]
    outside = alone.outside(course)
    found = [_own(outside, "textHere", language)] if outside else []
    if len(lines) != 1:
        found.append(_own(lines[1] if lines else 1, "oneEvaluation", language))
    return found


def _told(diagnostics: Iterable[Any], language: str) -> list[Finding]:
    """Return the builder's findings on the source, in the order of its lines."""
    return [
        _finding(
            one.span.line, one.span.column, one.severity.value, one.code,
            f"{one.message(language)} {_hint(one, language)}".strip(),
        )
        for one in sorted(diagnostics, key=lambda one: (one.span.line, one.span.column))
        if one.code not in NOT_HERE and not one.span.file.startswith("media/")
    ]  # fmt: skip


def _hint(one: Any, language: str) -> str:
    """Return what to do: the registers stand on the machine of Studio, not beside the text."""
    return say("noRegister", language) if one.code == "registre-absent" else str(one.hint(language))


def _own(line: int, key: str, language: str) -> Finding:
    return _finding(line, 1, "error", "", say(key, language))


def _finding(line: int, column: int, severity: str, code: str, text: str) -> Finding:
    return {"line": line, "column": column, "severity": severity, "code": code, "text": text}


def _with_files(text: str, media: dict[str, str]) -> str:
    """Return with the files as « Files » of Studio names them, and without a size made up here."""
    for made, name in media.items():
        text = text.replace(f"/static/{made}", f"/static/{name}")
        shown = re.escape(f"/static/{name}")
        text = re.sub(
            rf'(<img[^>]*?{shown}[^>]*?)\s+width=\\?"\d+\\?"\s+height=\\?"\d+\\?"', r"\1", text
        )
    return text


def interface_language(content: str) -> str:
    """Return the language in which Studio speaks to the author, else that of the content."""
    return known(platform_language() or content)
