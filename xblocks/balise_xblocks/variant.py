"""The variant of an item that a learner meets: the player's ``order.ts`` in Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = 0xFFFFFFFF
_MARK = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def variant_of(item: Mapping[str, Any], seed: str) -> dict[str, str]:
    """Return the words of the variant for the learner's ``seed``; none when it has no variants."""
    variants: list[dict[str, str]] = item["variants"]
    return variants[int(_first(f"{seed}v{item['n']}") * len(variants))] if variants else {}


def with_variant(item: Mapping[str, Any], seed: str) -> dict[str, Any]:
    """Return the item with its accepted answers in the words of the variant."""
    words = variant_of(item, seed)

    def said(text: str) -> str:
        return _MARK.sub(lambda mark: words.get(mark[1], mark[0]), text)

    answers = [{**answer, "text": said(answer["text"])} for answer in item["answers"]]
    return {**item, "answers": answers}


def _first(text: str) -> float:
    """Return the first number, from 0 to 1, of mulberry32 seeded with FNV-1a of ``text``."""
    state = 0x811C9DC5
    for letter in text:
        state = (state ^ ord(letter)) * 0x01000193 & _WORD
    state = (state + 0x6D2B79F5) & _WORD
    t = (state ^ state >> 15) * (1 | state) & _WORD
    t = ((t + ((t ^ t >> 7) * (61 | t) & _WORD)) & _WORD) ^ t
    return ((t ^ t >> 14) & _WORD) / 4294967296
