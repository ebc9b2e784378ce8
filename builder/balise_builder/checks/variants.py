"""Every variant of a course is checked: what goes wrong in one only is told with its name."""

from __future__ import annotations

import copy
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from balise_builder.checks import check
from balise_builder.compile import compile_course
from balise_builder.compile.shared import shared_texts
from balise_builder.diagnostics import Collector, Severity
from balise_builder.errors import UsageError
from balise_builder.markdown import Box, parse
from balise_builder.markdown.names import suggestion
from balise_builder.model import Variant
from balise_builder.source.folding import fold_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from balise_builder.markdown import Run
    from balise_builder.model import Course
    from balise_builder.source import Folder

LONG = "long"
ELSEWHERE = frozenset({"mot-perdu", "ignore-inutile", "id-retire"})
"""Findings that say nothing of a variant: what is missing there was left out on purpose."""


def for_whom(folder: Folder) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the audiences and the territories that blocks ``public`` of a course name."""
    registers = folder.registers
    capsules = (*folder.capsules, *folder.companions)
    texts = [folder.text, *(c.text for c in capsules), folder.bank]
    own = [text for text in texts if text is not None]
    boxes = [b for text in (*own, *shared_texts(folder, own)) for b in _boxes(parse(text).nodes)]
    named = []
    for key, known in (("audiences", registers.audiences), ("territories", registers.territories)):
        words = {fold_key(word) for box in boxes for word in box.attributes.words(key)}
        named.append(tuple(name for name in known if fold_key(name) in words))
    return named[0], named[1]


def chosen(asked: Variant, folder: Folder) -> Variant:
    """Return ``asked`` with its names as the registers write them.

    :raises UsageError: an audience or a territory that no register knows.
    """
    registers = folder.registers
    return replace(
        asked,
        audience=_known(asked.audience, tuple(registers.audiences), "--public"),
        territory=_known(asked.territory, tuple(registers.territories), "--territoire"),
        long=_long(asked, folder),
    )


def _long(asked: Variant, folder: Folder) -> bool:
    """Return whether one long page is wanted: by the command, else by ``format`` in cours.md."""
    if asked.format:
        return asked.format == LONG
    return folder.settings is not None and fold_key(folder.settings.format) == LONG


def _known(asked: str, names: tuple[str, ...], option: str) -> str:
    found = next((name for name in names if fold_key(name) == fold_key(asked)), "")
    if asked and not found:
        near = suggestion(asked, names)
        raise UsageError(
            f"{option} « {asked} » n’est pas dans le registre. Essayez : {near}.",
            f"{option} “{asked}” is not in the register. Try: {near}.",
        )
    return found


def variants(course: Course, folder: Folder) -> list[Variant]:
    """Return the variants that differ: those that the course declares and its blocks name.

    Audiences that no block names all read the same text: the first stands for them.
    """
    audiences, territories = for_whom(folder)
    settings = folder.settings
    others = [a for a in course.audiences if a not in audiences]
    regions = settings.territories if settings is not None else ()
    elsewhere = [t for t in regions if t not in territories]
    who = ["", *audiences, *others[:1]] if audiences else [""]
    where = ["", *territories, *elsewhere[:1]] if territories else [""]
    return [Variant(a, t) for a, t in product(who, where) if a or t]


def check_variants(
    course: Course, folder: Folder, collector: Collector, asked: Variant, *, release: bool = False
) -> None:
    """Compile and check each variant of ``course``; add what the whole course does not have.

    :param asked: the variant to build, checked too when it is no other's twin.
    """
    known = {(d.code, d.span) for d in collector.sorted()}
    every = variants(course, folder)
    if asked.selects and asked not in every:
        every.append(Variant(asked.audience, asked.territory))
    for variant in every:
        found = Collector()
        made = compile_course(detached(folder), found, variant)
        if made is not None:
            check(made, folder, found, release=release)
        for d in found.sorted():
            if (d.code, d.span) in known or d.code in ELSEWHERE or d.severity is Severity.INFO:
                continue
            known.add((d.code, d.span))
            names = [name for name in (variant.audience, variant.territory) if name]
            collector.add(
                "dans-une-variante", d.span, severity=d.severity, variant=", ".join(names),
                problem=f"{d.message('fr')} {d.hint('fr')}".strip(),
                problem_en=f"{d.message('en')} {d.hint('en')}".strip(),
            )  # fmt: skip


def detached(folder: Folder) -> Folder:
    """Return ``folder`` with a lock of its own: a variant freezes nothing and retires nothing."""
    return replace(folder, lock=copy.deepcopy(folder.lock))


def _boxes(nodes: Iterable[Run | Box]) -> Iterator[Box]:
    """Yield every ``public`` of ``nodes``."""
    for node in nodes:
        if isinstance(node, Box):
            if node.key == "audience":
                yield node
            yield from _boxes(node.nodes)
        else:
            for token in node.tokens:
                if token.type == "block":
                    yield from _boxes((token.meta["box"],))
