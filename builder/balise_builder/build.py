"""The pipeline: a course folder becomes packages."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from errno import EISDIR
from pathlib import Path
from typing import TYPE_CHECKING

from balise_builder.checks import check
from balise_builder.checks.variants import check_variants, chosen, detached
from balise_builder.compile import compile_course
from balise_builder.compile.long import joined
from balise_builder.config import Options
from balise_builder.diagnostics import Collector, Severity
from balise_builder.diagnostics.catalog import release_codes
from balise_builder.diagnostics.causes import only_causes
from balise_builder.diagnostics.core import raised
from balise_builder.errors import UsageError
from balise_builder.model import Span
from balise_builder.source import read_folder
from balise_builder.source.paths import disk_refuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.model import Course
    from balise_builder.render import Document
    from balise_builder.source import Lock
    from balise_builder.suspend import Budget

COURSE = "cours.md"
LOCK = "ids.lock"
SESSION = "seance.md"
NAMED_CONTRIBUTORS = 5


@dataclass(frozen=True, slots=True)
class Loaded:
    """A course read, compiled and checked."""

    folder: Path
    course: Course | None
    """``None`` when there are errors."""
    diagnostics: tuple[Diagnostic, ...]
    lock: Lock
    changed_lock: bool
    id: str = ""
    """Id of the course, known even when there are errors; "" when ``cours.md`` has none."""

    @property
    def has_errors(self) -> bool:
        """Whether a finding stops the build."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Package:
    """One package on disk."""

    target: str
    path: Path
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave: no package at all when there are errors."""

    loaded: Loaded
    packages: tuple[Package, ...] = ()
    budget: Budget | None = None


def load(folder: Path, options: Options, others: Mapping[str, Path] | None = None) -> Loaded:
    """Read, compile and check the course in ``folder``; writes nothing.

    :param folder: a course folder, or its ``cours.md``.
    :param others: folders of other courses by their id, which this one may not take: packages are
        named by it, and platforms tell courses apart by it.
    :raises UsageError: there is no such folder.
    """
    folder = course_folder(folder)
    collector = Collector()
    today = date.fromisoformat(options.date) if options.date else None
    source = read_folder(folder, collector, today=today)
    course = compile_course(source, collector)
    if course is not None:
        check(course, source, collector, release=options.release)
        wanted = chosen(options.variant, source)
        check_variants(course, source, collector, wanted, release=options.release)
        if (wanted.selects or wanted.long) and not collector.has_errors:
            course = compile_course(detached(source), Collector(), wanted) or course
        if wanted.long:
            course = joined(course)
        course = replace(course, date=options.date or course.date)
        for kind, name in source.lock.removed:
            if kind != "scene":  # Told by the compilation, or with its scenario.
                collector.add("id-retire", Span.whole(LOCK), id=name)
    name = source.settings.id if source.settings is not None else ""
    if source.settings is not None and others and others.get(name, folder) != folder:
        collector.add("cours-meme-id", source.settings.where("id"), id=name, other=others[name])
        course = None
    if options.locked and source.lock.changed:
        collector.add("verrou-a-changer", Span.whole(LOCK))
    found = only_causes(collector.sorted())
    approved = source.settings is not None and source.settings.status == "approved"
    if options.release or approved:
        found = raised(found, release_codes())
    failed = any(d.severity is Severity.ERROR for d in found)
    course = None if failed else course
    return Loaded(folder, course, found, source.lock, source.lock.changed, name)


def build(folder: Path, options: Options, others: Mapping[str, Path] | None = None) -> Built:
    """Build every target of ``options`` for the course in ``folder``, or nothing at all.

    Packages appear in ``options.out`` only once all of them are written and valid; ``ids.lock`` is
    written then too.

    :param others: as for :func:`load`.
    :raises UsageError: no such folder or target.
    :raises PackageError: the disk refuses.
    :raises MissingPartError: the front end has not been built.
    """
    check_targets(options.targets)
    loaded = load(folder, options, others)
    if loaded.course is None:
        return Built(loaded)
    # Checking a course needs none of these.
    from balise_builder.contract import dumps
    from balise_builder.render import render
    from balise_builder.suspend import worst_case

    budget = worst_case(loaded.course)
    over = check_budget(loaded.course, budget, options.targets) or check_session(
        loaded.course, options.targets
    )
    if over:
        return Built(_with(loaded, over), budget=budget)
    document = render(loaded.course, dumps(loaded.course, budget))
    return pack(loaded, document, budget, options)


def pack(loaded: Loaded, document: Document, budget: Budget, options: Options) -> Built:
    """Write, validate and then publish the packages of a rendered course."""
    from balise_builder.package import validate, write_tar, write_zip
    from balise_builder.targets import TARGETS

    course = loaded.course
    assert course is not None
    make_folder(options.out)
    drafts: dict[str, Path] = {}
    try:
        found: list[Diagnostic] = []
        for target in options.targets:
            made = TARGETS[target]
            name = course.variant.package(loaded.id, course.version, target, made.archive)
            draft = options.out / f".{name}.{os.getpid()}"
            drafts[name] = draft
            files = dict(made.files(course, document))
            if made.formats is not None:
                files.update(made.formats(files, options.formats))
            write = write_zip if made.archive == "zip" else write_tar
            write(files, draft, course.date)
            if made.played:
                found += validate(draft, scorm=target != "web")
        if found:
            return Built(_with(loaded, found), budget=budget)
        if options.judge and not options.judge(drafts, options.out):
            return Built(loaded, budget=budget)
        _publish(loaded, drafts, options.out)
    finally:
        for draft in drafts.values():
            with suppress(OSError):  # What stopped the build is told, not this.
                draft.unlink(missing_ok=True)
    told = [TARGETS[target].notes for target in options.targets]
    loaded = _with(loaded, [one for notes in told if notes for one in notes(course)])
    packages = tuple(
        Package(target, path := options.out / name, path.stat().st_size)
        for target, name in zip(options.targets, drafts, strict=True)
    )
    return Built(loaded, packages, budget)


def make_folder(path: Path) -> None:
    """Make sure that a folder is there.

    :raises PackageError: a file has that name, or the disk refuses.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise disk_refuses(path, problem) from problem


