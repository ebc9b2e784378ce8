"""The bench's side on the content origin: its shell, launches, commits, altered content."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Response, current_app, jsonify, make_response, request

from balise_server import play, security
from balise_server.bench.runs import Bench, delay
from balise_server.errors import BaliseError
from balise_server.services import services

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask

    from balise_server.bench.runs import Run

EXTENSION = "balise_bench"
MOST = 4 * 1024 * 1024
POLICY = security.SHELL_POLICY.replace("frame-src 'self'", "frame-src 'self' {pages}")
REFUSING = b'<script src="/lms/static/no-storage.js"></script>'


def furnish(app: Flask) -> None:
    """Put an empty bench on ``app``."""
    app.extensions[EXTENSION] = Bench()


def bench() -> Bench:
    """Return the bench of the current application.

    :raises BaliseError: ``not-found``: this server is not a preview.
    """
    found: Bench | None = current_app.extensions.get(EXTENSION)
    if found is None:
        raise BaliseError("not-found")
    return found


@play.blueprint.get("/lms/banc/")
def bench_shell() -> Response:
    """Return the strict LMS; the run stands in the address's fragment."""
    bench()
    response = make_response(play.SHELL.replace("/lms/static/lms.js", "/lms/static/bench.js"))
    pages = services().config.page_origin
    response.headers["Content-Security-Policy"] = POLICY.format(pages=pages)
    response.headers["Cache-Control"] = "no-cache"
    return response


@play.blueprint.post("/lms/banc/start")
def bench_start() -> Response:
    """Begin a session of the run named in the body; the answer is what ``bench.ts`` needs."""
    request.max_content_length = 100
    run = bench().run(request.get_data(cache=False).decode("ascii", "replace"))
    config = services().config
    item = run.package.items[0]
    session, state = run.launch(item)
    return jsonify(
        edition=run.edition,
        title=run.package.title,
        content=content_address(run),
        pages=config.page_origin,
        commit=f"/lms/banc/commit/{run.id}",
        session=session.number,
        profile={"name": run.profile.name, "args": list(run.profile.args)},
        state=state,
    )


@play.blueprint.post("/lms/banc/commit/<run_id>")
def bench_commit(run_id: str) -> Response:
    """Take one message of ``transport.ts``: calls, and values to store."""
    request.max_content_length = MOST
    run = bench().run(run_id)
    message = json.loads(request.get_data(cache=False))
    if message.get("values") is not None:
        delay(run.profile)
    return jsonify(stored=run.receive(message))


@play.blueprint.get("/lms/banc/content/<run_id>/<path:path>")
def bench_content(run_id: str, path: str) -> Response:
    """Return a file of a run's package; a page has its storage refused before any script."""
    run = bench().run(run_id)
    response = play.content(run.package.id, path)
    if response.mimetype == "text/html":
        response.direct_passthrough = False
        head, found, rest = response.get_data().partition(b"<head>")
        response.set_data(head + found + REFUSING + rest if found else REFUSING + head)
        response.headers["Cache-Control"] = "no-store"
        for name in ("ETag", "Last-Modified"):
            response.headers.pop(name, None)
    return response


def content_address(run: Run) -> str:
    """Return the address of what a run plays, as its profile wants it."""
    href = run.package.items[0].href
    if run.profile.name == "open-edx":
        href = first_resource(services().library.folder(run.package)) or href
    if run.profile.name == "no-storage":
        return f"/lms/banc/content/{run.id}/{href}"
    address = f"/content/{run.package.id}/{href}"
    if run.profile.name == "cross-origin-parents":
        return f"{services().config.page_origin}/banc/entre?contenu={quote(address, safe='')}"
    return address


def first_resource(folder: Path) -> str:
    """Return the first ``href`` of a resource under the default namespace, as Open edX does."""
    from lxml import etree

    path = folder / "imsmanifest.xml"
    if not path.is_file():
        return ""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.parse(str(path), parser).getroot()
    space = root.nsmap.get(None) or ""
    for resource in root.iter(f"{{{space}}}resource"):
        if resource.get("href"):
            return str(resource.get("href"))
    return ""
