"""Which choice keeps which letter: matching by text, pure.

A letter belongs to one choice for ever. A choice is recognised by its folded text
(:func:`~balise_builder.source.folding.fold_text`), so that reordering,
typography and accents change nothing. See dialect, « Containers and attributes ».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from string import ascii_lowercase
from typing import Literal

from balise_builder.source.folding import fold_text

Problem = Literal["invalid", "repeated", "unsure", "exhausted"]


@dataclass(frozen=True, slots=True)
class Letter:
    """What the lock knows of a letter: the marks of its text, and whether it is retired.

    There are two marks only after a merge of branches that each reworded the choice.
    """

    marks: frozenset[str]
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """The letters of the choices in their order, and what was noticed, by index of choice."""

    letters: tuple[str, ...]
    reworded: tuple[int, ...] = ()
    problems: tuple[tuple[int, Problem], ...] = ()
    candidates: tuple[str, ...] = ()
    """For ``unsure``: letters whose choice has disappeared."""


def mark(text: str) -> str:
    """Return the 8 hexadecimal digits by which the text of a choice is recognised."""
    return sha256(fold_text(text).encode()).hexdigest()[:8]


def match(known: Mapping[str, Letter], choices: Sequence[tuple[str | None, str]]) -> Match:
    """Give a letter to each of ``choices`` (explicit letter or ``None``, text).

    With problems, the letters returned are distinct but provisional: they are not to be recorded.
    """
    found: list[str | None] = [None] * len(choices)
    problems: list[tuple[int, Problem]] = []
    for index, (explicit, _) in enumerate(choices):
        if explicit is None:
            continue
        if len(explicit) != 1 or explicit not in ascii_lowercase:
            problems.append((index, "invalid"))
        elif explicit in found:
            problems.append((index, "repeated"))
        else:
            found[index] = explicit
    open_ = [i for i, (explicit, _) in enumerate(choices) if explicit is None]
    marks = {i: mark(choices[i][1]) for i in open_}
    problems += [(i, "unsure") for i in _contested(known, found, marks)]
    for removed in (False, True):
        for letter in sorted(known):
            if known[letter].removed is removed and letter not in found:
                owner = next((i for i in open_ if marks[i] in known[letter].marks), None)
                if owner is not None:
                    found[owner] = letter
                    open_.remove(owner)
    missing = tuple(k for k in sorted(known) if not known[k].removed and k not in found)
    reworded: tuple[int, ...] = ()
    if len(open_) == 1 and len(missing) == 1:
        found[open_[0]], reworded, open_ = missing[0], (open_[0],), []
    elif open_ and missing:
        problems += [(i, "unsure") for i in open_]
    problems += _fill(known, found, open_)
    return Match(_distinct(found), reworded, tuple(sorted(set(problems))), missing)


def _contested(
    known: Mapping[str, Letter], found: Sequence[str | None], marks: Mapping[int, str]
) -> list[int]:
    """Return choices that different branches gave the same letter before they were merged."""
    contested: list[int] = []
    for letter, entry in known.items():
        claims = [i for i, m in marks.items() if m in entry.marks]
        if letter not in found and len({marks[i] for i in claims}) > 1:
            contested += claims
    return contested


def _fill(
    known: Mapping[str, Letter], found: list[str | None], open_: Sequence[int]
) -> list[tuple[int, Problem]]:
    """Give never used letters to the choices ``open_``, in place; return those left without."""
    free = [c for c in ascii_lowercase if c not in known and c not in found]
    for index, letter in zip(open_, free, strict=False):
        found[index] = letter
    return [(i, "exhausted") for i in open_[len(free) :]]


def _distinct(found: Sequence[str | None]) -> tuple[str, ...]:
    """Return ``found`` with provisional, distinct names for what is still open."""
    taken = set(found)
    spare = (c for c in (*ascii_lowercase, *(f"z{n}" for n in range(len(found)))) if c not in taken)
    return tuple(letter or next(spare) for letter in found)


def updated(
    known: Mapping[str, Letter], letters: Sequence[str], texts: Sequence[str]
) -> dict[str, Letter]:
    """Return the letters after this build: those not used any more are retired."""
    now = {k: replace(v, removed=True) for k, v in known.items()}
    now |= {k: Letter(frozenset({mark(t)})) for k, t in zip(letters, texts, strict=True)}
    return now


def free_letter(known: Mapping[str, Letter], letters: Sequence[str]) -> str:
    """Return the next letter that was never used, for the message."""
    return next((c for c in ascii_lowercase if c not in known and c not in letters), "?")
