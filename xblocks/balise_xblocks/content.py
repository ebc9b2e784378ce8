"""Reads course.json, the one thing that a built course says to Open edX."""

from __future__ import annotations

import json
from typing import Any

VERSION = 1
"""The version of course.json that this distribution understands."""

Course = dict[str, Any]
"""course.json as read; its fields are those of the builder's ``contract.ts``."""

_LISTS = ("pages", "items", "evaluations", "scenarios")


class ContentError(ValueError):
    """A course.json that cannot be played, said in both languages."""

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(en)
        self.fr = fr
        self.en = en

    def message(self, lang: str) -> str:
        """Return what is wrong and what to do, in ``lang`` (French unless ``en``)."""
        return self.en if lang.startswith("en") else self.fr


def read_course(data: bytes) -> Course:
    """Return the course that ``data`` (UTF-8 JSON) holds.

    :raises ContentError: not JSON, not a course, or of a version that this distribution does not
        know (never half understood: a newer rule of completion could be decided wrongly).
    """
    try:
        course = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError) as problem:
        raise ContentError(
            f"course.json ne peut pas être lu comme du JSON en UTF-8 ({problem}). Déposez de"
            " nouveau le paquet tel que « balise build » l’a écrit.",
            f"course.json cannot be read as JSON in UTF-8 ({problem}). Upload the package again, as"
            " “balise build” wrote it.",
        ) from None
    if not isinstance(course, dict) or "balise" not in course:
        raise ContentError(
            "Ce fichier n’est pas un course.json de Balise : le champ « balise » manque.",
            "This file is not a course.json of Balise: the field “balise” is missing.",
        )
    if course["balise"] != VERSION or isinstance(course["balise"], bool):
        raise ContentError(
            f"course.json est de la version {course['balise']!r}; cette extension lit la version"
            f" {VERSION}. Mettez balise-xblocks à jour, ou construisez de nouveau la formation.",
            f"course.json has version {course['balise']!r}; this extension reads version {VERSION}."
            " Update balise-xblocks, or build the course again.",
        )
    _check_parts(course)
    return course


def _check_parts(course: Course) -> None:
    wrong = [name for name in _LISTS if not isinstance(course.get(name), list)]
    if not isinstance(course.get("rule"), dict):
        wrong.append("rule")
    if wrong:
        names = ", ".join(wrong)
        raise ContentError(
            f"course.json est incomplet : {names}. Construisez de nouveau la formation.",
            f"course.json is incomplete: {names}. Build the course again.",
        )
