"""The sheets of the kit, in the order in which the pair needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.render.guide.handouts import (
    attendance,
    debrief,
    disclosure,
    feedback,
    help_sheet,
    plan,
    sources,
)
from balise_builder.render.guide.kit import (
    ROLE_KEYS,
    Kit,
    blank,
    bullets,
    paragraph,
    ruled,
    table,
)
from balise_builder.render.guide.practice import cards, notes, practice
from balise_builder.render.guide.stories import stories

if TYPE_CHECKING:
    from balise_builder.model import Course, Session, Step


def guide(course: Course) -> bytes:
    """Return guide.html of a course that has a session. It holds no item of an evaluation.

    One file that opens, prints (letter paper, black and white) and is made a PDF of.
    """
    assert course.session is not None
    kit, session = Kit.of(course), course.session
    sheets = (
        _contents(kit),
        _running(kit, session),
        _aid(kit, session, "training"),
        _aid(kit, session, "community"),
        _prebrief(kit, session),
        _detail(kit, session),
        notes(kit),
        practice(kit),
        stories(kit),
        plan(kit, session),
        disclosure(kit, session),
        cards(kit, session),
        help_sheet(kit),
        feedback(kit, session),
        attendance(kit),
        debrief(kit, session),
        sources(kit),
    )
    title = kit.text("document").format(title=kit.typeset(course.title))
    return kit.document(title, _cover(kit, session) + Markup("").join(sheets))


def _cover(kit: Kit, session: Session) -> Markup:
    course = kit.course
    facts = [
        (kit.text("duration"), kit.minutes(session.total)),
        (kit.text("group"), kit.typeset(session.group)),
        (kit.text("place"), kit.typeset(session.place)),
    ]
    colon = "\N{NO-BREAK SPACE}: " if kit.page.course.texts.lang == "fr" else ": "
    lines = [
        Markup("<strong>{}</strong>{}{}").format(name, colon, value)
        for name, value in facts
        if value
    ]
    authors = Markup("")
    if course.co_authors:
        names = kit.typeset("; ".join(course.co_authors))
        authors = paragraph(kit.text("co-authors").format(names=names))
    return Markup(
        '<header id="cover">\n<h1>{}</h1>\n<p class="lead">{}<br>{}</p>\n{}{}{}{}{}</header>\n'
    ).format(
        kit.typeset(session.title), kit.typeset(course.title),
        kit.text("version").format(version=course.version), kit.banner(),
        paragraph(kit.text("pair")) + authors, bullets(lines, "facts"),
        kit.blocks(session.intro), paragraph(kit.text("print")),
    )  # fmt: skip


def _contents(kit: Kit) -> Markup:
    rows = [
        ("running", "who-pair", "copies-two"),
        ("aid-training", "who-training", "copies-one"),
        ("aid-community", "who-community", "copies-one"),
        ("prebrief", "who-pair", "copies-two"),
        ("detail", "who-pair", "copies-two"),
        ("notes", "who-pair", "copies-one"),
        ("practice", "who-pair", "copies-one"),
        ("stories", "who-pair", "copies-one"),
        ("plan", "who-group", "copies-team"),
        ("disclosure", "who-pair", "copies-two"),
        ("cards", "who-group", "copies-cards"),
        ("help", "who-group", "copies-group"),
        ("feedback", "who-group", "copies-group"),
        ("attendance", "who-pair", "copies-one"),
        ("debrief", "who-pair", "copies-one"),
    ]
    head = [kit.text("sheet"), kit.text("for"), kit.text("copies")]
    link = Markup('<a class="toc" href="#{}">{}</a>')
    cells = [
        [link.format(name, kit.text(name)), kit.text(who), kit.text(many)]
        for name, who, many in rows
        if kit.shows(name)
    ]
    return kit.sheet("contents", kit.text("contents"), table(head, cells))


def _clock(kit: Kit, step: Step) -> str:
    return kit.text("to").format(start=step.start, end=step.start + step.minutes)


def _running(kit: Kit, session: Session) -> Markup:
    head = [kit.text(key) for key in ("clock", "time", "step", "who", "material")]
    rows = [
        [
            "", _clock(kit, step), Markup("<strong>{}</strong>").format(kit.typeset(step.title)),
            kit.text(ROLE_KEYS[step.who]), kit.typeset(step.material),
        ]
        for step in session.steps
    ]  # fmt: skip
    total = ["", kit.minutes(session.total), kit.text("total"), "", ""]
    material = Markup("")
    if session.material:
        material = Markup("<h3>{}</h3>\n").format(kit.text("material")) + bullets(
            (kit.typeset(text) for text in session.material), "check"
        )
    return kit.sheet(
        "running", kit.text("running"), paragraph(kit.text("running-intro")),
        table(head, [*rows, total], "lines grow"), _signal(kit, session), material, once=True,
    )  # fmt: skip


def _signal(kit: Kit, session: Session) -> Markup:
    return Markup('<h3>{}</h3>\n<p class="signal">{}</p>\n').format(
        kit.text("signal"), kit.typeset(session.signal)
    )


def _aid(kit: Kit, session: Session, role: str) -> Markup:
    """Return what one of the two keeps in her hand: one page."""
    rows = []
    for step in session.steps:
        text = step.training if role == "training" else step.community
        rows.append([
            _clock(kit, step), Markup("<strong>{}</strong>").format(kit.typeset(step.title)),
            kit.typeset(text) or kit.text("follows"),
        ])  # fmt: skip
    head = [kit.text("time"), kit.text("step"), kit.text("i-do")]
    name = f"aid-{role}"
    return kit.sheet(
        name, kit.text(name), table(head, rows, "lines narrow"),
        Markup("<h3>{}</h3>\n").format(kit.text("always")),
        bullets(kit.texts[f"always-{role}"]), _signal(kit, session), once=True,
    )  # fmt: skip


def _prebrief(kit: Kit, session: Session) -> Markup:
    def heading(key: str) -> Markup:
        return Markup("<h3>{}</h3>\n").format(kit.text(key))

    answers = table(
        [kit.text("answers-question"), kit.text("answers-who")], kit.texts["answers-rows"]
    )
    blanks = Markup("").join(
        blank(kit.text(f"fill-{key}"))
        for key in ("date", "place", "training", "community", "relief")
    )
    before = session.parts.get("before", ())
    steps_out = Markup("").join(paragraph(text) + ruled(1) for text in kit.texts["step-out-items"])
    return kit.sheet(
        "prebrief", kit.text("prebrief"), paragraph(kit.text("prebrief-intro")), blanks,
        heading("before") + kit.blocks(before) if before else "",
        heading("agree"), bullets(kit.texts["agree-items"], "check"),
        _signal(kit, session), paragraph(kit.text("signal-intro")),
        heading("answers"), kit.part(session, "answers", answers),
        heading("step-out"), steps_out, paragraph(kit.text("step-out-end")),
        heading("rules"), kit.part(session, "rules", bullets(kit.texts["rules-items"])),
    )  # fmt: skip


def _detail(kit: Kit, session: Session) -> Markup:
    parts: list[Markup] = []
    for step in session.steps:
        parts.append(
            Markup(
                '<div class="head">\n<h3>{}</h3>\n<p class="role">{} {} · {}</p>\n{}</div>\n'
            ).format(
                kit.typeset(step.title), kit.text("time"), _clock(kit, step),
                kit.text(ROLE_KEYS[step.who]), _lines(kit, step),
            )
        )  # fmt: skip
        parts.append(kit.blocks(step.body))
    return kit.sheet("detail", kit.text("detail"), paragraph(kit.text("detail-intro")), *parts)


def _lines(kit: Kit, step: Step) -> Markup:
    """Return what is needed at a step, and what each of the two does there."""
    colon = "\N{NO-BREAK SPACE}: " if kit.page.course.texts.lang == "fr" else ": "
    return bullets(
        Markup("{}{}{}").format(kit.text(label), colon, kit.typeset(text))
        for label, text in (
            ("material", step.material),
            ("role-training", step.training),
            ("role-community", step.community),
        )
        if text
    )
