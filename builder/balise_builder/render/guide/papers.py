"""Paper forms of the evaluations and their typing grid, in a file of their own.

The key is in neither: a form is asked before and after, and nobody says what is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model.walk import page_surveys
from balise_builder.render.guide.asked import printed_letters, stem, to_answer
from balise_builder.render.guide.kit import Kit, bullets, paragraph, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from balise_builder.model import Course, Item, Survey

GRID_ROWS = 14
CODE_SIGNS = 5


def papers(course: Course) -> bytes | None:
    """Return evaluations-papier.html; ``None`` when the course has no evaluation."""
    forms = _forms(course)
    surveys = [survey for page in course.pages for survey in page_surveys(page)]
    if not forms and not surveys:
        return None
    kit = Kit.of(course)
    title = kit.text("papers").format(title=kit.typeset(course.title))
    warning = paragraph(kit.text("papers-warning"), "warning")
    cover = Markup(
        '<header id="cover">\n<h1>{}</h1>\n<p class="lead">{}<br>{}</p>\n{}{}<h2>{}</h2>\n{}'
        "</header>\n"
    ).format(
        kit.text("papers-title"), kit.typeset(course.title),
        kit.text("version").format(version=course.version), warning, kit.banner(),
        kit.text("papers-how"), bullets(kit.texts["papers-steps"]),
    )  # fmt: skip
    sheets = [_form(kit, name, items) for name, items in forms]
    sheets += [_survey(kit, survey, n) for n, survey in enumerate(surveys, 1)]
    grids = [_grid(kit, name, items) for name, items in forms]
    return kit.document(title, cover + Markup("").join([*sheets, *grids]))


def _forms(course: Course) -> list[tuple[str, list[Item]]]:
    """Return each form once, though it is asked before and after; a draw takes its first items."""
    items = {item.id: item for item in course.bank_items}
    found: dict[tuple[str, ...], tuple[str, list[Item]]] = {}
    for evaluation in course.evaluations:
        for form in evaluation.forms:
            ids = form.item_ids[: evaluation.draw] if evaluation.draw else form.item_ids
            asked = [items[one] for one in ids if one in items]
            found.setdefault(tuple(ids), (form.name, asked))
    return [form for form in found.values() if form[1]]


def _name(kit: Kit, name: str) -> str:
    return kit.text("form-single") if name == "-" else kit.text("form").format(name=name)


def _form(kit: Kit, name: str, items: Sequence[Item]) -> Markup:
    boxes = Markup('<span class="code"></span>') * CODE_SIGNS
    code = Markup(
        '<h3>{}</h3>\n<p>{}</p>\n{}<p class="boxes">{}</p>\n<p>{}</p>\n'
    ).format(
        kit.text("code-title"), kit.text("code-intro"), bullets(kit.texts["code-parts"]), boxes,
        kit.text("code-free"),
    )  # fmt: skip
    moment = Markup("<h3>{}</h3>\n").format(kit.text("moment")) + bullets(
        (kit.text("moment-before"), kit.text("moment-after")), "check"
    )
    asked = Markup("").join(_question(kit, n, item) for n, item in enumerate(items, 1))
    return kit.sheet(
        f"form-{name.lower()}" if name != "-" else f"form-{items[0].id}", _name(kit, name),
        paragraph(kit.text("papers-warning"), "role"), code, moment,
        paragraph(kit.text("form-intro")), asked,
    )  # fmt: skip


def _survey(kit: Kit, survey: Survey, number: int) -> Markup:
    """Return a survey to answer on paper: no code, since nobody's answers are followed."""
    asked = Markup("").join(
        _question(kit, n, question.item) for n, question in enumerate(survey.questions, 1)
    )
    return kit.sheet(
        f"survey-{number}", kit.text("survey"), paragraph(kit.text("survey-intro")),
        kit.blocks(survey.intro), asked,
    )  # fmt: skip


def _question(kit: Kit, number: int, item: Item) -> Markup:
    return Markup('<div class="question">\n<h3>{}</h3>\n{}{}</div>\n').format(
        number, stem(kit, item), to_answer(kit, item)
    )


def _grid(kit: Kit, name: str, items: Sequence[Item]) -> Markup:
    head = [kit.text("attendance-code"), kit.text("grid-moment")]
    head += [str(number) for number in range(1, len(items) + 1)]
    rows = [[""] * len(head) for _ in range(GRID_ROWS)]
    ids = "; ".join(
        f"{number} = {item.id}" + (f" ({letters})" if (letters := printed_letters(item)) else "")
        for number, item in enumerate(items, 1)
    )
    return kit.sheet(
        f"grid-{name.lower()}" if name != "-" else f"grid-{items[0].id}",
        f"{kit.text('grid')} · {_name(kit, name)}",
        paragraph(kit.text("grid-intro")), table(head, rows, "lines grid"), paragraph(f"{ids}."),
    )  # fmt: skip
