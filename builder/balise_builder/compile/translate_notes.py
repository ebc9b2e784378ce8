"""Footnotes that passages of the source still call, on a page that is otherwise translated."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from balise_builder.model import Foreign, Prose

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.model import Block, Footnote, Page


def with_notes(page: Page, source: Page, language: str) -> Page:
    """Return ``page`` with the notes of ``source`` that its untranslated passages call.

    They are numbered after those of the translation.

    :param language: of the source.
    """
    if not source.footnotes:
        return page
    calls = _Calls(len(page.footnotes))
    notice = page.notice and replace(page.notice, body=calls.all_of(page.notice.body))
    page = replace(
        page, before=calls.all_of(page.before), notice=notice, light=calls.all_of(page.light),
        body=calls.all_of(page.body),
    )  # fmt: skip
    texts = {note.label: note for note in source.footnotes}
    added = tuple(
        _note(texts[label], number, language)
        for label, number in calls.numbers.items() if label in texts
    )  # fmt: skip
    return replace(page, footnotes=(*page.footnotes, *added))


def _note(note: Footnote, number: int, language: str) -> Footnote:
    # A label of the translation may be the same; notes are told apart by their numbers.
    body = (Foreign(note.span, language, note.body, tagged=False),)
    return replace(note, number=number, body=body)


@dataclass(slots=True)
class _Calls:
    first: int
    """Notes that the page has already."""
    numbers: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def all_of(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(
            replace(block, body=tuple(map(self.renumbered, block.body)))
            if isinstance(block, Foreign) else block for block in blocks
        )  # fmt: skip

    def renumbered(self, block: Block) -> Block:
        if not isinstance(block, Prose):
            return block
        return replace(block, tokens=tuple(map(self.token, block.tokens)))

    def token(self, token: Token) -> Token:
        children = [
            child.copy(meta={**child.meta, **self.call(child.meta["label"])})
            if child.type == "footnote_ref" else child for child in token.children or []
        ]  # fmt: skip
        return token.copy(children=children) if token.children else token

    def call(self, label: str) -> dict[str, int]:
        number = self.numbers.setdefault(label, self.first + len(self.numbers) + 1)
        count = self.counts[label] = self.counts.get(label, -1) + 1
        return {"number": number, "call": count}
