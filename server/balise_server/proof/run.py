"""A proof from the first window to the verdict."""

from __future__ import annotations

import platform
import re
import time
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from balise_server import __version__
from balise_server.proof import foreign
from balise_server.proof import record as seen
from balise_server.proof.answers import UnknownKindError
from balise_server.proof.browser import FLAGS, driver, find
from balise_server.proof.faults import FAULTS
from balise_server.proof.house import serving
from balise_server.proof.learner import pages_of
from balise_server.proof.record import Proof, judged
from balise_server.proof.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from playwright.sync_api import Browser, Playwright

    from balise_server.packages import Package
    from balise_server.proof.faults import Fault
    from balise_server.proof.house import House

PLAYER = re.compile(r"assets/player-(?:\w+-)?([0-9a-f]{8})\.js")


@dataclass
class Prover:
    """A browser and a house: plays as many packages as are given, one window after the other."""

    house: House
    browser: Browser
    driver: Playwright
    executable: str
    folder: Path

    def prove(
        self,
        path: Path,
        name: str,
        faults: Sequence[Fault] = FAULTS,
        told: Callable[[Fault, seen.Path], None] = lambda _fault, _path: None,
    ) -> Proof:
        """Play a package through ``faults``.

        :param name: what people call the zip (``path`` may be a temporary file).
        :param told: is called after each path.
        :raises PackageError: no platform would take it.
        :raises ProofError: it is no SCORM package.
        """
        package = self.house.take(path, name)
        proof = self._about(package, name)
        paths = []
        for fault in faults:
            played = self._play(fault, package)
            told(fault, played)
            paths.append(played)
        return replace(proof, paths=tuple(paths))

    def _play(self, fault: Fault, package: Package) -> seen.Path:
        begun = time.monotonic()
        act = fault.play if package.course and enough(fault, package.course) else None
        if not package.is_balise and fault.id in foreign.APPLIES:
            act = foreign.opened(fault.id)
        if act is None:
            return seen.Path(fault.id, fault.profile, "not-judged", (), (), {}, 0.0)
        place = self.folder / fault.id
        place.mkdir(exist_ok=True)
        trial = Trial(self.house, self.browser, self.driver, self.executable, package, place)
        self._attempt(trial, act)
        recorded = trial.runs[0].values if trial.runs else {}
        return seen.Path(
            fault.id,
            fault.profile,
            judged(trial.checks) if trial.runs else "not-judged",
            tuple(trial.checks),
            tuple(sessions(trial)),
            dict(recorded),
            round(time.monotonic() - begun, 1),
        )

    def _attempt(self, trial: Trial, act: Callable[[Trial], None]) -> None:
        """Play; whatever stops the learner is a failed check, with what was being looked for."""
        from playwright.sync_api import Error

        try:
            act(trial)
        except Error as error:
            trial.stuck(" ".join(str(error).split())[:400])
        except UnknownKindError as error:
            trial.stuck(f"question: {error}")
        except (AssertionError, KeyError, StopIteration, IndexError, ValueError) as error:
            trial.stuck(f"{type(error).__name__}: {error}")
        finally:
            if trial.runs:
                trial.settle()
            with suppress(Error):
                trial.close()

    def _about(self, package: Package, name: str) -> Proof:
        return Proof(
            package=name,
            sha256=package.sha256,
            size=package.size,
            title=package.title,
            version=package.version,
            edition=package.target,
            by_balise=package.is_balise,
            date=datetime.now(UTC).date().isoformat(),
            versions={
                "balise": __version__,
                "player": player(self.house.library.folder(package)),
                "browser": self.browser.version,
                "python": platform.python_version(),
            },
        )


def enough(fault: Fault, course: Mapping[str, Any]) -> bool:
    """Return whether a course is long enough for a fault to mean anything."""
    return len(pages_of(course)) >= fault.pages


def sessions(trial: Trial) -> Iterator[dict[str, object]]:
    """Return what the host saw of each visit, in order."""
    for n, run in enumerate(trial.runs, 1):
        for session in run.sessions:
            yield {
                "run": n,
                "profile": session.profile,
                "learner": run.learner[0],
                "stored": session.stored,
                "refused": session.refused,
                "ended": session.ended,
                "calls": session.calls,
            }


def player(folder: Path) -> str:
    """Return the mark of the player in a package; "" for another tool's."""
    page = folder / "index.html"
    found = PLAYER.search(page.read_text(encoding="utf-8")) if page.is_file() else None
    return found[1] if found else ""


@contextmanager
def ready(browser: str = "", running: Playwright | None = None) -> Iterator[Prover]:
    """Give a prover: a browser opened, a house that serves; everything goes at the end.

    :param running: a Playwright that runs already; a process can hold only one.

    :raises ProofError: no browser, no Playwright.
    """
    executable = find(browser)
    with TemporaryDirectory(prefix="balise-preuve-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        given = nullcontext(running) if running is not None else driver()
        with given as playwright, serving(folder) as house:
            opened = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
            try:
                yield Prover(house, opened, playwright, executable, folder)
            finally:
                opened.close()
