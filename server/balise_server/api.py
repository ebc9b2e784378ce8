"""JSON for the server's own pages: what the LMS has recorded of an attempt."""

from __future__ import annotations

from dataclasses import asdict

from flask import Blueprint, Response, jsonify, session

from balise_server.errors import BaliseError
from balise_server.services import services
from balise_server.storage import records

blueprint = Blueprint("api", __name__, url_prefix="/api")
LEARNER = "learner"
"""Key of the session cookie under which the pages keep who is learning here."""


@blueprint.get("/attempts/<attempt_id>")
def attempt(attempt_id: str) -> Response:
    """Return one attempt of the learner of this browser (fields of ``records.AttemptRecord``).

    :raises BaliseError: ``unknown-attempt``, also for somebody else's.
    """
    found = services()
    with found.store.read() as connection:
        record = records.one_attempt(connection, found.config.org_id, attempt_id)
    if record is None or record.learner_id != session.get(LEARNER):
        raise BaliseError("unknown-attempt")
    return jsonify(asdict(record))
