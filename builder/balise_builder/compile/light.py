"""``::: version-allégée`` inside a question: the same question in lighter words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.compile.desk import Desk, Place, reject
from balise_builder.compile.prose import prose
from balise_builder.compile.question_body import sort
from balise_builder.markdown import Box, Run
from balise_builder.model import LightWording

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.compile.question_parts import Body
    from balise_builder.markdown import Document
    from balise_builder.model import Block, Item

BOXES = frozenset({"single", "multiple", "true-false"})
"""Kinds whose choices may have lighter words; in the others, the stem alone."""


def parted(desk: Desk, box: Box) -> tuple[list[Token], Box | None]:
    """Return the tokens of a question, and the box of its lighter words."""
    tokens: list[Token] = []
    light: Box | None = None
    for node in box.nodes:
        if isinstance(node, Run):
            tokens += node.tokens
        elif node.key != "light":
            reject(desk, node, "question")
        elif light is not None:
            desk.collector.add("conteneur-repete", node.span, name=node.name, line=light.span.line)
        else:
            light = node
    return tokens, light


def light_wording(
    desk: Desk, document: Document, box: Box | None, item: Item, place: Place
) -> LightWording | None:
    """Return the lighter words of ``item``, or ``None`` when there are none (or a finding)."""
    if box is None:
        return None
    tokens = [t for node in box.nodes if isinstance(node, Run) for t in node.tokens]
    for node in box.nodes:
        if isinstance(node, Box):
            reject(desk, node, "question")
    body = sort(desk, document, tokens, None)
    if not body.stem:
        desk.collector.add("formulation-sans-enonce", box.span, id=item.id)
        return None
    if not _same_key(body, item):
        desk.collector.add("formulation-differente", box.span, id=item.id)
        return None

    def blocks(found: list[Token]) -> tuple[Block, ...]:
        block = prose(desk, document, [t for t in found if t.type != "block"], place)
        return () if block is None else (block,)

    if body.general is not None or any(choice.feedback for choice in body.choices):
        desk.collector.add("formulation-retroaction", box.span, id=item.id)
        return None
    return LightWording(
        box.span, blocks(body.stem), tuple(blocks(choice.text) for choice in body.choices)
    )


def _same_key(body: Body, item: Item) -> bool:
    """Whether the lists agree: none at all, or as many choices with the same ones ticked."""
    if body.answers or body.targets:
        return False
    if not body.choices:
        return True
    ours = [choice.right for choice in item.choices]
    return item.kind in BOXES and [choice.right for choice in body.choices] == ours
