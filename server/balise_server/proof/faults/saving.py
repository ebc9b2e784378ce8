"""A host, or a network, that does not save when it should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_server.bench.profiles import STRICT, Profile
from balise_server.proof.expected import finished, resumed
from balise_server.proof.faults.visits import QUIET, half_way

if TYPE_CHECKING:
    from balise_server.bench.runs import Run
    from balise_server.proof.trial import Trial, Visit

COMMITS = {"Commit", "Terminate"}
LONG = 60_000
FAILING = (3000, 20_000)
"""From when to when an API fails for a while: a slow machine must have time for two refusals."""


def begun(trial: Trial) -> tuple[Run, Visit]:
    """Begin a run whose first save was acknowledged, on its first page."""
    run = trial.run(STRICT)
    visit = trial.visit(run, trial.context())
    visit.learner.saved()
    trial.until(lambda: run.sessions[0].stored > 0)
    return run, visit


def void(_said: str) -> None:
    """Do nothing with what a screen says."""


def alarm(visit: Visit) -> bool:
    """Whether the quiet sign stands above the page."""
    return visit.scope.locator(".b-alarm:not([hidden])").count() > 0


def refused_once(trial: Trial) -> None:
    """One refusal: tried again, without a sign."""
    trial.tolerated = COMMITS
    run, visit = begun(trial)
    run.profile = Profile("refuses-commits", (1,))
    visit.learner.read_on()
    before = visit.learner.seen()
    trial.until(lambda: run.sessions[0].refused == 1)
    trial.check(
        not alarm(visit), "Un seul refus ne dérange personne.", "One refusal disturbs nobody."
    )
    visit.learner.saved()
    trial.check(
        run.sessions[0].refused == 1 and not run.sessions[0].ended,
        "L’enregistrement refusé est repris, et accepté.",
        "The refused save is tried again, and accepted.",
        run.sessions[0].refused,
    )
    visit.close()
    again = trial.visit(run, visit.page.context)
    resumed(trial, again, before)


def refused_thrice(trial: Trial) -> None:
    """Three refusals: a quiet sign after the second, and everything arrives at the fourth try."""
    trial.tolerated = COMMITS
    run, visit = begun(trial)
    run.profile = Profile("refuses-commits", (3,))
    visit.learner.read_on()
    visit.scope.locator(".b-alarm:not([hidden])").wait_for()
    trial.check(
        run.sessions[0].refused >= 2,
        "Un signe discret paraît au deuxième refus.",
        "A quiet sign appears at the second refusal.",
        run.sessions[0].refused,
    )
    visit.learner.read_on()
    before = visit.learner.seen()
    visit.scope.locator(".b-save", has_text=visit.learner.t("saved")).wait_for(timeout=LONG)
    trial.check(
        not alarm(visit),
        "Le signe s’efface une fois tout enregistré.",
        "The sign goes once all is saved.",
    )
    visit.close()
    resumed(trial, trial.visit(run, visit.page.context), before)


def refused_always(trial: Trial) -> None:
    """Refuse to the end: the learner is told the truth, and loses nothing on this device."""
    trial.tolerated = COMMITS
    run, visit = begun(trial)
    run.profile = Profile("refuses-commits")
    stored = run.sessions[0].stored
    visit.learner.half()
    before = visit.learner.seen()
    visit.scope.locator(".b-alarm:not([hidden])").wait_for()
    trial.check(
        visit.learner.leave() == visit.learner.t("exitRefused"),
        "« Enregistrer et quitter » dit que ce n’est pas confirmé.",
        "“Save and leave” says that it is not confirmed.",
    )
    trial.check(run.sessions[0].stored == stored, "Rien n’a été inscrit.", "Nothing was recorded.")
    visit.close()
    run.profile = STRICT
    again = trial.visit(run, visit.page.context)
    resumed(trial, again, before)
    again.learner.finish()
    finished(trial, run)


def slow(trial: Trial) -> None:
    """Every save takes two seconds."""
    half_way(trial, lambda visit: void(visit.learner.leave()), Profile("slow", (2000,)))


def network(trial: Trial) -> None:
    """Lose the network half-way; it comes back a few pages later."""
    trial.tolerated = COMMITS
    run, visit = begun(trial)
    visit.learner.read_on()
    visit.learner.saved()
    visit.page.wait_for_timeout(QUIET)
    visit.page.context.set_offline(True)
    visit.learner.read_on()
    visit.scope.locator(".b-alarm:not([hidden])").wait_for()
    visit.learner.read_on()
    before = visit.learner.seen()
    visit.page.context.set_offline(False)
    visit.learner.saved()
    trial.check(
        not alarm(visit),
        "Le retour du réseau suffit à tout enregistrer.",
        "The network’s return is enough to save all.",
    )
    visit.close()
    again = trial.visit(run, visit.page.context)
    resumed(trial, again, before)
    again.learner.finish()
    finished(trial, run)


def throws(trial: Trial) -> None:
    """Play on a host that throws from the start, then one that fails for a while and recovers."""
    trial.tolerated = {"Initialize", "GetValue", "SetValue", "GetLastError", *COMMITS}
    broken = trial.visit(trial.run(Profile("throws")))
    broken.learner.finish()
    trial.check(
        broken.learner.place() == "",
        "Devant une API en panne, le cours se suit jusqu’au bout.",
        "With a broken API, the course can be followed to its end.",
    )
    trial.check(
        broken.learner.leave() == broken.learner.t("exitLocal"),
        "Le cours dit alors que la progression reste sur l’appareil.",
        "The course then says that the progress stays on the device.",
    )
    run = trial.run(Profile("throws", FAILING))
    visit = trial.visit(run, trial.context())
    visit.learner.saved()
    visit.page.wait_for_timeout(FAILING[0] + 200)
    visit.learner.read_on()
    before = visit.learner.seen()
    visit.scope.locator(".b-alarm:not([hidden])").wait_for()
    visit.scope.locator(".b-save", has_text=visit.learner.t("saved")).wait_for(timeout=LONG)
    run.profile = STRICT
    visit.close()
    resumed(trial, trial.visit(run, visit.page.context), before)


def late(trial: Trial) -> None:
    """Show the API after a second: a page read meanwhile counts."""
    half_way(
        trial,
        lambda visit: visit.close(),
        Profile("late-api", (1000,)),
        lambda visit: visit.learner.next(),
    )
