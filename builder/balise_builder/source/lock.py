"""``ids.lock``: the numbers and letters that learners' saved states refer to, given once.

For the compile stage, in this order for each thing that has an id::

    lock.rename(kind, former, id, span, collector)   # only with ``ancien-id=``
    n = lock.number(kind, id)                        # gives one when the id is new
    letters = lock.letters(id, [(explicit or None, text, span), …], collector)

What is not asked for during a build is *removed*: its line stays, marked, so that its number and
letters are never given to anything else, and come back with it if it comes back.

File, sorted, one line an id, fields separated by spaces::

    course Zq81Ab
    item q-premiere-phrase 4 a=5d41402a b=7d793037 c~0cc175b9
    page signaux 2 was=les-signes
    item q-ancienne 3 removed a=92eb5ffe
    scene nuit/au-comptoir 1 a=0cc175b9

``a=`` a letter and the mark of its text (:func:`~balise_builder.source.letters.mark`), ``c~`` a
retired letter, ``>a=`` a letter of the other series (definitions, categories), ``was=`` a former
id. Merging (also in the file's header): keep the lines of both sides. :func:`parse` unites two
lines of the same id and number, and reports what people must decide: one number for two ids, two
numbers for one id, two course keys.
"""

from __future__ import annotations

import string
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, get_args

from balise_builder.source.letters import Letter, free_letter, match, updated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from balise_builder.diagnostics import Collector
    from balise_builder.model import Span

Kind = Literal["page", "item", "evaluation", "note", "protocol", "checklist", "scenario", "scene"]
KINDS: tuple[str, ...] = get_args(Kind)
KEY_LENGTH = 6
ALPHABET = string.ascii_letters + string.digits

HEADER = """\
# Balise ids.lock, format 1
# Écrit par « balise build »; à conserver dans Git, sans y toucher.
# Fusion : gardez les lignes des deux côtés, enlevez seulement les marques <<<<<<< ======= >>>>>>>
# (« ids.lock merge=union » dans .gitattributes le fait seul), puis lancez « balise check ».
# Written by balise build; keep it in Git as it is.
# Merge: keep the lines of both sides, remove only the conflict marks, then run balise check.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is frozen for one id."""

    number: int
    removed: bool = False
    was: frozenset[str] = frozenset()
    letters: Mapping[str, Letter] = field(default_factory=dict)
    targets: Mapping[str, Letter] = field(default_factory=dict)
    """Letters of the definitions or categories of a question: a series of their own."""

    def line(self, kind: str, name: str) -> str:
        """Return the line of the file."""
        parts = [kind, name, str(self.number)]
        if self.removed:
            parts.append("removed")
        parts += [f"was={former}" for former in sorted(self.was)]
        for sign, series in (("", self.letters), (">", self.targets)):
            for letter, known in sorted(series.items()):
                state = "~" if known.removed else "="
                parts.append(f"{sign}{letter}{state}{','.join(sorted(known.marks))}")
        return " ".join(parts)


