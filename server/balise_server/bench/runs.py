"""The runs of the bench, in memory: what each session called, and what the host acknowledged."""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from balise_server.errors import BaliseError
from balise_server.tracking import launch
from balise_server.tracking.outcome import Outcome, outcome
from balise_server.tracking.times import (
    format_duration,
    format_timespan,
    parse_duration,
    parse_timespan,
)

if TYPE_CHECKING:
    from balise_server.bench.profiles import Profile
    from balise_server.packages import Item, Package

GENERIC = ("guest", "Invité")
SESSION_TIME = {"scorm12": "cmi.core.session_time", "scorm2004": "cmi.session_time"}
EXIT = {"scorm12": "cmi.core.exit", "scorm2004": "cmi.exit"}
MOST_RUNS = 200


@dataclass
class Session:
    """One load of the content."""

    number: int
    attempt: int = 1
    profile: str = ""
    """The last one under which it was heard."""
    calls: list[dict[str, Any]] = field(default_factory=list)
    stored: int = 0
    """Commits acknowledged."""
    refused: int = 0
    ended: bool = False
    sequence: int = 0


@dataclass
class Run:
    """One learner on one package under one profile, over as many visits as it takes."""

    id: str
    package: Package
    profile: Profile
    learner: tuple[str, str]
    """Identifier and name."""
    values: dict[str, str] = field(default_factory=dict)
    """What was acknowledged last, in the attempt under way."""
    best: Outcome = field(default_factory=Outcome)
    sessions: list[Session] = field(default_factory=list)
    time_ms: int = 0
    refusals: int = 0
    attempts: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def edition(self) -> str:
        """``scorm12``, ``scorm2004`` or ``web``."""
        return self.package.target

    def launch(self, item: Item) -> tuple[Session, dict[str, str]]:
        """Begin a session; return it and the elements that the host has at launch.

        An attempt goes on unless it ended by another exit than *suspend* (2004 RTE 4.2.8).
        """
        with self.lock:
            suspended = self.values.get(EXIT.get(self.edition, ""), "") == "suspend"
            goes_on = bool(self.values) and (suspended or not self._has_ended())
            kept = dict(self.values) if goes_on else {}
            if not goes_on:
                self.values, self.time_ms = {}, 0
                self.attempts += 1
            session = Session(len(self.sessions) + 1, self.attempts, str(self.profile))
            self.sessions.append(session)
            return session, self._state(item, kept, suspended)

    def _has_ended(self) -> bool:
        return bool(self.sessions) and self.sessions[-1].ended

    def _state(self, item: Item, kept: dict[str, str], suspended: bool) -> dict[str, str]:
        if self.edition == "web":
            return {}
        state = launch.state(self.edition, item, *self.learner, None)
        core = "cmi.core." if self.edition == "scorm12" else "cmi."
        entry = "ab-initio" if not kept or self.profile.name == "always-ab-initio" else ""
        written = format_timespan if self.edition == "scorm12" else format_duration
        state |= {
            n: v for n, v in kept.items() if n not in (SESSION_TIME[self.edition], core + "exit")
        }
        state[core + "entry"] = entry or ("resume" if suspended else "")
        state[core + "total_time"] = written(self.time_ms)
        return state

    def receive(self, message: dict[str, Any]) -> bool:
        """Note the calls of a message and store its values; return whether they were stored."""
        with self.lock:
            session = self.sessions[int(message["session"]) - 1]
            session.calls += message["calls"]
            session.profile = str(self.profile)
            values = message.get("values")
            if values is None:
                return True
            if self._refuses():
                session.refused += 1
                return False
            if int(message["sequence"]) <= session.sequence:
                return True  # Overtaken on the way by a later one.
            session.sequence = int(message["sequence"])
            session.stored += 1
            self.values = {str(name): str(value) for name, value in values.items()}
            self._settle(session, bool(message.get("last")))
            return True

    def _refuses(self) -> bool:
        if self.profile.name != "refuses-commits":
            return False
        self.refusals += 1
        return not self.profile.args or self.refusals <= self.profile.args[0]

    def _settle(self, session: Session, last: bool) -> None:
        from balise_server.tracking.outcome import best

        self.best = best(self.best, self.outcome)
        if not last:
            return
        session.ended = True
        read = parse_timespan if self.edition == "scorm12" else parse_duration
        self.time_ms += read(self.values.get(SESSION_TIME[self.edition], "")) or 0

    @property
    def outcome(self) -> Outcome:
        """What the acknowledged values say; as Open edX reads them under that profile."""
        try:
            found = outcome({n: v for n, v in self.values.items() if v != ""}, self.edition)
        except ValueError:  # A host that checks nothing has stored what is no number.
            return Outcome()
        if self.profile.name != "open-edx" or not self.values:
            return found
        raw = "cmi.core.score.raw" if self.edition == "scorm12" else "cmi.score.raw"
        score = float(self.values[raw]) / 100 if self.values.get(raw) else None
        done = found.completion == "completed" or found.success == "passed"
        return Outcome("completed" if done else "incomplete", found.success, score, found.progress)


class Bench:
    """The runs of one server; the oldest are let go."""

    def __init__(self) -> None:
        self._runs: dict[str, Run] = {}
        self._lock = threading.Lock()

    def open(self, package: Package, profile: Profile, learner: tuple[str, str]) -> Run:
        """Begin a run; a shared account has the generic learner whoever plays."""
        if profile.name == "shared-account":
            learner = GENERIC
        run = Run(secrets.token_urlsafe(12), package, profile, learner)
        with self._lock:
            self._runs[run.id] = run
            while len(self._runs) > MOST_RUNS:
                del self._runs[next(iter(self._runs))]
        return run

    def run(self, run_id: str) -> Run:
        """Return a run.

        :raises BaliseError: ``unknown-run``.
        """
        with self._lock:
            found = self._runs.get(run_id)
        if found is None:
            raise BaliseError("unknown-run")
        return found


def delay(profile: Profile) -> None:
    """Wait as long as a slow host does."""
    if profile.name == "slow":
        time.sleep((profile.args[0] if profile.args else 2000) / 1000)
