"""Links and images: what kind of target each has, read from the text alone."""

from __future__ import annotations

import re
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLink

from balise_builder.markdown.attributes import Attribute, Attributes
from balise_builder.source.folding import fold
from balise_builder.source.shared import is_shared

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.markdown.finish import Found
    from balise_builder.markdown.places import Places, Scribe
    from balise_builder.model import Span

SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):")
EXTERNAL = frozenset({"http", "https", "mailto", "tel", "sms"})
NOT_WORDS = frozenset({
    "figure_ref", "law_ref", "help_ref", "variable", "citation", "footnote_ref", "bad_reference",
    "attributes", "html_inline",
})  # fmt: skip
PLAYED = (".mp4", ".mp3")


def anchor(text: str) -> str:
    """Return the folded form in which the anchors of headings are compared.

    It is GitHub's slug without accents: both ``#là-haut`` and ``#la-haut`` find « Là-haut ».
    """
    plain = fold(unquote(text))
    return re.sub(r"-{2,}", "-", re.sub(r"[^\w-]", "", plain.replace(" ", "-"))).strip("-")


def read_image(token: Token, places: Places, found: Found) -> None:
    """Set ``attrs["src"]`` (path as the course names it), ``attrs["alt"]``, ``meta["span"]``."""
    from balise_builder.markdown.finish import Reference

    span = target_span(token, places)
    token.meta["span"] = span
    token.attrs["alt"] = plain_text(token.children or [])
    for child in token.children or []:
        if child.type in NOT_WORDS:
            places.scribe.report("image-texte-avec-renvoi", span, text=child.content)
    source = str(token.attrs.get("src", ""))
    if not SCHEME.match(source):
        token.attrs["src"] = source = local_path(source, places.scribe.source.file)
    found.references.append(Reference("image", source, span))


def read_link(token: Token, places: Places, scribe: Scribe, found: Found) -> None:
    """Set ``meta["link"]``: ``external``, ``page`` (``file``, ``anchor``) or ``media``."""
    from balise_builder.markdown.finish import Reference

    span = target_span(token, places)
    token.meta["span"] = span
    href = str(token.attrs.get("href", ""))
    scheme = SCHEME.match(href)
    if scheme is not None or href.startswith("//"):
        token.meta["link"] = "external"
        token.attrs["href"] = normalizeLink(href)
        if scheme is None or scheme["scheme"].lower() not in EXTERNAL:
            local = scheme is not None and len(scheme["scheme"]) == 1
            scribe.report(
                "chemin-absolu" if local or scheme is None else "lien-refuse", span, target=href
            )
        return
    path, _, fragment = href.partition("#")
    own = scribe.source.file
    if not href:
        scribe.report("lien-vide", span)
    elif not path or path.lower().endswith(".md"):
        target = local_path(path, own) if path else own
        token.meta |= {"link": "page", "file": target, "anchor": anchor(fragment)}
        found.references.append(Reference("page", target, span, token.meta["anchor"]))
    elif path.lower().endswith(PLAYED):
        token.meta |= {"link": "media", "player": Attributes()}
        token.attrs["href"] = local_path(path, own)
        found.references.append(Reference("player", local_path(path, own), span))
    else:
        token.meta["link"] = "media"
        token.attrs["href"] = local_path(path, own)
        found.references.append(Reference("media", local_path(path, own), span))


def read_player(link: Token, attributes: Attributes, found: Found) -> None:
    """Give the link to a film its captions, transcript and poster: files of the course."""
    from balise_builder.markdown.finish import Reference

    values = {
        key: Attribute(local_path(one.value, one.span.file), one.span, one.written)
        for key, one in (attributes.values or {}).items()
    }
    link.meta["player"] = Attributes(values=values)
    found.references += [Reference(key, one.value, one.span) for key, one in values.items()]


def local_path(target: str, file: str) -> str:
    """Return a relative target without escapes, ``./`` and doubled slashes; absolute ones as is.

    :param file: where it stands. A shared page names the shared media from its own folder, so that
        an ordinary preview shows them: ``../media/x.svg``.
    """
    plain = unquote(target).partition("?")[0]
    if plain.startswith("/") or "\\" in plain or not plain:
        return plain
    plain = normpath(plain)
    if is_shared(file) and plain.startswith("../media/"):
        return f"../_commun/{plain.removeprefix('../')}"
    return plain


def target_span(token: Token, places: Places) -> Span:
    """Return the span of the whole link or image."""
    at: int = token.meta.get("at", 0)
    end: int = token.meta.get("end", at + 1)
    return places.span(at, end)


def plain_text(children: list[Token]) -> str:
    """Return the words of inline tokens, breaks as spaces."""
    parts = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(plain_text(child.children or []))
        else:
            parts.append(child.content)
    return "".join(parts)
