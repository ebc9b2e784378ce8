"""Packages of other tools: only what any package owes is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_server.bench.profiles import STRICT, Profile
from balise_server.proof.calls import bare

if TYPE_CHECKING:
    from collections.abc import Callable

    from balise_server.proof.trial import Trial

LOOKED_AT = 4000
"""Milliseconds that the content is given to say hello."""
APPLIES = {
    "first-visit": STRICT,
    "leave-closed": STRICT,
    "slow": Profile("slow", (2000,)),
    "open-edx": Profile("open-edx"),
    "moodle": Profile("moodle"),
    "no-storage": Profile("no-storage"),
    "tiny-frame": Profile("tiny-frame"),
    "cross-origin": Profile("cross-origin-parents"),
}
"""The faults that need no knowledge of the course, and their profiles."""


def opened(fault: str) -> Callable[[Trial], None]:
    """Return how ``fault`` is played on a package of another tool."""

    def play(trial: Trial) -> None:
        run = trial.run(APPLIES[fault])
        visit = trial.open(run, trial.context())
        visit.page.wait_for_timeout(LOOKED_AT)
        visit.close()
        trial.until(lambda: any(session.stored for session in run.sessions), 3)
        calls = [call for session in run.sessions for call in session.calls]
        names = [bare(call["name"]) for call in calls]
        trial.check(
            names[:1] == ["Initialize"],
            "Le contenu trouve l’API et commence par s’annoncer.",
            "The content finds the API and begins by announcing itself.",
            names[:3],
        )
        trial.check(
            any(session.stored for session in run.sessions),
            "En partant, le contenu enregistre.",
            "On leaving, the content saves.",
            names[-3:],
        )

    return play
