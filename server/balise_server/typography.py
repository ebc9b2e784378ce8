"""French as it is typeset in Québec."""

from __future__ import annotations

PAIRS = ((" :", "\u00a0:"), (" %", "\u00a0%"), ("« ", "«\u00a0"), (" »", "\u00a0»"))


def no_break(french: str) -> str:
    """Return ``french`` with its no-break spaces: before ``:`` and ``%``, inside « »."""
    for plain, kept in PAIRS:
        french = french.replace(plain, kept)
    return french
