"""The library when it is large: courses by audience, their follow-up and boosters inside them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from balise_server.views.library import Card

FEW = 4
"""Courses that a page shows one under the other without audiences above them."""
COMMON_CORE = "tronc-commun"
"""The audience of what everybody takes: it comes first."""
BESIDE = re.compile(r"(?P<course>.+)-(?:suivi|relance(?:-(?P<number>\d+))?)")
"""Id of a small package: the builder makes it from that of its course."""
ENDING = re.compile(r"\s*\((?P<name>[^()]+)\)$")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The courses of one audience, by level and title."""

    audience: str
    """Id of the audience; "" for courses that name none."""
    cards: tuple[Card, ...]

    @property
    def name(self) -> str:
        """Return the audience as a heading."""
        words = self.audience.replace("-", " ")
        return words[:1].upper() + words[1:]


def together(cards: Iterable[Card]) -> list[Card]:
    """Return the courses, each with its follow-up and boosters; what has no course stands alone."""
    every = {card.id: card for card in cards}
    beside: dict[str, list[tuple[int, Card]]] = {}
    alone = []
    for card in every.values():
        found = BESIDE.fullmatch(card.id)
        if found and found["course"] in every:
            # The follow-up closes the list: it is asked for after the boosters of the first weeks.
            number = int(found["number"] or 0) if "relance" in card.id else 1000
            beside.setdefault(found["course"], []).append((number, card))
        else:
            alone.append(card)
    return [
        replace(card, beside=tuple(_named(c) for _, c in sorted(
            beside.get(card.id, []), key=lambda pair: (pair[0], pair[1].id)
        )))
        for card in alone
    ]  # fmt: skip


def _named(card: Card) -> Card:
    """Return a small package under the title of its page, else how its own title ends."""
    found = ENDING.search(card.title)
    name = card.opening or (found["name"] if found else card.title)
    return replace(card, title=name[:1].upper() + name[1:])


def shelves(cards: Sequence[Card]) -> list[Shelf]:
    """Return the courses by their first audience; nothing when they are few, or all for one."""
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(card.audiences[0] if card.audiences else "", []).append(card)
    if len(cards) <= FEW or len(groups) < 2:
        return []
    order = sorted(groups, key=lambda name: (not name, name != COMMON_CORE, folded(name)))
    return [
        Shelf(name, tuple(sorted(groups[name], key=lambda c: (folded(c.level), folded(c.title)))))
        for name in order
    ]


def folded(text: str) -> str:
    """Return a text in the form that sorts it as people expect: « Éducation » before « Police »."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))
