"""The only SQL of the server. Every function takes ``org_id`` and keeps to it.

``Store`` gives connections (``with store.write() as connection``); ``learners``, ``attempts``,
``commits``, ``records`` and ``statistics`` hold the statements by use; ``migrations`` the schema's
history.
"""

from balise_server.storage.store import Store

__all__ = ["Store"]
