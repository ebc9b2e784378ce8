"""Prose tokens → HTML: CommonMark and tables as markdown-it renders them, plus our own tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.utils import OptionsDict

from balise_builder.render import registers
from balise_builder.render.context import heading_id
from balise_builder.render.glossary import term_html
from balise_builder.render.texts import direction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

    from balise_builder.model import Block
    from balise_builder.render.context import PageContext

_OPTIONS = OptionsDict(
    {
        "maxNesting": 100,
        "html": False,
        "linkify": False,
        "typographer": False,
        "quotes": "“”‘’",
        "xhtmlOut": False,
        "breaks": False,
        "langPrefix": "language-",
        "highlight": None,
    }
)
_ALIGN = {
    "text-align:left": "b-left",
    "text-align:center": "b-center",
    "text-align:right": "b-right",
}
ALERTS = frozenset({"note", "tip", "important", "warning", "caution"})


def to_html(
    tokens: Sequence[Token], page: PageContext, block: Callable[[Block, PageContext], str]
) -> str:
    """Return the HTML of block tokens; adds the sources that they cite to ``page``.

    The token types are those of ``balise_builder.markdown``. No inline style, script or handler is
    ever written, and text is always escaped.

    :param block: renders a container that stands inside a list item or a quote.
    """
    return _RENDERER.render(tokens, _OPTIONS, {"page": page, "block": block})


def _page(env: Any) -> PageContext:
    page: PageContext = env["page"]
    return page


class _Renderer(RendererHTML):
    """A rule a token type; markdown-it's own rules serve for the rest of CommonMark."""

    # Text

    def text(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        token = tokens[index]
        return escapeHtml(_page(env).course.typeset(token.content, token.meta.get("lang", "")))

    def lang_open(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        tag, course = tokens[index].meta["lang"], _page(env).course.course
        if not tag:
            return "<span>"
        turned = direction(tag) != direction(course.language)
        return f'<span lang="{tag}"' + (f' dir="{direction(tag)}">' if turned else ">")

    def lang_close(self, _tokens: Any, _index: int, _options: Any, _env: Any) -> str:
        return "</span>"

    def html_inline(self, tokens: Any, index: int, _options: Any, _env: Any) -> str:
        # Raw HTML is off in the parser; should a token ever come, its text is shown, never run.
        return escapeHtml(tokens[index].content)

    def html_block(self, tokens: Any, index: int, _options: Any, _env: Any) -> str:
        return escapeHtml(tokens[index].content)

    # Blocks

    def paragraph_open(self, tokens: Any, index: int, options: Any, env: Any) -> str:
        if _lone_image(tokens, index) is not None:
            return '<figure class="b-figure">'
        return self.renderToken(tokens, index, options, env)

    def paragraph_close(self, tokens: Any, index: int, options: Any, env: Any) -> str:
        image = _lone_image(tokens, index - 2)
        if image is None:
            return self.renderToken(tokens, index, options, env)
        caption = str(image.attrs.get("title") or "")
        if not caption:
            return "</figure>\n"
        text = escapeHtml(_page(env).course.typeset(caption))
        return f"\n<figcaption>{text}</figcaption></figure>\n"

    def block(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        inner = tokens[index].meta["block"]
        return "" if inner is None else str(env["block"](inner, _page(env)))

    def heading_open(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        token, page = tokens[index], _page(env)
        tag = _level(token, page)
        page.headed |= int(token.tag[1:]) - page.raised == 2
        anchor = token.meta.get("anchor")
        if not anchor:
            return f"<{tag}>"
        return f'<{tag} id="{escapeHtml(heading_id(page.id, anchor))}">'

    def heading_close(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        return f"</{_level(tokens[index], _page(env))}>\n"

    def list_item_open(self, tokens: Any, index: int, options: Any, env: Any) -> str:
        checked = tokens[index].meta.get("checked")
        if checked is None:
            return self.renderToken(tokens, index, options, env)
        texts = _page(env).course.texts.document
        label = texts["checked" if checked else "unchecked"]
        return (
            f'<li class="b-check"><span class="b-box" role="img" aria-label="{label}">'
            f"{'☑' if checked else '☐'}</span> "
        )

    def alert_open(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        kind = str(tokens[index].meta.get("kind", "note")).lower()
        kind = kind if kind in ALERTS else "note"
        title = escapeHtml(_page(env).course.texts.document[f"alert-{kind}"])
        return (
            f'<div class="b-alert b-alert-{kind}" role="note">\n'
            f'<p class="b-alert-title">{title}</p>\n'
        )

    def alert_close(self, _tokens: Any, _index: int, _options: Any, _env: Any) -> str:
        return "</div>\n"

    def table_open(self, _tokens: Any, _index: int, _options: Any, _env: Any) -> str:
        return '<div class="b-table" tabindex="0"><table>\n'

    def table_close(self, _tokens: Any, _index: int, _options: Any, _env: Any) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Any, index: int, _options: Any, _env: Any) -> str:
        return f'<th scope="col"{_alignment(tokens[index])}>'

    def td_open(self, tokens: Any, index: int, _options: Any, _env: Any) -> str:
        return f"<td{_alignment(tokens[index])}>"

    # Inline

    def image(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        token, course = tokens[index], _page(env).course
        alt = course.typeset(str(token.attrs.get("alt") or ""))
        attributes = f'alt="{escapeHtml(alt)}" loading="lazy"'
        medium = course.media.get(str(token.attrs.get("src") or ""))
        if medium is None:
            # A check has reported it; a preview shows the words instead of a broken image.
            return f'<span class="b-missing">{escapeHtml(alt)}</span>'
        size = course.size(medium)
        if size:
            attributes += f' width="{size[0]}" height="{size[1]}"'
        return f'<img src="{escapeHtml(medium.name)}" {attributes}>'

    def link_open(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        token, page = tokens[index], _page(env)
        kind = token.meta.get("link", "external")
        if kind == "media":
            medium = page.course.media.get(str(token.attrs["href"]))
            return f'<a href="{escapeHtml(medium.name)}">' if medium else "<a>"
        if kind == "page":
            target = page.course.page_link(token.meta["file"], token.meta.get("anchor", ""))
            return f'<a href="{escapeHtml(target)}">' if target else "<a>"
        target = str(token.attrGet("href") or "")
        if target.lower().startswith(("http://", "https://")):
            # In a frame of the learning platform a plain link would replace the course.
            return (
                f'<a class="b-external" href="{escapeHtml(target)}" target="_blank"'
                ' rel="noopener noreferrer">'
            )
        return f'<a href="{escapeHtml(target)}">'

    def footnote_ref(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        page, meta = _page(env), tokens[index].meta
        number, call = meta["number"], meta.get("call", 0)
        name = f"fr-{page.id}-{number}" + (f"-{call}" if call else "")
        return (
            f'<sup class="b-footnote-call"><a href="#fn-{page.id}-{number}"'
            f' id="{name}" role="doc-noteref">{number}</a></sup>'
        )

    # Registers

    def figure_ref(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        return str(registers.figure(tokens[index].meta["id"], _page(env)))

    def law_ref(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        return str(registers.law(tokens[index].meta["id"], _page(env)))

    def help_ref(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        return str(registers.resource(tokens[index].meta["id"], _page(env)))

    def citation(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        return str(registers.citation(tokens[index].meta["sources"], _page(env)))

    def variant(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        name, chosen = tokens[index].meta["id"], _page(env).variant
        return escapeHtml(f"{{{{{name}}}}}" if chosen is None else chosen[name])

    def variable(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        page, name = _page(env), tokens[index].meta["id"]
        text = page.course.course.registers.variables.get(name)
        if text is None:
            return escapeHtml(tokens[index].content)
        language = page.course.course.registers.language("variables", name)
        shown = escapeHtml(page.course.typeset(text, language))
        if not language:
            return shown
        return f"<span{registers.spoken('variables', name, page)}>{shown}</span>"

    def term(self, tokens: Any, index: int, _options: Any, env: Any) -> str:
        token = tokens[index]
        return str(term_html(token.content, token.meta["key"], _page(env)))

    def bad_reference(self, tokens: Any, index: int, _options: Any, _env: Any) -> str:
        return escapeHtml(tokens[index].content)

    def attributes(self, _tokens: Any, _index: int, _options: Any, _env: Any) -> str:
        return ""


def _level(token: Any, page: PageContext) -> str:
    return f"h{min(int(token.tag[1:]) - page.raised + page.lowered, 6)}"


def _lone_image(tokens: Any, index: int) -> Token | None:
    """Return the image of the paragraph that opens at ``index`` when it holds nothing else."""
    if index < 0 or tokens[index].type != "paragraph_open":
        return None
    children = tokens[index + 1].children or ()
    inside = [
        token
        for token in children
        if token.type != "attributes" and (token.type != "text" or token.content.strip())
    ]
    if len(inside) != 1 or inside[0].type != "image":
        return None
    only: Token = inside[0]
    return only


def _alignment(token: Any) -> str:
    """Turn markdown-it's inline style into a class: hosts with a strict CSP drop styles."""
    name = _ALIGN.get(str(token.attrGet("style") or ""))
    return f' class="{name}"' if name else ""


_RENDERER = _Renderer()
