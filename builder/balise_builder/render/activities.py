"""The pieces of the player that a course uses, joined into one script and one style.

The core of the player draws every page; what brings questions, scenarios, notes… to life is built
apart (``player/src/pieces``) and is in a package only when its course has any. The same course
gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from balise_builder.render.static import asset_name, built

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Reason = Callable[[Mapping[str, Any], str], bool]


def _kinds(*kinds: str) -> Reason:
    """Need a piece for items of these kinds, in practice or in an evaluation."""
    return lambda data, _: any(item["kind"] in kinds for item in data["items"])


def _mark(attribute: str) -> Reason:
    """Need a piece for elements of the rendered sections with this attribute."""
    return lambda _, sections: f" {attribute}" in sections


PIECES: dict[str, Reason] = {
    "choices": _kinds("single", "multiple", "true-false"),
    "typed": _kinds("short-text"),
    "number": _kinds("number"),
    "pairs": _kinds("matching", "categorising"),
    "ordering": _kinds("ordering"),
    "scale": _kinds("scale"),
    "open": _kinds("open"),
    "certainty": lambda data, _: any(item["certainty"] for item in data["items"]),
    "ideas": lambda data, _: bool(data["ideas"]),
    "tabs": _mark("data-tabs"),
    "practice": _mark("data-item="),
    "evaluation": _mark("data-evaluation="),
    "scenario": _mark("data-scenario="),
    "notes": _mark("data-note="),
    "note-tools": lambda data, _: bool(
        data["notes"] or data["checklists"] or any(i["kind"] == "open" for i in data["items"])
    ),
    "checklist": _mark("data-checklist="),
    "protocol": _mark("data-protocol="),
    "survey": _mark("data-survey"),
    "images": _mark('loading="lazy"'),
    "attestation": lambda data, _: any(page["kind"] == "capsule" for page in data["pages"]),
}
"""Every piece, in the order of their code in a package, and when a course needs it: a function of
course.json and of the rendered sections."""

LOOKS: dict[str, tuple[str, ...]] = {
    "containers": tuple(
        f'class="b-{name}'
        for name in (
            "procedure", "case", "tabs", "checklist", "survey", "media", "scenario", "audience",
            "contacts", "transcript", "document", "untranslated",
        )
    ),
}  # fmt: skip
"""Styles of what only some courses have and reads without script (``player/src/looks``), by the
beginnings of their classes; joined to player.css in this order."""

# The player listens to this event on the script element that it makes (src/supply.ts).
_HEAD = (
    'document.currentScript.dispatchEvent(new CustomEvent("balise-pieces",'
    '{detail:$kit=>{"use strict";'
)
_TAIL = "}}));\n"


@dataclass(frozen=True, slots=True)
class Activities:
    """The files of the pieces; a name is empty where the course uses nothing of the kind."""

    script: str
    style: str
    files: Mapping[str, bytes]


def activities(data: bytes, sections: str) -> Activities:
    """Return what the course of course.json ``data``, rendered as ``sections``, uses.

    :raises MissingPartError: the player has not been built.
    """
    course = json.loads(data)
    return join(name for name, is_used in PIECES.items() if is_used(course, sections))


def page_style(sections: str) -> tuple[str, bytes]:
    """Return the name and bytes of the style that the pages read by, with or without script.

    :raises MissingPartError: the player has not been built.
    """
    looks = [name for name, marks in LOOKS.items() if any(mark in sections for mark in marks)]
    content = b"".join([built("player.css"), *(built(f"looks/{name}.css") for name in looks)])
    return asset_name("player.css", content), content


def join(names: Iterable[str]) -> Activities:
    """Return the pieces of these names as files: each module once, before what imports it.

    :raises MissingPartError: the player has not been built.
    """
    pieces: dict[str, dict[str, Any]] = json.loads(built("pieces.json"))
    chosen = [pieces[name] for name in names]
    units = dict.fromkeys(unit for piece in chosen for unit in piece["units"])
    code = "\n".join(_text(unit) for unit in units)
    style = "".join(_text(name) for name in dict.fromkeys(s for p in chosen for s in p["styles"]))
    files: dict[str, bytes] = {}

    def add(name: str, text: str) -> str:
        if not text:
            return ""
        content = text.encode()
        path = asset_name(name, content)
        files[path] = content
        return path

    script = add("activities.js", code and f"{_HEAD}\n{code}\n{_TAIL}")
    return Activities(script, add("activities.css", style), files)


def _text(name: str) -> str:
    return built(f"pieces/{name}").decode("utf-8").strip()
