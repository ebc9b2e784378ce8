"""From saving a file to the browser showing it, with the real preview and a real browser."""

from __future__ import annotations

import os
import re
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.measure import BALISE, Line
from tests.bench.sample import write_sample
from tests.browser import launched

EDITS = 10
WATCH = """(mark) => new Promise((done) => {
  const seen = () => document.body.textContent.includes(mark);
  const look = () => (seen() ? done(Date.now()) : setTimeout(look, 2));
  look();
})"""


@contextmanager
def previewing(folder: Path, port: int) -> Iterator[float]:
    """Run ``balise preview`` on ``folder``; give the seconds until it answered."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [str(BALISE), "--lang", "fr", "preview", str(folder), "--port", str(port), "--no-open"],
        cwd=folder.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if time.perf_counter() - start > 60:
                raise TimeoutError("the preview does not answer")
            time.sleep(0.02)
        yield time.perf_counter() - start
    finally:
        child.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        child.wait(10)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def measure() -> Iterator[Line]:
    """Start twice, then edit one page ten times and wait for its words in the open page."""
    with tempfile.TemporaryDirectory() as name, launched() as browser:
        course = write_sample(Path(name) / "banc")
        with previewing(course, free_port()):
            pass
        port = free_port()
        with previewing(course, port) as started:
            yield Line("preview, second start until it answers", started, 3, "s")
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{port}/auteur/banc/")
            yield Line(
                "one-page edit to the browser", edit(page, course / "001-capsule.md"), 0.15, "s"
            )


def edit(page: object, file: Path) -> float:
    """Return the median seconds from saving ``file`` to the frame showing the new words."""
    from playwright.sync_api import Error, Page

    assert isinstance(page, Page)
    taken: list[float] = []
    text = file.read_text(encoding="utf-8")
    page.wait_for_timeout(1500)
    for turn in range(EDITS):
        mark = f"Repère numéro {turn}."
        changed = re.sub(r"## Ce qu'on voit", f"## Ce qu'on voit\n\n{mark}", text)
        saved = time.time()
        file.write_text(changed, encoding="utf-8")
        while True:
            try:
                frames = [f for f in page.frames if f != page.main_frame]
                seen = frames[-1].evaluate(WATCH, mark)
                break
            except Error:
                continue  # the frame was replaced while we looked
        taken.append(seen / 1000 - saved)
        page.wait_for_timeout(300)
    return statistics.median(taken)
