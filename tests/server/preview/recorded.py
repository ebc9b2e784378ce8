"""Learners in the database of a running preview, by the same way as a browser: launch, commit."""

from __future__ import annotations

import json

from tests.server.preview.running import Preview

from balise_server import create_app
from balise_server.config import Config
from balise_server.services import EXTENSION


def record(preview: Preview, course_id: str, scores: list[int | None]) -> None:
    """Let one learner a score (0 to 100; ``None``: left half-way) follow a course."""
    place = preview.output.parent / ".balise/preview"
    app = create_app(
        Config(
            place,
            page_origin=preview.url,
            content_origin=preview.content,
            packages=(place / "packages",),
            preview=True,
        )
    )
    services = app.extensions[EXTENSION]
    package = services.library.course(course_id).for_target("scorm12")
    for number, score in enumerate(scores):
        learner = services.enrol(f"Personne {number}")
        token = services.launch_address(package, "play", learner).partition("#")[2]
        client = app.test_client()
        started = client.post("/lms/start", data=token, base_url=preview.content).get_json()
        status = "incomplete" if score is None else "passed" if score >= 80 else "completed"
        body = {"cmi.core.lesson_status": status, "cmi.core.session_time": "00:00:08.00"}
        if score is not None:
            body |= {"cmi.core.score.raw": str(score), "cmi.core.score.min": "0"}
            body |= {"cmi.core.score.max": "100"}
        sent = json.dumps({**body, "commitSequence": 1})
        answer = client.post(started["commit"], data=sent, base_url=preview.content)
        assert answer.status_code == 200, answer.text
    services.store.close()
