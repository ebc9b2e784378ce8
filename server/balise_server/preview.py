"""``balise preview``: compile courses, serve them, follow the files.

The only file of the server that knows the builder: :class:`Builder` is what the preview needs of
it, everything else stands in :mod:`balise_server.live`.
"""

from __future__ import annotations

import traceback
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from balise_builder import __version__ as builder_version
from balise_builder.build import COURSE, build, check_budget, load, pack
from balise_builder.cli import speech
from balise_builder.cli.speech import both
from balise_builder.config import Options, build_date
from balise_builder.contract import dumps
from balise_builder.errors import BaliseError, UsageError
from balise_builder.render import player_mark, render
from balise_builder.render.scenario_map import course_maps
from balise_builder.source.find import find_courses
from balise_builder.source.ledger import Ledger
from balise_builder.source.paths import disk_refuses
from balise_builder.source.translation import is_translation
from balise_builder.suspend import worst_case
from balise_server.errors import BaliseError as ServerError
from balise_server.live.findings import Finding
from balise_server.live.remembering import Memory, mark_of
from balise_server.live.workshop import COMMON, Draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.build import Loaded
    from balise_builder.diagnostics import Diagnostic
    from balise_builder.render import Document
    from balise_builder.suspend import Budget

ORDER = ("scorm12", "scorm2004", "web")
IN_MEMORY = 4 * 1024 * 1024
"""Media up to this many bytes stay in memory: the last good version outlives its files."""
PLACE = Path(".balise/preview")
DEFAULT_PORT = 8000


class Builder:
    """Compiles courses, and packs the last good version when asked.

    One thread compiles; another may pack what has been compiled.
    """

    def __init__(self, options: Options, memory: Memory, log: Path) -> None:
        """Build with ``options``; ``log`` takes the traceback of a fault of ours."""
        self.options = options
        self.memory = memory
        self.log = log
        self._ready: dict[Path, tuple[Loaded, Document, Budget, Draft]] = {}
        self._seen: set[Path] = set()
        self._media: dict[str, bytes] = {}
        self._ledger = Ledger()

    def compile(self, folder: Path) -> Draft:
        """Compile a course; what stops it is a finding, never an exception."""
        try:
            recalled = None if folder in self._seen else self._recall(folder)
            if recalled is not None:
                self._ledger.recall(folder, recalled.uses)
                return recalled
            with self._ledger.noting(folder):
                return self._compile(folder)
        except BaliseError as error:
            return Draft("", "", None, (stopped("construction-arretee", error.fr, error.en),))
        except Exception:
            self.log.write_text(traceback.format_exc(), encoding="utf-8")
            return Draft("", "", None, (fault(self.log),))

    def readers(self, folders: list[Path], changed: frozenset[Path]) -> set[Path]:
        """Return the courses that ``changed`` concerns, their own files apart."""
        return self._ledger.readers(folders, changed)

    def pack(self, folder: Path) -> list[str]:
        """Write the packages of the last good version; return their names when they are new.

        :raises BaliseError: the disk refuses.
        """
        ready = self._ready.pop(folder, None)
        if ready is None:
            return []
        loaded, document, budget, draft = ready
        built = pack(loaded, document, budget, self.options)
        names = [package.path.name for package in built.packages]
        own = len(self.options.targets)
        names = [*names[own:], *self._translations(folder), *names[:own]] if names else []
        if names:
            old = set(self.memory.packages_of(folder.name)) - set(names)
            self.memory.discard(sorted(old))
            self.memory.keep(folder.name, self._mark(folder), self._noted(folder, draft), names)
        return names

    def _noted(self, folder: Path, draft: Draft) -> Draft:
        return replace(draft, uses=self._ledger.uses(folder))

    def _translations(self, folder: Path) -> list[str]:
        """Write the packages of each translation that builds; return their names."""
        made = []
        for place in sorted(folder.iterdir()):
            if place.is_dir() and is_translation(place):
                variant = replace(self.options.variant, language=place.name)
                with self._ledger.noting_more(folder):
                    built = build(folder, replace(self.options, variant=variant))
                made += [package.path.name for package in built.packages]
        return made

    def forget(self, folder: Path) -> None:
        """Let go of a folder that is not there any more, and of its packages."""
        self._ready.pop(folder, None)
        self._ledger.forget(folder)
        self._seen.discard(folder)
        self.memory.forget(folder.name)

    def _compile(self, folder: Path) -> Draft:
        loaded = load(folder, self.options)
        course = loaded.course
        if course is None:
            return Draft("", "", None, tuple(finding(d) for d in loaded.diagnostics))
        budget = worst_case(course)
        over = check_budget(course, budget, self.options.targets)
        found = tuple(finding(d) for d in (*loaded.diagnostics, *over))
        if over:
            return Draft(course.id, course.title, None, found)
        document = render(course, dumps(course, budget))
        files = self._in_memory(document.package("web"))
        maps = tuple((title, str(svg)) for title, svg in course_maps(course))
        draft = Draft(course.id, course.title, files, found, maps)
        self._ready[folder] = (loaded, document, budget, draft)
        return draft

    def _in_memory(self, files: Mapping[str, bytes | Path]) -> dict[str, bytes | Path]:
        """Read the small media once; their names carry the hash of their content."""
        kept: dict[str, bytes | Path] = {}
        for name, content in files.items():
            if isinstance(content, Path) and content.stat().st_size <= IN_MEMORY:
                content = self._media.setdefault(name, b"") or content.read_bytes()
                self._media[name] = content
            kept[name] = content
        return kept

    def _recall(self, folder: Path) -> Draft | None:
        self._seen.add(folder)
        return self.memory.recall(folder.name, self._mark(folder))

    def _mark(self, folder: Path) -> str:
        return mark_of(folder, builder_version, player_mark(), date.today().isoformat())


