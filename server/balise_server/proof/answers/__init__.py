"""Answering a question through the page, rightly or wrongly: a file for each way of answering.

A new kind of question is a function ``(host, item, rightly) -> None`` in a file of its own, named
in :data:`KINDS`. It leaves the answer in the field; whoever called presses the button.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from balise_server.proof.answers import certainty, choices, opened, ordering, pairs, typed

if TYPE_CHECKING:
    from playwright.sync_api import Locator

Item = Mapping[str, Any]
Answer = Callable[["Locator", Item, bool], None]

KINDS: Mapping[str, Answer] = {
    "single": choices.one,
    "true-false": choices.one,
    "multiple": choices.several,
    "scale": choices.degree,
    "short-text": typed.text,
    "number": typed.number,
    "matching": pairs.pairs,
    "categorising": pairs.pairs,
    "ordering": ordering.order,
    "open": opened.write,
}
UNSCORED = frozenset({"scale", "open"})
"""Never right or wrong, and noted without a button in a page."""


class UnknownKindError(Exception):
    """The course has a kind of question that this version of the proof cannot answer."""


def answer(host: Locator, item: Item, rightly: bool) -> None:
    """Answer ``item``, shown in ``host``.

    :raises UnknownKindError: no file here answers that kind.
    """
    act = KINDS.get(item["kind"])
    if act is None:
        raise UnknownKindError(item["kind"])
    act(host, item, rightly)
    certainty.say(host, item)
