"""Questions, checklists and scenarios in another language: the same choices, the same key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.compile.aligned import is_untranslated, words
from balise_builder.model import Protocol

if TYPE_CHECKING:
    from balise_builder.compile.translate import Desk
    from balise_builder.compile.variants import Variants
    from balise_builder.model import (
        Answer,
        Audience,
        Block,
        Checklist,
        Choice,
        Item,
        LightWording,
        Scenario,
        Scene,
        SceneChoice,
        Span,
        Target,
    )


def item(source: Item, other: Item, desk: Desk) -> Item:
    """Return ``source`` with the words of ``other``; report what would change its results."""
    report, span = desk.collector.add, other.span
    same = len(source.choices) == len(other.choices) and len(source.targets) == len(other.targets)
    if source.kind != other.kind:
        report("traduction-autre-sorte", span, id=source.id)
        return source
    if not same or len(other.answers) > len(source.answers):
        count = len(source.choices) + len(source.targets) + len(source.answers)
        found = len(other.choices) + len(other.targets) + len(other.answers)
        report("traduction-choix", span, id=source.id, count=count, found=found)
        return source
    varying = _variants(source, other)
    if varying is None:
        report("traduction-variantes", span, id=source.id, line=source.span.line)
        return source
    pairs = list(zip(source.choices, other.choices, strict=True))
    if [one.right for one, _ in pairs] != [two.right for _, two in pairs]:
        report("traduction-cle", span, id=source.id, line=source.span.line)
    file = source.span.file
    return replace(
        source, span=span, stem=_text(source.stem, other.stem, desk, span, file), variants=varying,
        choices=tuple(_choice(one, two, desk, file) for one, two in pairs),
        targets=tuple(
            _target(one, two, desk, file)
            for one, two in zip(source.targets, other.targets, strict=True)
        ),
        answers=tuple(
            _answer(one, two) for one, two in zip(source.answers, other.answers, strict=False)
        ) or source.answers,
        general=_text(source.general, other.general, desk, span, file),
        light=_light(source, other, desk, file),
    )  # fmt: skip


def _variants(source: Item, other: Item) -> Variants | None:
    """Return what stands for the marks of both languages: they agree each in its own way.

    ``None`` where the people are not the same: a learner would meet somebody else.
    """
    if len(source.variants) != len(other.variants):
        return None
    pairs = [(dict(a), dict(b)) for a, b in zip(source.variants, other.variants, strict=True)]
    if any(a[mark] != b[mark] for a, b in pairs for mark in a.keys() & b.keys()):
        return None
    return tuple(tuple(sorted((a | b).items())) for a, b in pairs)


def _light(source: Item, other: Item, desk: Desk, file: str) -> LightWording | None:
    """Return the lighter words of the translation; those of the source, marked, without any."""
    ours, theirs = source.light, other.light
    if ours is None:
        return None
    if theirs is None or len(ours.choices) != len(theirs.choices):
        span = other.span if theirs is None else theirs.span
        marked = tuple((desk.foreign(c, span, tagged=False),) for c in ours.choices)
        return replace(ours, span=span, stem=(desk.foreign(ours.stem, span),), choices=marked)
    pairs = zip(ours.choices, theirs.choices, strict=True)
    return replace(
        ours, span=theirs.span, stem=_text(ours.stem, theirs.stem, desk, theirs.span, file),
        choices=tuple(_text(one, two, desk, theirs.span, file) for one, two in pairs),
    )  # fmt: skip


def _text(
    source: Sequence[Block], other: Sequence[Block], desk: Desk, span: Span, file: str
) -> tuple[Block, ...]:
    """Return a text of the translation; that of the source, marked, where there is none."""
    ours, theirs = words(source), words(other)
    if ours and (not theirs or is_untranslated(ours, theirs)):
        return (desk.foreign(source, span),)
    desk.pair(file, ours, theirs, span)
    return tuple(other)


def _choice(source: Choice, other: Choice, desk: Desk, file: str) -> Choice:
    return replace(
        source, span=other.span, text=_text(source.text, other.text, desk, other.span, file),
        feedback=_text(source.feedback, other.feedback, desk, other.span, file),
    )  # fmt: skip


def _target(source: Target, other: Target, desk: Desk, file: str) -> Target:
    return replace(
        source, span=other.span, text=_text(source.text, other.text, desk, other.span, file)
    )


def _answer(source: Answer, other: Answer) -> Answer:
    return replace(
        source, span=other.span, text=other.text, value=other.value, tolerance=other.tolerance
    )


def checklist(source: Checklist, other: Checklist, desk: Desk) -> Checklist:
    """Return a checklist with translated lines, which keep their letters."""
    file = source.span.file
    if len(source.lines) != len(other.lines):
        desk.collector.add(
            "traduction-choix", other.span, id=source.id,
            count=len(source.lines), found=len(other.lines),
        )  # fmt: skip
        return source
    lines = tuple(
        replace(one, span=two.span, text=_text(one.text, two.text, desk, two.span, file))
        for one, two in zip(source.lines, other.lines, strict=True)
    )
    intro = _text(source.intro, other.intro, desk, other.span, file)
    return replace(source, span=other.span, intro=intro, lines=lines)


def titled(
    source: Protocol | Audience, other: Protocol | Audience, body: tuple[Block, ...],
    desk: Desk, file: str,
) -> Protocol | Audience:  # fmt: skip
    """Return ``other`` with ``body``; a title that nobody has translated is that of the source."""
    made = replace(other, body=body)
    if not isinstance(source, Protocol) or not isinstance(made, Protocol):
        return made
    desk.pair(file, source.title, made.title, made.span)
    if made.title and not source.title:
        desk.collector.add("traduction-en-trop", made.span)
    if not source.title or (made.title and not is_untranslated(source.title, made.title)):
        return made
    desk.left += 1
    return replace(made, title=source.title, title_language=desk.language)


def scenario(source: Scenario, other: Scenario, desk: Desk) -> Scenario:
    """Return a scenario with translated scenes; ways, conditions and points are the source's."""
    same = len(source.scenes) == len(other.scenes) and all(
        len(one.choices) == len(two.choices)
        for one, two in zip(source.scenes, other.scenes, strict=True)
    )
    if not same:
        desk.collector.add("traduction-scenes", other.span, id=source.id, line=source.span.line)
        return source
    ids = {two.id: one.id for one, two in zip(source.scenes, other.scenes, strict=True)}
    pairs = zip(source.scenes, other.scenes, strict=True)
    scenes = tuple(_scene(one, two, ids, desk) for one, two in pairs)
    file = source.span.file
    intro = _text(source.intro, other.intro, desk, other.span, file)
    return replace(source, span=other.span, intro=intro, scenes=scenes)


def _scene(source: Scene, other: Scene, ids: dict[str, str], desk: Desk) -> Scene:
    file = source.span.file
    desk.pair(file, source.title, other.title, other.span)
    return replace(
        source, span=other.span, title=other.title,
        body=_text(source.body, other.body, desk, other.span, file),
        choices=tuple(
            _way(one, two, ids, desk)
            for one, two in zip(source.choices, other.choices, strict=True)
        ),
    )  # fmt: skip


def _way(source: SceneChoice, other: SceneChoice, ids: dict[str, str], desk: Desk) -> SceneChoice:
    if ids.get(other.target) != source.target:
        desk.collector.add("traduction-chemin", other.span, line=source.span.line)
    file = source.span.file
    return replace(
        source, span=other.span, text=_text(source.text, other.text, desk, other.span, file),
        feedback=_text(source.feedback, other.feedback, desk, other.span, file),
    )  # fmt: skip
