"""Rules over the whole model, a family a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.checks import (
    accessibility,
    language,
    media,
    names,
    pedagogy,
    people,
    plain,
    protocols,
    registers,
    safety,
    sensitive,
    words,
)
from balise_builder.compile import accept
from balise_builder.diagnostics.catalog import release_codes

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course
    from balise_builder.source import Folder

FAMILIES = (
    pedagogy,
    sensitive,
    accessibility,
    media,
    safety,
    protocols,
    names,
    people,
    registers,
    language,
    plain,
    words,
)
STATUS = {"draft": "ébauche", "in-review": "en révision", "approved": "approuvé"}


def check(course: Course, folder: Folder, collector: Collector, *, release: bool = False) -> None:
    """Add the findings over the whole of ``course``, and take out those that authors accept.

    In a release (asked for, or ``statut : approuvé``) the findings of
    :func:`~balise_builder.diagnostics.catalog.release_codes` become errors.
    """
    for family in FAMILIES:
        family.check(course, folder, collector)
    if release and course.status != "approved" and folder.settings is not None:
        collector.add(
            "approbations-manquantes",
            folder.settings.where("status"),
            status=STATUS[course.status],
            status_en=course.status,
        )
    served = accept(collector, course.accepted)
    for one in course.accepted:
        if one not in served:
            collector.add("ignore-inutile", one.span, name=one.code)
    if release or course.status == "approved":
        collector.harden(release_codes())
