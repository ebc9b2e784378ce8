"""Lists of a question that have no tick box: pairs, categories, steps, degrees."""

from __future__ import annotations

import copy
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from balise_builder.compile.desk import reject
from balise_builder.compile.prose import groups, span_of
from balise_builder.compile.question_parts import (
    Body,
    ReadChoice,
    ReadTarget,
    items_of,
    report_lazy,
    words_of_tokens,
)
from balise_builder.markdown import plain_text
from balise_builder.markdown.attributes import Attributes
from balise_builder.source.folding import fold_text

if TYPE_CHECKING:
    from markdown_it.token import Token

    from balise_builder.compile.desk import Desk
    from balise_builder.compile.question_parts import Shape
    from balise_builder.markdown import Document
    from balise_builder.model import Span

SHAPES: dict[str, Shape] = {
    "matching": "pairs", "categorising": "categories", "ordering": "steps", "scale": "degrees",
    "open": "stem",
}  # fmt: skip
"""What the kinds without tick box or answer line look like."""
ARROW = re.compile(r"\s*(?:<?[-–—=]{1,2}>|[→⇒➔➜⟶↔])\s*")
NUMBERED = "ordered_list_open"
BULLETS = "bullet_list_open"


def shape_of(found: list[list[Token]], stated: str | None) -> Shape:
    """Return how the groups ``found``, where nothing has a box or an answer line, are to be read.

    :param stated: canonical value of ``type``, which decides where the body leaves it open.
    """
    wanted = SHAPES.get(stated or "", "boxes")
    if wanted in ("degrees", "stem"):
        return wanted
    if _first_category(found) is not None:
        return "categories"
    if any(group[0].type == BULLETS and _has_arrow(group) for group in found):
        return "pairs"
    if _run(found, NUMBERED) is not None:
        return "steps"
    return wanted


def begins(found: list[list[Token]], shape: Shape) -> int:
    """Return the index of the first group after the stem; their number when all is stem."""
    start: int | None = None
    if shape == "categories":
        start = _first_category(found)
    elif shape == "pairs":
        lists = [n for n, group in enumerate(found) if group[0].type == BULLETS]
        start = next((n for n in lists if _has_arrow(found[n])), lists[0] if lists else None)
    elif shape == "steps":
        start = _run(found, NUMBERED)
        start = _run(found, BULLETS) if start is None else start
        if start is None:
            start = next((n for n, g in enumerate(found) if g[0].type == NUMBERED), None)
    elif shape == "degrees":
        runs = [n for kind in (BULLETS, NUMBERED) if (n := _run(found, kind)) is not None]
        start = min(runs, default=None)
    return len(found) if start is None else start


def _first_category(found: list[list[Token]]) -> int | None:
    """Return the first heading of the level of those that stand over a list."""
    for group, after in pairwise(found):
        if group[0].type == "heading_open" and after[0].type == BULLETS:
            level = group[0].tag
            return next(
                n for n, g in enumerate(found) if g[0].type == "heading_open" and g[0].tag == level
            )
    return None


def _has_arrow(group: list[Token]) -> bool:
    return any(_arrow(item) is not None for item in items_of(group))


def _run(found: list[list[Token]], kind: str) -> int | None:
    """Return where the last lists of ``kind`` begin, with the quotes under their lines."""
    last = next((n for n in reversed(range(len(found))) if found[n][0].type == kind), None)
    if last is None or any(
        group[0].type not in ("blockquote_open", "alert_open") for group in found[last + 1 :]
    ):
        return None
    first = last
    while first and found[first - 1][0].type in (kind, "blockquote_open"):
        first -= 1
    while found[first][0].type != kind:
        first += 1
    return first


def read(desk: Desk, document: Document, group: list[Token], body: Body) -> None:
    """Read one group of the lists of a question: a list, or the heading of a category."""
    if group[0].type == "heading_open":
        _category(desk, document, group, body)
        return
    for item in items_of(group):
        span = span_of(document, item)
        choice = ReadChoice(span, False, item[0].meta.get("attributes", Attributes()))
        _fill(desk, document, item, choice)
        if body.shape == "pairs":
            _pair(desk, choice, body)
        elif body.shape == "categories":
            choice.target = len(body.targets) - 1
        elif body.shape == "steps":
            choice.number = item[0].info
        elif choice.feedback:
            desk.collector.add("echelle-retroaction", span)
        report_lazy(desk, document, [*choice.text, *choice.feedback])
        if not choice.words and body.shape != "pairs":
            desk.collector.add("ligne-vide", span)
        body.choices.append(choice)


def _fill(desk: Desk, document: Document, item: list[Token], choice: ReadChoice) -> None:
    """Sort what stands in one line: its text, then its feedback."""
    for group in groups(item[1:-1]):
        kind = group[0].type
        if kind == "blockquote_open":
            choice.feedback += group[1:-1]
        elif kind == "alert_open":
            choice.feedback += group
        elif kind == "block":
            reject(desk, group[0].meta["box"], "question")
        elif kind.endswith("list_open"):
            desk.collector.add("choix-imbrique", span_of(document, group))
        elif choice.feedback:
            desk.collector.add("choix-texte-apres-retroaction", span_of(document, group))
        else:
            choice.text += group


