"""Suspend data as the player writes them (``builder/player/src/codec.ts``, format "A").

Both run the vectors of ``tests/golden/codec``. The build needs the lengths only
(:mod:`balise_builder.suspend`); they are those of the texts made here, so that the bound is exact.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

VERSION = "A"
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
NONE = "*"
BLOCK = 32
"""Practice items by block of numbers."""
MOST_TRIES = 14
MOST_ATTEMPTS = 31
"""Where the course sets no limit, the player stops counting here."""

Json = dict[str, Any]


def fixed(value: int, width: int) -> str:
    """Return ``value`` on exactly ``width`` digits of base 64, most significant first."""
    out = ""
    for _ in range(width):
        value, digit = divmod(value, 64)
        out = DIGITS[digit] + out
    return out


def varint(value: int) -> str:
    """Return ``value`` by five bits a character, least significant first."""
    out = ""
    while value >= 32:
        value, digit = divmod(value, 32)
        out += DIGITS[32 + digit]
    return out + DIGITS[value]


def response(said: str) -> str:
    """Return a response (``state.ts``) as it is written.

    A set of letters ``a`` to ``z`` is the varint of its bits; letters in any other order stand as
    they are after ``~`` and their count; ``(`` and the digit of certainty come first.
    """
    letters = said.rstrip("1234")
    sure = f"({said[-1]}" if said != letters else ""
    if all(one < other for one, other in pairwise(letters)):
        return sure + varint(sum(1 << (ord(c) - ord("a")) for c in letters))
    return f"{sure}~{varint(len(letters))}{letters}"


def check(text: str) -> str:
    """Return two digits over the course key and a segment."""
    total = 7
    for c in text:
        total = (total * 67 + ord(c)) % 4093
    return fixed(total, 2)


def segment(key: str, content: str) -> str:
    """Return a segment with its check digits and its end mark."""
    return f"{content}{check(key + content)}."


def item_entry(number: int, tries: int, last: str, *, first: bool, now: bool) -> str:
    """Return a practice item within its block: number, tries and rights, last response."""
    flags = 16 * first + 32 * now
    count = fixed(flags + min(tries, 15), 1) + (varint(tries - 15) if tries >= 15 else "")
    return fixed((number - 1) % BLOCK, 1) + count + response(last)


def answer_entry(number: int, said: str | None) -> str:
    """Return an item of an evaluation; ``None``: drawn, not answered."""
    return varint(number) + (NONE if said is None else response(said))


def evaluation_head(number: int, form: str, flags: int, attempts: int, results: str) -> str:
    """Return what stands before the answers of an evaluation."""
    return f"E{varint(number)}{form[:1]}{fixed(flags, 1)}{varint(attempts)}{results}"


def result(points: float, possible: int) -> str:
    """Return the points (in hundredths) and possible points of an attempt: five digits."""
    return fixed(round(points * 100), 3) + fixed(possible, 2)


def head(seed: str, stamp: str, place: int | None) -> str:
    """Return the first segment: seed, stamp, number of the page (``None``: the menu)."""
    return f"H{seed}{stamp}{optional(place)}"


def optional(number: int | None) -> str:
    """Return a number that may be missing."""
    return NONE if number is None else varint(number)


def scenario(number: int, scene: int | None, ending: int | None, variables: Iterable[int]) -> str:
    """Return a scenario: where it stands, the ending last reached, one digit a variable."""
    values = "".join(fixed(value, 1) for value in variables)
    return f"S{varint(number)}{optional(scene)}{optional(ending)}{values}"


def pages(numbers: Iterable[int]) -> str:
    """Return the pages read as bits, six a digit; empty when there is none."""
    digits: list[int] = []
    for number in numbers:
        at, bit = divmod(number - 1, 6)
        digits += [0] * (at + 1 - len(digits))
        digits[at] |= 1 << bit
    return "P" + "".join(fixed(d, 1) for d in digits) if digits else ""


def join(key: str, contents: Iterable[str]) -> str:
    """Return the whole text from the contents of its segments."""
    return f"{VERSION}{key}{''.join(segment(key, c) for c in contents if c)}!"


def encode(course: Mapping[str, Any], state: Mapping[str, Any], stamp: str = "00") -> str:
    """Return the suspend data of ``state`` (``state.ts``) in ``course`` (course.json)."""
    items: dict[str, Json] = {item["id"]: item for item in course["items"]}
    page_numbers = {
        p["id"]: p["n"] for p in course["pages"] if p["kind"] not in ("privacy", "help")
    }
    contents = [head(state["seed"], stamp, page_numbers.get(state["place"]))]
    for evaluation in sorted(course["evaluations"], key=lambda e: e["n"]):
        kept = state["evaluations"].get(evaluation["id"])
        if kept is not None:
            contents.append(_evaluation(evaluation["n"], kept, items))
    contents.append(pages(page_numbers[p] for p in state["read"] if p in page_numbers))
    contents += _scenarios(course["scenarios"], state["scenarios"])
    contents += _practice(items, state["items"])
    return join(course["key"], contents)


def _scenarios(scenarios: Iterable[Json], kept: Mapping[str, Json]) -> Iterator[str]:
    for one in sorted((s for s in scenarios if s["id"] in kept), key=lambda s: int(s["n"])):
        way, numbers = kept[one["id"]], {scene["id"]: scene["n"] for scene in one["scenes"]}
        scene, ending = numbers.get(way["scene"]), numbers.get(way["ending"])
        yield scenario(one["n"], scene, ending, way["variables"])


def _practice(items: Mapping[str, Json], kept: Mapping[str, Json]) -> list[str]:
    blocks: dict[int, str] = {}
    for item in sorted((items[i] for i in kept if i in items), key=lambda i: int(i["n"])):
        block = (item["n"] - 1) // BLOCK
        one = kept[item["id"]]
        entry = item_entry(
            item["n"], one["tries"], one["last"], first=one["firstRight"], now=one["lastRight"]
        )
        blocks[block] = blocks.get(block, "I" + varint(block)) + entry
    return list(blocks.values())


def _evaluation(number: int, kept: Json, items: Mapping[str, Json]) -> str:
    current, last, drawn = kept["current"], kept["last"], kept["drawn"]
    first, best = kept["first"], kept["best"]
    has_results = first is not None and best is not None
    flags = has_results + 2 * (drawn is not None)
    flags += 4 if current is not None else 8 * (last is not None)
    results = "".join(result(r["points"], r["possible"]) for r in (first, best) if has_results)
    answers: dict[str, str] = current if current is not None else last or {}
    return evaluation_head(number, kept["form"], flags, kept["attempts"], results) + "".join(
        answer_entry(items[i]["n"], answers.get(i)) for i in _order(drawn, answers, items)
    )


def _order(
    drawn: Sequence[str] | None, answers: Mapping[str, str], items: Mapping[str, Json]
) -> list[str]:
    if drawn is not None:
        return [i for i in drawn if i in items]
    return sorted((i for i in answers if i in items), key=lambda i: int(items[i]["n"]))
