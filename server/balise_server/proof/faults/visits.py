"""Coming, going and coming back, on a host that does what the standard says."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from balise_server.bench.profiles import STRICT, Profile
from balise_server.proof.answers.opened import TEXT
from balise_server.proof.browser import Killable
from balise_server.proof.calls import bare
from balise_server.proof.expected import finished, resumed, unfinished

if TYPE_CHECKING:
    from collections.abc import Callable

    from balise_server.bench.runs import Run
    from balise_server.proof.trial import Trial, Visit

MOST_CALLS = 12
QUIET = 2600
"""Milliseconds after which a save that waits for quiet has been made."""


def first_visit(trial: Trial) -> None:
    """Open the course, look at what it says before any click, then play all of it."""
    run = trial.run(STRICT)
    visit = trial.visit(run)
    visit.page.wait_for_timeout(QUIET)
    before = list(run.sessions[0].calls)
    commits = [call for call in before if bare(call["name"]) == "Commit"]
    trial.check(
        len(before) <= MOST_CALLS and len(commits) <= 1,
        "Avant le premier clic : 12 appels et 1 enregistrement au plus.",
        "Before the first click: at most 12 calls and 1 commit.",
        f"{len(before)}, {len(commits)}",
    )
    unfinished(trial, run)
    write_notes(visit)
    visit.learner.finish(thorough=True)
    finished(trial, run)
    trial.check(
        visit.learner.leave() == visit.learner.t("exitSaved"),
        "« Enregistrer et quitter » dit que c’est enregistré.",
        "“Save and leave” says that it is saved.",
    )
    trial.until(lambda: run.sessions[0].ended)
    visit.page.wait_for_timeout(200)
    exits = [c for s in run.sessions for c in s.calls if bare(c["name"]) == "Terminate"]
    trial.check(
        len(exits) == 1,
        "La séance est fermée une seule fois.",
        "The session is closed once.",
        len(exits),
    )


def write_notes(visit: Visit) -> None:
    """Write a private note on the first page that has one, when it shows."""
    notes = visit.learner.section().locator("[data-note] textarea:visible")
    for n in range(notes.count()):
        notes.nth(n).fill(TEXT)


def half_way(
    trial: Trial,
    leave: Callable[[Visit], None],
    profile: Profile = STRICT,
    first: Callable[[Visit], None] = lambda _visit: None,
) -> None:
    """Go half-way, leave, come back, and play to the end.

    :param first: what is done before the host has saved for the first time.
    """
    run = trial.run(profile)
    context = trial.context()
    visit = trial.visit(run, context)
    first(visit)
    visit.learner.saved()
    visit.learner.half()
    before = visit.learner.seen()
    visit.learner.saved()
    leave(visit)
    trial.until(lambda: run.sessions[0].ended)
    unfinished(trial, run)
    again = trial.visit(run, context)
    again.learner.saved()
    resumed(trial, again, before)
    again.learner.finish()
    finished(trial, run)


def leave_by_button(trial: Trial) -> None:
    """Leave by « Enregistrer et quitter »."""

    def leave(visit: Visit) -> None:
        trial.check(
            visit.learner.leave() == visit.learner.t("exitSaved"),
            "« Enregistrer et quitter » dit que c’est enregistré.",
            "“Save and leave” says that it is saved.",
        )

    half_way(trial, leave)


def leave_by_navigation(trial: Trial) -> None:
    """Leave for another page, one page not yet committed."""

    def leave(visit: Visit) -> None:
        visit.page.goto("about:blank")

    half_way(trial, leave)


def leave_by_closing(trial: Trial) -> None:
    """Close the tab."""
    half_way(trial, lambda visit: visit.close())


def leave_by_kill(trial: Trial) -> None:
    """Kill the browser: what was acknowledged is there, in the same profile of the device."""
    run = trial.run(STRICT)
    with TemporaryDirectory(prefix="balise-preuve-", ignore_cleanup_errors=True) as folder:
        browser = Killable(trial.driver, trial.executable, Path(folder))
        try:
            visit = trial.visit(run, browser.browser.contexts[0])
            visit.learner.half()
            before = visit.learner.seen()
            visit.learner.saved()
        finally:
            browser.kill()
        trial.check(
            not run.sessions[0].ended,
            "Le navigateur est mort sans que la séance ait été fermée.",
            "The browser died without the session being closed.",
        )
        again = Killable(trial.driver, trial.executable, Path(folder))
        try:
            visit = trial.visit(run, again.browser.contexts[0])
            resumed(trial, visit, before)
            visit.learner.finish()
            finished(trial, run)
        finally:
            again.kill()


def resume(trial: Trial) -> None:
    """Finish in three visits, then come back: what was reached stays."""
    run = trial.run(STRICT)
    context = trial.context()
    for _ in range(2):
        visit = trial.visit(run, context)
        visit.learner.read_on()
        before = visit.learner.seen()
        visit.learner.saved()
        visit.close()
        trial.until(lambda: run.sessions[-1].ended)
    visit = trial.visit(run, context)
    resumed(trial, visit, before)
    visit.learner.finish()
    finished(trial, run)
    visit.close()
    trial.until(lambda: run.sessions[-1].ended)
    trial.visit(run, context).close()
    finished(trial, run)


def below_the_threshold(trial: Trial) -> None:
    """Answer below the threshold, try again, pass; without a threshold nothing is judged."""
    rule = trial.course["rule"]
    if not rule["evaluation"] or not rule["threshold"]:
        return
    run = trial.run(STRICT)
    visit = trial.visit(run)
    learner = visit.learner
    learner.go_to(learner.evaluation_page())
    learner.settle_notice(learner.section())
    host = learner.section().locator(f'[data-evaluation="{rule["evaluation"]}"]')
    learner.evaluate(host, right=0)
    host.locator(".b-points").wait_for()
    trial.until(
        lambda: bool(run.values.get("cmi.core.score.raw") or run.values.get("cmi.score.raw")), 3
    )
    if learner.button("quizAgain", host).count():
        unfinished(trial, run)
    else:
        used_up(trial, run)
        return
    learner.evaluate(host)
    host.locator(".b-reached").wait_for()
    learner.next()
    learner.finish()
    finished(trial, run)


def used_up(trial: Trial, run: Run) -> None:
    """Check what no attempt being left means: failed where the course says so, else unfinished."""
    if not trial.course["rule"]["failed"]:
        unfinished(trial, run)
        return
    trial.check(
        run.best.success == "failed",
        "Sans essai restant, l’échec est inscrit, comme le cours le demande.",
        "With no attempt left, the failure is recorded, as the course asks.",
        run.best.success,
    )
