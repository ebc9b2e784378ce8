"""Follow the disk: which paths changed, without the noise of editors and of the builder itself."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import Change, watch

if TYPE_CHECKING:
    from collections.abc import Callable

SETTLE = 10
"""Milliseconds without a further change before a batch is handed on."""
LONGEST_BATCH = 200
QUIET = 1000
"""Milliseconds without any change after which slow work may begin."""
TEMPORARY = ("~", ".swp", ".swx", ".tmp", ".part", ".crdownload")


class Sources:
    """Says which changed paths can matter: not hidden, not an editor's temporary file."""

    def __init__(self, roots: list[Path]) -> None:
        self._roots = roots

    def __call__(self, _change: Change, path: str) -> bool:
        """Return whether ``path`` matters; hidden folders count below a root only."""
        changed = Path(path)
        parts: tuple[str, ...] = (changed.name,)
        for root in self._roots:
            if changed.is_relative_to(root):
                parts = changed.relative_to(root).parts
        hidden = any(part.startswith(".") for part in parts)
        return not hidden and not path.endswith(TEMPORARY) and changed.name != "4913"


class Watcher:
    """Calls ``changed`` with each batch of changed paths, in a thread of its own.

    :param quiet: called in the same thread once nothing has changed for a moment: slow work that
        must not keep an edit waiting.
    """

    def __init__(
        self,
        roots: list[Path],
        changed: Callable[[frozenset[Path]], None],
        quiet: Callable[[], None],
    ) -> None:
        self._roots = roots
        self._changed = changed
        self._quiet = quiet
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="balise-watch", daemon=True)

    def start(self) -> None:
        """Begin to follow the disk."""
        self._thread.start()

    def stop(self) -> None:
        """Stop and wait for the thread to end."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:

        for batch in watch(
            *self._roots,
            watch_filter=Sources(self._roots),
            debounce=LONGEST_BATCH,
            step=SETTLE,
            stop_event=self._stop,
            rust_timeout=QUIET,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            if batch:
                self._changed(frozenset(Path(path) for _, path in batch))
            else:
                self._quiet()
