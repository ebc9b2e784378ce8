"""Slips in seance.md: an error with its place, or a session that lost no word."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.diagnostics import Severity
from balise_builder.targets.guide import GUIDE
from tests.builder.kit.sample import FILES, page_words, pages, words, write

LINES = FILES["seance.md"].format().split("\n")
SIGNS = ("#", "-", ":", "{", "}")


def without_line(number: int) -> list[str]:
    return [*LINES[:number], *LINES[number + 1 :]]


def without_sign(number: int) -> list[str]:
    line = LINES[number]
    sign = next((s for s in SIGNS if s in line), "")
    return [*LINES[:number], line.replace(sign, "", 1), *LINES[number + 1 :]]


def swapped(number: int) -> list[str]:
    return [*LINES[:number], *LINES[number : number + 2][::-1], *LINES[number + 2 :]]


@pytest.mark.parametrize("slip", [without_line, without_sign, swapped], ids=lambda s: s.__name__)
def test_a_slip_is_told_or_loses_nothing(slip: object, tmp_path: Path) -> None:
    folder = write(tmp_path / "c")
    for number in range(len(LINES) - 1):
        text = slip(number)  # type: ignore[operator]
        (folder / "seance.md").write_text("\n".join(text), encoding="utf-8")
        loaded = load(folder, Options())
        if loaded.course is None:
            errors = [d for d in loaded.diagnostics if d.severity is Severity.ERROR]
            assert errors and all(d.span.file == "seance.md" for d in errors), LINES[number]
            continue
        shown = page_words(pages(loaded.course)[GUIDE])
        for raw in ("::: ", "###", "{rôle"):
            assert raw not in pages(loaded.course)[GUIDE].decode(), LINES[number]
        body = "\n".join(text).partition("\n---\n")[2]
        for line in body.split("\n"):
            if line[:1].isalpha():
                assert words(line) in shown, (LINES[number], line)
