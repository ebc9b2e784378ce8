"""Hosts with ways of their own: a visit in two parts on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_server.bench.profiles import Profile
from balise_server.proof.faults.visits import half_way

if TYPE_CHECKING:
    from collections.abc import Callable

    from balise_server.proof.trial import Trial


def on(name: str, *tolerated: str) -> Callable[[Trial], None]:
    """Half-way, closed, resumed, finished, on the host ``name``."""

    def play(trial: Trial) -> None:
        trial.tolerated = set(tolerated)
        half_way(trial, lambda visit: visit.close(), Profile(name))

    return play


def truncating(trial: Trial) -> None:
    """Play on a host that cuts at 4,096 characters: the state must fit whole."""
    half_way(trial, lambda visit: visit.close(), Profile("truncating-4096"))
    longest = max(len(run.values.get("cmi.suspend_data", "")) for run in trial.runs)
    trial.check(
        longest < 4096,
        "L’état tient entier sous la coupure.",
        "The state stands whole below the cut.",
        longest,
    )


def without_interactions(trial: Trial) -> None:
    """Play on a host that has no interactions: asked once, not insisted on, status kept."""
    trial.tolerated = {"SetValue", "GetValue"}
    half_way(trial, lambda visit: visit.close(), Profile("no-interactions"))
    asked = [
        call
        for run in trial.runs
        for session in run.sessions
        for call in session.calls
        if call["args"] and call["args"][0].startswith("cmi.interactions")
    ]
    others = [c for c in asked if c["error"] == "0"]
    visits = sum(len(run.sessions) for run in trial.runs)
    trial.check(
        len(asked) <= 2 * visits and not others,
        "Le cours n’insiste pas : deux essais au plus par visite.",
        "The course does not insist: at most two tries a visit.",
        len(asked),
    )
