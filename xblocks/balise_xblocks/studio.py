"""The form of a block in Studio: plain fields, all kept or none."""

from __future__ import annotations

import math
import re
from typing import Any

from markupsafe import Markup

from balise_xblocks.content import ContentError
from balise_xblocks.part import read_part
from balise_xblocks.texts import say

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_AREAS = {"course": "content", "document": "document"}
_FORM = Markup(
    '<div class="wrapper-comp-settings is-active editor-with-buttons"><form lang="{lang}"'
    ' data-saved="{saved}" data-unreached="{unreached}" novalidate>{fields}'
    '<p role="alert"></p><p class="xblock-actions"><button type="submit" class="button'
    ' action-primary save-button">{save}</button> <button type="button" class="button'
    ' cancel-button">{cancel}</button></p></form></div>'
)


def form(block: Any, language: str) -> str:
    """Return the form as HTML, filled with what the block holds."""
    line = Markup('<p><label>{}<br><input name="{}" value="{}"></label></p>')
    area = Markup(
        '<p><label>{}<br><textarea name="{}" rows="16" cols="80">{}</textarea></label></p>'
    )
    fields = line.format(say("name", language), "display_name", block.display_name)
    if "weight" in block.fields:
        fields += line.format(say("weight", language), "weight", block.weight)
    for name, key in _AREAS.items():
        # A browser drops the first line break of a text area.
        fields += area.format(say(key, language), name, "\n" + getattr(block, name))
    said = {key: say(key, language) for key in ("saved", "unreached", "save", "cancel")}
    return str(_FORM.format(lang=language, fields=fields, **said))


def read_form(data: Any, language: str) -> dict[str, Any]:
    """Return the fields that were sent, as the block holds them.

    :raises ContentError: a field that is missing, junk, or a course that cannot be played.
    """
    fields: dict[str, Any] = {}
    for name in ("display_name", *_AREAS):
        value = data.get(name) if isinstance(data, dict) else None
        if not isinstance(value, str):
            raise _problem("badField", name=name)
        wrong = _FORBIDDEN.search(value)
        if wrong:
            raise _problem("badCharacter", name=name, code=f"{ord(wrong[0]):04X}")
        fields[name] = value.replace("\r\n", "\n").replace("\r", "\n")
    if "weight" in data:
        fields["weight"] = _weight(str(data["weight"]))
    read_part(fields["course"])
    return fields


def _weight(text: str) -> float:
    try:
        weight = float(text.replace(",", "."))
    except ValueError:
        weight = math.nan
    if not 0 <= weight < math.inf:
        raise _problem("badWeight", found=text[:40])
    return weight


def _problem(key: str, **values: object) -> ContentError:
    return ContentError(say(key, "fr", **values), say(key, "en", **values))
