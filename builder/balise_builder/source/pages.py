"""Ids of capsules: unique in the course, proposed where they are missing or repeated."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Fix
from balise_builder.model import Span
from balise_builder.source.folding import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from balise_builder.diagnostics import Collector
    from balise_builder.source.folder import Capsule
    from balise_builder.source.text import SourceText

_BLOCK_ID = re.compile(r"#([a-z][a-z0-9-]{0,63})")


def settle_ids(
    capsules: Sequence[Capsule], others: Iterable[SourceText | None], collector: Collector
) -> tuple[Capsule, ...]:
    """Give every capsule an id of its own, so that the stages below can go on.

    A missing id is an information, an id that another capsule has is an error; both carry the fix.
    :param others: the other texts of the course, whose blocks may have taken an id.
    """
    taken = {c.settings.id for c in capsules if c.settings.has_id}
    for text in (*(c.text for c in capsules), *others):
        if text is not None:
            taken.update(_BLOCK_ID.findall(text.body))
    first: dict[str, Capsule] = {}
    settled = []
    for capsule in capsules:
        settings = capsule.settings
        owner = first.get(settings.id)
        if settings.has_id and owner is None:
            first[settings.id] = capsule
            settled.append(capsule)
            continue
        fresh = _fresh(settings.id if not settings.has_id else _stem_id(capsule.text), taken)
        taken.add(fresh)
        if settings.has_id and owner is not None:
            place = settings.where("id")
            collector.add(
                "page-id-en-double", place, id=settings.id, other=owner.text.file,
                fix=Fix(place, fresh),
            )  # fmt: skip
        elif "id" not in settings.spans and settings.span.end_line > 1:
            _report_missing(capsule, fresh, collector)
        settled.append(replace(capsule, settings=replace(settings, id=fresh, has_id=False)))
    return tuple(settled)


def _report_missing(capsule: Capsule, fresh: str, collector: Collector) -> None:
    """Say that a capsule has no id yet, with the line that would give it one."""
    span = capsule.settings.span
    below = span.line + 1
    newline = "\r\n" if "\r\n" in capsule.text.raw else "\n"
    fix = Fix(Span(span.file, below, 1, below, 1), f"id : {fresh}{newline}")
    collector.add("page-sans-id", Span(span.file, span.line, 1, span.line, 4), fix=fix)


def _stem_id(text: SourceText) -> str:
    """Return the id made from the name of a file."""
    return slug(text.file.rpartition("/")[2].rpartition(".")[0]) or "capsule"


def _fresh(base: str, taken: set[str]) -> str:
    """Return ``base``, numbered when something has it already."""
    name, number = base, 2
    while name in taken:
        name, number = f"{base[:60]}-{number}", number + 1
    return name
