"""What stands inside ``::: scénario``, sorted: introduction, scenes, and the choices of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from balise_builder.compile.prose import groups, span_of
from balise_builder.compile.scenario_rules import Code
from balise_builder.markdown import Box, Run, plain_text
from balise_builder.markdown.attributes import Attributes
from balise_builder.source.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

    from balise_builder.compile.desk import Desk
    from balise_builder.markdown import Document
    from balise_builder.model import Span

PLAIN = frozenset({
    "text", "softbreak", "hardbreak", "em_open", "em_close", "strong_open", "strong_close",
    "s_open", "s_close", "code_inline",
})  # fmt: skip
LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
BARE = re.compile(r"[^\s/.:\\]+(?:\s[^\s/.:\\]+)*")
"""A target without « # » that may be a scene, and is no file."""


@dataclass(slots=True)
class ReadSceneChoice:
    """One way on while it is read."""

    span: Span
    link: Token
    inline: Token
    text: list[Token]
    """What stands in the link."""
    codes: list[Code]
    letter: str | None
    feedback: list[Token] = field(default_factory=list)

    @property
    def target(self) -> str:
        """The target as written, without « # »."""
        return written_target(self.link)

    @property
    def words(self) -> str:
        """The words of the link."""
        return plain_text(self.text)


@dataclass(slots=True)
class ReadScene:
    """One scene while it is read."""

    span: Span
    title: str
    level: int
    heading: Token
    attributes: Attributes
    body: list[Run | Box] = field(default_factory=list)
    choices: list[ReadSceneChoice] = field(default_factory=list)
    broken: bool = False
    """Whether a choice of it could not be read."""
    pending: list[list[Token] | Box] = field(default_factory=list)
    """Its blocks, before they are sorted."""


def target_key(text: str) -> str:
    """Return the form in which targets and titles are compared: every usual slug gives the same."""
    return re.sub(r"[\W_]+", "", fold(unquote(text)))


def written_target(link: Token) -> str:
    """Return the target of a link to a scene, without « # » and escapes."""
    href = str(link.attrs.get("href", ""))
    return unquote(href.partition("#")[2] or href).strip()


def cut(desk: Desk, document: Document, box: Box) -> tuple[list[Run | Box], list[ReadScene]]:
    """Return what stands before the first scene, and the scenes with their blocks unsorted."""
    intro: list[Run | Box] = []
    scenes: list[ReadScene] = []
    for node in box.nodes:
        for piece in [node] if isinstance(node, Box) else groups(node.tokens):
            if isinstance(piece, list) and piece[0].type == "heading_open":
                scene = _scene(desk, document, piece)
                if scenes and scene.level != scenes[0].level:
                    desk.collector.add(
                        "scene-autre-niveau", scene.span, text=scene.title,
                        found="#" * scene.level, expected="#" * scenes[0].level,
                    )  # fmt: skip
                scenes.append(scene)
            elif scenes:
                scenes[-1].pending.append(piece)
            else:
                add(intro, piece)
    return intro, scenes


def add(nodes: list[Run | Box], piece: list[Token] | Box) -> None:
    """Add one block to ``nodes``, joined to the run before it."""
    if isinstance(piece, Box):
        nodes.append(piece)
    elif nodes and isinstance(nodes[-1], Run):
        nodes[-1] = Run([*nodes[-1].tokens, *piece])
    else:
        nodes.append(Run(list(piece)))


def _scene(desk: Desk, document: Document, tokens: list[Token]) -> ReadScene:
    heading, inline = tokens[0], tokens[1]
    title, span = plain_text(inline.children or []), span_of(document, tokens)
    if any(child.type not in PLAIN for child in inline.children or []):
        desk.collector.add("scene-titre-compose", span, text=inline.content)
    attributes = heading.meta.get("attributes") or Attributes()
    return ReadScene(span, title, int(heading.tag[1:]), heading, attributes)


