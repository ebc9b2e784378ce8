"""Captions in WebVTT: what a browser would silently leave out is found, with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

CLOCK = (
    r"(?:(?P<{0}h>\d{{2,}}):)?(?P<{0}m>[0-5]\d):(?P<{0}s>[0-5]\d)(?P<{0}p>[.,])(?P<{0}f>\d{{3}})"
)
TIMING = re.compile(
    rf"\s*{CLOCK.format('a')}\s*-->\s*{CLOCK.format('b')}(?P<settings>\s+\S.*)?\s*$"
)
TAGS = re.compile(r"<[^<>]*>")
BLOCKS = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption."""

    line: int
    """Of its timing, from 1."""
    start: float
    """Seconds."""
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a file of captions."""

    line: int
    code: str
    text: str


def read_captions(text: str) -> tuple[list[Cue], list[Mistake]]:
    """Return the captions of a WebVTT file and what is wrong in it (WebVTT 1, 4.1 and 6)."""
    lines = text.removeprefix("\ufeff").splitlines()
    cues: list[Cue] = []
    mistakes: list[Mistake] = []
    if not lines or not re.match(r"WEBVTT(?:\s|$)", lines[0]):
        mistakes.append(Mistake(1, "vtt-sans-en-tete", lines[0][:60] if lines else ""))
    for block in _blocks(lines):
        number, first = block[0]
        if first.startswith(("WEBVTT", *BLOCKS)):
            continue
        at = next((i for i, (_, line) in enumerate(block) if "-->" in line), None)
        if at is None:
            if not (number == 1 or (first.strip().isdigit() and len(block) == 1)):
                mistakes.append(Mistake(number, "vtt-sans-temps", first))
            continue
        number, timing = block[at]
        match = TIMING.match(timing)
        if match is None or "," in (match["ap"], match["bp"]):
            mistakes.append(Mistake(number, "vtt-temps-mal-ecrit", timing))
            continue
        cue = Cue(number, _seconds(match, "a"), _seconds(match, "b"), _words(block[at + 1 :]))
        if cue.end <= cue.start or (cues and cue.start < cues[-1].start):
            mistakes.append(Mistake(number, "vtt-temps-a-rebours", timing))
        elif not cue.text:
            mistakes.append(Mistake(number, "vtt-sans-texte", timing))
        cues.append(cue)
    if not cues and not mistakes:
        mistakes.append(Mistake(1, "vtt-sans-texte", "WEBVTT"))
    return cues, mistakes


def _blocks(lines: list[str]) -> list[list[tuple[int, str]]]:
    """Return the groups of lines that are not empty, each line with its number."""
    found: list[list[tuple[int, str]]] = [[]]
    for number, line in enumerate(lines, 1):
        if line.strip():
            found[-1].append((number, line))
        elif found[-1]:
            found.append([])
    return [block for block in found if block]


def _seconds(match: re.Match[str], which: str) -> float:
    hours = int(match[f"{which}h"] or 0)
    whole = hours * 3600 + int(match[f"{which}m"]) * 60 + int(match[f"{which}s"])
    return whole + int(match[f"{which}f"]) / 1000


def _words(lines: list[tuple[int, str]]) -> str:
    return " ".join(TAGS.sub("", line).strip() for _, line in lines).strip()
