"""Plain language: the length of sentences, and the reading level by a named formula (LIX)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.checks.reading import WORD, inlines
from balise_builder.markdown import plain_text
from balise_builder.model.walk import item_blocks, page_blocks, page_items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course, Page
    from balise_builder.source import Folder

SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+(?=[\s»”\")]|$)|[.!?…](?=\S)[^.!?…]*)*")
"""A full stop inside a number or an abbreviation does not end a sentence."""
LONGEST = 40
"""Words of one sentence from which it is told."""
MEAN = 20
"""Words a sentence, on average over a page (Rédiger simplement, Gouvernement du Québec, 2006)."""
LONG_WORD = 7
"""Letters from which LIX counts a word as long."""
HARDEST = 50
"""LIX from which a page is told: 50 to 60 is hard, as official reports are (Björnsson, 1968)."""
ENOUGH = 100
"""Words under which a mean says nothing."""


@dataclass(slots=True)
class Level:
    """What a page is made of."""

    words: int = 0
    sentences: int = 0
    long_words: int = 0

    @property
    def mean(self) -> float:
        """Return the words a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def lix(self) -> float:
        """Return LIX: words a sentence + 100 × words of 7 letters or more ÷ words."""
        return self.mean + 100 * self.long_words / self.words if self.words else 0.0

    @property
    def is_enough(self) -> bool:
        """Whether there are words enough for a mean to say something."""
        return self.words >= ENOUGH

    def with_more(self, other: Level) -> Level:
        """Return the level of both texts together."""
        return Level(
            self.words + other.words, self.sentences + other.sentences,
            self.long_words + other.long_words,
        )  # fmt: skip


def check(course: Course, _folder: Folder, collector: Collector) -> None:
    """Check the pages that a learner reads."""
    for page in course.every_page:
        found = level(page, collector)
        if not found.is_enough:
            continue
        mean, lix = round(found.mean), round(found.lix)
        if found.mean > MEAN:
            collector.add("phrases-longues", page.span, words=mean)
        if found.lix > HARDEST:
            collector.add("lecture-difficile", page.span, words=mean, lix=lix)


def level(page: Page, collector: Collector | None = None) -> Level:
    """Return what a page is made of; sentences too long are told to ``collector``."""
    found = Level()
    for inline in _inlines(page):
        for sentence in sentences(plain_text(inline.children or [])):
            _count(found, sentence, inline, collector)
    return found


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; a line without a full stop is one."""
    return [found.strip() for found in SENTENCE.findall(text) if WORD.search(found)]


def _inlines(page: Page) -> Iterator[Token]:
    yield from inlines(page_blocks(page))
    for item in page_items(page):
        yield from inlines(item_blocks(item))


def _count(level: Level, sentence: str, inline: Token, collector: Collector | None) -> None:
    words = WORD.findall(sentence)
    level.sentences += 1
    level.words += len(words)
    level.long_words += sum(len(word) >= LONG_WORD for word in words)
    if len(words) > LONGEST and collector is not None:
        places = inline.meta["places"]
        span = places.span(0, len(inline.content))
        collector.add("phrase-tres-longue", span, n=len(words), text=sentence[:60])
