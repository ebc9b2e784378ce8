"""The author's view: the last good version of a course, its findings, live. Records nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, current_app, render_template

from balise_server.live.findings import counts, grouped
from balise_server.services import services

if TYPE_CHECKING:
    from balise_server.live.workshop import Bench, Workshop

bp = Blueprint("author", __name__, url_prefix="/auteur")
EXTENSION = "balise_workshop"


def workshop() -> Workshop:
    """Return the workshop of a preview.

    :raises NotFound: this server is not a preview.
    """
    found: Workshop | None = current_app.extensions.get(EXTENSION)
    if found is None:
        abort(404)
    return found


def bench_of(slug: str) -> Bench:
    """Return the course whose folder is ``slug``.

    :raises NotFound: there is none, or not any more.
    """
    bench = workshop().bench(slug)
    if bench is None:
        abort(404)
    return bench


@bp.get("/<slug>/")
def show(slug: str) -> str:
    """Show a course as its author sees it."""
    bench = bench_of(slug)
    return render_template(
        "author.html",
        bench=bench,
        draft_url=services().draft_address(bench.slug),
        **_found(bench),
    )


@bp.get("/<slug>/constats")
def findings(slug: str) -> str:
    """Return the list of findings alone, for the page that is already open."""
    bench = bench_of(slug)
    return render_template("parts/findings.html", bench=bench, **_found(bench))


@bp.get("/<slug>/carte")
def story(slug: str) -> str:
    """Show the maps of a course's scenarios."""
    return render_template("author_map.html", bench=bench_of(slug))


@bp.get("/<slug>/cartes")
def stories(slug: str) -> str:
    """Return the maps alone, for the page that is already open."""
    return render_template("parts/maps.html", bench=bench_of(slug))


@bp.get("/evenements")
def events() -> Response:
    """Stream what is compiled, as server-sent events; begins with the state of every course."""
    shop = workshop()
    answer = Response(shop.broker.stream(shop.greeting), mimetype="text/event-stream")
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Accel-Buffering"] = "no"
    return answer


def _found(bench: Bench) -> dict[str, object]:
    return {"groups": grouped(bench.findings), "counts": counts(bench.findings)}
