"""The content origin: the LMS shell, commits, and the packages' own files. No cookie here."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from flask import Blueprint, Response, jsonify, make_response, request, send_from_directory
from werkzeug.exceptions import NotFound

from balise_server import ids, security
from balise_server.errors import BaliseError
from balise_server.launch import start as start_session
from balise_server.services import services
from balise_server.storage.commits import store_commit
from balise_server.tracking.commit import read_commit

blueprint = Blueprint("play", __name__)
HASHED = re.compile(r"-[0-9a-f]{8}\.\w+$")
YEAR = 31_536_000
TYPES = {
    ".avif": "image/avif",
    ".css": "text/css",
    ".gif": "image/gif",
    ".htm": "text/html",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".m4a": "audio/mp4",
    ".mjs": "text/javascript",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".ogv": "video/ogg",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain",
    ".vtt": "text/vtt",
    ".wasm": "application/wasm",
    ".wav": "audio/wav",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
}
"""Types by ending. Not the system's table: on some Windows machines a script is plain text."""

SHELL = """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Balise</title>
<link rel="stylesheet" href="/lms/static/lms.css">
<script type="module" src="/lms/static/lms.js"></script>
</head>
<body>
<p id="message" role="status"></p>
<noscript><p>Pour suivre ce cours, JavaScript doit être permis.</p>
<p lang="en">This course needs JavaScript.</p></noscript>
</body>
</html>
"""


@blueprint.get("/lms/")
def shell() -> Response:
    """Return the LMS shell; the launch token stays in the address's fragment."""
    response = make_response(SHELL)
    response.headers["Content-Security-Policy"] = security.SHELL_POLICY.format(
        pages=services().config.page_origin
    )
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/lms/static/<name>")
def built(name: str) -> Response:
    """Return a built script or style of the shell."""
    response = send_from_directory("static/built", name, mimetype=mime_type(name))
    response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.post("/lms/start")
def start() -> Response:
    """Start a session: the body is the launch token, the answer what ``lms.ts`` needs.

    :raises BaliseError: forged or expired token, unknown package or learner.
    """
    request.max_content_length = 4096
    token = request.get_data(cache=False).decode("ascii", "replace")
    found = services()
    response = jsonify(start_session(found, found.signer.read_launch(token)))
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.post("/lms/commit/<token>")
def commit(token: str) -> Response:
    """Store one commit of scorm-again; JSON whatever the content type (a beacon says plain text).

    :raises BaliseError: forged, expired, too large, unreadable, stale, superseded.
    """
    found = services()
    sitting = found.signer.read_sitting(token)
    body = _body(found.config.max_commit)
    message = read_commit(body, sitting.edition)
    if sitting.mode == "play":
        receipt = store_commit(found.store, found.config.org_id, sitting, message, ids.now_ms())
        if receipt.superseded:
            raise BaliseError("session-superseded")
    answer = f'{{"result":true,"errorCode":0,"sequence":{message.sequence}}}'
    response = Response(answer, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/content/<package_id>/<path:path>")
def content(package_id: str, path: str) -> Response:
    """Return a file of a package, as it is in the zip."""
    found = services()
    package = found.library.package(package_id)
    folder = found.library.folder(package).resolve()
    try:
        response = send_from_directory(folder, path, mimetype=mime_type(path), conditional=True)
    except NotFound:
        raise BaliseError("not-found") from None
    if not package.is_balise and response.mimetype == "text/html":
        # Old content may be in another encoding, which only its own <meta> tells.
        response.headers["Content-Type"] = "text/html"
    policy = security.OWN_POLICY if package.is_balise else security.FOREIGN_POLICY
    response.headers["Content-Security-Policy"] = policy.format(pages=found.config.page_origin)
    if HASHED.search(path):
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    else:
        response.headers["Cache-Control"] = "no-cache"
    return response


@blueprint.get("/draft/<slug>/<path:path>")
def draft(slug: str, path: str) -> Response:
    """Return a file of a course being written; only where the author's view gives any."""
    found = services()
    files = found.draft_files(slug)
    if files is None or path not in files:
        raise BaliseError("not-found")
    response = Response(files[path], mimetype=mime_type(path))
    response.headers["Content-Security-Policy"] = security.OWN_POLICY.format(
        pages=found.config.page_origin
    )
    # A name with a hash never changes its content: an edit reloads the page alone.
    hashed = HASHED.search(path)
    response.headers["Cache-Control"] = f"max-age={YEAR}, immutable" if hashed else "no-store"
    return response


def mime_type(path: str) -> str:
    """Return the media type of a file by its ending."""
    return TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def _body(limit: int) -> bytes:
    request.max_content_length = limit
    return request.get_data(cache=False)
