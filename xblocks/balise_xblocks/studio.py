"""The editor of a block in Studio: Markdown with its findings, or plain fields; all or none."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from balise_xblocks import authoring, settings
from balise_xblocks.content import ContentError
from balise_xblocks.part import read_part
from balise_xblocks.texts import say

if TYPE_CHECKING:
    from balise_xblocks.authoring import Finding

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_AREAS = {"course": "content", "document": "document"}
_SAID = (
    "saved", "unreached", "unsaved", "save", "cancel", "checking", "noFinding", "line", "error",
    "warning", "info", "draftKept",
)  # fmt: skip
_FORM = Markup(
    '<div class="wrapper-comp-settings is-active editor-with-buttons b-studio"><form lang="{lang}"'
    "{said} novalidate>{note}{fields}"
    '<p role="alert"></p><p class="xblock-actions"><button type="submit" class="button'
    ' action-primary save-button">{save}</button> <button type="button" class="button'
    ' cancel-button">{cancel}</button></p></form></div>'
)
_DESK = Markup(
    '<div class="b-desk"><p><label>{label}<br><textarea name="markdown" rows="24" cols="70"'
    ' autocapitalize="off">{text}</textarea></label></p>'
    '<section class="b-findings" aria-label="{findings}"><p class="b-findings-title">{findings}</p>'
    '<p role="status">{checking}</p><ol></ol></section></div>'
)


def writes(block: Any) -> bool:
    """Return whether the block is written here in Markdown: not one that was built elsewhere."""
    return authoring.is_here() and bool(block.markdown or block.draft or not block.course)


def form(block: Any, language: str) -> str:
    """Return the editor as HTML, filled with what the block holds."""
    line = Markup('<p><label>{}<br><input name="{}" value="{}"></label></p>')
    fields = line.format(block.say("name", language), "display_name", block.display_name)
    if "weight" in block.fields:
        fields += line.format(block.say("weight", language), "weight", block.weight)
    fields += settings.fields(block, language)
    note = ""
    if writes(block):
        note = "isDraft" if block.draft and block.draft != block.markdown else ""
        fields += _desk(block, language)
    else:
        note = "builtElsewhere" if authoring.is_here() else "noAuthoring"
        fields += _plain(block, language)
    said = Markup("").join(
        Markup(' data-{}="{}"').format(key.lower(), block.say(key, language, n="{n}"))
        for key in _SAID
    )
    shown = (
        Markup('<p class="b-studio-note">{}</p>').format(block.say(note, language)) if note else ""
    )
    return str(
        _FORM.format(
            lang=language, said=said, note=shown, fields=fields,
            save=block.say("save", language), cancel=block.say("cancel", language),
        )
    )  # fmt: skip


def _plain(block: Any, language: str) -> Markup:
    area = Markup(
        '<p><label>{}<br><textarea name="{}" rows="16" cols="80">{}</textarea></label></p>'
    )
    # A browser drops the first line break of a text area.
    return Markup("").join(
        area.format(block.say(key, language), name, "\n" + getattr(block, name))
        for name, key in _AREAS.items()
    )


def _desk(block: Any, language: str) -> Markup:
    text = block.draft or block.markdown
    if not text:
        kind, name = block.scope_ids.block_type, str(block.scope_ids.usage_id)
        text = authoring.template(kind, name.rpartition("@")[2], block.display_name, language)
    said = {key: block.say(key, language) for key in ("findings", "checking")}
    return _DESK.format(label=block.say("markdown", language), text="\n" + text, **said)


def check(block: Any, data: Any, language: str) -> list[Finding]:
    """Return the findings on a source that is being written; nothing is kept.

    :raises ContentError: there is none, or nobody writes here.
    """
    return _made(block, _markdown(data), language).findings


def keep(block: Any, data: Any, language: str) -> dict[str, Any]:
    """Keep what was sent: a source that compiles becomes the block, another its draft.

    :returns: ``result`` (``success`` or ``draft``) and ``findings``.
    :raises ContentError: junk, or nobody writes here; nothing is kept.
    """
    if not isinstance(data, dict) or "markdown" not in data:
        _set(block, {**read_form(data), **settings.read(block, data)})
        return {"result": "success", "findings": []}
    source = _markdown(data)
    fields: dict[str, Any] = {"display_name": _text(data, "display_name")}
    fields |= settings.read(block, data)
    if "weight" in data:
        fields["weight"] = _weight(str(data["weight"]))
    made = _made(block, source, language)
    if not made.course:
        _set(block, {**fields, "draft": source})
        return {"result": "draft", "findings": made.findings}
    parts = {"course": made.course, "document": made.document, "lock": made.lock}
    _set(block, {**fields, **parts, "markdown": source, "draft": ""})
    return {"result": "success", "findings": made.findings}


def _made(block: Any, source: str, language: str) -> authoring.Made:
    if not authoring.is_here():
        raise _problem("notStudio" if authoring.is_installed() else "noAuthoring")
    kind = block.scope_ids.block_type
    return authoring.compiled(kind, source, block.lock, block.document, language)


def _set(block: Any, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(block, name, value)
    block.save()


def _markdown(data: Any) -> str:
    return _text(data, "markdown")


def read_form(data: Any) -> dict[str, Any]:
    """Return the plain fields that were sent, as the block holds them.

    :raises ContentError: a field that is missing, junk, or a course that cannot be played.
    """
    fields: dict[str, Any] = {name: _text(data, name) for name in ("display_name", *_AREAS)}
    if "weight" in data:
        fields["weight"] = _weight(str(data["weight"]))
    read_part(fields["course"])
    return fields


def _text(data: Any, name: str) -> str:
    value = data.get(name) if isinstance(data, dict) else None
    if not isinstance(value, str):
        raise _problem("badField", name=name)
    wrong = _FORBIDDEN.search(value)
    if wrong:
        raise _problem("badCharacter", name=name, code=f"{ord(wrong[0]):04X}")
    return value.replace("\r\n", "\n").replace("\r", "\n")


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
