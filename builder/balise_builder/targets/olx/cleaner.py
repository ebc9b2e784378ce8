"""``balise check -t olx``: what the Open edX community's validator says of the course folder."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Collector
from balise_builder.errors import MissingPartError
from balise_builder.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.render import Content

STEPS = 8
"""All of its stages: structure, policies, names, grading, tags, dates, links and static files."""
WARNING = 2
"""Its level from which a finding is told (0 debug, 1 information, 2 warning, 3 error)."""


def clean(files: Mapping[str, Content], allowed: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """Return the validator's findings on a course folder, as errors.

    :param files: those of :func:`~balise_builder.targets.olx.files`.
    :param allowed: third-party block types that the course needs.
    :raises MissingPartError: the extra ``olx`` is not installed.
    """
    try:
        import olxcleaner
    except ImportError:
        raise MissingPartError(
            "Il manque le vérificateur d’Open edX (olxcleaner). Installez-le avec "
            "« pip install balise-builder[olx] ».",
            "Open edX’s validator (olxcleaner) is missing. Install it with "
            "“pip install balise-builder[olx]”.",
        ) from None
    with tempfile.TemporaryDirectory() as name:
        for path, content in files.items():
            place = Path(name) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
        course = str(Path(name) / "course/course.xml")
        _, store, _ = olxcleaner.validate(course, steps=STEPS, allowed_xblocks=list(allowed))
    found = Collector()
    for error in store.errors:
        if error.level_val >= WARNING:
            found.add("olx-refuse", Span.whole(error.filename), text=error.description)
    return tuple(found.sorted())
