from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from balise_server.bench.content import first_resource
from balise_server.bench.profiles import KINDS, Profile, parse
from balise_server.bench.runs import Bench, Run
from balise_server.errors import BaliseError
from balise_server.packages import Package
from tests.server.support import Server, files, serving


@pytest.fixture
def server(tmp_path: Path) -> Any:
    with serving(tmp_path) as found:
        yield found


def opened(server: Server, profile: str = "strict", edition: str = "scorm12") -> Run:
    package: Package = server.add(files(edition), f"{edition}.zip")
    return Bench().open(package, parse(profile), ("personne-1", "Camille"))


def visit(run: Run) -> dict[str, str]:
    return run.launch(run.package.items[0])[1]


def send(run: Run, sequence: int = 1, last: bool = False, **values: str) -> bool:
    named = {name.replace("__", "."): value for name, value in values.items()}
    session = len(run.sessions)
    return run.receive(
        {"session": session, "sequence": sequence, "last": last, "values": named, "calls": []}
    )


def test_an_attempt_left_to_be_resumed_goes_on(server: Server) -> None:
    run = opened(server)
    assert visit(run)["cmi.core.entry"] == "ab-initio"
    send(
        run,
        last=True,
        cmi__suspend_data="x",
        cmi__core__exit="suspend",
        cmi__core__session_time="0000:01:00",
    )
    state = visit(run)
    assert (state["cmi.suspend_data"], state["cmi.core.entry"]) == ("x", "resume")
    assert state["cmi.core.total_time"] == "0000:01:00.00"
    assert "cmi.core.exit" not in state and "cmi.core.session_time" not in state


def test_an_attempt_that_ended_otherwise_is_over_and_its_best_stays(server: Server) -> None:
    run = opened(server)
    visit(run)
    send(
        run, last=True, cmi__suspend_data="x", cmi__core__exit="", cmi__core__lesson_status="passed"
    )
    state = visit(run)
    assert "cmi.suspend_data" not in state and state["cmi.core.entry"] == "ab-initio"
    assert (run.best.completion, run.sessions[1].attempt) == ("completed", 2)


def test_a_session_that_died_is_taken_up_with_what_was_acknowledged(server: Server) -> None:
    run = opened(server)
    visit(run)
    send(run, cmi__suspend_data="x")
    assert visit(run)["cmi.suspend_data"] == "x"


def test_always_ab_initio_says_so_and_gives_the_state_all_the_same(server: Server) -> None:
    run = opened(server, "always-ab-initio", "scorm2004")
    visit(run)
    send(run, last=True, cmi__suspend_data="x", cmi__exit="suspend")
    assert (visit(run)["cmi.entry"], run.values["cmi.suspend_data"]) == ("ab-initio", "x")


def test_commits_are_refused_as_often_as_the_profile_says(server: Server) -> None:
    run = opened(server, "refuses-commits(2)")
    visit(run)
    assert [send(run, n, cmi__suspend_data=str(n)) for n in (1, 2, 3)] == [False, False, True]
    assert (run.sessions[0].refused, run.values) == (2, {"cmi.suspend_data": "3"})
    run.profile = Profile("refuses-commits")
    assert not any(send(run, n, cmi__suspend_data="y") for n in range(4, 9))


def test_a_message_overtaken_on_the_way_changes_nothing(server: Server) -> None:
    run = opened(server)
    visit(run)
    send(run, 2, cmi__suspend_data="later")
    assert send(run, 1, cmi__suspend_data="earlier")
    assert run.values["cmi.suspend_data"] == "later"


def test_a_shared_account_has_one_identifier(server: Server) -> None:
    assert visit(opened(server, "shared-account"))["cmi.core.student_id"] == "guest"


def test_open_edx_divides_the_score_and_takes_passed_for_completed(server: Server) -> None:
    run = opened(server, "open-edx", "scorm2004")
    visit(run)
    send(run, cmi__success_status="passed", cmi__score__raw="80")
    assert (run.outcome.completion, run.outcome.success, run.outcome.score) == (
        "completed",
        "passed",
        0.8,
    )


def test_open_edx_launches_the_first_resource_of_the_default_namespace(tmp_path: Path) -> None:
    resources = (
        '<a:resource href="no.html"/><resource/><resource href="b.html"/><resource href="c.html"/>'
    )
    (tmp_path / "imsmanifest.xml").write_text(f'<m xmlns="urn:x" xmlns:a="urn:y">{resources}</m>')
    assert first_resource(tmp_path) == "b.html"
    assert first_resource(tmp_path / "absent") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("strict", Profile("strict")),
        ("slow(2000)", Profile("slow", (2000,))),
        (" offline( 1, 2 ) ", Profile("offline", (1, 2))),
        ("throws()", Profile("throws")),
    ],
)
def test_a_profile_is_a_name_and_its_numbers(text: str, expected: Profile) -> None:
    assert parse(text) == expected
    assert parse(str(expected)) == expected


@pytest.mark.parametrize(
    "text", ["", "unknown", "strict(1)", "slow(1,2)", "slow(x)", "slow(-1)", "slow("]
)
def test_another_profile_is_refused_with_the_names_there_are(text: str) -> None:
    with pytest.raises(BaliseError) as caught:
        parse(text)
    assert all(kind.name in caught.value.message() for kind in KINDS)
