"""Ids of blocks: unique in the course, given a provisional one while they are missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Fix
from balise_builder.source.folding import slug
from balise_builder.source.shared import is_shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.diagnostics import Collector
    from balise_builder.markdown import Box
    from balise_builder.model import Span
    from balise_builder.source.lock import Kind, Lock

PROVISIONAL = 900
"""Numbers of things without an id begin here: they are never written to the lock."""
UNREAD = frozenset({"id-mal-forme", "attribut-inconnu", "attribut-mal-forme", "texte-apres-nom"})
"""What is told of an opening line whose settings were not all read: the id may be among them."""
PREFIXES = {
    "item": "q", "note": "note", "evaluation": "evaluation", "protocol": "protocole",
    "scenario": "scenario",
    "checklist": "liste",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has an id already."""

    kind: str
    span: Span
    number: int
    light: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """The id of one block."""

    id: str
    number: int
    provisional: bool = False
    repeats: bool = False
    """The same item again, in the light version of the page."""


class Ids:
    """Every id of one course while it is compiled."""

    def __init__(self, lock: Lock, collector: Collector, written: Iterable[str]) -> None:
        self.lock = lock
        self.collector = collector
        self.owners: dict[str, Owner] = {}
        self.written = set(written)
        """Ids that stand anywhere in the source: a provisional one is none of them."""
        self.count = 0

    def page(self, name: str, span: Span, *, has_id: bool = True) -> int:
        """Take the id of a page; return its number."""
        owner = self.owners.get(name)
        if owner is not None and owner.span.file != span.file:
            self.collector.add(
                "id-en-double", span, id=name, file=owner.span.file, line=owner.span.line
            )
            return self._provisional()
        number = self.lock.number("page", name) if has_id else self._provisional()
        self.owners[name] = Owner("page", span, number)
        return number

    def block(self, kind: Kind | str, box: Box, words: str, *, light: bool = False) -> Taken:
        """Take the id of a container, or give it a provisional one made from ``words``."""
        name = box.attributes.id
        base = f"{PREFIXES.get(kind, kind)}-{slug(words)[:40].strip('-')}".strip("-")
        if name is None:
            fresh = self._fresh(base)
            fix = Fix(box.id_at, box.id_text.format(id=fresh))
            if not self.collector.told(UNREAD, box.id_at):
                self.collector.add("bloc-sans-id", box.span, fix=fix, name=box.name)
            return self._give(kind, fresh, box.span, light=light)
        span = box.attributes.id_span or box.span
        owner = self.owners.get(name)
        if owner is None:
            number = 0 if kind == "bank" else self._locked(kind, name, box)  # type: ignore[arg-type]
            self.owners[name] = Owner(kind, span, number, light)
            return Taken(name, number)
        if (
            kind == owner.kind == "item"
            and owner.light is not light
            and owner.span.file == span.file
            and f"{name} repeated" not in self.owners
        ):
            self.owners[f"{name} repeated"] = owner
            return Taken(name, owner.number, repeats=True)
        fresh = self._fresh(name)
        if is_shared(span.file) and not is_shared(owner.span.file):
            # The shared page serves every course: it is the course that gives way.
            place = owner.span
            self.collector.add("commun-id", place, id=name, file=span.file, line=span.line)
            return self._give(kind, fresh, span, light=light)
        self.collector.add(
            "id-en-double", span, fix=Fix(span, f"#{fresh}"), id=name, file=owner.span.file,
            line=owner.span.line,
        )  # fmt: skip
        return self._give(kind, fresh, span, light=light)

    def _locked(self, kind: Kind, name: str, box: Box) -> int:
        """Return the frozen number of an id, that of its former id when it has one."""
        former = box.attributes.text("former-id")
        if former is not None:
            span = box.attributes.span("former-id", box.span)
            self.lock.rename(kind, former, name, span, self.collector)
        return self.lock.number(kind, name)

    def _give(self, kind: str, name: str, span: Span, *, light: bool) -> Taken:
        number = self._provisional()
        self.owners[name] = Owner(kind, span, number, light)
        return Taken(name, number, provisional=True)

    def _provisional(self) -> int:
        self.count += 1
        return PROVISIONAL + self.count - 1

    def _fresh(self, base: str) -> str:
        """Return an id that nothing has, from ``base``."""
        base = base[:58].rstrip("-")
        name, count = base, 2
        while name in self.owners or name in self.written:
            name, count = f"{base}-{count}", count + 1
        return name
