"""Sheets that are filled in or handed out, and what to do when someone discloses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model import Protocol
from balise_builder.model.walk import every_block, page_blocks
from balise_builder.render import registers
from balise_builder.render.guide.kit import Kit, blank, bullets, paragraph, ruled, table
from balise_builder.render.help import help_lists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.model import Session

ATTENDANCE_ROWS = 18
REPORTING_LAWS = ("L04", "L04c", "L06")
"""Statements on the duty to report, where the register has them: a disclosure calls for them."""


def plan(kit: Kit, session: Session) -> Markup:
    """Return the local plan to fill in, with the protocols of the pages."""
    head = [kit.text("plan-question"), kit.text("plan-answer"), kit.text("plan-who")]
    rows: Iterable[list[str]] = ([question, "", ""] for question in kit.texts["plan-rows"])
    protocols = Markup("").join(
        kit.blocks((block,))
        for page in kit.course.pages
        for block in every_block(page_blocks(page))
        if isinstance(block, Protocol)
    )
    return kit.sheet(
        "plan", kit.text("plan"), kit.part(session, "plan", Markup("")),
        paragraph(kit.text("plan-intro")), table(head, rows, "lines grow", first=True), protocols,
    )  # fmt: skip


def disclosure(kit: Kit, session: Session) -> Markup:
    """Return what to do when someone discloses in the room, and the law on it."""
    steps = Markup("<ol>\n{}</ol>\n").format(
        Markup("").join(
            Markup("<li><strong>{}</strong> {}</li>\n").format(name, text)
            for name, text in kit.texts["disclosure-steps"]
        )
    )
    own = Markup("").join((
        paragraph(kit.text("disclosure-intro")), steps,
        Markup('<p class="banner">{}</p>\n').format(kit.text("disclosure-never")),
    ))  # fmt: skip
    laws = [law for law in REPORTING_LAWS if law in kit.course.registers.laws]
    law = Markup("")
    if laws:
        law = Markup("<h3>{}</h3>\n").format(kit.text("law")) + bullets(
            registers.law(one, kit.page) for one in laws
        )
    return kit.sheet(
        "disclosure", kit.text("disclosure"), kit.part(session, "disclosure", own), law
    )


def help_sheet(kit: Kit) -> Markup:
    """Return the help resources, to leave near the exit."""
    lists = str(help_lists(kit.page)).replace("<h2>", "<h3>").replace("</h2>", "</h3>")
    return kit.sheet("help", kit.text("help"), paragraph(kit.text("help-intro")), Markup(lists))


def feedback(kit: Kit, session: Session) -> Markup:
    """Return the feedback form of the group: one page."""
    scale = kit.texts["feedback-scale"]
    rows = [[text, *("☐" for _ in scale)] for text in kit.texts["feedback-items"]]
    own = table(["", *scale], rows, "lines scale", first=True) + Markup("").join(
        Markup("<h3>{}</h3>\n").format(text) + ruled(3) for text in kit.texts["feedback-open"]
    )
    return kit.sheet(
        "feedback", kit.text("feedback"), paragraph(kit.text("feedback-intro")),
        kit.part_to_fill(session, "feedback", own), once=True,
    )  # fmt: skip


def attendance(kit: Kit) -> Markup:
    """Return the attendance sheet, by code: one page."""
    head = [kit.text(f"attendance-{key}") for key in ("code", "post", "whole", "part")]
    rows = [["", "", "☐", "☐"] for _ in range(ATTENDANCE_ROWS)]
    return kit.sheet(
        "attendance", kit.text("attendance"), paragraph(kit.text("attendance-intro")),
        blank(kit.text("fill-date")), table(head, rows, "lines scale rows"),
        paragraph(kit.text("attendance-note")), once=True,
    )  # fmt: skip


def debrief(kit: Kit, session: Session) -> Markup:
    """Return the debrief of the pair, private: one page."""
    own = Markup("").join(
        Markup("<h3>{}</h3>\n").format(text) + ruled(2) for text in kit.texts["debrief-items"]
    )
    return kit.sheet(
        "debrief", kit.text("debrief"), paragraph(kit.text("debrief-intro"), "role"),
        kit.part_to_fill(session, "debrief", own), once=True,
    )  # fmt: skip


def sources(kit: Kit) -> Markup:
    """Return the sources that the kit cites; nothing when it cites none."""
    if not kit.page.cited:
        return Markup("")
    known = kit.course.registers.sources
    return kit.sheet(
        "sources", kit.text("sources"),
        Markup("<ul>\n{}</ul>\n").format(Markup("").join(
            Markup('<li id="src-{}-{}">{}</li>\n').format(
                kit.page.id, one, registers.reference(known[one], kit.page)
            )
            for one in kit.page.cited
        )),
    )  # fmt: skip
