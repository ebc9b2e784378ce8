"""A real browser: found on this machine, opened, and killed when a fault asks for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from balise_server.proof.errors import ProofError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
    "chrome",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
UNDER = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
VARIABLE = "BALISE_CHROMIUM"
WITHIN = 30.0


def find(wanted: str = "") -> str:
    """Return the path of the browser: the one asked for, ``BALISE_CHROMIUM``, or the first known.

    :raises ProofError: there is none.
    """
    asked = wanted or os.environ.get(VARIABLE, "")
    if asked:
        found = shutil.which(asked)
        if found:
            return found
        raise ProofError("no-browser-there", path=asked)
    folders = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
    places = [*PLACES, *(str(Path(f) / place) for f in folders if f for place in UNDER)]
    for name in (*NAMES, *places):
        found = shutil.which(name)
        if found:
            return found
    raise ProofError("no-browser")


@contextmanager
def driver() -> Iterator[Playwright]:
    """Give Playwright.

    :raises ProofError: it is not installed.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ModuleNotFoundError:
        raise ProofError("no-playwright") from None
    try:
        with sync_playwright() as playwright:
            yield playwright
    except Error as error:
        raise ProofError("browser-failed", reason=str(error).splitlines()[0]) from error


class Killable:
    """A browser process of its own, with a profile on disk, that can be killed and opened again."""

    def __init__(self, playwright: Playwright, path: str, profile: Path) -> None:
        self._port_file = profile / "DevToolsActivePort"
        self._port_file.unlink(missing_ok=True)
        for lock in ("SingletonLock", "SingletonSocket", "SingletonCookie"):
            (profile / lock).unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [path, *FLAGS, "--headless", "--remote-debugging-port=0", "--lang=fr-CA",
             f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{self._port()}")

    def _port(self) -> int:
        end = time.monotonic() + WITHIN
        while time.monotonic() < end:
            if self._port_file.is_file():
                lines = self._port_file.read_text(encoding="ascii").splitlines()
                if lines and lines[0].isdigit():
                    return int(lines[0])
            time.sleep(0.05)
        raise ProofError("browser-failed", reason="DevToolsActivePort")

    def kill(self) -> None:
        """End the process without a word to its pages."""
        self._process.kill()
        self._process.wait()
