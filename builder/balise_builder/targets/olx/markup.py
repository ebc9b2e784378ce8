"""HTML of the document → HTML and XML of Open edX: static files, links, problem texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from lxml.etree import _Element

    Html = Any
    """An element of lxml.html."""

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


def without_page_links(text: str) -> str:
    """Return a text whose links to other pages and headings are words: nothing is beside it."""
    if 'href="#' not in text:
        return text
    root = _parsed(text)
    for link in root.xpath(".//a[starts-with(@href, '#')]"):
        if not link.get("href").startswith(("#fn-", "#fr-", "#g-", "#src-")):
            link.drop_tag()
    return _written(root)


def plain_words(text: str) -> str:
    """Return the words of a fragment of HTML, on one line."""
    return " ".join("".join(map(str, _parsed(text).itertext())).split())


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


def without_questions(text: str) -> str:
    """Return a text without the questions in it: problems stand for them, or nothing does."""
    if 'class="b-item"' not in text and 'class="b-survey"' not in text:
        return text
    root = _parsed(text)
    for element in root.xpath(".//*[@class='b-item' or @class='b-survey']"):
        element.drop_tree()
    return _written(root)


def called(notes: str, text: str) -> str:
    """Return the footnotes, terms and sources of a page that a part of it leads to.

    :param notes: those of the whole page, as :func:`~balise_builder.render.pages.page_notes`.
    :param text: the part; what a note kept leads to is kept too.
    """
    root = _parsed(notes)
    waiting = {entry.get("id"): entry for entry in root.xpath(".//li[@id] | .//dt[@id]")}
    targets = set(re.findall(r'href="#([^"]+)"', text))
    while fresh := targets & waiting.keys():
        for name in fresh:
            entry = waiting.pop(name)
            texts = [_written(entry), _written(entry.getnext()) if entry.tag == "dt" else ""]
            targets |= set(re.findall(r'href="#([^"]+)"', "".join(texts)))
    for entry in waiting.values():
        if entry.tag == "dt":
            entry.getnext().drop_tree()
        entry.drop_tree()
    for section in list(root):
        if not section.xpath(".//li | .//dt"):
            section.drop_tree()
    return _written(root)


def _parsed(text: str) -> Html:
    from lxml import html as reader

    return reader.fragment_fromstring(text, create_parent="div")


def _written(root: Html) -> str:
    from lxml import html as writer

    inside = [writer.tostring(child, encoding="unicode") for child in root]
    return ((root.text or "") + "".join(inside)).strip()
