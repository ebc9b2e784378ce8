"""Findings of a build as the preview keeps them: both languages, no object of the builder."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SEVERITIES = ("error", "warning", "info")
COMMON = "_commun"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: where (file relative to the course folder), what, and what to do."""

    file: str
    line: int
    column: int
    severity: str
    code: str
    message_fr: str
    message_en: str
    hint_fr: str = ""
    hint_en: str = ""

    @property
    def place(self) -> str:
        """``file:line:column``, as editors understand it."""
        return f"{self.file}:{self.line}:{self.column}"

    def message(self, lang: str) -> str:
        """Return what was found."""
        return self.message_en if lang == "en" else self.message_fr

    def hint(self, lang: str) -> str:
        """Return what to do; empty when the message says it all."""
        return self.hint_en if lang == "en" else self.hint_fr

    def dump(self) -> dict[str, Any]:
        """Return the finding for JSON; ``Finding(**dump)`` gives it back."""
        return asdict(self)


def counts(found: Iterable[Finding]) -> Mapping[str, int]:
    """Return how many findings there are of each severity, zeros included."""
    seen = Counter(finding.severity for finding in found)
    return {severity: seen[severity] for severity in SEVERITIES}


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind with one remedy: said once, with every place."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding whose kind, severity and remedy are those of all."""
        return self.findings[0]


def grouped(found: Iterable[Finding]) -> tuple[Group, ...]:
    """Return findings by kind and remedy: errors first, then warnings, then information.

    Among those of one severity, what stands in the shared registers comes last.
    """
    groups: dict[tuple[int, str, str], list[Finding]] = {}
    for one in found:
        rank = SEVERITIES.index(one.severity)
        groups.setdefault((rank, one.code, one.hint_fr), []).append(one)
    ranked = sorted(groups.items(), key=lambda pair: (pair[0][0], _shared(pair[1])))
    return tuple(Group(tuple(findings)) for _, findings in ranked)


def is_shared(finding: Finding) -> bool:
    """Return whether a finding stands in the folder that the courses share."""
    return COMMON in finding.file.split("/")


def is_of_register(finding: Finding) -> bool:
    """Return whether a warning is about an entry of a shared register."""
    is_entry = finding.severity == "warning" and finding.file.endswith(".yaml")
    return is_entry and is_shared(finding)


def _shared(found: Iterable[Finding]) -> bool:
    return all(map(is_shared, found))
