"""Blocks of a page → HTML, as docs/contribution/contracts.md names the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model import (
    Container,
    EvaluationBlock,
    Facilitation,
    HelpBlock,
    ItemBlock,
    Player,
    Prose,
    Protocol,
    Reflection,
    ScenarioBlock,
    Survey,
)
from balise_builder.render.containers import container_html
from balise_builder.render.help import help_lists
from balise_builder.render.items import item_html
from balise_builder.render.media import player_html
from balise_builder.render.prose import to_html
from balise_builder.render.scenario import scenario_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.model import Block
    from balise_builder.render.context import PageContext


def blocks_html(blocks: Iterable[Block], page: PageContext) -> Markup:
    """Return the HTML of ``blocks``. Facilitation notes give nothing: they are for the guide."""
    return Markup("").join(_block(block, page) for block in blocks)


def _block(block: Block, page: PageContext) -> Markup:
    if isinstance(block, Prose):
        return Markup(to_html(block.tokens, page, _block))
    if isinstance(block, ItemBlock):
        return item_html(block.item, page, blocks_html)
    if isinstance(block, EvaluationBlock):
        return _evaluation(block, page)
    if isinstance(block, Reflection):
        return Markup('<div class="b-reflection" data-note="{}">\n{}</div>\n').format(
            block.id, blocks_html(block.prompt, page)
        )
    if isinstance(block, HelpBlock):
        return help_lists(page, block.territories, block.audiences)
    if isinstance(block, Protocol):
        return _protocol(block, page)
    if isinstance(block, Player):
        return player_html(block, page, blocks_html)
    if isinstance(block, Container):
        return container_html(block, page, blocks_html)
    if isinstance(block, Survey):
        return Markup('<section class="b-survey" data-survey>\n{}{}</section>\n').format(
            blocks_html(block.intro, page), blocks_html(block.questions, page)
        )
    if isinstance(block, ScenarioBlock):
        return scenario_html(block.scenario, page, blocks_html)
    if isinstance(block, Facilitation):
        return Markup("")
    raise TypeError(f"no rendering for {type(block).__name__}")


def _evaluation(block: EvaluationBlock, page: PageContext) -> Markup:
    course = page.course.course
    found = next((e for e in course.asked if e.id == block.evaluation_id), None)
    if found is None:
        # What is asked after three months builds into a package of its own.
        return Markup("")
    return Markup(
        '<div class="b-evaluation" data-evaluation="{}">\n{}<p class="b-noscript">{}</p>\n</div>\n'
    ).format(
        found.id,
        blocks_html(found.intro, page),
        page.course.texts.document["evaluation-noscript"],
    )


def _protocol(block: Protocol, page: PageContext) -> Markup:
    texts = page.course.texts.document
    body = blocks_html(block.body, page)
    if not body.strip():
        body = Markup("<p>{}</p>\n").format(texts["protocol-default"])
    language = block.title_language
    return Markup(
        '<div class="b-protocol" data-protocol="{}">\n<p class="b-protocol-title"{}>{}</p>\n'
        '{}<p class="b-protocol-empty">{}</p>\n</div>\n'
    ).format(
        block.id,
        Markup(' lang="{}"').format(language) if language else "",
        page.course.typeset(block.title, language) or texts["protocol"],
        body,
        texts["protocol-empty"],
    )
