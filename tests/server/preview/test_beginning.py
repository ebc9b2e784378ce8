"""While the first compilation goes on, the courses that are there can be read."""

from __future__ import annotations

import threading
from pathlib import Path

from tests.server.support import PAGES, serving

from balise_server.live.broker import Broker
from balise_server.live.workshop import Draft, Workshop
from balise_server.views.author import EXTENSION


class Compiler:
    """A compiler that notes what the workshop says while it works."""

    def __init__(self, over: threading.Event | None = None) -> None:
        self.said: list[object] = []
        self.over = over
        self.workshop: Workshop | None = None

    def compile(self, folder: Path) -> Draft:
        assert self.workshop is not None
        self.said.append(self.workshop.reading)
        if self.over is not None:
            self.over.set()
        return Draft(folder.name, folder.name.title(), {}, ())

    def readers(self, folders: list[Path], changed: frozenset[Path]) -> set[Path]:
        return set()

    def pack(self, folder: Path) -> list[str]:
        return []

    def forget(self, folder: Path) -> None:
        del folder


def workshop(compiler: Compiler) -> Workshop:
    folders = [Path("/courses") / name for name in ("un", "deux", "trois")]
    made = Workshop(lambda: folders, compiler, Broker())
    compiler.workshop = made
    return made


def test_how_far_the_first_reading_is_can_be_told():
    compiler = Compiler()
    made = workshop(compiler)
    made.refresh()
    assert compiler.said == [(0, 3), (1, 3), (2, 3)] and made.reading is None
    made.refresh(frozenset([Path("/courses/un/cours.md")]))
    assert compiler.said[3:] == [None]


def test_stopping_leaves_the_rest_unread():
    over = threading.Event()
    compiler = Compiler(over)
    assert [bench.slug for bench in workshop(compiler).refresh(over=over)] == ["un"]


def test_the_library_says_it_and_teaches_nothing_yet(tmp_path):
    with serving(tmp_path) as server:
        compiler = Compiler()
        made = workshop(compiler)
        server.app.extensions[EXTENSION] = made
        made.expect()
        page = server.get("/", PAGES).text
        assert "Lecture des formations\u00a0: 0 sur 3…" in page and "balise new" not in page
        made.refresh()
        page = server.get("/", PAGES).text
        assert "Lecture des formations" not in page and "Trois" in page
