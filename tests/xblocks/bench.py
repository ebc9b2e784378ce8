"""A running workbench of xblock-sdk, for the tests in a browser."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser import ROOT


class Bench:
    """A running workbench: addresses, and what its blocks published."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.origin = folder, f"http://127.0.0.1:{port}"

    def address(self, name: str, learner: str = "ana", view: str = "") -> str:
        return f"{self.origin}/scenario/{name}/{view}?student={learner}"

    def published(self, kind: str, learner: str) -> list[dict[str, Any]]:
        file = self.folder / "published.jsonl"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        said = [json.loads(line) for line in lines]
        return [one for one in said if (one["type"], one["learner"]) == (kind, learner)]

    def wait(self, kind: str, learner: str) -> dict[str, Any]:
        for _ in range(100):
            found = self.published(kind, learner)
            if found:
                return found[-1]
            time.sleep(0.1)
        raise AssertionError(f"no {kind} for {learner}")


@contextmanager
def running(folder: Path) -> Iterator[Bench]:
    """Give a workbench that keeps its state in ``folder``, stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Bench(folder, port)
    with (folder / "log").open("wb") as log:
        command = [sys.executable, "-m", "tests.xblocks.workbench", str(folder), str(port)]
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            for _ in range(300):
                try:
                    urllib.request.urlopen(made.origin)
                    break
                except OSError:
                    assert server.poll() is None, (folder / "log").read_text()
                    time.sleep(0.2)
            yield made
        finally:
            server.terminate()
            server.wait()
