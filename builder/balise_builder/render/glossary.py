"""Terms in a text, and the list at the end of a page that says what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from balise_builder.model.walk import every_token, item_blocks, page_blocks, page_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from balise_builder.model import Block, Term
    from balise_builder.render.context import PageContext


def term_html(words: str, key: str, page: PageContext) -> Markup:
    """Return the words of a term, which lead to what they mean at the end of the page."""
    term = page.course.glossary.get(key)
    shown = page.course.typeset(words)
    if term is None or page.page is None:
        return escape(shown)
    return Markup('<a class="b-glossref" href="#g-{}-{}" role="doc-glossref">{}</a>').format(
        page.id, term.id, shown
    )


def glossary_html(
    page: PageContext, inner: Callable[[Iterable[Block], PageContext], Markup]
) -> Markup:
    """Return the terms that the page names, in alphabetical order; empty when it names none."""
    terms = _terms(page)
    if not terms:
        return Markup("")
    entries = Markup("").join(
        Markup('<dt id="g-{}-{}" tabindex="-1">{}</dt>\n<dd>{}</dd>\n').format(
            page.id, term.id, page.course.typeset(term.title), inner(term.body, page)
        )
        for term in terms
    )
    return Markup(
        '<section class="b-glossary" role="doc-glossary">\n<h2>{}</h2>\n<dl>\n{}</dl></section>\n'
    ).format(page.course.texts.document["glossary"], entries)


def _terms(page: PageContext) -> list[Term]:
    """Return the terms of the page, its questions, and what explains them."""
    assert page.page is not None
    found: dict[str, Term] = {}
    waiting = list(page_blocks(page.page))
    waiting += [block for item in page_items(page.page) for block in item_blocks(item)]
    while waiting:
        keys = [
            child.meta["key"] for token in every_token(waiting) for child in token.children or []
            if child.type == "term"
        ]  # fmt: skip
        known = page.course.glossary
        fresh = {key: known[key] for key in keys if key in known and key not in found}
        found |= fresh
        waiting = [block for term in fresh.values() for block in term.body]
    return sorted(found.values(), key=lambda term: term.key)
