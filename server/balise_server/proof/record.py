"""What a proof is made of: checks, verdicts, and everything that was seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Verdict = Literal["held", "failed", "not-judged"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing expected, and whether it was so."""

    fr: str
    en: str
    ok: bool
    found: str = ""
    """What was seen instead, as it is; empty when all is well."""

    def text(self, lang: str) -> str:
        """Return the sentence in ``lang``."""
        return self.en if lang == "en" else self.fr


@dataclass(frozen=True, slots=True)
class Path:
    """One fault played on one package: a path of the report."""

    fault: str
    profile: str
    verdict: Verdict
    checks: tuple[Check, ...]
    sessions: tuple[dict[str, Any], ...]
    """Of each person and visit: ``profile``, ``calls``, commits stored and refused."""
    recorded: dict[str, str]
    """The elements that the host has at the end."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything played on one package."""

    package: str
    """File name of the zip."""
    sha256: str
    size: int
    title: str
    version: str
    edition: str
    by_balise: bool
    date: str
    versions: dict[str, str]
    """Of Balise, of the player in the package, of the browser, of Python."""
    paths: tuple[Path, ...] = field(default=())

    @property
    def holds(self) -> bool:
        """Whether nothing that could be judged failed."""
        return not any(path.verdict == "failed" for path in self.paths)

    def count(self, verdict: Verdict) -> int:
        """Return how many paths have a verdict."""
        return sum(path.verdict == verdict for path in self.paths)


def judged(checks: Sequence[Check]) -> Verdict:
    """Return the verdict of the checks of a path; none at all judges nothing."""
    if not checks:
        return "not-judged"
    return "held" if all(check.ok for check in checks) else "failed"
