"""A real Chromium for the tests: launching, accessibility by axe-core, widths, a static server.

Use the session fixture ``browser`` (tests/conftest.py) and a fresh context in each test:
``with visit(browser, url, width=390) as page: …``
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
AXE = ROOT / "node_modules/axe-core/axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium_path() -> str:
    """Return the Chromium of this machine: ``BALISE_CHROMIUM``, or the first known name found."""
    wanted = os.environ.get("BALISE_CHROMIUM")
    for name in (wanted, *NAMES) if wanted else NAMES:
        found = shutil.which(name or "")
        if found:
            return found
    raise FileNotFoundError("Chromium is missing: sh tests/chromium.sh says how to install it")


def launch(playwright: Playwright) -> Browser:
    """Return one headless Chromium, which the caller closes."""
    return playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)


@contextmanager
def launched() -> Iterator[Browser]:
    """Give one headless Chromium, closed at the end."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(
    browser: Browser, url: str, width: int = 1280, height: int = 800, **options: Any
) -> Iterator[Page]:
    """Open ``url`` in a fresh profile; ``options`` are those of ``Browser.new_context``.

    Any uncaught error of a script of the page fails the test when the block is left.
    """
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    try:
        page.goto(url)
        yield page
    finally:
        context.close()
    assert errors == []


def accessibility_faults(page: Page) -> list[str]:
    """Return axe-core's violations as ``rule: selector`` lines (WCAG 2.2 AA, best practices)."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations'], preload: false})")
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))} ({node['failureSummary']})"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def horizontal_overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window (0: no horizontal scroll)."""
    return int(
        page.evaluate(
            "() => Math.max(0, document.scrollingElement.scrollWidth - window.innerWidth)"
        )
    )


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of 127.0.0.1; give its address, without a final slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
