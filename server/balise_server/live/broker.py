"""Server-sent events: one publisher, any number of open pages (HTML standard, 9.2)."""

from __future__ import annotations

import json
import queue
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

KEEP_ALIVE = 15.0
"""Seconds between comments on a silent stream, so that a closed page is noticed."""
LONGEST_QUEUE = 100


def message(event: str, data: Mapping[str, object]) -> str:
    """Return one event as it stands in the stream."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"event: {event}\ndata: {text}\n\n"


class Broker:
    """Hands every published event to every open stream; a stream that lags is dropped."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._streams: set[queue.Queue[str | None]] = set()

    def publish(self, event: str, data: Mapping[str, object]) -> None:
        """Send ``data`` as JSON to every open stream, under the name ``event``."""
        text = message(event, data)
        with self._lock:
            for stream in tuple(self._streams):
                try:
                    stream.put_nowait(text)
                except queue.Full:
                    # The page lags hopelessly: end its stream, it connects again and catches up.
                    self._streams.discard(stream)
                    with stream.mutex:
                        stream.queue.clear()
                    stream.put(None)

    def close(self) -> None:
        """End every open stream (the server is stopping)."""
        with self._lock:
            for stream in self._streams:
                stream.put(None)
            self._streams.clear()

    def open(self) -> queue.Queue[str | None]:
        """Register a new stream; events published from now on will stand in it."""
        stream: queue.Queue[str | None] = queue.Queue(LONGEST_QUEUE)
        with self._lock:
            self._streams.add(stream)
        return stream

    def stream(self, greeting: Callable[[], str]) -> Iterator[str]:
        """Yield the text of a ``text/event-stream`` response, beginning with ``greeting()``.

        The greeting is made once the stream is open, so that nothing falls between the two.
        """
        stream = self.open()
        try:
            yield "retry: 1000\n\n" + greeting()
            while True:
                try:
                    text = stream.get(timeout=KEEP_ALIVE)
                except queue.Empty:
                    yield ": \n\n"
                    continue
                if text is None:
                    return
                yield text
        finally:
            with self._lock:
                self._streams.discard(stream)
