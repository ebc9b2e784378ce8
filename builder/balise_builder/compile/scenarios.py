"""``::: scénario`` → :class:`~balise_builder.model.Scenario`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markdown_it.token import Token

from balise_builder.compile.branching import MOST_STATES, explore
from balise_builder.compile.prose import blocks, no_notes, prose, span_of, words_of
from balise_builder.compile.scenario_body import (
    ReadScene,
    ReadSceneChoice,
    cut,
    sort,
    target_key,
)
from balise_builder.compile.scenario_rules import rules, variables
from balise_builder.diagnostics import Fix
from balise_builder.markdown import Box
from balise_builder.markdown.links import anchor
from balise_builder.markdown.names import suggestion
from balise_builder.model import Prose, Scenario, ScenarioBlock, Scene, SceneChoice
from balise_builder.source.folding import ID, slip, slug
from balise_builder.source.letters import match as match_letters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from balise_builder.compile.desk import Desk, Place
    from balise_builder.compile.ids import Taken
    from balise_builder.markdown import Document
    from balise_builder.model import Variable

POINTS = re.compile(r"0*(\d{1,3})")


@dataclass(frozen=True, slots=True)
class _Known:
    """A scene with its id, before its targets are found."""

    read: ReadScene
    id: str
    number: int


@dataclass(frozen=True, slots=True)
class _Work:
    """What the parts of one scenario share."""

    desk: Desk
    document: Document
    place: Place
    taken: Taken
    scenes: Mapping[str, _Known]
    """By every key under which a scene can be named."""
    variables: tuple[Variable, ...]


def scenario(desk: Desk, document: Document, box: Box, place: Place) -> ScenarioBlock | None:
    """Return the scenario of a container, or ``None`` when it cannot be one (with findings)."""
    errors = desk.collector.errors
    inner = replace(place, parent="scenario")
    intro, scenes = cut(desk, document, box)
    if not scenes:
        desk.collector.add("scenario-sans-scene", box.span)
    taken = desk.ids.block("scenario", box, scenes[0].title if scenes else words_of(intro))
    no_notes(desk, box.nodes, "scenario")
    known, names = _name(desk, box, taken, scenes)
    first = variables(
        desk, box.attributes.text("variables") or "", box.attributes.span("variables", box.span)
    )
    work = _Work(desk, document, inner, taken, names, first)
    made = tuple(_scene(work, one) for one in known)
    _removed(desk, box, taken, known)
    body = blocks(desk, document, intro, inner)
    start = _start(work, box, known)
    if start is None:
        return None
    result = Scenario(box.span, taken.id, taken.number, start, made, first, body)
    if desk.collector.errors == errors and desk.states <= MOST_STATES:
        desk.states += explore(result, desk.collector, MOST_STATES - desk.states)
    return ScenarioBlock(result)


def _name(
    desk: Desk, box: Box, taken: Taken, scenes: Sequence[ReadScene]
) -> tuple[list[_Known], dict[str, _Known]]:
    """Give each scene its id and number; return them in order, and by every key of a target."""
    ids: dict[str, ReadScene] = {}
    known: list[_Known] = []
    names: dict[str, _Known] = {}
    written = {read.attributes.id or slug(read.title) for read in scenes}
    for count, read in enumerate(scenes, 1):
        name = read.attributes.id or slug(read.title)
        if not ID.fullmatch(name):
            desk.collector.add("scene-sans-nom", read.span, title=read.title)
            name = f"scene-{count}"
        full = f"{taken.id}/{name}"
        if name in ids:
            desk.collector.add(
                "scene-en-double", read.span, title=read.title, line=ids[name].span.line
            )
            number = count
        elif taken.provisional:
            number = count
        else:
            _former(desk, read, full, written)
            number = desk.ids.lock.number("scene", full)
        ids.setdefault(name, read)
        one = _Known(read, name, number)
        known.append(one)
        for text in (read.title, name, read.heading.meta["anchor"]):
            other = names.setdefault(target_key(text), one)
            if other.id != name:
                desk.collector.add(
                    "scene-en-double", read.span, title=read.title, line=other.read.span.line
                )
                break
        desk.scene_anchors[box.span.file, read.heading.meta["anchor"]] = read.title
    return known, names


def _former(desk: Desk, read: ReadScene, full: str, written: set[str]) -> None:
    """Take over the former ids of a scene."""
    for former in read.attributes.words("former-ids"):
        span = read.attributes.span("former-ids", read.span)
        if not ID.fullmatch(former):
            desk.collector.add("id-mal-forme", span, id=former, suggestion=slug(former))
        elif former in written:
            desk.collector.add("ancien-id-encore-utilise", span, id=former)
        else:
            before = f"{full.partition('/')[0]}/{former}"
            desk.ids.lock.move_scene(before, full, span, desk.collector)


def _removed(desk: Desk, box: Box, taken: Taken, known: Sequence[_Known]) -> None:
    """Report the scenes that ``ids.lock`` knows and that the scenario no longer has."""
    if taken.provisional:
        return
    lock = desk.ids.lock
    fresh = [one for one in known if lock.is_new("scene", f"{taken.id}/{one.id}")]
    near = fresh[0] if len(fresh) == 1 else None
    for name in lock.gone_scenes(taken.id):
        span = near.read.span if near else box.span
        other = near.read.title if near else known[0].read.title if known else "—"
        desk.collector.add("scene-disparue", span, id=name, title=other)


def _start(work: _Work, box: Box, known: Sequence[_Known]) -> str | None:
    written = box.attributes.text("start")
    if written is None:
        return known[0].id if known else None
    found = work.scenes.get(target_key(written.removeprefix("#")))
    if found is None:
        titles = tuple(one.read.title for one in known)
        span = box.attributes.span("start", box.span)
        work.desk.collector.add(
            "scenario-debut-inconnu", span, text=written, suggestion=suggestion(written, titles)
        )
        return None
    return found.id


def _scene(work: _Work, one: _Known) -> Scene:
    """Return a scene; what is wrong in it is reported."""
    desk, read = work.desk, one.read
    sort(desk, work.document, read, work.scenes)
    end = read.attributes.flag("end")
    points = _points(work, read, end=end)
    if not read.choices and not end and not read.broken:
        desk.collector.add("scene-sans-choix", read.span, title=read.title)
    made = [(c.letter, c.words, c.span) for c in read.choices]
    if work.taken.provisional or not made:
        letters = list(match_letters({}, [(letter, text) for letter, text, _ in made]).letters)
    else:
        name = f"{work.taken.id}/{one.id}"
        letters = desk.ids.lock.letters(name, made, desk.collector, "scene")
    return Scene(
        span=read.span, id=one.id, number=one.number, title=read.title,
        body=blocks(desk, work.document, read.body, work.place),
        choices=tuple(
            made_choice
            for choice, letter in zip(read.choices, letters, strict=True)
            if (made_choice := _choice(work, choice, letter)) is not None
        ),
        end=end, points=points,
    )  # fmt: skip


def _points(work: _Work, read: ReadScene, *, end: bool) -> int | None:
    text = read.attributes.text("points")
    if text is None:
        return None
    span, match = read.attributes.span("points", read.span), POINTS.fullmatch(text)
    if not end:
        work.desk.collector.add("reglage-sans-effet", span, name="points")
    elif match is None:
        work.desk.collector.add(
            "attribut-valeur", span, name="points", value=text, expected="0, 1, 2"
        )
    return int(match[1]) if match and end else None


def _choice(work: _Work, read: ReadSceneChoice, letter: str) -> SceneChoice | None:
    desk = work.desk
    desk.scene_links.add(read.link.meta["span"])
    conditions, effects = rules(desk, read.codes, work.variables)
    feedback = prose(desk, work.document, read.feedback, work.place) if read.feedback else None
    target = work.scenes.get(target_key(read.target))
    if target is None:
        _unknown(work, read)
        return None
    wanted = github_slug(target.read)
    if unicodedata.normalize("NFC", str(read.link.attrs["href"])).removeprefix("#") != wanted:
        fix = _target_fix(read, f"#{wanted}")
        if fix is not None:
            desk.collector.add(
                "cible-autre-forme", fix.span, fix=fix, text=read.target, slug=wanted
            )
    return SceneChoice(
        read.span, letter, (_text(work, read),), target.id,
        () if feedback is None else (feedback,), conditions, effects,
    )  # fmt: skip


def _unknown(work: _Work, read: ReadSceneChoice) -> None:
    """Report a target that is no scene, with the nearest title."""
    titles = {one.read.title: one for one in work.scenes.values()}
    near = slip(read.target, tuple(titles))
    if near is None:
        slugs = {anchor(title): title for title in titles}
        near = slugs.get(slip(anchor(read.target), tuple(slugs)) or "")
    fix = _target_fix(read, f"#{github_slug(titles[near].read)}") if near else None
    work.desk.collector.add(
        "scene-inconnue", read.link.meta["span"], fix=fix, text=read.target,
        suggestion=near or suggestion(read.target, tuple(titles)),
    )  # fmt: skip


def github_slug(scene: ReadScene) -> str:
    """Return the anchor that GitHub gives the heading of a scene: it keeps accents."""
    title = unicodedata.normalize("NFC", scene.title).lower()
    plain = re.sub(r"[^\w\- ]", "", title).replace(" ", "-")
    number = scene.heading.meta["anchor"].removeprefix(anchor(scene.title))
    return plain + (number if re.fullmatch(r"-\d+", number) else "")


def _target_fix(read: ReadSceneChoice, target: str) -> Fix | None:
    """Return the replacement of the target between the parentheses of the link."""
    link, content = read.link, read.inline.content
    end: int = link.meta.get("end", 0)
    start = content.rfind("](", link.meta["at"], end)
    if start < 0 or content[end - 1 : end] != ")":
        return None
    return Fix(read.inline.meta["places"].span(start + 2, end - 1), target)


def _text(work: _Work, read: ReadSceneChoice) -> Prose:
    """Return what the link says, as a paragraph of its own."""
    inline = read.inline.copy(children=read.text)
    opening = Token("paragraph_open", "p", 1, block=True, hidden=True, map=read.inline.map)
    closing = Token("paragraph_close", "p", -1, block=True, hidden=True)
    return Prose(span_of(work.document, [opening]), (opening, inline, closing))


__all__ = ["github_slug", "scenario"]
