"""The commit address: one answer shape, nothing lost, tokens that cannot be bent."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any

import pytest

from balise_server.security import TokenFilter, guard_logs, redact
from balise_server.storage import records
from tests.server.support import CONTENT, Server, own_files, serving

SAVED = {"result": True, "errorCode": 0}


def stored(server: Server, started: dict[str, Any]) -> records.AttemptRecord:
    with server.services.store.read() as connection:
        found = records.one_attempt(connection, "local", started["attempt"]["id"])
    assert found is not None
    return found


def test_commit_and_resume_in_both_editions(server: Server) -> None:
    for edition, status in (("scorm12", "core_lesson_status"), ("scorm2004", "completion_status")):
        package = server.add(own_files(edition, f"c-{edition}"), f"{edition}.zip")
        started = server.start(package)
        values = {status: "incomplete", "suspend_data": "page 2"}
        answer = server.commit(started, 1, **values)
        assert answer.get_json() == {**SAVED, "sequence": 1}
        again = server.start(package)
        assert again["attempt"] == {**started["attempt"], "session": 2, "entry": "resume"}
        assert again["state"]["cmi.suspend_data"] == "page 2"


@pytest.mark.parametrize("kind", ["text/plain;charset=UTF-8", "application/x-www-form-urlencoded"])
def test_a_beacon_is_read_whatever_its_type(server: Server, kind: str) -> None:
    started = server.start(server.add(own_files()))
    body = {"cmi.suspend_data": "fin", "commitSequence": 1, "terminate": True}
    assert server.send(started, body, kind).get_json() == {**SAVED, "sequence": 1}
    assert stored(server, started).terminated


def test_an_error_has_one_shape_and_changes_nothing(server: Server) -> None:
    started = server.start(server.add(own_files()))
    server.commit(started, 1, suspend_data="kept")
    before = stored(server, started)
    for body, status, code in (
        (b"junk", 400, "commit-unreadable"),
        (b'{"commitSequence":2,"cmi.core.lesson_status":"?"}', 400, "commit-invalid"),
        (b'{"commitSequence":2,"cmi.success_status":"passed"}', 409, "wrong-edition"),
        (b'{"commitSequence":1,"cmi.suspend_data":"other"}', 409, "commit-stale"),
        (b" " * (server.services.config.max_commit + 1), 413, "commit-too-large"),
    ):
        answer = server.send(started, body)
        found = answer.get_json()
        assert (answer.status_code, found["error"]["code"]) == (status, code)
        assert set(found["error"]) == {"code", "message_fr", "message_en", "details"}
        assert (found["result"], found["errorCode"]) == (False, 391)
        assert "Traceback" not in answer.text
    assert stored(server, started) == before


def test_a_superseded_session_is_told(server: Server) -> None:
    package = server.add(own_files())
    old, new = server.start(package), server.start(package)
    server.commit(new, 1, suspend_data="new")
    answer = server.commit(old, 1, suspend_data="old", core_lesson_status="passed")
    assert answer.get_json()["error"]["code"] == "session-superseded"
    found = stored(server, old)
    assert (found.success, found.cmi["cmi.suspend_data"]) == ("passed", "new")


def bent(token: str) -> str:
    return token[:10] + ("A" if token[10] != "A" else "B") + token[11:]


def test_forged_and_foreign_tokens_are_refused(server: Server) -> None:
    package = server.add(own_files())
    started = server.start(package)
    launch = server.services.launch_address(package, "play", "x").partition("#")[2]
    prefix, _, token = started["commit"].rpartition("/")
    for wrong in ("x", bent(token), token[:-1], launch, token + ".x"):
        answer = server.send({"commit": f"{prefix}/{wrong}"}, {"commitSequence": 1})
        assert answer.status_code == 403
        assert answer.get_json()["error"]["code"] == "token-forged"
    for wrong in ("", "x", bent(launch), token):
        answer = server.browser.post("/lms/start", data=wrong, base_url=CONTENT)
        assert answer.get_json()["error"]["code"] == "token-forged"


def test_tokens_expire(tmp_path: Path) -> None:
    with serving(tmp_path, token_lifetime=0) as server:
        package = server.add(own_files())
        address = server.services.launch_address(package, "play", server.services.enrol("Ana"))
        time.sleep(1.1)
        answer = server.browser.post("/lms/start", data=address.partition("#")[2], base_url=CONTENT)
        assert answer.status_code == 403
        assert answer.get_json()["error"]["code"] == "token-expired"


def test_the_authors_view_stores_nothing(server: Server) -> None:
    package = server.add(own_files())
    started = server.start(package, mode="author")
    assert "attempt" not in started
    for _ in range(2):
        answer = server.commit(started, 1, core_lesson_status="passed", suspend_data="x")
        assert answer.get_json() == {**SAVED, "sequence": 1}
    assert server.send(started, b"junk").status_code == 400
    with server.services.store.read() as connection:
        tables = ("learner", "registration", "attempt", "session", "event", "rollup")
        counts = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in tables
        ]
    assert counts == [0] * len(tables)
    assert server.start(package, mode="author")["state"]["cmi.core.entry"] == "ab-initio"


def test_a_web_package_plays_without_an_lms(server: Server) -> None:
    started = server.start(server.add(own_files("web")))
    assert started["edition"] == "web"
    assert not {"commit", "state", "attempt"} & set(started)


def test_no_name_and_no_key_stands_in_an_address(server: Server) -> None:
    package = server.add(own_files())
    learner = server.services.enrol("Camille Tremblay")
    address = server.services.launch_address(package, "play", learner)
    assert "#" in address
    assert "amille" not in address
    assert learner == server.services.enrol("  camille   TREMBLAY ")
    assert server.services.name_of(learner) == "camille TREMBLAY"


def test_tokens_never_reach_a_log(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    started = server.start(server.add(own_files()))
    token = started["commit"].rpartition("/")[2]
    logger = logging.getLogger("gunicorn.access")
    logger.addHandler(caplog.handler)
    guard_logs()
    with caplog.at_level(logging.DEBUG, "gunicorn.access"):
        logger.info('"POST %s HTTP/1.1" 200', started["commit"])
        logger.info("%(r)s", {"r": f"POST {started['commit']}?x=1 HTTP/1.1"})
    logger.removeHandler(caplog.handler)
    assert token not in caplog.text
    assert "/lms/commit/…" in caplog.text


def test_the_filter_keeps_everything_else() -> None:
    record = logging.LogRecord("x", 20, "f", 1, "%s took %d ms", ("/lms/", 3), None)
    assert TokenFilter().filter(record)
    assert record.getMessage() == "/lms/ took 3 ms"
    assert redact("GET /lms/static/lms.js") == "GET /lms/static/lms.js"
