"""Markdown of the dialect, parsed: one configured markdown-it, and the tree of a file.

``parser()`` is the one :class:`markdown_it.MarkdownIt`; ``parse(source)`` gives a
:class:`Document`, kept by content. What a renderer meets in ``Prose.tokens``, beside the token
types of markdown-it (paragraphs, headings, lists, quotes, tables, fences, code, emphasis, ``s``,
``dl``/``dt``/``dd``…; raw HTML never):

==================  ===============================================================================
block token         meaning
==================  ===============================================================================
``alert_open``      ``meta["kind"]``: note, tip, important, warning or caution. No title token:
``alert_close``     the renderer writes the title in the language of the course.
``list_item_open``  ``meta["checked"]`` (bool) where the item has a tick box; the box itself is no
                    longer in the text.
``heading_open``    ``meta["anchor"]``: folded slug, unique in the file; the target of links.
``block``           A container inside a list item or a quote. ``meta["block"]`` is the model's
                    :data:`~balise_builder.model.Block` (``None``: nothing for learners here).
==================  ===============================================================================

==================  ===============================================================================
inline token        meaning (``content`` is what the author wrote)
==================  ===============================================================================
``figure_ref``      ``{{chiffre.N1}}``: ``meta["id"]`` is a key of ``registers.figures``.
``law_ref``         ``{{droit.L04}}``: key of ``registers.laws``.
``help_ref``        ``{{aide.cavac}}``: key of ``registers.resources``.
``variable``        ``{{nom}}``: key of ``registers.variables``.
``variant``         ``{{prénom}}``, ``{{il}}``… of a question with ``variantes``: ``meta["id"]`` is
                    a key of ``Item.variants``.
``citation``        ``[@id, § 6.2; @autre]``: ``meta["sources"]``, a list of ``{"id", "locator"}``
                    (keys of ``registers.sources``; the locator may be empty).
``footnote_ref``    ``meta["number"]`` as in ``Page.footnotes``; ``meta["call"]`` counts
                    the calls of the same note from 0.
``image``           ``attrs["src"]``: a ``Medium.source``; ``attrs["alt"]``: plain text, ""
                    when decorative; ``attrs["title"]``: the caption. An image alone in its
                    paragraph is a figure.
``lang_open``       ``[kuei]{lang=moe}``: ``meta["lang"]``, a tag of BCP 47 ("" after a finding),
``lang_close``      which the text tokens inside have too.
``link_open``       ``meta["link"]``: ``external`` (use ``attrs["href"]``); ``page``
                    (``meta["file"]`` is a ``Page.file``, ``meta["anchor"]`` the anchor of a
                    heading there, or "");
                    ``media`` (``attrs["href"]``: a ``Medium.source``).
==================  ===============================================================================

Every ``inline`` token has ``meta["places"]`` and its children ``meta["at"]``:
:func:`~balise_builder.markdown.places.text_span` turns a stretch of a text token into a span.
Typography is applied on output, by :func:`~balise_builder.markdown.typography.typeset`.
"""

from balise_builder.markdown.document import Accepted, Document, parse, parser
from balise_builder.markdown.finish import Reference
from balise_builder.markdown.links import plain_text
from balise_builder.markdown.places import text_span
from balise_builder.markdown.tree import Box, Note, Run

__all__ = [
    "Accepted",
    "Box",
    "Document",
    "Note",
    "Reference",
    "Run",
    "parse",
    "parser",
    "plain_text",
    "text_span",
]
