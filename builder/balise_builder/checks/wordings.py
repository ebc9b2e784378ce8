"""The entries of the registers that a translation uses: said in its language, and still true."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.checks.reading import course_inlines, course_items, inlines
from balise_builder.compile.aligned import words
from balise_builder.model import Span
from balise_builder.source.wordings import file_of, wording_text

if TYPE_CHECKING:
    from balise_builder.compile.translate import Desk
    from balise_builder.model import Course, Registers

KINDS = {"law_ref": "laws", "figure_ref": "figures", "variable": "variables"}
COMMON = "../_commun"


def settled(made: Course, source: Course, folder: str, desk: Desk) -> Course:
    """Return a translation whose legal statements say what the source says today.

    What is not translated, checked or up to date is reported. A statement whose source has changed
    is shown as the source says it: a wrong translation of the law misleads the person who trusts
    it.

    :param folder: of the translation, ``en``.
    """
    registers, common = made.registers, f"{COMMON}/{folder}"
    stale: set[str] = set()
    for register, used in _used(made).items():
        name = file_of(register)
        left, unchecked = [], []
        for one in used:
            wording = registers.wording(register, one)
            if wording is None:
                left.append(one)
                continue
            ours = wording_text(register, getattr(source.registers, register)[one])
            file, theirs = f"{COMMON}/{name}", wording_text(register, wording)
            if register == "laws" and desk.is_stale(file, ours, theirs):
                stale.add(one)
            elif register == "laws" and not wording.is_checked:
                unchecked.append(one)
            desk.pair(file, ours, theirs, wording.span)
        for code, ids in (("traduction-registre", left), ("traduction-non-verifiee", unchecked)):
            if ids:
                desk.collector.add(code, Span.whole(f"{common}/{name}"), ids=", ".join(ids))
    _terms(made, source, desk)
    return replace(made, registers=_without(registers, source.registers, stale)) if stale else made


def _used(course: Course) -> dict[str, list[str]]:
    """Return the entries that a course shows, by register, in the order of the registers."""
    found: dict[str, set[str]] = {name: set() for name in (*KINDS.values(), "ideas")}
    explained = inlines(block for term in course.glossary for block in term.body)
    for inline in (*course_inlines(course), *explained):
        for child in inline.children or []:
            if child.type in KINDS:
                found[KINDS[child.type]].add(child.meta["id"])
    found["ideas"] = {
        choice.idea for item in course_items(course) for choice in item.choices if choice.idea
    }
    # The help page that every package has lists all the resources.
    found["resources"] = set(course.registers.resources)
    return {
        register: [one for one in getattr(course.registers, register) if one in ids]
        for register, ids in found.items()
        if ids
    }


def _terms(made: Course, source: Course, desk: Desk) -> None:
    """Note which term of the glossary each translated one says: they stand in the same order."""
    own = [term for term in made.glossary if term.span.file != _file(source)]
    if len(own) != len(source.glossary):
        return
    for ours, theirs in zip(source.glossary, own, strict=True):
        desk.pair(ours.span.file, words(ours.body), words(theirs.body), theirs.span)


def _file(course: Course) -> str:
    return next((term.span.file for term in course.glossary), "")


def _without(registers: Registers, source: Registers, stale: set[str]) -> Registers:
    """Return the registers with the source's own words for the laws of ``stale``."""
    wordings = dict(registers.wordings or {})
    wordings["laws"] = {k: w for k, w in wordings["laws"].items() if k not in stale}
    laws = {k: source.laws[k] if k in stale else law for k, law in registers.laws.items()}
    return replace(registers, laws=laws, wordings=wordings)
