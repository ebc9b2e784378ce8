"""A course in another language: words of the translation, all that is recorded of the source.

Ids, numbers, letters, keys, points, conditions are those of the source: an answer given in one
language is the same answer in the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from balise_builder.compile.aligned import align, is_untranslated, place, words
from balise_builder.compile.translate_items import checklist, item, scenario, titled
from balise_builder.compile.translate_notes import with_notes
from balise_builder.diagnostics import Collector
from balise_builder.model import (
    Audience,
    Case,
    Checklist,
    Details,
    Foreign,
    ItemBlock,
    Notice,
    Prose,
    Protocol,
    Reflection,
    ScenarioBlock,
    Steps,
    Survey,
    Tabs,
)
from balise_builder.model.walk import every_block, page_blocks
from balise_builder.source.letters import mark

if TYPE_CHECKING:
    from balise_builder.model import Block, Course, Evaluation, Item, Page, Span


@dataclass(slots=True)
class Desk:
    """A translation while it is put together."""

    language: str
    """Of the source."""
    collector: Collector = field(default_factory=Collector)
    known: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """By file and mark of a translated text: marks of the source that it was made from."""
    lines: set[tuple[str, str, str]] = field(default_factory=set)
    """File, mark of the translation, mark of its source: what is to be kept."""
    left: int = 0
    """Units of the source that are shown as they are."""

    def knows(self, file: str, source: str, translated: str) -> bool:
        """Return whether the lock says that ``translated`` was made from ``source``."""
        return mark(source) in self.known.get((file, mark(translated)), ())

    def is_stale(self, file: str, source: str, translated: str) -> bool:
        """Return whether ``translated`` was made from what the source no longer says."""
        before = self.known.get((file, mark(translated)), set())
        return bool(before) and mark(source) not in before

    def pair(self, file: str, source: str, translated: str, span: Span) -> None:
        """Note that ``translated`` says ``source``; report it when the source has changed since."""
        if not source or not translated:
            return
        ours, theirs = mark(source), mark(translated)
        if self.is_stale(file, source, translated):
            self.collector.add("traduction-perimee", span)
            self.lines |= {(file, theirs, old) for old in self.known[file, theirs]}
        else:
            self.lines.add((file, theirs, ours))

    def foreign(self, blocks: Sequence[Block], span: Span, *, tagged: bool = True) -> Foreign:
        """Return blocks of the source, marked as such."""
        self.left += tagged
        return Foreign(span, self.language, tuple(blocks), tagged)


def translated(source: Course, other: Course, files: frozenset[str], desk: Desk) -> Course:
    """Return ``source`` with the words of ``other``, where ``files`` are translated."""
    items = {i.id: i for i in (*other.bank_items, *other.reserved_items)}
    items = {name: one for name, one in items.items() if one.span.file in files}
    banks = [_bank_item(one, items.get(one.id), desk) for one in source.bank_items]
    kept = [_bank_item(one, items.get(one.id), desk) for one in source.reserved_items]
    by_id = {page.id: page for page in other.every_page}
    intros = {e.id: e.intro for e in other.evaluations}
    intros |= {c.evaluation.id: c.evaluation.intro for c in other.companions if c.evaluation}

    def page_of(page: Page) -> Page:
        if page.file not in files or page.id not in by_id:
            return _left(page, desk)
        return _page(page, by_id[page.id], desk)

    def evaluation_of(one: Evaluation) -> Evaluation:
        return replace(one, intro=merged(one.intro, intros.get(one.id, ()), desk, ""))

    made = {one.id: one for one in (*banks, *kept)}
    terms = {term.key for term in other.glossary if term.span.file in files}
    left = tuple(
        replace(term, body=(desk.foreign(term.body, term.span, tagged=False),))
        for term in source.glossary if term.key not in terms
    )  # fmt: skip
    return replace(
        source, title=other.title, language=other.language, objectives=other.objectives,
        co_authors=other.co_authors, pages=tuple(map(page_of, source.pages)),
        bank_items=tuple(banks), reserved_items=tuple(kept), accepted=(),
        media=tuple(dict.fromkeys((*source.media, *other.media))),
        evaluations=tuple(map(evaluation_of, source.evaluations)), registers=other.registers,
        glossary=(*(term for term in other.glossary if term.key in terms), *left),
        companions=tuple(
            replace(
                one, page=page_of(one.page), items=tuple(made.get(i.id, i) for i in one.items),
                evaluation=evaluation_of(one.evaluation) if one.evaluation else None,
            )
            for one in source.companions
        ),
    )  # fmt: skip


def _bank_item(source: Item, other: Item | None, desk: Desk) -> Item:
    return untranslated_item(source, desk) if other is None else item(source, other, desk)


def untranslated_item(source: Item, desk: Desk) -> Item:
    """Return an item in the language of the source, marked as such."""

    def quiet(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return (desk.foreign(blocks, source.span, tagged=False),) if blocks else ()

    return replace(
        source,
        stem=(desk.foreign(source.stem, source.span),),
        choices=tuple(
            replace(c, text=quiet(c.text), feedback=quiet(c.feedback)) for c in source.choices
        ),
        targets=tuple(replace(t, text=quiet(t.text)) for t in source.targets),
        general=quiet(source.general),
        light=source.light and replace(
            source.light, stem=quiet(source.light.stem),
            choices=tuple(map(quiet, source.light.choices)),
        ),
    )  # fmt: skip


def _page(source: Page, other: Page, desk: Desk) -> Page:
    """Return a page with the words of its translation."""
    file = source.file
    desk.pair(file, source.title, other.title, other.span)
    notice = None
    if source.notice is not None and other.notice is not None:
        body = merged(source.notice.body, other.notice.body, desk, file)
        notice = Notice(other.notice.span, body)
    elif (source.notice is None) is not (other.notice is None):
        desk.collector.add("traduction-avis", (other.notice or other).span)
        notice = source.notice
    page = replace(
        source, title=other.title, span=other.span, notice=notice,
        before=merged(source.before, other.before, desk, file),
        light=merged(source.light, other.light, desk, file),
        body=merged(source.body, other.body, desk, file), footnotes=other.footnotes,
    )  # fmt: skip
    _check_ids(source, page, other, desk)
    return with_notes(page, source, desk.language)


def _ids(page: Page) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for block in every_block(page_blocks(page)):
        if isinstance(block, ItemBlock):
            found[block.item.id] = block.item.span
        elif isinstance(block, ScenarioBlock):
            found[block.scenario.id] = block.scenario.span
        elif isinstance(block, Reflection | Protocol | Checklist):
            found[block.id] = block.span
    return found


def _check_ids(source: Page, page: Page, other: Page, desk: Desk) -> None:
    """Report ids that the source does not have, and those that found no place."""
    ours, theirs, made = _ids(source), _ids(other), _ids(page)
    for name in theirs.keys() - ours.keys():
        desk.collector.add("traduction-id-inconnu", theirs[name], id=name)
    for name in ours.keys() - made.keys():
        desk.collector.add("traduction-id-perdu", other.span, id=name, line=ours[name].line)


def _left(page: Page, desk: Desk) -> Page:
    """Return a page that nobody has translated."""

    def all_of(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return merged(blocks, (), desk, page.file)

    notice = page.notice and replace(page.notice, body=all_of(page.notice.body))
    return replace(
        page, notice=notice, before=all_of(page.before), light=all_of(page.light),
        body=all_of(page.body),
    )  # fmt: skip


def merged(
    source: Sequence[Block], other: Sequence[Block], desk: Desk, file: str
) -> tuple[Block, ...]:
    """Return the units of ``other``, and in their place those of ``source`` that it lacks."""
    found: list[Block] = []
    for ours, theirs in align(source, other, lambda a, b: desk.knows(file, a, b)):
        if ours is not None and theirs is not None:
            made = _pair(ours, theirs, desk, file)
        elif isinstance(ours, ItemBlock):
            made = ItemBlock(untranslated_item(ours.item, desk))
        elif ours is not None:
            made = desk.foreign((ours,), place(ours))
        else:
            assert theirs is not None
            if isinstance(theirs, ItemBlock | ScenarioBlock | Reflection | Protocol | Checklist):
                continue  # Told as an id that the source does not have.
            desk.collector.add("traduction-en-trop", place(theirs))
            made = theirs
        last = found[-1] if found else None
        if isinstance(made, Foreign) and isinstance(last, Foreign) and made.tagged:
            desk.left -= 1
            found[-1] = replace(last, body=(*last.body, *made.body))
        else:
            found.append(made)
    return tuple(found)


def _pair(ours: Block, theirs: Block, desk: Desk, file: str) -> Block:
    """Return the translation of one unit."""
    if isinstance(ours, ItemBlock) and isinstance(theirs, ItemBlock):
        return ItemBlock(item(ours.item, theirs.item, desk))
    if isinstance(ours, ScenarioBlock) and isinstance(theirs, ScenarioBlock):
        return ScenarioBlock(scenario(ours.scenario, theirs.scenario, desk))
    if isinstance(ours, Survey) and isinstance(theirs, Survey):
        return _survey(ours, theirs, desk, file)
    if isinstance(ours, Checklist) and isinstance(theirs, Checklist):
        return checklist(ours, theirs, desk)
    if isinstance(ours, Reflection) and isinstance(theirs, Reflection):
        prompt = merged(ours.prompt, theirs.prompt, desk, file)
        return replace(theirs, number=ours.number, prompt=prompt)
    if isinstance(ours, Protocol | Audience) and isinstance(theirs, Protocol | Audience):
        return titled(ours, theirs, merged(ours.body, theirs.body, desk, file), desk, file)
    if isinstance(ours, Tabs | Details | Case) and isinstance(theirs, Tabs | Details | Case):
        return _parts(ours, theirs, desk, file)
    if isinstance(ours, Steps) and isinstance(theirs, Steps):
        intro = merged(ours.intro, theirs.intro, desk, file)
        steps = _prose(ours.steps, theirs.steps, desk, file)
        return replace(theirs, intro=intro, steps=steps) if isinstance(steps, Prose) else steps
    if isinstance(ours, Prose) and isinstance(theirs, Prose):
        return _prose(ours, theirs, desk, file)
    return theirs


def _survey(ours: Survey, theirs: Survey, desk: Desk, file: str) -> Survey:
    """Return a survey with the questions of the source, by their ids."""
    asked = {block.item.id: block.item for block in theirs.questions}
    questions = []
    for block in ours.questions:
        other = asked.get(block.item.id)
        made = untranslated_item(block.item, desk) if other is None else item(
            block.item, other, desk
        )  # fmt: skip
        questions.append(ItemBlock(made))
    intro = merged(ours.intro, theirs.intro, desk, file)
    return replace(theirs, intro=intro, questions=tuple(questions))


def _prose(ours: Prose, theirs: Prose, desk: Desk, file: str) -> Block:
    source, other = words((ours,)), words((theirs,))
    if is_untranslated(source, other):
        return desk.foreign((ours,), place(theirs))
    desk.pair(file, source, other, place(theirs))
    inside = [t.meta["block"] for t in ours.tokens if t.type == "block"]
    tokens = []
    for token in theirs.tokens:
        if token.type == "block" and inside:
            made = _pair(inside.pop(0), token.meta["block"], desk, file)
            tokens.append(token.copy(meta={"block": made}))
        else:
            tokens.append(token)
    return replace(theirs, tokens=tuple(tokens))


def _parts(
    ours: Tabs | Details | Case, theirs: Tabs | Details | Case, desk: Desk, file: str
) -> Block:
    if len(ours.parts) != len(theirs.parts):
        desk.collector.add(
            "traduction-parties", theirs.span, count=len(ours.parts), found=len(theirs.parts)
        )
        return theirs
    parts = []
    for one, other in zip(ours.parts, theirs.parts, strict=True):
        desk.pair(file, words((one.title,)), words((other.title,)), other.span)
        body = merged(one.body, other.body, desk, file)
        parts.append(replace(other, kind=one.kind, body=body))
    if isinstance(ours, Case) and isinstance(theirs, Case):
        intro = merged(ours.intro, theirs.intro, desk, file)
        return replace(theirs, intro=intro, parts=tuple(parts))
    return replace(theirs, parts=tuple(parts))
