"""What the checks read: every text of a course with its place, and how long it takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from balise_builder.markdown import plain_text, text_span
from balise_builder.model import ItemBlock, ScenarioBlock
from balise_builder.model.session import session_blocks
from balise_builder.model.walk import (
    every_block,
    every_token,
    item_blocks,
    page_blocks,
    page_items,
    scenario_blocks,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.model import Block, Course, Item, Page, Scenario, Span

DIGIT = re.compile(r"\d")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
WORDS_A_MINUTE = 200
"""Reading for learning, in French; slower than leisure reading (about 230)."""
SECONDS_AN_ITEM = 15
"""To decide and to read the feedback's first line, beside the words of the question."""


@dataclass(slots=True)
class Text:
    """One stretch of text of one paragraph."""

    inline: Token
    token: Token
    automatic: bool = False
    """The address of an automatic link (``<https://…>``)."""
    content: str = field(init=False)
    """The words."""
    has_digit: bool = field(init=False)
    """Without one, most patterns of figures, hours and numbers have nothing to look for."""

    def __post_init__(self) -> None:
        """Read the token once for all the checks."""
        self.content = self.token.content
        self.has_digit = DIGIT.search(self.content) is not None

    def span(self, start: int, end: int) -> Span:
        """Return where ``content[start:end]`` stands."""
        return text_span(self.inline, self.token, start, end)


@dataclass(frozen=True, slots=True)
class Walk:
    """What one pass over a course meets, in reading order; every check reads the same."""

    course: Course
    blocks: tuple[Block, ...]
    """Every block of prose, items and facilitation notes included."""
    inlines: tuple[Token, ...]
    """Every inline token, each once."""
    texts: tuple[Text, ...]
    """Every text of :attr:`inlines`."""


_latest: Walk | None = None


def walk(course: Course) -> Walk:
    """Return what the course holds; kept until another course is asked for.

    A course is never changed once it is compiled, only replaced: the same object, the same walk.
    """
    global _latest
    if (known := _latest) is None or known.course is not course:
        blocks = tuple(_blocks(course))
        found = tuple(inlines(blocks))
        known = _latest = Walk(course, blocks, found, tuple(texts(found)))
    return known


def course_items(course: Course) -> Iterator[Item]:
    """Yield every item once: practice, evaluations, kept back."""
    for page in course.every_page:
        yield from page_items(page)
    yield from course.bank_items
    yield from course.reserved_items


def course_blocks(course: Course) -> tuple[Block, ...]:
    """Return every block of prose of the course, items and facilitation notes included."""
    return walk(course).blocks


def _blocks(course: Course) -> Iterator[Block]:
    for page in course.every_page:
        for block in every_block(page_blocks(page)):
            yield block
            if isinstance(block, ItemBlock):
                yield from item_blocks(block.item)
    for item in (*course.bank_items, *course.reserved_items):
        yield from item_blocks(item)
    for evaluation in course.evaluations:
        yield from evaluation.intro
    for notes in course.facilitation:
        yield from every_block(notes.body)
    if course.session is not None:
        yield from every_block(session_blocks(course.session))


def inlines(blocks: Iterable[Block]) -> Iterator[Token]:
    """Yield the inline tokens of ``blocks``, each once."""
    seen: set[int] = set()
    for token in every_token(blocks):
        if token.type == "inline" and id(token) not in seen:
            seen.add(id(token))
            yield token


def course_inlines(course: Course) -> tuple[Token, ...]:
    """Return every inline token of the course, each once."""
    return walk(course).inlines


def course_texts(course: Course) -> tuple[Text, ...]:
    """Return every text of the course; code, addresses and references are none."""
    return walk(course).texts


def texts(tokens: Iterable[Token]) -> Iterator[Text]:
    """Yield the texts of inline tokens; code, addresses and references are none."""
    for inline in tokens:
        automatic = False
        for child in inline.children or []:
            if child.type == "link_open":
                automatic = child.info == "auto" or child.markup == "autolink"
            elif child.type == "link_close":
                automatic = False
            elif child.type == "text":
                yield Text(inline, child, automatic)


def words(blocks: Iterable[Block]) -> int:
    """Return how many words ``blocks`` show."""
    return sum(len(WORD.findall(plain_text(token.children or []))) for token in inlines(blocks))


def reading(page: Page) -> tuple[int, int, float]:
    """Return the words of a page, its questions, and the minutes they take.

    Words ÷ 200 a minute + 15 seconds a question. The light version and the answers not chosen are
    left out: of the feedback of a question, the longest counts. Of a scenario, only the longest of
    the direct ways to its endings counts, each choice of it as a question.
    """
    notice = page.notice.body if page.notice else ()
    read = (*page.before, *notice, *page.body)
    count, choices = words(read), 0
    for block in every_block(read):
        if isinstance(block, ScenarioBlock):
            way, steps = _longest_way(block.scenario)
            count, choices = count - words(scenario_blocks(block.scenario)) + way, choices + steps
    items = page_items(page)
    for item in items:
        lines = [b for choice in item.choices for b in choice.text]
        lines += [b for target in item.targets for b in target.text]
        count += words((*item.stem, *lines, *item.general))
        count += max((words(choice.feedback) for choice in item.choices), default=0)
    asked = len(items) + choices
    return count, asked, count / WORDS_A_MINUTE + asked * SECONDS_AN_ITEM / 60


def _longest_way(scenario: Scenario) -> tuple[int, int]:
    """Return the words and the choices of the longest of the shortest ways to the endings."""
    scenes = {scene.id: scene for scene in scenario.scenes}
    found = {scenario.start: (words(scenario.intro), 0)}
    waiting = [scenario.start]
    for name in waiting:
        scene, (count, steps) = scenes[name], found[name]
        count += words((*scene.body, *(block for c in scene.choices for block in c.text)))
        found[name] = (count, steps)
        for choice in scene.choices if not scene.end else ():
            if choice.target not in found:
                found[choice.target] = (count + words(choice.feedback), steps + 1)
                waiting.append(choice.target)
    return max(found[name] for name in waiting)
