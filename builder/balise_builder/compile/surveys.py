"""``::: sondage`` → :class:`~balise_builder.model.Survey`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.compile.desk import Desk, Place, reject
from balise_builder.compile.prose import blocks, no_notes, span_of
from balise_builder.compile.questions import question
from balise_builder.markdown import Box, Run
from balise_builder.model import ItemBlock, Survey

if TYPE_CHECKING:
    from balise_builder.markdown import Document
    from balise_builder.model import Block

KINDS = frozenset({"scale", "open"})
"""What is never scored."""


def survey(desk: Desk, document: Document, box: Box, place: Place) -> Survey:
    """Return the survey of a container; what is no opinion is reported."""
    inner = replace(place, parent="survey")
    intro: tuple[Block, ...] = ()
    questions: list[ItemBlock] = []
    begun = False
    no_notes(desk, box.nodes, "survey")
    for node in box.nodes:
        if isinstance(node, Run):
            if begun:
                desk.collector.add("sondage-texte", span_of(document, node.tokens))
            intro += blocks(desk, document, [node], inner)
        elif node.key == "question" and node.closed:
            begun = True
            item = question(desk, document, node, inner)
            if item is not None and item.kind not in KINDS:
                desk.collector.add("sondage-sorte", node.span)
            elif item is not None:
                questions.append(ItemBlock(item))
        elif node.key:
            reject(desk, node, "survey")
    if not begun:
        desk.collector.add("sondage-vide", box.span)
    return Survey(box.span, intro, tuple(questions))
