"""Going through what a page holds, containers inside lists and quotes included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from balise_builder.model.blocks import (
    Facilitation,
    ItemBlock,
    Prose,
    Protocol,
    Reflection,
    ScenarioBlock,
)
from balise_builder.model.containers import Container, inner_blocks
from balise_builder.model.media import Player
from balise_builder.model.survey import Survey

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.model.blocks import Block
    from balise_builder.model.course import Page
    from balise_builder.model.items import Item
    from balise_builder.model.scenario import Scenario


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield ``blocks`` and the blocks inside them, in reading order; not what items hold."""
    for block in blocks:
        yield block
        if isinstance(block, Prose):
            for token in block.tokens:
                if token.type == "block" and token.meta["block"] is not None:
                    yield from every_block((token.meta["block"],))
        elif isinstance(block, Reflection):
            yield from every_block(block.prompt)
        elif isinstance(block, Protocol | Facilitation):
            yield from every_block(block.body)
        elif isinstance(block, Player):
            yield from every_block((block.title, *block.body))
        elif isinstance(block, Container):
            yield from every_block(inner_blocks(block))
        elif isinstance(block, Survey):
            yield from every_block((*block.intro, *block.questions))
        elif isinstance(block, ScenarioBlock):
            yield from every_block(scenario_blocks(block.scenario))


def every_token(blocks: Iterable[Block]) -> Iterator[Token]:
    """Yield the block tokens of the prose of ``blocks``, items excluded."""
    for block in every_block(blocks):
        if isinstance(block, Prose):
            yield from block.tokens


def page_blocks(page: Page) -> tuple[Block, ...]:
    """Return all that a page holds: before, notice, light version, full text, footnotes."""
    notice = page.notice.body if page.notice else ()
    notes = tuple(block for note in page.footnotes for block in note.body)
    inside = tuple(block for chapter in page.chapters for block in page_blocks(chapter))
    return (*page.before, *notice, *page.light, *page.body, *notes, *inside)


def page_items(page: Page) -> tuple[Item, ...]:
    """Return the practice items of a page in reading order, each once.

    An item of the light version that repeats one of the full text counts once.
    """
    found: dict[str, Item] = {}
    for block in every_block(page_blocks(page)):
        if isinstance(block, ItemBlock):
            found.setdefault(block.item.id, block.item)
    return tuple(found.values())


def page_surveys(page: Page) -> tuple[Survey, ...]:
    """Return the surveys of a page in reading order."""
    return tuple(b for b in every_block(page_blocks(page)) if isinstance(b, Survey))


def page_practice(page: Page) -> tuple[Item, ...]:
    """Return the items of a page that have an answer to discuss: those of surveys have none."""
    asked = {q.item.id for survey in page_surveys(page) for q in survey.questions}
    return tuple(item for item in page_items(page) if item.id not in asked)


def page_scenarios(page: Page) -> tuple[Scenario, ...]:
    """Return the scenarios of a page in reading order, each once."""
    found: dict[str, Scenario] = {}
    for block in every_block(page_blocks(page)):
        if isinstance(block, ScenarioBlock):
            found.setdefault(block.scenario.id, block.scenario)
    return tuple(found.values())


def item_blocks(item: Item) -> tuple[Block, ...]:
    """Return the prose of an item: stem, choices, feedback, lighter words."""
    choices = tuple(b for c in item.choices for b in (*c.text, *c.feedback))
    targets = tuple(b for target in item.targets for b in target.text)
    return (*item.stem, *choices, *targets, *item.general, *light_blocks(item))


def light_blocks(item: Item) -> tuple[Block, ...]:
    """Return the lighter words of an item."""
    if item.light is None:
        return ()
    return (*item.light.stem, *(b for choice in item.light.choices for b in choice))


def scenario_blocks(scenario: Scenario) -> tuple[Block, ...]:
    """Return the prose of a scenario: introduction, scenes, choices and what is said after them."""
    found = list(scenario.intro)
    for scene in scenario.scenes:
        found += scene.body
        for choice in scene.choices:
            found += (*choice.text, *choice.feedback)
    return tuple(found)