class Lock:
    """Frozen numbers and letters of one course; new ones are given on demand."""

    def __init__(
        self, key: str = "", entries: Mapping[tuple[str, str], Entry] | None = None
    ) -> None:
        self._key = key or _new_key()
        self._entries = dict(entries or {})
        self._before = dict(self._entries)
        self._used: set[tuple[str, str]] = set()
        self._source: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str, collector: Collector, file: str = "ids.lock") -> Lock:
        """Read the content of the file (empty: a new lock with a new course key).

        Problems are errors of the collector; what is sound is kept all the same.
        """
        from balise_builder.source.lockfile import read

        key, entries, lines = read(text, collector, file)
        lock = cls(key, entries)
        lock._source = lines
        return lock

    @property
    def key(self) -> str:
        """Random course key, made once: 6 characters of ``[A-Za-z0-9]``."""
        return self._key

    def number(self, kind: Kind, name: str) -> int:
        """Return the number of an id, giving one when it is new.

        Numbers go from 1, in one sequence a kind; scenes (``scenario/scene``) in one a scenario.
        """
        entry = self._entries.get((kind, name))
        if entry is None:
            around = _around(name)
            taken = [
                e.number
                for (k, other), e in self._entries.items()
                if k == kind and _around(other) == around
            ]
            entry = Entry(max(taken, default=0) + 1)
            self._entries[kind, name] = entry
        self._used.add((kind, name))
        return entry.number

    def letters(
        self,
        name: str,
        choices: Sequence[tuple[str | None, str, Span]],
        collector: Collector,
        kind: Kind = "item",
    ) -> list[str]:
        """Return the letter of each choice or accepted answer of ``name``, in order.

        :param choices: explicit letter (``{#b}``) or ``None``, text (any form: it is folded
            here), and where it stands.
        """
        return self._series("letters", name, choices, collector, kind)

    def targets(
        self,
        name: str,
        targets: Sequence[tuple[str | None, str, Span]],
        collector: Collector,
    ) -> list[str]:
        """Return the letter of each definition or category of the item ``name``, in order.

        The parameters are those of :meth:`letters`.
        """
        return self._series("targets", name, targets, collector, "item")

    def _series(
        self,
        series: Literal["letters", "targets"],
        name: str,
        things: Sequence[tuple[str | None, str, Span]],
        collector: Collector,
        kind: Kind,
    ) -> list[str]:
        self.number(kind, name)
        entry = self._entries[kind, name]
        known: Mapping[str, Letter] = getattr(entry, series)
        result = match(known, [(explicit, text) for explicit, text, _ in things])
        codes = _TARGET_CODES if series == "targets" else {}
        for index in result.reworded:
            code = codes.get("reworded", "choix-reformule")
            collector.add(code, things[index][2], letter=result.letters[index], id=name)
        for index, problem in result.problems:
            explicit, _, span = things[index]
            collector.add(
                codes.get(problem, _PROBLEMS[problem]), span, id=name, letter=explicit or "",
                letters=", ".join(result.candidates), free=free_letter(known, result.letters),
            )  # fmt: skip
        if not result.problems and (things or known):
            now = updated(known, result.letters, [text for _, text, _ in things])
            self._entries[kind, name] = (
                replace(entry, targets=now) if series == "targets" else replace(entry, letters=now)
            )
        return list(result.letters)

    def rename(self, kind: Kind, former: str, name: str, span: Span, collector: Collector) -> None:
        """Let ``name`` take over the number and letters of ``former`` (``ancien-id=``)."""
        new, old = self._entries.get((kind, name)), self._entries.get((kind, former))
        if new is not None and former in new.was:
            return
        if old is None:
            collector.add("ancien-id-inconnu", span, id=former)
        elif (kind, former) in self._used:
            collector.add("ancien-id-encore-utilise", span, id=former)
        elif new is not None:
            collector.add("ancien-id-deja-numerote", span, id=name, former=former)
        else:
            self._move(kind, former, name)
            if kind == "scenario":
                for _, scene in [k for k in self._entries if k[0] == "scene"]:
                    if _around(scene) == former:
                        self._move("scene", scene, f"{name}/{scene.partition('/')[2]}")

    def _move(self, kind: str, former: str, name: str) -> None:
        """Give the entry of ``former`` to ``name``."""
        old = self._entries.pop((kind, former))
        self._entries[kind, name] = replace(old, was=old.was | {former})

    def move_scene(self, former: str, name: str, span: Span, collector: Collector) -> None:
        """Say where the scene ``former`` (``scenario/scene``) went: to ``name``.

        A new scene takes over its number and letters; one that has its own is where the story
        goes on, and nothing else changes.
        """
        new, old = self._entries.get(("scene", name)), self._entries.get(("scene", former))
        if new is not None and former in new.was:
            return
        if old is None:
            collector.add("ancien-id-inconnu", span, id=former.partition("/")[2])
        elif new is None:
            self._move("scene", former, name)
        else:
            self._entries["scene", name] = replace(new, was=new.was | {former})

    def is_new(self, kind: Kind, name: str) -> bool:
        """Return whether the file that was read does not know an id."""
        return (kind, name) not in self._before

    def gone_scenes(self, scenario: str) -> tuple[str, ...]:
        """Return the ids of the scenes that a scenario had and that nobody says where they went."""
        told = {former for entry in self._entries.values() for former in entry.was}
        gone = [name for kind, name in self.removed if kind == "scene" and name not in told]
        return tuple(n.partition("/")[2] for n in gone if _around(n) == scenario)

    @property
    def removed(self) -> tuple[tuple[str, str], ...]:
        """Kinds and ids that were there before and that the course no longer has."""
        return tuple(
            sorted(
                k for k, e in self._entries.items()
                if k in self._before and k not in self._used and not e.removed
            )
        )  # fmt: skip

    @property
    def renamed(self) -> dict[tuple[str, str], str]:
        """Today's id of every former one, by kind and former id."""
        return {
            (kind, former): name
            for (kind, name), entry in self._entries.items()
            for former in entry.was
        }

    @property
    def changed(self) -> bool:
        """Whether :meth:`dump` would give other lines than the file that was read."""
        return self._source != tuple(_data(self.dump()))

    def dump(self) -> str:
        """Return the content of the file, with Unix line ends."""
        lines = [f"course {self._key}"]
        for (kind, name), entry in sorted(self._entries.items()):
            gone = (kind, name) not in self._used
            lines.append(replace(entry, removed=gone).line(kind, name))
        return HEADER + "\n".join(lines) + "\n"


def _around(name: str) -> str:
    """Return the scenario of a scene's id; nothing for other ids."""
    return name.partition("/")[0] if "/" in name else ""


def _new_key() -> str:
    """Return a random course key."""
    import secrets

    return "".join(secrets.choice(ALPHABET) for _ in range(KEY_LENGTH))


def _data(text: str) -> list[str]:
    """Return the lines that are neither empty nor comments."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


_PROBLEMS = {
    "invalid": "lettre-invalide",
    "repeated": "lettre-en-double",
    "unsure": "lettre-incertaine",
    "exhausted": "lettres-epuisees",
}
_TARGET_CODES = {"reworded": "cible-reformulee", "unsure": "cible-incertaine"}
"""What is said otherwise of a definition or a category than of a choice."""
