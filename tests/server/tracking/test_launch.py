"""What the LMS decides at launch: go on or start again, entry, state."""

from __future__ import annotations

import pytest

from balise_server.packages import Item
from balise_server.tracking.launch import Saved, entry, goes_on, state
from balise_server.tracking.outcome import Outcome

EDITIONS = ("scorm12", "scorm2004")
DONE = Outcome("completed", "passed", 0.9)
STATE = {"cmi.suspend_data": "abc"}


def saved(
    outcome: Outcome = DONE,
    exit: str = "",
    values: dict[str, str] | None = None,
    terminated: bool = True,
    commits: int = 3,
) -> Saved:
    found = STATE if values is None else values
    return Saved(outcome, found, exit, terminated, 61_500, commits)


CASES: dict[str, tuple[Saved | None, bool, bool, bool]] = {
    "never opened": (None, True, False, False),
    "opened, nothing saved": (saved(commits=0), True, True, True),
    "unfinished, suspended": (saved(Outcome(), "suspend"), False, False, True),
    "unfinished, closed without a word": (saved(Outcome()), False, False, True),
    "finished, suspended": (saved(exit="suspend"), False, False, True),
    "finished, tab killed": (saved(terminated=False), False, False, True),
    "finished, normal exit, third party": (saved(), False, False, False),
    "finished, normal exit, ours": (saved(), True, False, True),
    "finished, normal exit, ours, no state": (saved(values={}), True, False, False),
    "failed, normal exit, third party": (saved(Outcome(success="failed")), False, False, False),
    "unfinished, wants to start again": (saved(Outcome(), "suspend"), True, True, False),
    "finished, wants to start again": (saved(), True, True, False),
}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_a_launch_goes_on_or_starts_an_attempt(
    case: tuple[Saved | None, bool, bool, bool], edition: str
) -> None:
    last, keeps_state, fresh, expected = case
    assert goes_on(last, edition, keeps_state=keeps_state, fresh=fresh) is expected


def test_entry_follows_what_there_is_to_resume() -> None:
    assert entry(None, "scorm12") == "ab-initio"
    assert entry(saved(commits=0), "scorm12") == "ab-initio"
    assert entry(saved(Outcome(), "suspend", {}), "scorm2004") == "resume"
    assert entry(saved(), "scorm2004") == "resume"
    assert entry(saved(values={}), "scorm12") == ""
    assert entry(saved(values={"cmi.core.lesson_location": "p2"}), "scorm12") == "resume"


def test_a_first_launch_gives_no_status() -> None:
    item = Item("I", "T", "index.html", launch_data="d", mastery="80")
    assert state("scorm12", item, "key", "Camille", None) == {
        "cmi.core.student_id": "key",
        "cmi.core.student_name": "Camille",
        "cmi.core.credit": "credit",
        "cmi.core.lesson_mode": "normal",
        "cmi.core.entry": "ab-initio",
        "cmi.core.total_time": "0000:00:00.00",
        "cmi.launch_data": "d",
        "cmi.student_data.mastery_score": "80",
    }


@pytest.mark.parametrize(
    ("edition", "status", "time"),
    [
        ("scorm12", {"cmi.core.lesson_status": "passed"}, "0000:01:01.50"),
        (
            "scorm2004",
            {"cmi.completion_status": "completed", "cmi.success_status": "passed"},
            "PT0H1M1.5S",
        ),
    ],
)
def test_a_resumed_launch_gives_the_record_back(
    edition: str, status: dict[str, str], time: str
) -> None:
    given = state(edition, Item("I", "T", "index.html"), "key", "Camille", saved())
    assert status.items() <= given.items()
    assert given["cmi.suspend_data"] == "abc"
    assert time in given.values()
