"""What the panel beside the player may read."""

from __future__ import annotations

from tests.server.support import PAGES, Server, own_files


def test_a_learner_reads_their_own_attempt_only(server: Server) -> None:
    started = server.start(server.add(own_files()), "Camille")
    server.commit(started, 1, core_lesson_status="incomplete", core_score_raw="50")
    path = f"/api/attempts/{started['attempt']['id']}"
    client = server.browser
    assert client.get(path, base_url=PAGES).get_json()["error"]["code"] == "unknown-attempt"
    with client.session_transaction(base_url=PAGES) as session:
        session["learner"] = server.services.enrol("Camille")
    found = client.get(path, base_url=PAGES).get_json()
    assert (found["completion"], found["score"], found["commits"]) == ("incomplete", 0.5, 1)
    assert found["cmi"]["cmi.core.score.raw"] == "50"
    with client.session_transaction(base_url=PAGES) as session:
        session["learner"] = server.services.enrol("Sacha")
    assert client.get(path, base_url=PAGES).status_code == 404
    assert client.get("/api/attempts/absent", base_url=PAGES).status_code == 404
