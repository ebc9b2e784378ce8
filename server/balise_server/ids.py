"""Identifiers: events ordered by time, learners behind a pseudonym."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
import unicodedata
import uuid

from balise_server.errors import BaliseError


def now_ms() -> int:
    """Return the present time in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


def month_of(ms: int) -> int:
    """Return the UTC month of a time in milliseconds as ``yyyymm``, for example 202611."""
    day = time.gmtime(ms // 1000)
    return day.tm_year * 100 + day.tm_mon


def uuid7(ms: int | None = None) -> str:
    """Return a UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, 74 of chance."""
    value = (now_ms() if ms is None else ms) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def normalise_name(name: str) -> str:
    """Return a typed name with blanks joined, in NFC, without invisible characters.

    :raises BaliseError: ``empty-name`` when nothing is left.
    """
    text = unicodedata.normalize("NFC", name)
    text = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    text = " ".join(text.split())[:100].strip()
    if not text:
        raise BaliseError("empty-name")
    return text


def learner_key(secret: str, org_id: str, kind: str, identifier: str) -> str:
    """Return the pseudonym of a person in one organisation: 32 hexadecimal digits.

    A keyed hash, because a bare one of a name or an employee number can be guessed. Case and
    compatibility forms do not count: « Éloïse » typed on two keyboards is one person.
    """
    folded = unicodedata.normalize("NFKC", identifier).casefold().strip()
    message = "\0".join((org_id, kind, folded)).encode()
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()[:32]
