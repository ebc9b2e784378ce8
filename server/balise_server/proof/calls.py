"""What the calls of a session say by themselves: refusals, order, statuses, private words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from balise_server.proof.answers.opened import TEXT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

Call = dict[str, Any]
UNSET = "403"
"""SCORM 2004: a value that was never set, a normal answer."""
INTERACTION = re.compile(r"cmi\.interactions\.(\d+)\.(\w+)")
DISMISSAL = 1000
"""Milliseconds between a commit refused on the way out and the end of the session."""
RANKS = {
    "cmi.core.lesson_status": ("incomplete", "failed", "completed", "passed"),
    "cmi.completion_status": ("incomplete", "completed"),
    "cmi.success_status": ("unknown", "failed", "passed"),
}


def bare(name: str) -> str:
    """Return the name of a call without the prefix of SCORM 1.2; Finish is Terminate."""
    return name.removeprefix("LMS").replace("Finish", "Terminate")


def line(call: Call) -> str:
    """Return a call on one line."""
    args = ", ".join(f"“{arg[:60]}”" for arg in call["args"])
    error = "" if call["error"] == "0" else f" [{call['error']}]"
    return f"{call['name']}({args}) → “{call['result'][:60]}”{error}"


def refusals(
    calls: Iterable[Call], tolerated: Collection[str] = (), *, ended: bool = False
) -> list[str]:
    """Return the calls of a session that a host refused, but those whose bare name is tolerated.

    While a page goes away browsers refuse synchronous requests: a commit that fails right before
    the session is closed by a beacon is the host's affair, and the closing carries the same values.
    """
    found = []
    every = list(calls)
    ends = [c["at"] for c in every if bare(c["name"]) == "Terminate" and c["result"] == "true"]
    if ended and every:  # The values of the closing came; its own line may still be on the way.
        ends.append(every[-1]["at"])
    for call in every:
        name = bare(call["name"])
        normal = name == "GetValue" and call["error"] == UNSET
        refused = call["error"] != "0" or (call["result"] == "false" and name != "GetValue")
        closing = name == "Commit" and any(0 <= end - call["at"] <= DISMISSAL for end in ends)
        if refused and not normal and not closing and name not in tolerated:
            found.append(line(call))
    return found


def misordered(calls: Iterable[Call]) -> list[str]:
    """Return the interactions that do not give their id first and their type second."""
    parts: dict[str, list[str]] = {}
    for call in calls:
        known = INTERACTION.fullmatch(call["args"][0]) if call["args"] else None
        if known and bare(call["name"]) == "SetValue":
            parts.setdefault(known[1], []).append(known[2])
    return [f"{n}: {', '.join(p)}" for n, p in parts.items() if p[:2] != ["id", "type"]]


def lowered(calls: Iterable[Call]) -> list[str]:
    """Return the statuses that were set below an earlier one."""
    best: dict[str, int] = {}
    found = []
    for call in calls:
        if bare(call["name"]) != "SetValue" or call["args"][0] not in RANKS:
            continue
        name, value = call["args"][0], call["args"][1]
        rank = RANKS[name].index(value) if value in RANKS[name] else -1
        if rank < best.get(name, -1):
            found.append(f"{name}={value}")
        best[name] = max(rank, best.get(name, -1))
    return found


def private(calls: Iterable[Call]) -> list[str]:
    """Return the calls that carried a private text typed by the proof."""
    return [line(call) for call in calls if any(TEXT in arg for arg in call["args"])]
