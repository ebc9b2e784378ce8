"""A served application and a page around its LMS shell, in a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Frame, Page
from werkzeug.serving import make_server

from balise_server.packages import Package
from balise_server.storage import records
from balise_server.storage.records import AttemptRecord
from tests.browser import visit
from tests.server.support import Server, free_port

AROUND = """(address) => {
  window.told = [];
  addEventListener("message", (event) => told.push({origin: event.origin, ...event.data}));
  const frame = document.createElement("iframe");
  frame.src = address;
  document.body.replaceChildren(frame);
}"""
LEAVES = """
const api = parent.API ?? parent.API_1484_11;
const old = parent.API !== undefined;
(old ? api.LMSInitialize : api.Initialize)("");
addEventListener("pagehide", () => {
  (old ? api.LMSSetValue : api.SetValue)("cmi.suspend_data", "said when leaving");
  (old ? api.LMSSetValue : api.SetValue)(old ? "cmi.core.exit" : "cmi.exit", "suspend");
  (old ? api.LMSFinish : api.Terminate)("");
});
"""
"""A third-party script that says everything when its page goes away."""


class Played(Server):
    """A server that listens on two origins of one port."""

    def record(self, told: list[dict[str, Any]]) -> AttemptRecord:
        """Return the attempt of the latest session that the shell told of."""
        started = [message for message in told if message["type"] == "started"][-1]
        with self.services.store.read() as connection:
            found = records.one_attempt(connection, "local", started["attempt"]["id"])
        assert found is not None
        return found


@contextmanager
def listening(data: Path) -> Iterator[Played]:
    """Serve an application on a free port."""
    port = free_port()
    origins = {
        "page_origin": f"http://127.0.0.1:{port}",
        "content_origin": f"http://localhost:{port}",
    }
    server = Played(data, **origins)
    listener = make_server("127.0.0.1", port, server.app, threaded=True)
    thread = threading.Thread(target=listener.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown()
        thread.join()
        listener.server_close()
        server.close()


class Sitting:
    """The page around, the shell in its frame, the content in the shell's."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.evaluate(AROUND, address)

    @property
    def shell(self) -> Frame:
        """The LMS shell."""
        return self.page.main_frame.child_frames[0]

    @property
    def content(self) -> Frame:
        """The content; waits until it is there."""
        self.shell.wait_for_selector("iframe")
        for _ in range(100):
            frames = self.shell.child_frames
            if frames and "/content/" in frames[0].url:
                frames[0].wait_for_load_state()
                return frames[0]
            self.page.wait_for_timeout(50)
        raise AssertionError("no content")

    def call(self, name: str, *arguments: str) -> str:
        """Call the API as content does; returns the result."""
        script = "([name, args]) => (parent.API ?? parent.API_1484_11)[name](...args)"
        found: str = self.content.evaluate(script, [name, list(arguments)])
        return found

    @property
    def told(self) -> list[dict[str, Any]]:
        """What the shell has told the page around."""
        found: list[dict[str, Any]] = self.page.evaluate("() => told")
        return found

    def wait_for(self, kind: str) -> dict[str, Any]:
        """Wait for a message of ``kind`` and return the latest."""
        self.page.wait_for_function("kind => told.some((m) => m.type === kind)", arg=kind)
        return [message for message in self.told if message["type"] == kind][-1]


@contextmanager
def sitting(
    browser: Browser, server: Played, package: Package, mode: Any = "play", **more: Any
) -> Iterator[Sitting]:
    """Open ``package`` as a learner (or an author) does."""
    learner = server.services.enrol("Camille") if mode == "play" else ""
    address = server.services.launch_address(package, mode, learner, **more)
    with visit(browser, server.services.config.page_origin + "/") as page:
        yield Sitting(page, address)