def _category(desk: Desk, document: Document, group: list[Token], body: Body) -> None:
    opening, inline = group[0], group[1]
    span = span_of(document, group)
    attributes: Attributes = opening.meta.get("attributes", Attributes())
    words = plain_text(inline.children or [])
    if opening.tag == "h1":
        desk.collector.add("titre-de-niveau-1", span, text=inline.content)
    elif body.targets and body.level != opening.tag:
        desk.collector.add("classement-titres-inegaux", span, text=words)
    if body.places.setdefault(fold_text(words), len(body.targets)) < len(body.targets):
        desk.collector.add("categorie-en-double", span, text=words)
    body.level = body.level or opening.tag
    body.targets.append(ReadTarget(span, words, _paragraph(inline), attributes.id))


def _paragraph(inline: Token, *, hidden: bool = True) -> list[Token]:
    """Return the tokens of a paragraph that holds ``inline``.

    :param hidden: as in a list without empty lines, where the text stands without ``<p>``.
    """
    opening, closing = copy.copy(inline), copy.copy(inline)
    opening.type, opening.tag, opening.nesting = "paragraph_open", "p", 1
    closing.type, closing.tag, closing.nesting = "paragraph_close", "p", -1
    for token in (opening, closing):
        token.children, token.content, token.meta, token.hidden = None, "", {}, hidden
    return [opening, inline, closing]


def _pair(desk: Desk, choice: ReadChoice, body: Body) -> None:
    """Split a line ``terme -> définition``: the choice keeps the term, the target is the rest."""
    inline = choice.text[1] if len(choice.text) > 1 else None
    if inline is None or choice.text[0].type != "paragraph_open":
        desk.collector.add("association-sans-fleche", choice.span)
        return
    arrows = _arrows(inline)
    if len(arrows) != 1:
        code = "association-deux-fleches" if arrows else "association-sans-fleche"
        desk.collector.add(code, choice.span)
        return
    before, after = _split(inline, *arrows[0])
    rest = choice.text[3:]
    hidden = choice.text[0].hidden
    choice.text = _paragraph(before, hidden=hidden)
    tokens = [*_paragraph(after, hidden=hidden), *rest]
    words = words_of_tokens(tokens)
    if not choice.words or not words:
        desk.collector.add("association-vide", choice.span)
        return
    letter = choice.attributes.text("target")
    choice.target = body.places.setdefault(fold_text(words), len(body.targets))
    if choice.target < len(body.targets):
        known = body.targets[choice.target]
        known.letter = known.letter or letter
        known.again += tokens
        return
    body.targets.append(ReadTarget(_words_span(choice, after), words, tokens, letter))


def _words_span(choice: ReadChoice, inline: Token) -> Span:
    """Return where a definition begins, for the findings on it."""
    first = next((c for c in inline.children or [] if "at" in c.meta), None)
    if first is None:
        return choice.span
    at: int = first.meta["at"]
    span: Span = inline.meta["places"].span(at, len(inline.content.rstrip()))
    return span


def _arrow(item: list[Token]) -> re.Match[str] | None:
    inline = next((t for t in item if t.type == "inline"), None)
    if inline is None or item[1].type != "paragraph_open":
        return None
    return next((match for _, match in _arrows(inline)), None)


def _arrows(inline: Token) -> list[tuple[int, re.Match[str]]]:
    """Return the arrows of a text, with the index of their child, outside of emphasis and links."""
    found: list[tuple[int, re.Match[str]]] = []
    depth = 0
    for index, child in enumerate(inline.children or []):
        depth += child.nesting
        if child.type == "text" and depth == 0:
            found += [(index, match) for match in ARROW.finditer(child.content)]
    return found


def _split(inline: Token, index: int, match: re.Match[str]) -> tuple[Token, Token]:
    """Return what stands before and after an arrow, as inline tokens; nothing shared is changed."""
    children = inline.children or []
    left, right = copy.copy(children[index]), copy.copy(children[index])
    left.content = left.content[: match.start()]
    right.content = right.content[match.end() :]
    right.meta = right.meta | {"at": right.meta.get("at", 0) + match.end()}
    before, after = copy.copy(inline), copy.copy(inline)
    before.children = _trimmed([*children[:index], left])
    after.children = _trimmed([right, *children[index + 1 :]])
    return before, after


def _trimmed(children: list[Token]) -> list[Token]:
    """Return ``children`` without empty texts and line breaks at either end."""
    blank = [c.type in ("softbreak", "hardbreak") or (c.type == "text" and not c.content.strip())
             for c in children]  # fmt: skip
    first = next((n for n, empty in enumerate(blank) if not empty), len(children))
    last = next((n for n in reversed(range(len(children))) if not blank[n]), -1)
    return children[first : last + 1]
