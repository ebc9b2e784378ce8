"""Rules for index.html and course.json inside a package."""

from __future__ import annotations

import json
import posixpath
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from balise_builder.editions import COURSE_FILE, LAUNCH
from balise_builder.model import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

    from balise_builder.diagnostics import Collector

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "link": ("href",),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "object": ("data",),
    "embed": ("src",),
}


def check_document(
    page: bytes, data: bytes | None, names: frozenset[str], found: Collector
) -> None:
    """Check that index.html loads nothing from elsewhere and holds no inline code.

    Its data block must have the bytes of course.json.

    :param data: course.json; ``None`` when the package has none (another tool's package).
    """
    from lxml import etree

    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", no_network=True))
    if root is None:
        found.add("paquet-illisible", Span.whole(LAUNCH), detail=LAUNCH)
        return
    for element in root.iter():
        if isinstance(element.tag, str):
            _check_element(element, names, found)
    if data is not None:
        _check_data(page, data, found)


def _check_element(element: _Element, names: frozenset[str], found: Collector) -> None:
    span = Span(LAUNCH, line_of(element))
    for attribute in _LOADING.get(str(element.tag), ()):
        target = element.get(attribute)
        if target is None:
            continue
        if _OUTSIDE.match(target):
            found.add("paquet-adresse-externe", span, name=target)
        elif posixpath.normpath(unquote(target.partition("?")[0])) not in names:
            found.add("paquet-fichier-absent", span, name=target)
    for name in element.attrib:
        if str(name) == "style" or str(name).startswith("on"):
            found.add("paquet-script-en-ligne", span, name=f"{element.tag!s} {name!s}")
    inline_script = element.tag == "script" and element.get("src") is None
    if element.tag == "style" or (inline_script and "json" not in (element.get("type") or "")):
        found.add("paquet-script-en-ligne", span, name=str(element.tag))


def line_of(element: _Element) -> int:
    """Return the line of an element in its file, from 1."""
    line: Any = element.sourceline
    return line if isinstance(line, int) else 1


def _check_data(page: bytes, data: bytes, found: Collector) -> None:
    span = Span.whole(COURSE_FILE)
    if data not in page or b"<" in data:
        found.add("paquet-donnees", span, detail="data-balise-course")
        return
    try:
        json.loads(data)
    except ValueError as problem:
        found.add("paquet-donnees", span, detail=str(problem))
