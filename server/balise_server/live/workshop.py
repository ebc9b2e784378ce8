"""The courses on the bench: last good version, findings, and what a change on disk rebuilds."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from balise_server.i18n import LANGUAGES, translate
from balise_server.live.broker import message
from balise_server.live.findings import Finding, counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from balise_server.live.broker import Broker

COURSE_FILE = "cours.md"
COMMON = "_commun"
CLASH = "identifiant-de-formation-repete"


@dataclass(frozen=True, slots=True)
class Draft:
    """What compiling a folder gave. ``files`` is ``None`` when errors forbid a new version."""

    course_id: str
    title: str
    files: Mapping[str, bytes | Path] | None
    """Name in the ``web`` package → content, or the file that has it."""
    findings: tuple[Finding, ...]
    maps: tuple[tuple[str, str], ...] = ()
    """Maps of its scenarios: title of the page, HTML."""
    uses: frozenset[str] | None = None
    """What it was made from outside of its folder, as its compiler names it; ``None``: unknown."""


class Compiler(Protocol):
    """What turns a course folder into a :class:`Draft`, then into packages."""

    def compile(self, folder: Path) -> Draft:
        """Compile the course in ``folder`` as it is on disk now.

        Never raises for what an author did: that is a finding.
        """

    def readers(self, folders: list[Path], changed: frozenset[Path]) -> set[Path]:
        """Return the courses of ``folders`` made from what stands in ``changed`` outside of them.

        When in doubt, they are: a course must never be older than its sources.
        """

    def pack(self, folder: Path) -> list[str]:
        """Write the packages of the last good version; return their file names, ``web`` last.

        Nothing is written, and nothing returned, when there is nothing new to pack. Called in
        another thread than :meth:`compile`.
        """

    def forget(self, folder: Path) -> None:
        """Let go of a folder that is not there any more."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A course as the author's view shows it."""

    slug: str
    """Name of the folder: the course's address in the author's view."""
    folder: Path
    course_id: str
    title: str
    files: Mapping[str, bytes | Path] | None
    """Last good version; ``None`` when there never was one."""
    findings: tuple[Finding, ...]
    stale: bool
    """Whether ``files`` is older than the sources, which do not compile."""
    revision: int
    """Grows with each compilation, in every course alike."""
    version: int
    """Revision of the compilation that gave ``files``; the same files keep it."""
    maps: tuple[tuple[str, str], ...] = ()
    """Of the last good version: title of the page, HTML of the map of its scenario."""

    def event(self) -> dict[str, object]:
        """Return what the open pages are told after a compilation."""
        return {
            "slug": self.slug,
            "revision": self.revision,
            "version": self.version,
            "stale": self.stale,
            "ready": self.files is not None,
            **counts(self.findings),
        }


