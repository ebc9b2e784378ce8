"""Who is learning in this browser: a name typed once, kept behind a pseudonym."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, g, redirect, render_template, request, session, url_for

from balise_server.api import LEARNER
from balise_server.errors import BaliseError
from balise_server.services import services
from balise_server.views.site import language

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

bp = Blueprint("learner", __name__, url_prefix="/personne")


@dataclass(frozen=True, slots=True)
class Learner:
    """A person as the pages know them."""

    id: str
    """Pseudonym."""
    name: str


def current() -> Learner | None:
    """Return the learner of this browser, None before a name was given."""
    if "learner" not in g:
        learner_id = session.get(LEARNER)
        name = services().name_of(learner_id) if learner_id else None
        g.learner = Learner(learner_id, name) if learner_id and name else None
    found: Learner | None = g.learner
    return found


def ask() -> Response:
    """Return the redirection to the form, which comes back to the page being answered."""
    return redirect(url_for("learner.form", next=request.full_path.rstrip("?")))


@bp.get("/")
def form() -> str:
    """Ask for a name."""
    return render_template("learner.html", name="", problem="", next=safe_next())


@bp.post("/")
def choose() -> ResponseReturnValue:
    """Take a name and go on to where the person was going."""
    name = request.form.get("name", "")
    try:
        session[LEARNER] = services().enrol(name)
    except BaliseError as error:
        problem = error.message(language())
        page = render_template("learner.html", name=name, problem=problem, next=safe_next())
        return page, error.status
    return redirect(safe_next())


@bp.post("/oublier")
def forget() -> ResponseReturnValue:
    """Leave this person's name, for another one on the same machine."""
    session.pop(LEARNER, None)
    return redirect(url_for("learner.form", next=safe_next()))


def safe_next() -> str:
    """Return the address to go on to: a path of this site, otherwise the library."""
    wanted = request.args.get("next", "")
    local = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if local and "\\" not in wanted else url_for("library.index")
