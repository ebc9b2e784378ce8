"""Several windows, several people, and a browser that keeps too much or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_server.bench.profiles import STRICT, Profile
from balise_server.proof.expected import finished, resumed, untouched
from balise_server.proof.faults.saving import COMMITS
from balise_server.proof.house import OTHER

if TYPE_CHECKING:
    from balise_server.proof.trial import Trial


def two_tabs(trial: Trial) -> None:
    """One person, two tabs: whichever saves last has the work of both."""
    run = trial.run(STRICT)
    context = trial.context()
    one, two = trial.visit(run, context), trial.visit(run, context)
    one.learner.read_on()
    one.learner.saved()
    two.learner.next()
    two.learner.read_on()
    two.learner.saved()
    before = two.learner.seen() if not one.learner.seen().read - two.learner.seen().read else None
    trial.check(
        before is not None,
        "Un onglet voit le travail de l’autre.",
        "A tab sees the work of the other.",
    )
    one.close()
    two.close()
    trial.until(lambda: all(session.ended for session in run.sessions))
    again = trial.visit(run, context)
    trial.check(
        {0, 1} <= again.learner.seen().read,
        "Rien de ce que les deux onglets ont enregistré n’est perdu.",
        "Nothing that the two tabs saved is lost.",
        sorted(again.learner.seen().read),
    )
    again.learner.finish()
    finished(trial, run)


def two_people(trial: Trial) -> None:
    """Two people in one browser profile, the first one’s last pages not saved yet."""
    trial.tolerated = COMMITS
    context = trial.context()
    run = trial.run(STRICT)
    first = trial.visit(run, context)
    first.learner.read_on()
    first.learner.saved()
    run.profile = Profile("refuses-commits")
    first.learner.read_on()
    first.scope.locator(".b-alarm:not([hidden])").wait_for()
    before = first.learner.seen()
    first.close()
    other = trial.run(STRICT, OTHER)
    second = trial.visit(other, context)
    untouched(trial, second)
    second.learner.read_on()
    second.learner.saved()
    second.close()
    run.profile = STRICT
    resumed(trial, trial.visit(run, context), before)


def generic_account(trial: Trial) -> None:
    """Share one account: whose progress it is, is asked before it is shown."""
    run = trial.run(Profile("shared-account"))
    context = trial.context()
    first = trial.visit(run, context)
    first.learner.half()
    first.learner.saved()
    first.close()
    trial.until(lambda: run.sessions[0].ended)
    second = trial.visit(run, context)
    ask = second.learner.button("whoseRestart")
    ask.wait_for()
    trial.check(
        second.learner.place() == "",
        "Le cours demande à qui est la progression avant de la montrer.",
        "The course asks whose progress it is before showing it.",
    )
    ask.click()
    untouched(trial, second)
    second.learner.finish()
    finished(trial, run)


def back_forward(trial: Trial) -> None:
    """Frozen in the back-forward cache and restored: reloaded, and the session goes on.

    The two events are given to the page: a driven browser keeps no page in that cache.
    """
    trial.tolerated = {"Initialize"}
    run = trial.run(STRICT)
    visit = trial.visit(run, trial.context())
    visit.learner.half()
    before = visit.learner.seen()
    visit.learner.saved()
    frame = visit.content()
    event = "name => dispatchEvent(new PageTransitionEvent(name, {persisted: true}))"
    frame.evaluate(event, "pagehide")
    trial.check(
        not run.sessions[0].ended,
        "Une page mise en réserve ne ferme pas la séance.",
        "A page put aside does not close the session.",
    )
    with visit.page.expect_event("framenavigated"):
        frame.evaluate(event, "pageshow")
    visit.learner.wait()
    resumed(trial, visit, before)
    visit.learner.finish()
    finished(trial, run)
