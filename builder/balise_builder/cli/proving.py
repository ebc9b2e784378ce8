"""What ``balise build --prove`` asks of the distribution that plays packages."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from balise_builder.errors import MissingPartError

if TYPE_CHECKING:
    from pathlib import Path

    from balise_builder.config import Judge

GROUP = "balise.judges"
PART = "balise-server[preview,prove]"


def _scorm(drafts: dict[str, Path]) -> dict[str, Path]:
    return {name: path for name, path in drafts.items() if "-scorm" in name}


def judge() -> Judge:
    """Return what proves the SCORM packages of a build before any of it is published.

    :raises MissingPartError: no installed distribution does.
    """
    for point in entry_points(group=GROUP, name="prove"):
        try:
            found: Judge = point.load()
        except ModuleNotFoundError:
            break
        return lambda drafts, out: found(_scorm(drafts), out)
    raise MissingPartError(
        "« --prove » demande une partie qui n’est pas installée. Lancez : "
        f'pipx inject balise-builder "{PART}" (ou : pip install "{PART}").',
        "“--prove” needs a part that is not installed. Run: "
        f'pipx inject balise-builder "{PART}" (or: pip install "{PART}").',
    )