def _publish(loaded: Loaded, drafts: dict[str, Path], out: Path) -> None:
    """Put everything in its place by renaming: a reader never meets half a file."""
    from balise_builder.package import SUMS_FILE
    from balise_builder.package.sums import merge, section

    for place in (*(out / name for name in drafts), out / SUMS_FILE):
        if place.is_dir():  # Found after the first renaming, it would leave half of the packages.
            problem = IsADirectoryError(EISDIR, "")
            raise disk_refuses(place, problem)
    sums = merge(out, {name: section(draft, name) for name, draft in drafts.items()})
    if loaded.changed_lock:
        write_text(loaded.folder / LOCK, loaded.lock.dump())
    try:
        for name, draft in drafts.items():
            draft.replace(out / name)
    except OSError as problem:
        raise disk_refuses(out / name, problem) from problem
    write_text(out / SUMS_FILE, sums)


def write_text(path: Path, text: str) -> None:
    """Write a text file (UTF-8, line feeds) whole or not at all.

    :raises PackageError: the disk refuses.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as problem:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise disk_refuses(path, problem) from problem


def check_session(course: Course, targets: Iterable[str]) -> list[Diagnostic]:
    """Return an error when the guide is asked for and the course has no session."""
    found = Collector()
    if "guide" in targets and course.session is None:
        found.add("seance-absente", Span.whole(SESSION))
    return list(found.sorted())


def check_budget(course: Course, budget: Budget, targets: Iterable[str]) -> list[Diagnostic]:
    """Return errors when the worst case of suspend data is above the limit of a target.

    The largest contributors are named where they stand in the source.
    """
    from balise_builder.targets import TARGETS

    limits = {
        target: TARGETS[target].suspend_limit or course.suspend_limit
        for target in targets
        if TARGETS[target].played
    }
    over = [target for target, limit in limits.items() if budget.worst > limit]
    if not over:
        return []
    found = Collector()
    limit = min(limits[target] for target in over)
    found.add(
        "donnees-de-reprise-trop-longues",
        Span.whole(COURSE),
        worst=spaced(budget.worst),
        limit=spaced(limit),
        targets=", ".join(over),
    )
    for part in budget.contributors[:NAMED_CONTRIBUTORS]:
        found.add("donnees-de-reprise-part", part.span, size=spaced(part.size), name=part.name)
    return list(found.sorted())


def course_folder(path: Path) -> Path:
    """Return the folder of a course given by its folder or its ``cours.md``.

    :raises UsageError: there is no such folder.
    """
    folder = path.parent if path.name == COURSE else path
    if not folder.is_dir():
        raise UsageError(
            f"{path} : aucun dossier de formation à cet endroit. Donnez un dossier qui contient"
            f" {COURSE}, ou créez-en un avec « balise new ».",
            f"{path}: no course folder here. Give a folder that contains {COURSE}, or create one"
            " with “balise new”.",
        )
    return folder


def check_targets(targets: Sequence[str]) -> None:
    """Refuse a target that does not exist.

    :raises UsageError: naming the target and those that exist.
    """
    from balise_builder.targets import TARGETS

    known = ", ".join(TARGETS)
    for target in targets:
        if target not in TARGETS:
            raise UsageError(
                f"La cible « {target} » n’existe pas. Cibles : {known}.",
                f"There is no target “{target}”. Targets: {known}.",
            )


def spaced(number: int) -> str:
    """Return a number with a no-break space between thousands: « 4 000 »."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def _with(loaded: Loaded, found: Iterable[Diagnostic]) -> Loaded:
    collector = Collector()
    collector.extend([*loaded.diagnostics, *found])
    return replace(loaded, diagnostics=collector.sorted())
