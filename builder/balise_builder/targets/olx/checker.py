"""What Open edX's own validator does not look at, in the files of a course.

Open edX imports a course with these faults without a word, and learners meet them.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from balise_builder.diagnostics import Collector
from balise_builder.model import Span
from balise_builder.targets.olx.folder import IMAGE, ROOT, RUN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from balise_builder.diagnostics import Diagnostic
    from balise_builder.render import Content

_STATIC = re.compile(r"/static/([^\"'\\\s?#&<>]+)")
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,200}")
_IN_POLICY = ("display_name", "start", "end", "language", "course_image", "advanced_modules")
"""Settings of a course that stand in its policy, and never in its XML as well."""
_CORE = frozenset({"html", "problem", "video"})


def lacking(files: Mapping[str, Content], allowed: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """Return the faults of a course folder, as errors.

    Labels inside responses, dates and settings in the policy alone, every block installed or named,
    every file shown and there, names that an address can hold.
    """
    from lxml import etree

    found, texts = Collector(), dict[str, str]()
    for name, content in files.items():
        if isinstance(content, bytes):
            texts[name] = content.decode("utf-8", "replace")
            if name.endswith(".xml"):
                _element(name, etree.fromstring(content), frozenset(allowed), found)
    _policy(texts, found)
    shown = {name for text in texts.values() for name in _STATIC.findall(text)} | {IMAGE}
    there = {name.rpartition("/")[2] for name in files if name.startswith(f"{ROOT}/static/")}
    for name in sorted(shown ^ there):
        found.add("olx-refuse", Span.whole(f"{ROOT}/static/{name}"), text=f"/static/{name}")
    return tuple(found.sorted())


def _element(name: str, root: _Element, allowed: frozenset[str], found: Collector) -> None:
    span = Span.whole(name)
    for element in root.iter("*"):
        given = element.get("url_name")
        if given is not None and not _NAME.fullmatch(given):
            found.add("olx-refuse", span, text=f"url_name={given}")
    if root.tag == "problem":
        responses = [one for one in root.iter("*") if str(one.tag).endswith("response")]
        if not responses or any(one.find("label") is None for one in responses):
            found.add("olx-refuse", span, text="<label>")
    elif root.tag == "vertical":
        for child in root:
            if child.tag not in _CORE | allowed:
                found.add("olx-refuse", span, text=f"<{child.tag}>")
    elif root.tag == "course":
        for setting in _IN_POLICY:
            if root.get(setting) is not None:
                found.add("olx-refuse", span, text=setting)


def _policy(texts: Mapping[str, str], found: Collector) -> None:
    name = f"{ROOT}/policies/{RUN}/policy.json"
    data: Any = json.loads(texts.get(name, "{}"))
    course = data.get(f"course/{RUN}", {})
    for setting in ("start", "end"):
        if not course.get(setting):
            found.add("olx-refuse", Span.whole(name), text=setting)
