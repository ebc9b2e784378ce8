"""Read the body of a commit, as scorm-again sends it, without trusting any of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from balise_server.errors import BaliseError
from balise_server.tracking.elements import ESSENTIAL, FOREIGN, OURS, rule_of

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = {"scorm12": "SCORM 1.2", "scorm2004": "SCORM 2004"}
OTHER = {"scorm12": "scorm2004", "scorm2004": "scorm12"}
SEQUENCE = "commitSequence"
TERMINATE = "terminate"
PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Commit:
    """One message of a session, checked."""

    sequence: int
    """Grows by one from 1 within a page load (scorm-again ``includeCommitSequence``)."""
    terminates: bool
    partial: bool
    """Only what fits in a beacon: what is not sent stays as it was (see ``lms.ts``)."""
    values: Mapping[str, str]
    """Allowed elements with a value, by their full name."""
    dropped: int
    """Elements that were sent and are neither allowed nor the LMS's own."""
    digest: str
    """SHA-256 of the body, first half: tells a replay from another message of the same number."""


def read_commit(body: bytes, edition: str) -> Commit:
    """Return the commit in ``body``, whatever its content type says.

    :param edition: ``scorm12`` or ``scorm2004``, of the session that the token names.
    :raises BaliseError: ``commit-unreadable``, ``commit-invalid``, ``wrong-edition``.
    """
    sent = _object(body)
    sequence = sent.pop(SEQUENCE, None)
    if type(sequence) is not int or not 0 < sequence < 2**31:
        raise BaliseError("commit-unreadable", reason=SEQUENCE)
    terminates = sent.pop(TERMINATE, False) is True
    partial = sent.pop(PARTIAL, False) is True
    values: dict[str, str] = {}
    wrong: list[str] = []
    dropped = 0
    ours, foreign = OURS[edition], FOREIGN[edition]
    for name, value in sent.items():
        if foreign(name):
            raise BaliseError("wrong-edition", found=NAMES[OTHER[edition]], expected=NAMES[edition])
        if value == "" or value is None or value == {} or value == [] or name in ours:
            continue
        rule = rule_of(edition, name)
        written = _written(value)
        if rule is not None and written is not None and rule(written):
            values[name] = written
        elif name in ESSENTIAL[edition]:
            wrong.append(name)
        else:
            dropped += 1
    if wrong:
        raise BaliseError("commit-invalid", elements=", ".join(sorted(wrong)))
    digest = hashlib.sha256(body).hexdigest()[:32]
    return Commit(sequence, terminates, partial, values, dropped, digest)


def _object(body: bytes) -> dict[str, Any]:
    try:
        sent = json.loads(body, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        reason = "UTF-8" if isinstance(error, UnicodeDecodeError) else "JSON"
        raise BaliseError("commit-unreadable", reason=reason) from None
    if not isinstance(sent, dict):
        raise BaliseError("commit-unreadable", reason=type(sent).__name__)
    return sent


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _written(value: object) -> str | None:
    """Return a value as SCORM writes it, a string; None for what is no single value."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return f"{value:.10f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
