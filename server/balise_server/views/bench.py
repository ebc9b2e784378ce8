"""The bench's pages: the profiles with one sentence each, and a course played under one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for

from balise_server.bench.content import bench
from balise_server.bench.profiles import KINDS, parse
from balise_server.services import services
from balise_server.views.library import current_packages
from balise_server.views.player import panel_texts, suspend_limit
from balise_server.views.site import language, text

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from balise_server.packages import Package

bp = Blueprint("bench", __name__, url_prefix="/banc")
MIDDLE = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Balise</title>
<link rel="stylesheet" href="/static/built/lms.css"></head>
<body><iframe src="{address}" title="Balise"></iframe></body></html>
"""


@bp.get("/")
def index() -> str:
    """List the packages and the profiles."""
    lang = language()
    return render_template(
        "bench.html",
        here="bench",
        packages=playable(),
        kinds=[(kind, kind.sentence(lang)) for kind in KINDS],
    )


@bp.get("/jouer")
def start() -> ResponseReturnValue:
    """Begin a run and go to it: ``paquet`` is a package's id, ``profil`` a profile.

    A reload of the page that follows is another visit of the same person.
    """
    package = next((p for p in playable() if p.id == request.args.get("paquet")), None)
    profile = parse(request.args.get("profil", "strict"))
    number = max(1, request.args.get("personne", 1, type=int))
    learner = (f"personne-{number}", text("bench.learner", n=number))
    run = bench().open(package or abort(404), profile, learner)
    return redirect(url_for("bench.show", run_id=run.id))


@bp.get("/essai/<run_id>")
def show(run_id: str) -> str:
    """Play a run, its calls beside."""
    run = bench().run(run_id)
    config = services().config
    kind = next(kind for kind in KINDS if kind.name == run.profile.name)
    limit = suspend_limit(run.package)
    return render_template(
        "bench_run.html",
        run=run,
        package=run.package,
        sentence=kind.sentence(language()),
        address=f"{config.content_origin}/lms/banc/#{run.id}",
        content_origin=config.content_origin,
        limit=limit,
        texts=panel_texts(limit),
    )


@bp.get("/essai/<run_id>/releve")
def record(run_id: str) -> Response:
    """Return what the host has kept, as JSON: outcome, values, sessions with their calls."""
    run = bench().run(run_id)
    found = run.outcome
    return jsonify(
        completion=found.completion,
        success=found.success,
        score=found.score,
        values=run.values,
        sessions=[
            {"stored": s.stored, "refused": s.refused, "ended": s.ended, "calls": s.calls}
            for s in run.sessions
        ],
    )


@bp.get("/entre")
def between() -> Response:
    """Return the window of another site that stands between content and its API."""
    path = urlsplit(request.args.get("contenu", ""))
    if path.scheme or path.netloc or not path.path.startswith(("/content/", "/lms/banc/content/")):
        abort(404)
    config = services().config
    address = f"{config.content_origin}{path.geturl()}"
    response = Response(MIDDLE.format(address=address.replace('"', "%22")), mimetype="text/html")
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'self'; frame-src {config.content_origin}; "
        f"frame-ancestors 'self' {config.content_origin}; base-uri 'none'"
    )
    return response


def playable() -> list[Package]:
    """Return the SCORM packages of the newest version of each course."""
    return [
        package
        for course in services().library.courses()
        for package in current_packages(course)
        if package.target != "web"
    ]
