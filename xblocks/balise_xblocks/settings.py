"""What an author settles beside the text, in Studio's editor: undo, the code of a sign-off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from balise_xblocks.content import ContentError
from balise_xblocks.texts import say

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORTEST, LONGEST = 4, 60
"""Characters of the code of a sign-off."""
_LINE = Markup('<p><label>{}<br><input name="sign_code" value="{}" autocomplete="off"></label></p>')
_CHOICE = Markup('<p><label>{}<br><select name="undo">{}</select></label></p>')
_OPTION = Markup('<option value="{}"{}>{}</option>')


def fields(block: Any, language: str) -> Markup:
    """Return the inputs of the settings that this kind of block has."""
    shown = Markup("")
    if "undo" in block.fields:
        options = (("yes", "undoYes", True), ("no", "undoNo", False))
        listed = Markup("").join(
            _OPTION.format(
                value, Markup(" selected") if block.undo is on else "", block.say(key, language)
            )
            for value, key, on in options
        )
        shown += _CHOICE.format(block.say("undo", language), listed)
    if "sign_code" in block.fields:
        shown += _LINE.format(block.say("signCode", language), block.sign_code)
    return shown


def read(block: Any, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings that were sent, as the block holds them; none is compulsory.

    :raises ContentError: one of them is junk.
    """
    found: dict[str, Any] = {}
    if "undo" in block.fields and "undo" in data:
        if data["undo"] not in ("yes", "no"):
            raise _problem("badUndo", found=str(data["undo"])[:40])
        found["undo"] = data["undo"] == "yes"
    if "sign_code" in block.fields and "sign_code" in data:
        code = " ".join(str(data["sign_code"]).split())
        if (code and not SHORTEST <= len(code) <= LONGEST) or not code.isprintable():
            raise _problem("shortCode")
        found["sign_code"] = code
    return found


def _problem(key: str, **values: object) -> ContentError:
    return ContentError(say(key, "fr", **values), say(key, "en", **values))
