"""Whether help was checked lately and law is signed and still in force, at a given date."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from balise_builder.diagnostics import Collector
    from balise_builder.model import Law, Registers, Resource

STALE_AFTER = timedelta(days=180)


def is_stale(resource: Resource, today: date) -> bool:
    """Return whether the last check of a help resource is more than 180 days old."""
    return resource.checked_on is not None and today - resource.checked_on > STALE_AFTER


def is_expired(law: Law, today: date) -> bool:
    """Return whether the due date of a legal statement is past."""
    return law.expires is not None and law.expires < today


def is_signed(law: Law) -> bool:
    """Return whether somebody has checked a legal statement, and when is known."""
    return law.checked_on is not None and bool(law.checked_by)


def report_freshness(
    registers: Registers,
    laws: Iterable[str],
    resources: Iterable[str],
    today: date,
    collector: Collector,
) -> None:
    """Add findings for the laws and help resources (ids) that a course uses.

    They stand at the entry of the register: that is where the remedy is. All are warnings that a
    release makes errors; unknown ids are skipped, the place that uses them has the finding.
    """
    for name in sorted(set(resources)):
        resource = registers.resources.get(name)
        if resource is None:
            continue
        if resource.checked_on is None:
            collector.add("aide-non-verifiee", resource.span, id=name)
        elif is_stale(resource, today):
            collector.add("aide-perimee", resource.span, id=name, date=resource.checked_on)
    for name in sorted(set(laws)):
        law = registers.laws.get(name)
        if law is None:
            continue
        if not is_signed(law):
            collector.add("droit-non-signe", law.span, id=name)
        if is_expired(law, today):
            collector.add("droit-expire", law.span, id=name, date=law.expires)
