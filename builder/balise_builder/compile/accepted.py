"""Findings that authors accept: ``[//]: # (balise-ignore CODE : raison)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.diagnostics import Severity, catalog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.diagnostics import Collector, Diagnostic
    from balise_builder.markdown import Accepted


def accept(collector: Collector, accepted: Iterable[Accepted]) -> set[Accepted]:
    """Take the accepted warnings and informations out of ``collector``; return those that served.

    An error cannot be accepted: asking for it is an error of its own.
    """
    served: set[Accepted] = set()
    wanted = []
    for one in accepted:
        if catalog()[one.code].severity is Severity.ERROR:
            collector.add("ignore-erreur", one.span, name=one.code)
            served.add(one)
        else:
            wanted.append(one)

    def kept(found: Diagnostic) -> bool:
        if found.severity is Severity.ERROR:
            return True
        for one in wanted:
            if (
                found.code == one.code
                and found.span.file == one.span.file
                and one.first <= found.span.line <= one.last
            ):
                served.add(one)
                return False
        return True

    collector.keep(kept)
    return served