def finding(diagnostic: Diagnostic) -> Finding:
    """Return a diagnostic as the preview keeps it: both languages, no object of the builder."""
    return Finding(
        # « ../_commun/droit.yaml »: the shared registers stand beside the course.
        diagnostic.span.file.removeprefix("../"),
        diagnostic.span.line,
        diagnostic.span.column,
        diagnostic.severity.value,
        diagnostic.code,
        diagnostic.message("fr"),
        diagnostic.message("en"),
        diagnostic.hint("fr"),
        diagnostic.hint("en"),
    )


def stopped(code: str, fr: str, en: str) -> Finding:
    """Return the finding of something that stopped the whole compilation."""
    return Finding(COURSE, 1, 1, "error", code, fr, en)


def fault(log: Path) -> Finding:
    """Return the finding of a fault of ours, whose traceback is in ``log``."""
    return stopped(
        "faute-de-balise",
        f"Balise n’a pas pu lire cette formation, et la faute est la nôtre. Vos fichiers sont "
        f"intacts. Le détail à nous envoyer est dans {log}.",
        f"Balise could not read this course, and the fault is ours. Your files are untouched. "
        f"The details to send us are in {log}.",
    )


def locate(folder: Path) -> list[Path]:
    """Return the course folders of ``folder`` (one itself, or a folder of courses), sorted.

    An empty folder, or one that is not there any more, holds none.
    """
    try:
        found = find_courses([folder])
    except (BaliseError, OSError):
        return []
    is_empty = found == [folder] and not any(folder.glob("*.md"))
    return [] if is_empty else [path.resolve() for path in found]


def watched(folder: Path) -> list[Path]:
    """Return the folders to follow: ``folder``, and the shared registers beside a course."""
    common = folder.parent / COMMON
    is_course = (folder / COURSE).is_file() and common.is_dir()
    return [folder, common.resolve()] if is_course else [folder]


def only_loopback(_context: object, _option: object, host: str) -> str:
    """Refuse any other address: the preview has no password."""
    if host in ("127.0.0.1", "localhost"):
        return host
    raise UsageError(
        f"L’aperçu n’a pas de mot de passe : il ne s’ouvre que sur ce poste, pas sur {host}. "
        "Pour servir d’autres personnes, voyez « balise-server ».",
        f"The preview has no password: it opens on this machine only, not on {host}. "
        "To serve other people, see “balise-server”.",
    )


def folder_of(given: str | None) -> Path:
    """Return the folder to preview: the one given, else ``courses``, else here when a course.

    A file stands for the course that it is in.

    :raises UsageError: it does not exist, or is a file that is in no course.
    """
    if given is None:
        courses = Path("courses")
        return (courses if courses.is_dir() else find_courses([])[0]).resolve()
    folder = Path(given)
    found = find_courses([folder])
    return (folder if folder.is_dir() else found[0]).resolve()


@click.command(
    help=both(
        "Voir ses formations dans le navigateur pendant qu’on les écrit.\n\nDIR : une formation, "
        "ou un dossier de formations; sans lui, le dossier « courses ». Enregistrer un fichier "
        "met la page à jour. Ctrl-C pour arrêter.",
        "See courses in the browser while writing them.\n\nDIR: a course, or a folder of courses; "
        "without it, the folder “courses”. Saving a file updates the page. Ctrl-C to stop.",
    )
)
@click.argument("folder", required=False, metavar="[DIR]")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=DEFAULT_PORT, envvar="PORT", metavar="PORT",
    help=both("Port (8000, ou la variable PORT).", "Port (8000, or the variable PORT)."),
)  # fmt: skip
@click.option(
    "--host", default="127.0.0.1", callback=only_loopback,
    help=both("Adresse : ce poste seulement.", "Address: this machine only."),
)  # fmt: skip
@click.option(
    "--open/--no-open", "opens", default=True,
    help=both("Ouvrir le navigateur, ou non.", "Open the browser, or not."),
)  # fmt: skip
def preview(folder: str | None, port: int, host: str, opens: bool) -> None:
    """Preview courses until Ctrl-C."""
    from balise_server.live.running import Preview
    from balise_server.live.serving import PortTakenError

    del host
    root = folder_of(folder)
    place = PLACE.resolve()
    packages = place / "packages"
    options = Options(targets=ORDER, out=packages, date=build_date(), lang=speech.lang())
    builder = Builder(options, Memory(place / "notes", packages), place / "faute.txt")
    try:
        running = Preview(place, port, lambda: locate(root), builder, speech.lang())
        running.run(watched(root), opens=opens, root=shown(root))
    except PortTakenError as error:
        raise BaliseError(error.fr, error.en) from None
    except ServerError as error:
        if isinstance(error.__cause__, OSError):
            raise disk_refuses(place, error.__cause__) from error
        raise BaliseError(error.message("fr"), error.message("en")) from error


def shown(root: Path) -> str:
    """Return ``root`` as the person would type it."""
    here = Path.cwd()
    return root.relative_to(here).as_posix() if root.is_relative_to(here) else str(root)
