"""Several windows, several people, and a browser that keeps too much or nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from balise_server.bench.profiles import STRICT, Profile
from balise_server.proof.browser import Killable
from balise_server.proof.expected import finished, resumed, untouched
from balise_server.proof.faults.saving import COMMITS
from balise_server.proof.house import OTHER

if TYPE_CHECKING:
    from balise_server.bench.runs import Run
    from balise_server.proof.trial import Trial, Visit

STANDS = "() => frames[0] && frames[0].document.querySelector('.b-on .b-section:not([hidden])')"
PLACE = "() => frames[0].document.querySelector('.b-main .b-section:not([hidden])').dataset.page"
NEXT = "() => { frames[0].document.querySelector('.b-foot .b-next').click(); }"


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
    """Freeze the page in the back-forward cache and restore it: reloaded, the session goes on.

    In a browser of its own: a driven one keeps no page in that cache unless it is started so. Of a
    restored page the driver sees the outer window only: the content is reached from there.
    """
    trial.tolerated = {"Initialize"}
    run = trial.run(STRICT)
    with TemporaryDirectory(prefix="balise-preuve-", ignore_cleanup_errors=True) as folder:
        browser = Killable(trial.driver, trial.executable, Path(folder))
        try:
            context = browser.browser.contexts[0]
            visit = trial.visit(run, context)
            visit.learner.half()
            before = visit.learner.seen()
            visit.learner.saved()
            restore(trial, visit, run)
            trial.check(
                visit.page.evaluate(PLACE) == before.place,
                "La page rendue montre la place d’avant.",
                "The restored page shows the place of before.",
            )
            stored = run.sessions[0].stored
            visit.page.evaluate(NEXT)
            trial.check(
                trial.until(lambda: run.sessions[0].stored > stored) and len(run.sessions) == 1,
                "La même séance continue d’enregistrer.",
                "The same session goes on saving.",
                len(run.sessions),
            )
            visit.close()
            trial.until(lambda: run.sessions[0].ended)
            again = trial.visit(run, context)
            read = again.learner.seen().read
            trial.check(
                before.read < read,
                "Rien de ce qui était enregistré n’est perdu.",
                "Nothing that was saved is lost.",
                f"{sorted(before.read)} → {sorted(read)}",
            )
            again.learner.finish()
            finished(trial, run)
        finally:
            browser.kill()


def restore(trial: Trial, visit: Visit, run: Run) -> None:
    """Go to another page and back, and wait until the course stands again."""
    visit.page.evaluate("() => { window.kept = true; }")
    visit.page.goto(f"{trial.house.content}/lms/static/lms.css")
    trial.check(
        not run.sessions[0].ended,
        "Une page mise en réserve ne ferme pas la séance.",
        "A page put aside does not close the session.",
    )
    visit.page.evaluate("() => { setTimeout(() => history.back()); }")
    visit.page.wait_for_url(trial.house.address(run), wait_until="commit")
    visit.page.wait_for_function(STANDS)
    trial.check(
        visit.page.evaluate("() => window.kept === true"),
        "Le navigateur rend la page telle qu’elle était.",
        "The browser restores the page as it was.",
    )
