"""The LMS shell in a real browser: scorm-again, its traps, and what the page around is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import visit
from tests.server.play.shell import LEAVES, Played, Sitting, listening, sitting
from tests.server.support import files, own_files

pytestmark = pytest.mark.browser
EDITIONS = ("scorm12", "scorm2004")
FUNCTIONS = {
    "scorm12": ("LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"),
    "scorm2004": ("Initialize", "GetValue", "SetValue", "Commit", "Terminate"),
}


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Played]:
    with listening(tmp_path) as server:
        yield server


@pytest.mark.parametrize("edition", EDITIONS)
def test_state_is_there_before_initialize_and_every_call_is_told(
    browser: Browser, played: Played, edition: str
) -> None:
    package = played.add(own_files(edition))
    initialize, get, put, commit, _ = FUNCTIONS[edition]
    with sitting(browser, played, package) as first:
        assert first.call(initialize, "") == "true"
        assert first.call(put, "cmi.suspend_data", "page 2") == "true"
        assert first.call(put, "cmi.nonsense", "x") == "false"
        assert first.call(commit, "") == "true"
        first.wait_for("saved")
        calls = [message for message in first.told if message["type"] == "call"]
        assert [(c["name"], c["result"]) for c in calls] == [
            (initialize, "true"),
            (put, "true"),
            (put, "false"),
            (commit, "true"),
        ]
        assert calls[2]["error"] == "401"
        assert {m["origin"] for m in first.told} == {played.services.config.content_origin}
    with sitting(browser, played, package) as again:
        entry = "cmi.core.entry" if edition == "scorm12" else "cmi.entry"
        again.call(initialize, "")
        assert again.call(get, "cmi.suspend_data") == "page 2"
        assert again.call(get, entry) == "resume"


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_said_when_leaving_arrives(browser: Browser, played: Played, edition: str) -> None:
    page = "<!doctype html><title>P</title><script src=sco.js></script>"
    package = played.add(files(edition, index__html=page, sco__js=LEAVES))
    with sitting(browser, played, package) as seen:
        seen.content.wait_for_function("() => old !== undefined")
        told = seen.told
        seen.page.goto("about:blank")
        for _ in range(100):
            if played.record(told).terminated:
                break
            seen.page.wait_for_timeout(50)
    found = played.record(told)
    assert (found.cmi["cmi.suspend_data"], found.exit) == ("said when leaving", "suspend")


def test_a_state_above_64_kib_survives_terminate(browser: Browser, played: Played) -> None:
    package = played.add(own_files("scorm2004"))
    with sitting(browser, played, package) as seen:
        seen.call("Initialize", "")
        state = "é" * 60_000
        assert seen.call("SetValue", "cmi.suspend_data", state) == "true"
        assert seen.call("SetValue", "cmi.completion_status", "completed") == "true"
        assert seen.call("Terminate", "") == "true"
        seen.wait_for("terminated")
        for _ in range(100):
            if played.record(seen.told).terminated:
                break
            seen.page.wait_for_timeout(50)
        found = played.record(seen.told)
    assert found.terminated
    assert found.completion == "completed"
    assert found.cmi["cmi.suspend_data"] == state


def test_a_refused_commit_is_false_and_its_reason_told(browser: Browser, played: Played) -> None:
    package = played.add(own_files("scorm12"))
    with sitting(browser, played, package) as old, sitting(browser, played, package) as new:
        for one in (old, new):
            one.call("LMSInitialize", "")
        assert new.call("LMSCommit", "") == "true"
        old.call("LMSSetValue", "cmi.core.lesson_status", "passed")
        assert old.call("LMSCommit", "") == "false"
        assert old.call("LMSGetLastError") == "391"
        problem = old.wait_for("refused")["problem"]
        assert problem["code"] == "session-superseded"
        assert played.record(new.told).success == "passed"


REFUSED = [
    ("scorm2004", "cmi.interactions.0.timestamp", "2026-11-07T10:11:12Z", "406"),
    ("scorm12", "cmi.core.lesson_status", "done", "405"),
]
"""One of each edition; the rules themselves are held by the tests of ``tracking``."""
MORE = [
    ("scorm2004", "cmi.suspend_data", "x" * 64_001, "406"),
    ("scorm2004", "cmi.session_time", "65 seconds", "406"),
    ("scorm12", "cmi.core.score.raw", "101", "405"),
]


@pytest.mark.parametrize(
    ("edition", "name", "value", "error"),
    [*REFUSED, *(pytest.param(*one, marks=pytest.mark.slow) for one in MORE)],
    ids=[f"{edition} {name}" for edition, name, _, _ in (*REFUSED, *MORE)],
)
def test_the_lms_side_is_strict(
    browser: Browser, played: Played, edition: str, name: str, value: str, error: str
) -> None:
    prefix = "LMS" if edition == "scorm12" else ""
    with sitting(browser, played, played.add(own_files(edition))) as seen:
        assert seen.call(f"{prefix}GetValue", name) == ""
        assert seen.call(f"{prefix}GetLastError") in ("301", "122")
        seen.call(f"{prefix}Initialize", "")
        if ".0." in name:
            seen.call(f"{prefix}SetValue", "cmi.interactions.0.id", "q1")
        assert seen.call(f"{prefix}SetValue", name, value) == "false"
        assert seen.call(f"{prefix}GetLastError") == error


def test_content_sees_the_eight_functions_only(browser: Browser, played: Played) -> None:
    with sitting(browser, played, played.add(own_files("scorm12"))) as seen:
        names = seen.content.evaluate("() => Object.keys(parent.API).sort()")
        assert len(names) == 8
        assert all(name.startswith("LMS") for name in names)
        assert seen.content.evaluate("() => parent.API_1484_11 === undefined")


def test_content_loaded_again_after_its_end_gets_a_new_session(
    browser: Browser, played: Played
) -> None:
    with sitting(browser, played, played.add(own_files("scorm12"))) as seen:
        seen.call("LMSInitialize", "")
        seen.call("LMSSetValue", "cmi.suspend_data", "x")
        assert seen.call("LMSFinish", "") == "true"
        seen.content.evaluate("() => location.reload()")
        seen.page.wait_for_function("() => told.filter((m) => m.type === 'started').length === 2")
        assert seen.call("LMSInitialize", "") == "true"
        assert seen.told[-1]["result"] == "true"


def test_the_authors_view_records_nothing(browser: Browser, played: Played) -> None:
    package = played.add(own_files("scorm12"))
    with sitting(browser, played, package, "author") as seen:
        seen.call("LMSInitialize", "")
        seen.call("LMSSetValue", "cmi.core.lesson_status", "passed")
        assert seen.call("LMSCommit", "") == "true"
        assert seen.wait_for("started")["attempt"] is None
    with played.services.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM event").scalar() == 0


def test_a_web_package_finds_no_api(browser: Browser, played: Played) -> None:
    with sitting(browser, played, played.add(own_files("web"))) as seen:
        assert seen.content.inner_text("p") == "Bonjour"
        assert seen.content.evaluate("() => parent.API ?? parent.API_1484_11 ?? 'none'") == "none"


def test_a_forged_launch_says_what_to_do(browser: Browser, played: Played) -> None:
    config = played.services.config
    with visit(browser, config.page_origin + "/") as page:
        seen = Sitting(page, f"{config.content_origin}/lms/#forged")
        message = seen.shell.wait_for_selector("#message:not(:empty)")
        assert message is not None
        assert message.inner_text().startswith(("This launch link", "Ce lien de lancement"))
