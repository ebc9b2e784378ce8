"""Courses built for the web by the command, opened in a browser as a learner does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser import ROOT, served, visit
from tests.e2e.learner import Learner

COURSES = {
    "hotellerie-personnel": ROOT / "courses",
    "tronc-commun": ROOT / "courses",
    "questions": ROOT / "tests/e2e/kinds",
}
"""The first course, the fullest, and the one of every kind of question."""


def build(sources: Path, name: str, work: Path) -> Path:
    """Build one course for the web by the command, from a copy; return its folder, unpacked."""
    for part in (name, "_commun"):
        shutil.copytree(sources / part, work / "courses" / part)
    command = [sys.executable, "-m", "balise_builder", "build", f"courses/{name}"]
    command += ["--target", "web", "-o", "dist"]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    # The course has the shortest name: those of its later cases and surveys say more.
    whole = min((work / "dist").glob("*-web.zip"), key=lambda path: len(path.name))
    with zipfile.ZipFile(whole) as package:
        package.extractall(work / "web")
    return work / "web"


@contextmanager
def opened(
    browser: Browser, folder: Path, before: Callable[[Page], object] = id, **options: Any
) -> Iterator[tuple[Page, Learner]]:
    """Open a package as a learner does; give the page, and who can answer its questions.

    :param before: what to do with the page before it goes there.
    """
    course = json.loads((folder / "course.json").read_bytes())
    options.setdefault("service_workers", "block")
    with served(folder) as address, visit(browser, "about:blank", **options) as page:
        page.set_default_timeout(8000)
        before(page)
        page.goto(f"{address}/index.html")
        page.locator(".balise.b-on").wait_for()
        yield page, Learner(page, course)
