"""Findings that authors accept: ``[//]: # (balise-ignore CODE : raison)``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.diagnostics import Collector, Diagnostic
    from balise_builder.model import Accepted


def accept(collector: Collector, accepted: Iterable[Accepted]) -> set[Accepted]:
    """Take the accepted warnings and informations out of ``collector``; return those that served.

    Errors stay: they cannot be accepted.
    """
    wanted = tuple(accepted)
    served: set[Accepted] = set()

    def kept(found: Diagnostic) -> bool:
        if found.severity is Severity.ERROR:
            return True
        hits = {
            one for one in wanted
            if found.code == one.code
            and found.span.file == one.span.file
            and one.first <= found.span.line <= one.last
        }  # fmt: skip
        served.update(hits)
        return not hits

    collector.keep(kept)
    return served
