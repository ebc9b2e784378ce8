"""course.json → checked data: what another program wrote is believed only once it is read whole."""

from __future__ import annotations

import json
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from balise_builder.contract.shape import VERSION, CourseData
from balise_builder.errors import PackageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class ContractError(PackageError):
    """course.json is not what docs/contribution/contracts.md and contract.ts say."""


def read(data: bytes) -> CourseData:
    """Return the content of a course.json, every field checked.

    :raises ContractError: naming the first field that is wrong, what was found and expected.
    """
    try:
        value = json.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, ValueError) as problem:
        raise ContractError(
            f"course.json ne peut pas être lu comme du JSON en UTF-8 ({problem}).",
            f"course.json cannot be read as JSON in UTF-8 ({problem}).",
        ) from None
    if isinstance(value, dict) and value.get("balise") != VERSION:
        raise ContractError(
            f"course.json est de la version {value.get('balise')!r}; cette Balise lit la version"
            f" {VERSION}. Construisez de nouveau la formation, ou mettez Balise à jour.",
            f"course.json has version {value.get('balise')!r}; this Balise reads version"
            f" {VERSION}. Build the course again, or update Balise.",
        )
    _check(value, CourseData, "course")
    course = cast("CourseData", value)
    _check_references(course)
    return course


def _fail(place: str, found: object, expected: str, wanted: str) -> ContractError:
    shown = json.dumps(found, ensure_ascii=False)
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    return ContractError(
        f"course.json, {place} : {shown} trouvé, {expected} attendu.",
        f"course.json, {place}: found {shown}, expected {wanted}.",
    )


@cache
def _fields(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


_WORDS = {
    str: ("un texte", "text"),
    int: ("un nombre entier", "a whole number"),
    float: ("un nombre", "a number"),
    bool: ("true ou false", "true or false"),
    list: ("une liste", "a list"),
    dict: ("un objet", "an object"),
    NoneType: ("null", "null"),
}


def _check(value: object, kind: Any, place: str) -> None:
    if is_typeddict(kind):
        _check_object(value, kind, place)
        return
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        if value not in arguments or isinstance(value, bool):
            words = " | ".join(json.dumps(a) for a in arguments)
            raise _fail(place, value, words, words)
    elif origin in (Union, UnionType):
        if value is not None:
            _check(value, next(a for a in arguments if a is not NoneType), place)
    elif origin is list:
        if not isinstance(value, list):
            raise _fail(place, value, *_WORDS[list])
        for index, one in enumerate(value):
            _check(one, arguments[0], f"{place}[{index}]")
    elif origin is dict:
        if not isinstance(value, dict):
            raise _fail(place, value, *_WORDS[dict])
        for key, one in value.items():
            _check(one, arguments[1], f"{place}.{key}")
    elif kind is float:
        if type(value) not in (int, float):
            raise _fail(place, value, *_WORDS[float])
    elif type(value) is not kind:
        raise _fail(place, value, *_WORDS[kind])


def _check_object(value: object, kind: type, place: str) -> None:
    if not isinstance(value, dict):
        raise _fail(place, value, *_WORDS[dict])
    fields = _fields(kind)
    for name in fields:
        if name not in value:
            raise ContractError(
                f"course.json, {place} : le champ « {name} » manque.",
                f"course.json, {place}: the field “{name}” is missing.",
            )
    for name in value:
        if name not in fields:
            raise ContractError(
                f"course.json, {place} : le champ « {name} » est inconnu.",
                f"course.json, {place}: the field “{name}” is unknown.",
            )
    for name, expected in fields.items():
        _check(value[name], expected, f"{place}.{name}")


def _check_references(course: CourseData) -> None:
    pages = _unique(course["pages"], "pages")
    items = _unique(course["items"], "items")
    evaluations = _unique(course["evaluations"], "evaluations")
    for place, name, known in _references(course, pages, items, evaluations):
        if name not in known:
            raise ContractError(
                f"course.json, {place} : « {name} » n’existe pas dans la formation.",
                f"course.json, {place}: “{name}” does not exist in the course.",
            )


def _unique(entries: Iterable[Any], place: str) -> set[str]:
    seen: set[str] = set()
    for entry in entries:
        if entry["id"] in seen:
            raise ContractError(
                f"course.json, {place} : l’identifiant « {entry['id']} » figure deux fois.",
                f"course.json, {place}: the id “{entry['id']}” stands twice.",
            )
        seen.add(entry["id"])
    return seen


def _references(
    course: CourseData, pages: set[str], items: set[str], evaluations: set[str]
) -> Iterator[tuple[str, str, set[str]]]:
    if course["rule"]["evaluation"] is not None:
        yield "rule.evaluation", course["rule"]["evaluation"], evaluations
    for index, page in enumerate(course["pages"]):
        yield from ((f"pages[{index}].items", name, items) for name in page["items"])
        yield from (
            (f"pages[{index}].evaluations", name, evaluations) for name in page["evaluations"]
        )
    for index, item in enumerate(course["items"]):
        if item["page"] is not None:
            yield f"items[{index}].page", item["page"], pages
    for index, evaluation in enumerate(course["evaluations"]):
        yield f"evaluations[{index}].page", evaluation["page"], pages
        for form in evaluation["forms"]:
            yield from ((f"evaluations[{index}].forms", name, items) for name in form["items"])
    for index, note in enumerate(course["notes"]):
        yield f"notes[{index}].page", note["page"], pages
    for index, protocol in enumerate(course["protocols"]):
        yield f"protocols[{index}].page", protocol["page"], pages
    for index, checklist in enumerate(course["checklists"]):
        yield f"checklists[{index}].page", checklist["page"], pages
