"""One preview, from its first compilation to Ctrl-C."""

from __future__ import annotations

import os
import posixpath
import signal
import sys
import threading
import webbrowser
from typing import TYPE_CHECKING

import click

from balise_server.app import create_app
from balise_server.config import Config
from balise_server.i18n import translate
from balise_server.live.broker import Broker
from balise_server.live.findings import counts, is_of_register, is_shared
from balise_server.live.served import Served
from balise_server.live.serving import check_port, open_server
from balise_server.live.watching import Watcher
from balise_server.live.workshop import COMMON, COURSE_FILE, Workshop
from balise_server.services import EXTENSION as SERVICES
from balise_server.views.author import EXTENSION as WORKSHOP
from balise_server.views.site import BUILT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from flask import Flask

    from balise_server.i18n import Lang
    from balise_server.live.findings import Finding
    from balise_server.live.workshop import Bench, Compiler

LONGEST_PACKING = 10.0
"""Seconds that stopping waits for packages being written."""
COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


class Preview:
    """Joins the workshop, the watcher, the packages and the server.

    :param place: folder of the database, the packages and what is remembered.
    :param locate: gives the course folders that stand on disk now.
    :raises PortTakenError: ``port`` cannot be opened; nothing has been done yet.
    """

    def __init__(
        self,
        place: Path,
        port: int,
        locate: Callable[[], list[Path]],
        compiler: Compiler,
        lang: Lang,
    ) -> None:
        check_port(port)
        self.port = port
        self.lang = lang
        self.config = Config(
            data=place,
            page_origin=f"http://127.0.0.1:{port}",
            content_origin=f"http://localhost:{port}",
            packages=(place / "packages",),
            preview=True,
        )
        self.app: Flask = create_app(self.config)
        self.broker = Broker()
        self.compiler = compiler
        self.workshop = Workshop(locate, compiler, self.broker, self._compiled)
        self.app.extensions[WORKSHOP] = self.workshop
        self.app.extensions[SERVICES].draft_files = self.draft
        self._unpacked: dict[str, Path] = {}
        self._packing: threading.Thread | None = None
        self._told: dict[str, Bench] = {}
        self._shared: set[Finding] = set()
        self._over = threading.Event()
        self._root = ""
        self._single = False

    def draft(self, slug: str) -> Mapping[str, bytes] | None:
        """Return the files of a course's last good version, ``None`` when there is none."""
        bench = self.workshop.bench(slug)
        if bench is None or bench.files is None:
            return None
        return Served(bench.files, BUILT / "place.js", self.config.page_origin)

    def run(self, roots: list[Path], *, opens: bool, root: str) -> None:
        """Compile, serve and follow ``roots`` until the process is interrupted.

        :param opens: open the person's browser.
        :param root: the folder of the courses as the person would type it.
        """
        self._root = root
        self._single = (roots[0] / COURSE_FILE).is_file()
        self._say("live.compiling", root=root)
        self.workshop.expect()
        server = open_server(self.app, self.port)
        if not self._single:
            self._say("live.soon", url=self.config.page_origin)
        watcher = Watcher(roots, self._changed, self._pack)
        begun = threading.Thread(target=self._begin, args=(watcher,), daemon=True)
        # Thirteen courses take seconds: the page shows each as soon as it is compiled.
        begun.start()
        if opens and has_browser():
            threading.Timer(0.2, webbrowser.open, (self.config.page_origin,)).start()
        stop_on_terminate()
        try:
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:
            click.echo()
        finally:
            self._over.set()
            self.broker.close()
            begun.join(timeout=LONGEST_PACKING)
            watcher.stop()
            if self._packing:
                self._packing.join(timeout=LONGEST_PACKING)
            server.server_close()
            self._say("live.stopped")

    def _begin(self, watcher: Watcher) -> None:
        """Compile everything once, say that the preview is ready, and follow the files."""
        self.workshop.refresh(over=self._over)
        if self._over.is_set():
            return
        self._tell_shared()
        watcher.start()
        self.workshop.packaged()
        self._say("live.ready", url=self.config.page_origin, bold=True)
        self._say("live.stop")

    def _changed(self, paths: frozenset[Path]) -> None:
        self.workshop.refresh(paths)
        self._tell_shared()

    def _compiled(self, slug: str, bench: Bench | None) -> None:
        """Show what is new in a compilation in the terminal, and note what is to be packed."""
        if bench is None:
            self._unpacked.pop(slug, None)
            self._told.pop(slug, None)
            self._say("live.removed", name=slug)
            self.workshop.packaged()
            return
        if not bench.stale and bench.files is not None:
            self._unpacked[slug] = bench.folder
        known, self._told[slug] = self._told.get(slug), bench
        if known and known.findings == bench.findings and known.version == bench.version:
            return
        own = [finding for finding in bench.findings if not is_shared(finding)]
        for finding in own:
            if known is None or finding not in known.findings:
                self._tell(slug, finding)
        key = "live.stale" if bench.stale else "live.built" if bench.files else "live.broken"
        self._say(
            key,
            title=bench.title,
            errors=translate(self.lang, "author.errors", n=counts(bench.findings)["error"]),
            warnings=translate(self.lang, "author.warnings", n=counts(own)["warning"]),
        )

    def _tell_shared(self) -> None:
        """Say once what stands in ``_commun``, whatever courses it concerns.

        What its registers still need is a number: it waits for people, and drowns the rest.
        """
        now = {f for bench in self.workshop.benches() for f in bench.findings if is_shared(f)}
        new, self._shared = now - self._shared, now
        waiting = {f for f in now if is_of_register(f)}
        for finding in sorted(new - waiting, key=lambda f: (f.file, f.line, f.column)):
            self._tell("", finding)
        if new & waiting:
            self._say("live.registers", n=len(waiting), folder=f"{self._common()}/{COMMON}")

    def _tell(self, slug: str, finding: Finding) -> None:
        severity = translate(self.lang, f"author.severity.{finding.severity}").lower()
        label = click.style(severity, fg=COLOURS[finding.severity])
        text = " ".join(filter(None, (finding.message(self.lang), finding.hint(self.lang))))
        folder = self._common() if finding.file.startswith(COMMON) else self._folder(slug)
        click.echo(f"{folder}/{finding.place}: {label} [{finding.code}] {text}")

    def _folder(self, slug: str) -> str:
        return self._root if self._single else f"{self._root}/{slug}"

    def _common(self) -> str:
        """Return what stands before « _commun/ », as the person would type it."""
        return posixpath.dirname(self._root) or "." if self._single else self._root

    def _pack(self) -> None:
        """Begin to write the packages of what was compiled since, unless that is under way.

        In a thread of its own: an edit must not wait for three packages to be validated.
        """
        if self._unpacked and not (self._packing and self._packing.is_alive()):
            self._packing = threading.Thread(target=self._pack_all, name="balise-pack", daemon=True)
            self._packing.start()

    def _pack_all(self) -> None:
        new = False
        while self._unpacked:
            slug, folder = self._unpacked.popitem()
            try:
                new = bool(self.compiler.pack(folder)) or new
            except Exception as error:
                # The disk is full, a file is locked: the preview goes on with what it has.
                self._say("live.unpacked", name=slug, reason=str(error))
        if new:
            self.workshop.packaged()

    def _say(self, key: str, *, bold: bool = False, **params: object) -> None:
        click.secho(translate(self.lang, key, **params), bold=bold)


def has_browser() -> bool:
    """Return whether a browser can be opened here: a screen, and somebody before it."""
    if not sys.stdout.isatty():
        return False
    is_desktop = sys.platform in ("win32", "darwin")
    return is_desktop or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def stop_on_terminate() -> None:
    """Make a polite ``kill`` the same as Ctrl-C."""

    def interrupt(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