class Workshop:
    """All the courses of a preview; one thread compiles, any thread reads.

    :param locate: gives the course folders that stand on disk now, in the order to show.
    :param listener: called in the compiling thread after each compilation, and with ``None`` in
        the place of the bench when the folder ``slug`` has disappeared.
    """

    def __init__(
        self,
        locate: Callable[[], list[Path]],
        compiler: Compiler,
        broker: Broker,
        listener: Callable[[str, Bench | None], None] | None = None,
    ) -> None:
        self.broker = broker
        self._locate = locate
        self._compiler = compiler
        self._listener = listener
        self._lock = threading.Lock()
        self._compiling = threading.Lock()
        self._benches: dict[str, Bench] = {}
        self._reading: tuple[int, int] | None = None
        # Above those of any earlier run, so that a page left open sees the new one's as news.
        self._revision = int(time.time() * 1000)
        self._packaged = self._revision

    def benches(self) -> list[Bench]:
        """Return every course, in the order of the folders."""
        with self._lock:
            return list(self._benches.values())

    def bench(self, slug: str) -> Bench | None:
        """Return the course whose folder is named ``slug``."""
        with self._lock:
            return self._benches.get(slug)

    def greeting(self) -> str:
        """Return the state of every course as events, for a page that connects (or reconnects)."""
        events = [message("course", bench.event()) for bench in self.benches()]
        return "".join(events) + message("library", {"revision": self._packaged})

    @property
    def revision(self) -> int:
        """The latest revision of all: of the courses and of the packages."""
        return max([self._packaged, *(bench.revision for bench in self.benches())])

    def packaged(self) -> None:
        """Tell the open pages that the packages of the library have changed."""
        with self._lock:
            self._revision += 1
            self._packaged = self._revision
        self.broker.publish("library", {"revision": self._packaged})

    @property
    def reading(self) -> tuple[int, int] | None:
        """How many courses are there of how many, while the first compilation goes on."""
        return self._reading

    def expect(self) -> None:
        """Say how many courses are to be read, before the first compilation begins."""
        self._reading = (0, found) if (found := len(self._locate())) else None

    def refresh(
        self, changed: frozenset[Path] | None = None, *, over: threading.Event | None = None
    ) -> list[Bench]:
        """Compile what ``changed`` touches, take up new folders, let go of deleted ones.

        :param changed: paths that were written, made or deleted; ``None`` compiles everything
            that is not there yet.
        :param over: when set, what is left is not compiled: the preview is being stopped.
        :returns: the courses compiled, in order.
        """
        with self._compiling:
            folders = {folder.name: folder for folder in self._locate()}
            for slug in [s for s in self._benches if s not in folders]:
                self._remove(slug)
            done: list[Bench] = []
            readers = self._compiler.readers(list(folders.values()), changed) if changed else ()
            for number, (slug, folder) in enumerate(folders.items()):
                if over is not None and over.is_set():
                    return done
                self._reading = (number, len(folders)) if changed is None else None
                known = self.bench(slug)
                if known is None or folder in readers or touches(folder, changed or ()):
                    done.append(self._compile(slug, folder, known))
            self._reading = None
            for slug, folder in folders.items():
                known = self.bench(slug)
                if known and is_clash(known) and self._namesake(slug, known.course_id) is None:
                    done.append(self._compile(slug, folder, known))
            with self._lock:
                self._benches = {s: self._benches[s] for s in folders if s in self._benches}
            return done

    def _compile(self, slug: str, folder: Path, known: Bench | None) -> Bench:
        draft = self._compiler.compile(folder)
        other = self._namesake(slug, draft.course_id)
        if other:
            # Two folders would write one package, and mix their learners.
            found = clash(draft.course_id, other.slug)
            draft = replace(draft, files=None, findings=(found, *draft.findings))
        with self._lock:
            self._revision += 1
            good = draft.files is not None
            kept = known.files if known else None
            news = known is None or (good and draft.files != kept)
            bench = Bench(
                slug=slug,
                folder=folder,
                course_id=draft.course_id or (known.course_id if known else ""),
                title=draft.title or (known.title if known else "") or slug,
                files=draft.files if good else kept,
                findings=draft.findings,
                stale=not good and kept is not None,
                revision=self._revision,
                version=self._revision if known is None or news else known.version,
                maps=draft.maps if good else known.maps if known else (),
            )
            self._benches[slug] = bench
        if known is None or news or bench.findings != known.findings or bench.stale != known.stale:
            self.broker.publish("course", bench.event())
        if self._listener:
            self._listener(slug, bench)
        return bench

    def _namesake(self, slug: str, course_id: str) -> Bench | None:
        """Return the other course, seen before this one, that has the same id."""
        for bench in self.benches():
            if bench.slug != slug and bench.course_id == course_id and not is_clash(bench):
                return bench if course_id else None
        return None

    def _remove(self, slug: str) -> None:
        with self._lock:
            bench = self._benches.pop(slug)
        self._compiler.forget(bench.folder)
        self.broker.publish("removed", {"slug": slug})
        if self._listener:
            self._listener(slug, None)


def clash(course_id: str, other: str) -> Finding:
    """Return the finding of a course whose id another folder has already."""
    texts_of = [translate(lang, "live.clash", id=course_id, other=other) for lang in LANGUAGES]
    hints = [translate(lang, "live.clash_hint") for lang in LANGUAGES]
    return Finding(COURSE_FILE, 1, 1, "error", CLASH, *texts_of, *hints)


def is_clash(bench: Bench) -> bool:
    """Return whether a course waits for an id of its own."""
    return any(finding.code == CLASH for finding in bench.findings)


def touches(folder: Path, changed: Iterable[Path]) -> bool:
    """Return whether a file of the course itself is in ``changed``."""
    return any(path.is_relative_to(folder) for path in changed)
