"""``suivi.md`` and ``relance.md`` → the small packages that are built beside a course."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.compile.pages import Head, page
from balise_builder.compile.references import used_media
from balise_builder.markdown import parse
from balise_builder.model import Companion, EvaluationBlock, ItemBlock
from balise_builder.model.walk import every_block, page_blocks
from balise_builder.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from balise_builder.compile.desk import Desk
    from balise_builder.markdown import Document
    from balise_builder.model import Evaluation, Item, Medium, Page, Span

FOLLOWUP = "suivi"
PAGE_ID = "b_followup"
"""Id of the page that is written for the author: nobody can write an underscore in an id."""
TITLES = {"fr": "Trois mois plus tard", "en": "Three months later"}
TEXTS = {
    "fr": (
        "Vous avez suivi cette formation il y a quelques mois. Voici de nouvelles situations,"
        " pour savoir ce qui vous en reste.\n\n"
        "Personne n'est jugé : vos réponses servent à améliorer la formation. Les réponses justes"
        " ne sont pas montrées ici. Vous pouvez vous arrêter et reprendre plus tard.\n"
    ),
    "en": (
        "You took this course a few months ago. Here are new situations, to know what has stayed"
        " with you.\n\n"
        "Nobody is judged: your answers help to make the course better. The right answers are not"
        " shown here. You can stop and go on later.\n"
    ),
}


def companion_pages(desk: Desk, documents: Mapping[str, Document]) -> dict[str, Page]:
    """Return the pages of ``suivi.md`` and ``relance*.md``, by the name of their package."""
    found: dict[str, Page] = {}
    for capsule in desk.folder.companions:
        head, file = capsule.settings, capsule.text.file
        name = capsule.name
        number = desk.ids.page(head.id, head.where("id"), has_id=head.has_id)
        if name == FOLLOWUP:
            desk.followup_page = head.id
        before = len(desk.evaluations)
        found[name] = page(desk, documents[file], Head(
            head.span, file, head.id, number, head.title, "presentation", head.minutes,
            head.sensitive, head.objective,
        ))  # fmt: skip
        _no_other_evaluations(desk, desk.evaluations[before:], file, followup=name == FOLLOWUP)
    return found


def _no_other_evaluations(
    desk: Desk, evaluations: Iterable[Evaluation], file: str, *, followup: bool
) -> None:
    """Report what would decide on the course from outside its package."""
    for evaluation in evaluations:
        if not followup or evaluation.moment != "followup":
            desk.collector.add("evaluation-hors-du-cours", evaluation.span, file=file)


def companions(desk: Desk, pages: Mapping[str, Page]) -> tuple[Companion, ...]:
    """Return the small packages of a course, the follow-up first."""
    asked = [e for e in desk.evaluations if e.moment == "followup"]
    for other in asked[1:]:
        desk.collector.add("suivi-en-double", other.span, line=asked[0].span.line)
    made = []
    if asked or FOLLOWUP in pages:
        made.append(_followup(desk, asked[0] if asked else None, pages.get(FOLLOWUP)))
    for name, one in pages.items():
        if name != FOLLOWUP:
            made.append(Companion(name, "booster", one, media=_media(desk, one)))
    return tuple(made)


def _followup(desk: Desk, evaluation: Evaluation | None, written: Page | None) -> Companion:
    """Return the follow-up: the page of ``suivi.md``, else one written for the author."""
    if evaluation is None:
        assert written is not None
        return Companion(FOLLOWUP, "followup", written, media=_media(desk, written))
    made = written or _default_page(desk, evaluation.span)
    blocks = every_block(page_blocks(made))
    if not any(isinstance(block, EvaluationBlock) for block in blocks):
        here = EvaluationBlock(evaluation.span, evaluation.id)
        made = replace(made, body=(*made.body, here))
    evaluation = replace(evaluation, page_id=made.id)
    ids = {item_id for form in evaluation.forms for item_id in form.item_ids}
    every = [item for bank in desk.banks.values() for item in bank.items]
    items = tuple(item for item in (*every, *desk.evaluation_items) if item.id in ids)
    media = used_media(desk, (made,), (*_practice(made), *items), evaluation.intro)
    return Companion(FOLLOWUP, "followup", made, evaluation, items, media)


def _default_page(desk: Desk, span: Span) -> Page:
    language = "en" if desk.settings.language.startswith("en") else "fr"
    document = parse(SourceText.of(f"{FOLLOWUP}.md", TEXTS[language]))
    head = Head(span, f"{FOLLOWUP}.md", PAGE_ID, 1, TITLES[language], "presentation")
    return page(desk, document, head)


def _media(desk: Desk, one: Page) -> tuple[Medium, ...]:
    return used_media(desk, (one,), _practice(one), ())


def _practice(one: Page) -> list[Item]:
    return [b.item for b in every_block(page_blocks(one)) if isinstance(b, ItemBlock)]
