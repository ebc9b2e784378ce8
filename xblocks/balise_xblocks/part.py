"""What a block holds: a part of course.json, checked before anything is done with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from balise_xblocks.content import ContentError, read_course

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from balise_xblocks.content import Course

_TEXT, _NUMBER = (str,), (int, float)
_FIELDS: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    "pages": {"id": _TEXT, "title": _TEXT, "kind": _TEXT, "counted": (bool,), "items": (list,),
              "evaluations": (list,), "scenarios": (list,)},
    "items": {"id": _TEXT, "n": (int,), "kind": _TEXT, "points": _NUMBER, "partial": (bool,),
              "exact": (bool,), "certainty": (bool,), "stem": _TEXT, "choices": (list,),
              "targets": (list,), "answers": (list,), "variants": (list,), "general": _TEXT},
    "evaluations": {"id": _TEXT, "moment": _TEXT, "page": _TEXT, "forms": (list,)},
    "scenarios": {"id": _TEXT, "page": _TEXT, "start": _TEXT, "variables": (list,),
                  "scenes": (list,)},
}  # fmt: skip
_KEYS: Mapping[str, Mapping[str, Iterable[str]]] = {
    "items": {"choices": ("id", "html", "right", "target", "feedback"), "targets": ("id", "html"),
              "answers": ("id", "text", "value", "tolerance")},
    "evaluations": {"forms": ("name", "items")},
    "scenarios": {"variables": ("name", "value"), "scenes": ("id", "end", "choices")},
}  # fmt: skip
_OPTIONAL = {"items": ("page", "tries"), "evaluations": ("attempts", "draw")}
_ENDS = re.compile(r"</(?:p|h\d|li|d[td]|t[dh]|div|figcaption|blockquote|summary)>|<br\b")
_RULE = ("pages", "evaluation", "threshold", "of", "failed")


def read_part(text: str) -> Course:
    """Return the part of a course that a block holds.

    :param text: course.json, or a part of it with the same fields.
    :raises ContentError: it cannot be played; nothing half understood is graded.
    """
    course = read_course(text.encode("utf-8", "surrogatepass"))
    wrong = [name for name in ("id", "key", "language") if not isinstance(course.get(name), str)]
    wrong += [f"rule.{name}" for name in _RULE if name not in course["rule"]]
    for name in _FIELDS:
        for number, entry in enumerate(course[name], 1):
            wrong += [f"{name}[{number}].{field}" for field in _faults(name, entry)]
    if not course["pages"]:
        wrong.append("pages")
    if wrong:
        named = ", ".join(wrong[:5])
        raise ContentError(
            f"Le contenu de ce bloc est incomplet : {named}. Importez de nouveau le cours que"
            " « balise build -t olx-balise » a écrit.",
            f"The content of this block is incomplete: {named}. Import the course again that"
            " “balise build -t olx-balise” wrote.",
        )
    return course


def _faults(name: str, entry: Any) -> list[str]:
    if not isinstance(entry, dict):
        return ["?"]
    found = [f for f, kinds in _FIELDS[name].items() if not isinstance(entry.get(f), kinds)]
    found += [field for field in _OPTIONAL.get(name, ()) if field not in entry]
    if name == "items" and not _is_light(entry.get("light")):
        found.append("light")
    for field, keys in _KEYS.get(name, {}).items():
        for inner in entry.get(field) or ():
            if not isinstance(inner, dict):
                found.append(field)
                continue
            found += [f"{field}.{key}" for key in keys if key not in inner]
    return found


def _is_light(light: Any) -> bool:
    """Return whether these are lighter words, or none: a part of before them has no such field."""
    if light is None:
        return True
    choices = light.get("choices") if isinstance(light, dict) else None
    return (
        isinstance(choices, list)
        and isinstance(light.get("stem"), str)
        and all(isinstance(text, str) for text in choices)
    )


def attempt_items(
    course: Course, evaluation: Mapping[str, Any], form: str, drawn: list[str] | None
) -> list[dict[str, Any]]:
    """Return the items of an attempt, in order, without those that are gone."""
    forms = {one["name"]: one["items"] for one in evaluation["forms"]}
    known = {item["id"]: item for item in course["items"]}
    ids = drawn if drawn is not None else forms.get(form, [])
    return [known[item_id] for item_id in ids if item_id in known]


def words_of(document: str) -> str:
    """Return the text of HTML, with a space where a block or a line ends."""
    return " ".join(Markup(_ENDS.sub(r" \g<0>", document)).striptags().split())
