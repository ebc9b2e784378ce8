"""Items without their keys, as a browser may have them while an attempt runs.

The letters of ordering, matching and categorising tell the key (steps are lettered as the author
wrote them), so that they are dealt anew for each learner and attempt, and dealt back on the server.
"""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

DEALT = frozenset({"ordering", "matching", "categorising"})
TYPED = frozenset({"short-text", "number"})

Item = dict[str, Any]


def masked(item: Item, secret: str) -> Item:
    """Return ``item`` without anything that tells what is right; ``secret`` deals its letters."""
    choices = [
        {**choice, "right": False, "target": None, "idea": None, "feedback": ""}
        for choice in item["choices"]
    ]
    targets, light = item["targets"], item.get("light")
    if item["kind"] in DEALT:
        steps, places = _deal(item, "choices", secret), _deal(item, "targets", secret)
        light = light and {**light, "choices": _moved(item, light["choices"], steps)}
        choices = sorted(
            ({**c, "id": steps[c["id"]]} for c in choices), key=lambda choice: str(choice["id"])
        )
        targets = [{**target, "id": places[target["id"]]} for target in targets]
        if item["kind"] == "matching":
            targets.sort(key=lambda target: str(target["id"]))
    return {
        **item, "choices": choices, "targets": targets, "answers": [], "general": "",
        "situation": None, "light": light,
    }  # fmt: skip


def _moved(item: Item, texts: list[str], steps: Mapping[str, str]) -> list[str]:
    """Return the lighter words of choices in the order of their dealt letters, as the choices."""
    letters = [steps[choice["id"]] for choice in item["choices"]]
    return [text for _, text in sorted(zip(letters, texts, strict=False))]


def hidden(item: Item, response: str, secret: str) -> str:
    """Return a kept response as the browser knows it; of a typed one only the certainty."""
    answer, certainty = _split(response)
    if item["kind"] in TYPED:
        return certainty
    return _translated(item, answer, secret, back=False) + certainty


def shown(item: Item, response: str, secret: str) -> str:
    """Return a response of the browser in the item's own letters."""
    answer, certainty = _split(response)
    return _translated(item, answer, secret, back=True) + certainty


def _translated(item: Item, answer: str, secret: str, *, back: bool) -> str:
    if item["kind"] not in DEALT:
        return answer
    maps = [_deal(item, "choices", secret), _deal(item, "targets", secret)]
    if item["kind"] == "ordering":
        maps[1] = maps[0]
    if back:
        maps = [{new: old for old, new in one.items()} for one in maps]
    return "".join(maps[at % 2].get(letter, "") for at, letter in enumerate(answer))


def _deal(item: Mapping[str, Any], field: str, secret: str) -> dict[str, str]:
    letters = sorted(one["id"] for one in item[field])
    dealt = list(letters)
    Random(f"{secret}.{item['id']}.{field}").shuffle(dealt)
    return dict(zip(letters, dealt, strict=True))


def _split(response: str) -> tuple[str, str]:
    certainty = re.search("[0-9]$", response)
    return re.sub("[0-9]$", "", response), certainty[0] if certainty else ""
