"""What the views of one application share: settings, database, library, signer, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app

from balise_server import ids
from balise_server.packages import Library
from balise_server.packages.archive import Limits
from balise_server.storage import Store, learners
from balise_server.tokens import Launch, Mode, Signer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from balise_server.config import Config
    from balise_server.packages import Package

EXTENSION = "balise"
Draft = tuple["Mapping[str, bytes]", str]


class Services:
    """One for each application; reached in a view with :func:`services`."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.store = Store(config.database_url)
        self.library = Library(
            config.packages, config.dropped, config.extracted, Limits(total=config.max_package)
        )
        self.signer = Signer(config.secret, config.token_lifetime)
        self.draft_files: Callable[[str], Mapping[str, bytes] | None] = _no_drafts
        """Set by the author's view: files (path → bytes) of a course being written, by its slug.
        Served on the content origin below ``/draft/<slug>/``, never cached."""

    def enrol(self, name: str) -> str:
        """Return the pseudonym of the person who typed ``name``, known from now on.

        :raises BaliseError: ``empty-name``.
        """
        config = self.config
        name = ids.normalise_name(name)
        learner_id = ids.learner_key(config.secret, config.org_id, "name", name)
        with self.store.write() as connection:
            learners.enrol(self.store, connection, config.org_id, learner_id, name, ids.now_ms())
        return learner_id

    def name_of(self, learner_id: str) -> str | None:
        """Return a learner's name; None when this server does not know the pseudonym."""
        with self.store.read() as connection:
            return learners.name_of(connection, self.config.org_id, learner_id)

    def launch_address(
        self,
        package: Package,
        mode: Mode = "play",
        learner_id: str = "",
        *,
        item: str = "",
        fresh: bool = False,
    ) -> str:
        """Return the address, on the content origin, that plays ``package`` in a frame.

        The token stands after ``#``: it is in no request line, no log and no ``Referer``.

        :param mode: ``author`` records nothing and needs no learner.
        :param fresh: start a new attempt even when there is something to resume.
        """
        launch = Launch(package.id, mode, learner_id, item, fresh)
        return f"{self.config.content_origin}/lms/#{self.signer.launch(launch)}"

    def draft_address(self, slug: str, path: str = "index.html") -> str:
        """Return the address, on the content origin, of a file of a course being written."""
        return f"{self.config.content_origin}/draft/{slug}/{path}"


def services() -> Services:
    """Return the services of the current application."""
    found: Services = current_app.extensions[EXTENSION]
    return found


def _no_drafts(_slug: str) -> Mapping[str, bytes] | None:
    return None
