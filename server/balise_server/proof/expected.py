"""What the table of ``docs/contribution/tracking.md`` says of a course, and the checks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from balise_server.bench.runs import Run
    from balise_server.proof.learner import Seen
    from balise_server.proof.trial import Trial, Visit


def unfinished(trial: Trial, run: Run) -> None:
    """Check that a course left half-way is incomplete, neither passed nor failed."""
    found = run.best
    trial.check(
        (found.completion, found.success) == ("incomplete", "unknown"),
        "À mi-parcours, le statut est « inachevé », sans réussite ni échec.",
        "Half-way, the status is “incomplete”, neither passed nor failed.",
        f"{found.completion}, {found.success}",
    )


def finished(trial: Trial, run: Run) -> None:
    """Check that the host has the end: completed, and passed where there is a threshold."""
    rule = trial.course["rule"]
    success = "passed" if rule["evaluation"] and rule["threshold"] is not None else "unknown"
    trial.until(lambda: run.best.completion == "completed")
    found = run.best
    trial.check(
        (found.completion, found.success) == ("completed", success),
        "À la fin, le statut est celui que la règle du cours donne.",
        "At the end, the status is the one that the course’s rule gives.",
        f"{found.completion}, {found.success}",
    )
    if rule["evaluation"] and trial.course["reporting"] != "status":
        trial.check(
            found.score == 1,
            "Le score inscrit est celui de l’évaluation.",
            "The score recorded is that of the evaluation.",
            found.score,
        )


def resumed(trial: Trial, visit: Visit, before: Seen) -> None:
    """Check that a new visit shows the same place and the same pages read."""
    after = visit.learner.seen()
    trial.check(
        before.place in ("", after.place),
        "La personne reprend à la page qu’elle avait quittée.",
        "The person resumes at the page left.",
        f"{before.place} → {after.place}",
    )
    trial.check(
        before.read <= after.read,
        "Rien de ce qui était enregistré n’est perdu.",
        "Nothing that was saved is lost.",
        f"{sorted(before.read)} → {sorted(after.read)}",
    )


def untouched(trial: Trial, visit: Visit) -> None:
    """Check that a person sees nothing of another's way."""
    seen = visit.learner.seen()
    first = visit.learner.pages[0]["id"]
    trial.check(
        (seen.place, seen.read) == (first, frozenset()),
        "L’autre personne commence au début et ne voit rien de la première.",
        "The other person starts at the beginning and sees nothing of the first.",
        f"{seen.place}, {sorted(seen.read)}",
    )