def sort(desk: Desk, document: Document, scene: ReadScene, known: Iterable[str]) -> None:
    """Sort the blocks of a scene into its body and its choices.

    :param known: the keys of the scenario's scenes (:func:`target_key`).
    """
    keys = frozenset(known)
    for piece in scene.pending:
        kind = "box" if isinstance(piece, Box) else piece[0].type
        begun = bool(scene.choices)
        if isinstance(piece, list) and kind in LISTS and (begun or _leads(document, piece, keys)):
            if kind == "ordered_list_open":
                # The number would say an order that there is not.
                span = span_of(document, piece)
                desk.collector.add("choix-de-scene-mal-ecrit", span, text="1.")
            _choices(desk, document, piece, scene, keys)
        elif isinstance(piece, list) and kind == "blockquote_open" and scene.choices:
            scene.choices[-1].feedback += piece[1:-1]
            report_margin(desk, document, piece)
        elif scene.choices:
            span = piece.span if isinstance(piece, Box) else span_of(document, piece)
            desk.collector.add("scene-texte-apres", span, title=scene.title)
        else:
            add(scene.body, piece)


def _links(item: list[Token]) -> list[Token]:
    """Return the links of the first paragraph of a list item."""
    if len(item) < 3 or item[1].type != "paragraph_open":
        return []
    return [child for child in item[2].children or [] if child.type == "link_open"]


def _is_way(document: Document, link: Token, keys: frozenset[str]) -> bool:
    """Return whether a link is meant for a scene: an anchor of this file, or a scene's name."""
    if link.meta.get("link") == "page":
        inside = str(link.attrs.get("href", "")).startswith("#")
        return bool(inside and link.meta["file"] == document.source.file)
    href = unquote(str(link.attrs.get("href", "")))
    return (
        link.meta.get("link") == "media"
        and BARE.fullmatch(href) is not None
        and target_key(href) in keys
    )


def _leads(document: Document, group: list[Token], keys: frozenset[str]) -> bool:
    """Return whether a bullet of a list leads to a scene."""
    items = groups(group[1:-1])
    return any(_is_way(document, link, keys) for item in items for link in _links(item))


def _choices(
    desk: Desk, document: Document, group: list[Token], scene: ReadScene, keys: frozenset[str]
) -> None:
    """Read one list of choices."""
    for item in groups(group[1:-1]):
        span = span_of(document, item)
        links = _links(item)
        if "box" in item[0].meta:
            desk.collector.add("choix-de-scene-mal-ecrit", item[0].meta["box"], text="[ ]")
        if not any(_is_way(document, link, keys) for link in links):
            desk.collector.add("choix-de-scene-sans-lien", span, title=scene.title)
        elif len(links) > 1:
            desk.collector.add("choix-de-scene-texte", span)
            desk.scene_links.update(link.meta["span"] for link in links)
            scene.broken = True
        else:
            scene.choices.append(_choice(desk, document, item, span))


def _choice(desk: Desk, document: Document, item: list[Token], span: Span) -> ReadSceneChoice:
    inline = item[2]
    children = inline.children or []
    start = next(i for i, c in enumerate(children) if c.type == "link_open")
    end = next(i for i, c in enumerate(children) if c.type == "link_close")
    codes: list[Code] = []
    for child in [*children[:start], *children[end + 1 :]]:
        if child.type == "code_inline":
            places, at = inline.meta["places"], child.meta["at"]
            width = len(child.content) + 2 * len(child.markup)
            codes.append(Code(places.span(at, at + width), child.content))
        elif child.type not in ("softbreak", "hardbreak") and child.content.strip():
            desk.collector.add("choix-de-scene-texte", span)
            break
    if "title" in children[start].attrs:
        desk.collector.add("choix-de-scene-texte", children[start].meta["span"])
    attributes: Attributes = item[0].meta.get("attributes", Attributes())
    choice = ReadSceneChoice(
        span, children[start], inline, children[start + 1 : end], codes, attributes.id
    )
    for group in groups(item[4:-1]):
        if group[0].type == "blockquote_open":
            choice.feedback += group[1:-1]
            report_margin(desk, document, group)
        elif group[0].type == "alert_open":
            choice.feedback += group
        else:
            desk.collector.add("choix-de-scene-suite", span_of(document, group))
    return choice


def report_margin(desk: Desk, document: Document, tokens: list[Token]) -> None:
    """Report lines at the margin that CommonMark joins to the quote before (laziness)."""
    for token in tokens:
        if token.type != "inline" or token.map is None:
            continue
        for number in range(token.map[0] + 1, token.map[1]):
            line = document.scribe.lines[number]
            if line[:1].strip() and not line.startswith(">"):
                desk.collector.add("suite-a-la-marge", document.scribe.line_span(number))
