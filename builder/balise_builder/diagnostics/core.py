"""Kinds of findings, one finding, and the collector that every stage adds to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from balise_builder.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

LONGEST = 240
SHOWN = 100
LINE_BREAKS = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]+")


class Severity(StrEnum):
    """How serious a finding is (settled in ``docs/guide-formateur/diagnostics``)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding. The texts are templates for :meth:`str.format_map`."""

    code: str
    """Stable, in French without accents: ``question-sans-bonne-reponse``."""
    severity: Severity
    fr: str
    """What was found and what was expected, as a full sentence with Québec typography."""
    en: str
    hint_fr: str = ""
    """What to do."""
    hint_en: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe edit: replace ``span`` of the source by ``text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding in one place."""

    span: Span
    code: str
    severity: Severity
    params: Mapping[str, str] = field(default_factory=dict)
    fix: Fix | None = None

    def message(self, lang: str = "fr") -> str:
        """Return what was found, in ``lang``."""
        kind = kinds()[self.code]
        return (kind.en if lang == "en" else kind.fr).format_map(self._quoted())

    def hint(self, lang: str = "fr") -> str:
        """Return what to do, in ``lang``; empty when the message says it all."""
        kind = kinds()[self.code]
        return (kind.hint_en if lang == "en" else kind.hint_fr).format_map(self._quoted())

    def _quoted(self) -> dict[str, str]:
        return {name: quoted(text) for name, text in self.params.items()}

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """File, line, column, code: the order of every listing."""
        return (self.span.file, self.span.line, self.span.column, self.code)


def quoted(text: str) -> str:
    """Return what an author typed as a message can show it: on one line, and not without end."""
    line = LINE_BREAKS.sub(" ", text)
    return line if len(line) <= LONGEST else f"{line[:SHOWN].rstrip()}…"


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by code. A code that stands twice is a programming error."""
    from balise_builder.diagnostics.catalog import FAMILIES

    found: dict[str, Kind] = {}
    for family in FAMILIES:
        for kind in family.KINDS:
            if kind.code in found:
                raise ValueError(f"diagnostic code declared twice: {kind.code}")
            found[kind.code] = kind
    return found


class Collector:
    """Gathers findings; never raises, never stops a stage."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def add(
        self,
        code: str,
        span: Span,
        /,
        *,
        fix: Fix | None = None,
        severity: Severity | None = None,
        **params: object,
    ) -> None:
        """Record a finding of kind ``code`` at ``span``.

        :param severity: overrides the kind's own (a release turns some warnings into errors).
        :param params: values for the templates of the kind; shown as text.
        """
        kind = kinds()[code]
        texts = {name: str(value) for name, value in params.items()}
        self._found.append(Diagnostic(span, code, severity or kind.severity, texts, fix))

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Add findings made elsewhere (a cached file, a sub-stage)."""
        self._found.extend(found)

    def keep(self, wanted: Callable[[Diagnostic], bool]) -> None:
        """Forget the findings that are not ``wanted`` (those that the author accepts)."""
        self._found = [found for found in self._found if wanted(found)]

    def harden(self, codes: frozenset[str]) -> None:
        """Make the findings of ``codes`` errors (release mode)."""
        self._found = list(raised(self._found, codes))

    @property
    def has_errors(self) -> bool:
        """Whether the course cannot be built as written."""
        return any(d.severity is Severity.ERROR for d in self._found)

    @property
    def errors(self) -> int:
        """How many errors there are: a part that adds none is sound."""
        return sum(d.severity is Severity.ERROR for d in self._found)

    def told(self, codes: frozenset[str], span: Span) -> bool:
        """Return whether one of ``codes`` is told on the line of ``span``."""
        at = (span.file, span.line)
        return any(d.code in codes and (d.span.file, d.span.line) == at for d in self._found)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return the findings without repeats, by file, line, column and code."""
        unique = {(d.span, d.code, tuple(sorted(d.params.items()))): d for d in self._found}
        return tuple(sorted(unique.values(), key=lambda d: d.sort_key))


def raised(found: Iterable[Diagnostic], codes: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Return ``found`` with the findings of ``codes`` made errors (release mode)."""
    return tuple(replace(d, severity=Severity.ERROR) if d.code in codes else d for d in found)
