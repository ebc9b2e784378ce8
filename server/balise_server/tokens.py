"""Signed tokens: the right to open a launch, and the right of one session to save.

A token names pseudonyms only, never a person: it stands in addresses, and signing does not hide.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer

from balise_server.errors import BaliseError

Mode = Literal["play", "author"]


@dataclass(frozen=True, slots=True)
class Launch:
    """What the shell of the content origin may open."""

    package: str
    mode: Mode
    learner: str = ""
    """Empty in the author's view."""
    item: str = ""
    """Identifier of the item of a package with several; empty for the first."""
    fresh: bool = False
    """Start a new attempt instead of resuming."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one page load may write: one session of one attempt."""

    attempt: str
    session: int
    edition: str
    mode: Mode


class Signer:
    """Makes and reads the tokens of one server."""

    def __init__(self, secret: str, lifetime: int) -> None:
        self._launch = URLSafeTimedSerializer(secret, salt="balise.launch")
        self._sitting = URLSafeTimedSerializer(secret, salt="balise.sitting")
        self._lifetime = lifetime

    def launch(self, launch: Launch) -> str:
        """Return the token of a launch."""
        return _dump(self._launch, asdict(launch))

    def sitting(self, sitting: Sitting) -> str:
        """Return the token of a sitting."""
        return _dump(self._sitting, asdict(sitting))

    def read_launch(self, token: str) -> Launch:
        """Return the launch of a token.

        :raises BaliseError: ``token-forged``, ``token-expired``.
        """
        return Launch(**_load(self._launch, token, self._lifetime))

    def read_sitting(self, token: str) -> Sitting:
        """Return the sitting of a token; it lives four times as long as a launch may wait.

        :raises BaliseError: ``token-forged``, ``token-expired``.
        """
        return Sitting(**_load(self._sitting, token, 4 * self._lifetime))


def _dump(serializer: URLSafeTimedSerializer, value: dict[str, Any]) -> str:
    token = serializer.dumps(value)
    return token if isinstance(token, str) else token.decode("ascii")


def _load(serializer: URLSafeTimedSerializer, token: str, lifetime: int) -> dict[str, Any]:
    try:
        value: dict[str, Any] = serializer.loads(token, max_age=lifetime)
    except SignatureExpired:
        raise BaliseError("token-expired") from None
    except BadSignature:
        raise BaliseError("token-forged") from None
    return value
