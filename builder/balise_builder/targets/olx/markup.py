"""HTML of the document → HTML and XML of Open edX: static files, links, problem texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

PAGE_LINK = re.compile(r'href="#p-([a-z0-9-]+)"')
HEADING_LINK = re.compile(r'href="#h-([^"]+)"')
MEDIA = re.compile(r'(src|href|poster)="media/')
SCREEN = re.compile(r' (?:data-[a-z-]+(?:="[^"]*")?|tabindex="-1")')
"""What only the player of a package needs."""


def html(text: str, pages: Iterable[str]) -> str:
    """Return a fragment of the document as an ``html`` block holds it.

    Files stand under ``/static/``; a link to another page goes to its subsection
    (``/jump_to_id/``), whose ``url_name`` is the id of the page.
    """
    known = sorted(pages, key=len, reverse=True)

    def to_page(match: re.Match[str]) -> str:
        name = match[1]
        found = next((p for p in known if name == p or name.startswith(f"{p}-")), None)
        return f'href="/jump_to_id/{found}"' if found else 'href="#"'

    text = PAGE_LINK.sub(to_page, text)
    text = HEADING_LINK.sub(to_page, text)
    return SCREEN.sub("", MEDIA.sub(r'\1="/static/', text)).strip()


def fragments(text: str) -> list[_Element | str]:
    """Return HTML as the nodes of a problem: elements, with any text before the first."""
    from lxml import html as reader

    return list(reader.fragments_fromstring(text)) if text.strip() else []


def fill(parent: _Element, text: str) -> _Element:
    """Put HTML into an element of a problem; return the element."""
    for node in fragments(text):
        if isinstance(node, str):
            parent.text = (parent.text or "") + node
        else:
            node.tail = (node.tail or "").strip() or None
            parent.append(node)
    return parent


def unwrapped(text: str) -> str:
    """Return a single paragraph without its ``<p>``: labels and choices hold words."""
    only = re.fullmatch(r"\s*<p>(.*)</p>\s*", text, re.S)
    return only[1] if only and "<p>" not in only[1] else text.strip()
