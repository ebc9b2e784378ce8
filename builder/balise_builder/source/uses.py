"""What of ``_commun`` a course was made from: what a preview compiles again when it is saved.

Nothing is declared: while :func:`recording` lasts, the registers, the shared pages and the shared
media are read through mappings that note each file when it is looked into. Adding or removing a
file, and what is wrong in it, concern every course (:func:`read_common`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from balise_builder.source.paths import course_name
from balise_builder.source.shapes import SHAPES

if TYPE_CHECKING:
    from pathlib import Path

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.model import Pathway, Registers

COMMON = "../_commun"
PATHWAYS = f"{COMMON}/parcours.yaml"
"""A course is on the way or not (``parcours.yaml@COURSE``): it takes no entry by its id."""
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
_uses: ContextVar[set[str] | None] = ContextVar("uses", default=None)


@contextmanager
def recording() -> Iterator[set[str]]:
    """Give the set that takes the names of the files that the course read in the block depends on.

    Names are those of findings, relative to the course folder: ``../_commun/droit.yaml``. The set
    still grows when the course is rendered or packed later, in whatever thread.
    """
    uses: set[str] = set()
    token = _uses.set(uses)
    try:
        yield uses
    finally:
        _uses.reset(token)


def note(*names: str) -> None:
    """Say that the course being read depends on files; nothing when nobody records."""
    if (uses := _uses.get()) is not None:
        uses.update(names)


def by_entry(content: Mapping[str, V], *files: str) -> Mapping[str, V]:
    """Return a register that notes the entry that is taken (``FILE#ID``), there or not.

    Going through all of it notes the whole of its ``files``.
    """
    uses = _uses.get()
    return content if uses is None else _Register(content, uses, files)


def by_key(content: Mapping[K, V], names: Callable[[K], Collection[str]]) -> Mapping[K, V]:
    """Return pages or media, which note the files ``names(key)`` when one is taken.

    Which keys there are depends on the files that exist, whatever they hold.
    """
    uses = _uses.get()
    return content if uses is None else _Files(content, uses, names)


def plain(content: Mapping[K, V]) -> Mapping[K, V]:
    """Return what a recorded mapping holds: reading it notes nothing."""
    return content.content if isinstance(content, _Register | _Files) else content


def by_register(registers: Registers) -> Registers:
    """Return registers that note their files; what every course reads whole is noted at once."""
    if _uses.get() is None:
        return registers
    fields: dict[str, Any] = {}
    for name, shape in SHAPES.items():
        content = getattr(registers, shape.target)
        if isinstance(content, Mapping):
            fields[shape.target] = by_entry(content, f"{COMMON}/{name}")
        else:
            note(f"{COMMON}/{name}")
    return replace(registers, **fields)


@dataclass(frozen=True, slots=True, eq=False)
class _Register(Mapping[str, V]):
    content: Mapping[str, V]
    uses: set[str]
    files: tuple[str, ...]

    def __getitem__(self, key: str) -> V:
        self.uses.update(f"{file}#{key}" for file in self.files)
        return self.content[key]

    def __iter__(self) -> Iterator[str]:
        self.uses.update(self.files)
        return iter(self.content)

    def __len__(self) -> int:
        self.uses.update(self.files)
        return len(self.content)


@dataclass(frozen=True, slots=True, eq=False)
class _Files(Mapping[K, V]):
    content: Mapping[K, V]
    uses: set[str]
    names: Callable[[K], Collection[str]]

    def __getitem__(self, key: K) -> V:
        found = self.content[key]
        self.uses.update(self.names(key))
        return found

    def __contains__(self, key: object) -> bool:
        return key in self.content

    def __iter__(self) -> Iterator[K]:
        return iter(self.content)

    def __len__(self) -> int:
        return len(self.content)


@dataclass(frozen=True, slots=True)
class Common:
    """``_commun`` at a moment: what two moments have to be compared for."""

    files: frozenset[str]
    found: tuple[Diagnostic, ...]
    """What is wrong in the files before any course is compiled: every course says so."""
    entries: Mapping[str, Mapping[str, Any] | tuple[Any, ...]]
    """By file of a register; their places count, which findings name."""


def read_common(folder: Path) -> Common:
    """Read ``_commun`` as a course would; registers are kept by their content, so it is quick."""
    from balise_builder.diagnostics import Collector
    from balise_builder.source.media import read_media
    from balise_builder.source.registers import read_registers
    from balise_builder.source.shared import FOLDER, read_shared
    from balise_builder.source.wordings import file_of, in_words

    files = (path for path in folder.rglob("*") if path.is_file())
    names = frozenset(f"{COMMON}/{course_name(f.relative_to(folder).as_posix())}" for f in files)
    collector = Collector()
    registers = read_registers(folder, COMMON, collector)
    entries = {f"{COMMON}/{name}": getattr(registers, SHAPES[name].target) for name in SHAPES}
    read_media(folder / "media", f"{COMMON}/media", folder, collector)
    read_shared(folder / FOLDER, collector)
    for path in _translations(folder):
        prefix = f"{COMMON}/{path.name}"
        read_shared(path / FOLDER, collector)
        said = in_words(registers, path, prefix, "", collector).wordings or {}
        entries |= {f"{prefix}/{file_of(name)}": words for name, words in said.items()}
    return Common(names, collector.sorted(), entries)


def _translations(folder: Path) -> list[Path]:
    from balise_builder.source.folder import TRANSLATION

    return sorted(p for p in folder.glob("*/") if TRANSLATION.fullmatch(p.name))


def changes(old: Common, new: Common, saved: Collection[str]) -> frozenset[str] | None:
    """Return what is to be looked for among the uses of a course; ``None`` concerns every course.

    :param saved: the files of ``_commun`` that were written since ``old``.
    """
    if old.files != new.files or old.found != new.found or not new.files.issuperset(saved):
        return None
    found: set[str] = set()
    for name in old.entries.keys() | new.entries.keys():
        before, after = old.entries.get(name, {}), new.entries.get(name, {})
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            keys = before.keys() | after.keys()
            found |= {f"{name}#{key}" for key in keys if before.get(key) != after.get(key)}
            if before == after and list(before) == list(after):
                continue
            if name == PATHWAYS:
                found.update(_on_the_way(before, after))
        elif before == after:
            continue
        found.add(name)
    for name in saved:
        if name not in new.entries:
            if not _is_noted(name):
                return None
            found.add(name)
    return frozenset(found)


def _on_the_way(before: Mapping[str, Pathway], after: Mapping[str, Pathway]) -> Iterator[str]:
    """Yield the mark of each course that a pathway goes through, or went through."""
    for pathway in (*before.values(), *after.values()):
        if list(before) != list(after) or before[pathway.id] != after[pathway.id]:
            yield from (f"{PATHWAYS}@{step.course}" for step in pathway.steps)


def _is_noted(name: str) -> bool:
    """Return whether the use of a file is noted; any other (the glossary…) is for everyone."""
    parts = name.removeprefix(f"{COMMON}/").split("/")
    return len(parts) > 1 and (parts[0] in ("media", "pages") or parts[1] == "pages")
