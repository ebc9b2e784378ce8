"""A real ``balise preview`` in a process of its own, over a folder of courses being edited."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

COURSE = """---
titre : {title}
id : {id}
version : 0.1.0
langue : fr-CA
public : hôtellerie
statut : ébauche
---

La présentation de l’essai.
"""
CAPSULE = """---
titre : {title}
id : {id}
durée : 3 min
---

{text}
"""
QUESTION = """
::: question {#q-essai}

**Que faire?**

- [x] Prévenir la responsable.
- [ ] Enquêter.

:::
"""
WITHIN = 20.0


def free_port() -> int:
    """Return a port that nothing listens on, on either loopback address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def write_course(folder: Path, course_id: str, pages: int = 2) -> Path:
    """Write a small valid course and return its folder."""
    course = folder / course_id
    course.mkdir(parents=True)
    (course / "cours.md").write_text(COURSE.format(title=f"Cours {course_id}", id=course_id))
    for number in range(1, pages + 1):
        write_page(
            course,
            number,
            "Premier texte." + "\n\nUn paragraphe.\n" * 30 + QUESTION
            if number == 1
            else "Autre texte.\n\n" + "Un paragraphe.\n\n" * 60,
        )
    return course


def write_page(course: Path, number: int, text: str) -> Path:
    """Write a capsule and return its file."""
    path = course / f"0{number}-page.md"
    path.write_text(CAPSULE.format(title=f"Page {number}", id=f"page-{number}", text=text))
    return path


class Preview:
    """A running preview: its address, its output so far, its end."""

    def __init__(self, folder: Path, *arguments: str, port: int | None = None, lang: str = "fr"):
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.content = f"http://localhost:{self.port}"
        self.output = folder / f"sortie-{self.port}.txt"
        command = [sys.executable, "-m", "balise_builder", "--lang", lang, "preview", "--no-open"]
        environment = {**os.environ, "PORT": str(self.port), "PYTHONUTF8": "1"}
        with self.output.open("w") as out:
            self.process = subprocess.Popen(
                [*command, *arguments], cwd=folder, env=environment, stdout=out, stderr=out
            )

    @property
    def text(self) -> str:
        """What the terminal shows."""
        return self.output.read_text(encoding="utf-8")

    def wait_for(self, words: str, within: float = WITHIN) -> str:
        """Wait until the terminal shows ``words``."""
        self.until(lambda: words in self.text, within)
        return self.text

    def until(self, look: Callable[[], Any], within: float = WITHIN) -> Any:
        """Return the first true answer of ``look``, asked again and again."""
        end = time.monotonic() + within
        while time.monotonic() < end:
            if found := look():
                return found
            assert self.process.poll() is None, self.text
            time.sleep(0.03)
        raise AssertionError(f"not within {within} s; the terminal shows:\n{self.text}")

    def get(self, path: str, origin: str = "") -> tuple[int, str]:
        """Return the status and the body of a page."""
        try:
            with urllib.request.urlopen((origin or self.url) + path, timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def stop(self) -> int:
        """Stop as Ctrl-C would and return the exit code."""
        self.process.terminate()
        return self.process.wait(timeout=15)


@contextmanager
def previewing(folder: Path, *arguments: str, **more: Any) -> Iterator[Preview]:
    """Give a preview that answers, and stop it."""
    found = Preview(folder, *arguments, **more)
    try:
        found.wait_for("Ctrl-C")
        yield found
    finally:
        if found.process.poll() is None:
            found.stop()
