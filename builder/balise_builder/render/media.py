"""Players → HTML: the browser's own controls, nothing fetched before it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.render.prose import to_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from balise_builder.model import Block, Player
    from balise_builder.render.context import PageContext

TYPES = {"mp4": "video/mp4", "mp3": "audio/mpeg"}


def player_html(
    block: Player, page: PageContext, inner: Callable[[Iterable[Block], PageContext], Markup]
) -> Markup:
    """Return a figure with the player, its captions, and its transcript in a fold."""
    media = page.course.media.get(block.source)
    if media is None:
        # A check has reported it; a preview shows the words.
        return Markup('<p class="b-missing">{}</p>\n').format(_words(block, page))
    source = Markup('<source src="{}" type="{}">\n').format(
        media.name, TYPES[media.name.rpartition(".")[2]]
    )
    link = Markup('<a href="{}">{}</a>\n').format(media.name, _words(block, page))
    player = Markup("<{} controls{}>\n{}{}{}</{}>\n").format(
        block.kind, _settings(block, page), source, _track(block, page), link, block.kind
    )
    return Markup(
        '<figure class="b-media" data-media="{}">\n{}<figcaption>{}</figcaption>\n{}</figure>\n'
    ).format(block.kind, player, _words(block, page), _transcript(block, page, inner))


def _words(block: Player, page: PageContext) -> Markup:
    """Return the words of the link, without the link."""
    inline = block.title.tokens[0]
    kept = [c for c in inline.children or [] if c.type not in ("link_open", "link_close")]
    return Markup(to_html((inline.copy(children=kept),), page, lambda _block, _page: ""))


def _settings(block: Player, page: PageContext) -> Markup:
    settings = Markup(' preload="none"')
    if block.kind == "audio":
        return settings
    settings += Markup(" playsinline")
    poster = page.course.media.get(block.poster or "")
    if poster is None:
        return settings
    size = page.course.size(poster)
    settings += Markup(' poster="{}"').format(poster.name)
    return settings + (Markup(' width="{}" height="{}"').format(*size) if size else "")


def _track(block: Player, page: PageContext) -> Markup:
    captions = page.course.media.get(block.captions or "")
    if captions is None or block.kind == "audio":
        return Markup("")
    course = page.course
    return Markup('<track kind="captions" src="{}" srclang="{}" label="{}" default>\n').format(
        captions.name, course.course.language.partition("-")[0], course.texts.document["captions"]
    )


def _transcript(
    block: Player, page: PageContext, inner: Callable[[Iterable[Block], PageContext], Markup]
) -> Markup:
    if not block.body:
        return Markup("")
    return Markup(
        '<details class="b-fold b-transcript">\n<summary>{}</summary>\n{}</details>\n'
    ).format(page.course.texts.document["transcript"], inner(block.body, page))
