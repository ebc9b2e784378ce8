"""From a launch token to what the LMS shell needs: state, address to play, address to save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from balise_server import ids
from balise_server.errors import BaliseError
from balise_server.storage.attempts import Opened, Opening, open_session
from balise_server.tokens import Launch, Sitting
from balise_server.tracking.launch import entry, state

if TYPE_CHECKING:
    from balise_server.packages import Item, Package
    from balise_server.services import Services

AUTHOR = ("auteur", "Auteur")
"""Pseudonym and name that content sees in the author's view."""


def start(services: Services, launch: Launch) -> dict[str, Any]:
    """Start a session and return what the shell needs (see ``server/web/lms.ts``).

    The author's view gets a state of its own, empty, and an address where nothing is stored. A
    ``web`` package keeps its state in the browser and reports to nobody.

    :raises BaliseError: ``unknown-package``, ``unknown-learner``, ``busy``.
    """
    package = services.library.package(launch.package)
    item = package.item(launch.item)
    if item is None:
        raise BaliseError("unknown-package")
    services.library.folder(package)
    given: dict[str, Any] = {
        "edition": package.target,
        "title": item.title or package.title,
        "content": f"/content/{package.id}/{item.href}",
        "pages": services.config.page_origin,
        "mode": launch.mode,
    }
    if package.target == "web":
        return given
    if launch.mode == "author":
        sitting = Sitting("", 0, package.target, "author")
        given["state"] = state(package.target, item, *AUTHOR, None)
    else:
        opened = _open(services, launch, package, item)
        sitting = Sitting(opened.attempt_id, opened.session, package.target, "play")
        saved = opened.saved
        given["state"] = state(package.target, item, launch.learner, opened.learner_name, saved)
        given["attempt"] = {
            "id": opened.attempt_id,
            "number": opened.number,
            "session": opened.session,
            "entry": entry(saved, package.target),
        }
    given["commit"] = f"/lms/commit/{services.signer.sitting(sitting)}"
    return given


def _open(services: Services, launch: Launch, package: Package, item: Item) -> Opened:
    single = len(package.items) == 1
    opening = Opening(
        org_id=services.config.org_id,
        learner_id=launch.learner,
        course_id=package.course_id,
        edition=package.target,
        # A package with one item stays the same course when its tool renames the item.
        item="" if single else item.id,
        items=len(package.items),
        package=package.id,
        version=package.version,
        keeps_state=package.is_balise,
        fresh=launch.fresh,
    )
    return open_session(services.store, opening, ids.now_ms())
