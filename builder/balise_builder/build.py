"""The pipeline: a course folder becomes packages."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from errno import EISDIR
from pathlib import Path
from typing import TYPE_CHECKING

from balise_builder.budget import check_budget, check_session, spaced
from balise_builder.checks import check
from balise_builder.checks.translations import LOCK as TRANSLATION_LOCK
from balise_builder.checks.translations import check_translations, release_codes_in
from balise_builder.checks.variants import check_variants, chosen, detached
from balise_builder.compile import compile_course
from balise_builder.compile.long import joined
from balise_builder.compile.pathways import through
from balise_builder.config import Options
from balise_builder.diagnostics import Collector, Severity
from balise_builder.diagnostics.causes import only_causes
from balise_builder.diagnostics.core import raised
from balise_builder.errors import UsageError
from balise_builder.model import Span
from balise_builder.model.companion import small_courses
from balise_builder.source import read_folder
from balise_builder.source.disk import make_folder, write_text
from balise_builder.source.paths import disk_refuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.model import Course
    from balise_builder.render import Document
    from balise_builder.source import Lock
    from balise_builder.suspend import Budget
    from balise_builder.targets import Target

COURSE = "cours.md"
LOCK = "ids.lock"


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
    translation_lock: str = ""
    """What ``traduction.lock`` is to hold; "" when it stays as it is."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Its id, then those of the small packages beside it."""
        beside = self.course.companions if self.course is not None else ()
        return (self.id, *(f"{self.id}-{one.name}" for one in beside))

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
    course, kept = compile_course(source, collector), ""
    if course is not None:
        check(course, source, collector, release=options.release)
        wanted = chosen(options.variant, source)
        check_variants(course, source, collector, wanted, release=options.release)
        if (wanted.selects or wanted.long) and not collector.has_errors:
            course = compile_course(detached(source), Collector(), wanted) or course
        made = check_translations(course, source, collector, wanted)
        if made is not None:
            paths = through(source.path, course.registers, Collector(), wanted.language)
            course = replace(made.course, variant=wanted, pathways=paths)
            kept = made.lock
        if wanted.long:
            course = joined(course)
        course = replace(course, date=options.date or course.date)
        for kind, name in source.lock.removed:
            if kind != "scene":  # Told by the compilation, or with its scenario.
                collector.add("id-retire", Span.whole(LOCK), id=name)
    name = source.settings.id if source.settings is not None else ""
    beside = [f"{name}-{one.name}" for one in (course.companions if course else ())]
    clash = next((n for n in (name, *beside) if (others or {}).get(n, folder) != folder), "")
    if source.settings is not None and others and clash:
        where = source.settings.where("id")
        collector.add("cours-meme-id", where, id=clash, other=others[clash])
        course = None
    if options.locked and source.lock.changed:
        collector.add("verrou-a-changer", Span.whole(LOCK))
    found = only_causes(collector.sorted())
    approved = source.settings is not None and source.settings.status == "approved"
    if options.release or approved:
        found = raised(found, release_codes_in(options.variant.language))
    failed = any(d.severity is Severity.ERROR for d in found)
    course = None if failed else course
    return Loaded(folder, course, found, source.lock, source.lock.changed, name, kept)


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

    course = loaded.course
    assert course is not None
    make_folder(options.out)
    drafts: dict[str, Path] = {}
    kinds: list[str] = []
    told: list[Diagnostic] = []
    try:
        found: list[Diagnostic] = []
        for made, shown, target in _to_write(course, document, options):
            plain = "-".join(filter(None, (loaded.id, made.companion)))
            told += target.notes(made) if target.notes else ()
            name = made.variant.package(plain, made.version, target.name, target.archive)
            draft = options.out / f".{name}.{os.getpid()}"
            drafts[name] = draft
            kinds.append(target.name)
            files = dict(target.files(made, shown))
            if target.formats is not None:
                files.update(target.formats(files, options.formats))
            write = write_zip if target.archive == "zip" else write_tar
            write(files, draft, made.date)
            if target.played:
                found += validate(draft, scorm=target.name != "web")
        if found:
            return Built(_with(loaded, found), budget=budget)
        if options.judge and not options.judge(drafts, options.out):
            return Built(loaded, budget=budget)
        _publish(loaded, drafts, options.out)
    finally:
        for draft in drafts.values():
            with suppress(OSError):  # What stopped the build is told, not this.
                draft.unlink(missing_ok=True)
    loaded = _with(loaded, unique(told))
    packages = tuple(
        Package(kind, path := options.out / name, path.stat().st_size)
        for kind, name in zip(kinds, drafts, strict=True)
    )
    return Built(loaded, packages, budget)


def _to_write(
    course: Course, document: Document, options: Options
) -> Iterator[tuple[Course, Document, Target]]:
    """Yield what each package is made of: those of the course, then of its small packages."""
    from balise_builder.contract import dumps
    from balise_builder.render import render
    from balise_builder.targets import TARGETS

    targets = [TARGETS[name] for name in options.targets]
    yield from ((course, document, target) for target in targets)
    beside = [target for target in targets if target.beside]
    for small in small_courses(course) if beside else ():
        shown = render(small, dumps(small))
        yield from ((small, shown, target) for target in beside)


def _publish(loaded: Loaded, drafts: dict[str, Path], out: Path) -> None:
    """Put everything in its place by renaming: a reader never meets half a file."""
    from balise_builder.package import SUMS_FILE
    from balise_builder.package.sums import merge, section

    for place in (*(out / name for name in drafts), out / SUMS_FILE):
        if place.is_dir():  # Found after the first renaming, it would leave half of the packages.
            problem = IsADirectoryError(EISDIR, "")
            raise disk_refuses(place, problem)
    sums = merge(out, {name: section(draft, name) for name, draft in drafts.items()})
    if loaded.translation_lock and loaded.course is not None:
        place = loaded.folder / loaded.course.variant.language / TRANSLATION_LOCK
        write_text(place, loaded.translation_lock)
    if loaded.changed_lock:
        write_text(loaded.folder / LOCK, loaded.lock.dump())
    try:
        for name, draft in drafts.items():
            draft.replace(out / name)
    except OSError as problem:
        raise disk_refuses(out / name, problem) from problem
    write_text(out / SUMS_FILE, sums)


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


def unique(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return each finding once: several packages may say the same."""
    return list({(d.span, d.code, *sorted(d.params.items())): d for d in found}.values())


def _with(loaded: Loaded, found: Iterable[Diagnostic]) -> Loaded:
    collector = Collector()
    collector.extend([*loaded.diagnostics, *found])
    return replace(loaded, diagnostics=collector.sorted())


__all__ = [
    "COURSE", "LOCK", "Built", "Loaded", "Package", "build", "check_budget", "check_session",
    "check_targets", "course_folder", "load", "make_folder", "pack", "spaced", "write_text",
]  # fmt: skip
