"""Facilitation notes by capsule, practice questions with their key, and the cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model import Prose
from balise_builder.model.walk import page_practice
from balise_builder.render.guide.asked import answered, card
from balise_builder.render.guide.kit import paragraph

if TYPE_CHECKING:
    from balise_builder.model import Block, Session
    from balise_builder.render.guide.kit import Kit


def notes(kit: Kit) -> Markup:
    """Return the ``notes-animation`` of the capsules; nothing when there is none."""
    parts: list[Markup] = []
    titles = {page.file: page.title for page in kit.course.pages}
    for file, title in titles.items():
        found = [note for note in kit.course.facilitation if note.span.file == file]
        if found:
            parts.append(Markup("<h3>{}</h3>\n").format(kit.typeset(title)))
            parts += [kit.note(note) for note in found]
    others = [note for note in kit.course.facilitation if note.span.file not in titles]
    parts += [kit.note(note) for note in others]
    if not parts:
        return Markup("")
    return kit.sheet("notes", kit.text("notes"), paragraph(kit.text("notes-intro")), *parts)


def practice(kit: Kit) -> Markup:
    """Return the practice questions with key and feedback, by capsule."""
    parts: list[Markup] = []
    for page in kit.course.pages:
        items = page_practice(page)
        if items:
            parts.append(Markup("<h3>{}</h3>\n").format(kit.typeset(page.title)))
            parts += [answered(kit, item) for item in items]
    if not parts:
        return Markup("")
    return kit.sheet(
        "practice", kit.text("practice"), paragraph(kit.text("practice-intro")), *parts
    )


def cards(kit: Kit, session: Session) -> Markup:
    """Return the cards: those of the session, then the practice situations without key."""
    made = [
        Markup('<div class="card">\n<h3>{}</h3>\n{}</div>\n').format(
            kit.typeset(one.title), kit.blocks(_text(one.body))
        )
        for one in session.cards
    ]
    number = 0
    for page in kit.course.pages:
        for item in page_practice(page):
            number += 1
            made.append(
                Markup('<div class="card situation">\n<h3>{} {}</h3>\n{}</div>\n').format(
                    kit.text("card-practice"), number, card(kit, item)
                )
            )
    if not made:
        return Markup("")
    return kit.sheet("cards", kit.text("cards"), paragraph(kit.text("cards-intro")), *made)


def _text(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the text of a card without the heading that stands over it."""
    first, *rest = body
    assert isinstance(first, Prose)
    return tuple(rest)
