"""A course as Open edX sees it: subsections, units, and what stands in each.

A page is a subsection and an evaluation a subsection of its own, so that the grading policy can
name it. ``url_name`` comes from ids, never from places: rebuilding keeps what learners did.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from balise_builder.model import EvaluationBlock, ItemBlock, ScenarioBlock
from balise_builder.model.walk import every_block
from balise_builder.render.blocks import blocks_html
from balise_builder.render.context import PageContext
from balise_builder.render.pages import page_notes
from balise_builder.targets.olx.markup import called, without_questions
from balise_builder.targets.olx.problems import NEVER_ASKED, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element

    from balise_builder.model import Block, Page, Scenario
    from balise_builder.render.context import CourseContext

    Adapt = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """An ``html`` block."""

    name: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A ``vertical``: texts and problems in order."""

    name: str
    title: str
    parts: list[Text | _Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Subsection:
    """A ``sequential``."""

    name: str
    title: str
    units: list[Unit]
    graded: bool = False
    quiet: bool = False
    """Whether right and wrong are never shown (``show_correctness``)."""


class Outliner:
    """Makes the subsections of one course."""

    def __init__(self, context: CourseContext, data: dict[str, Any], adapt: Adapt) -> None:
        self.context, self.data, self.adapt = context, data, adapt
        self.items = {item["id"]: item for item in data["items"]}

    def subsections(self) -> list[Subsection]:
        """Return the subsections of the course, each page followed by its evaluations."""
        found = []
        for page in self.context.course.pages:
            made = self._page(page)
            if any(unit.parts for unit in made.units):
                found.append(made)
            placed = [
                b.evaluation_id
                for b in every_block((*page.before, *page.body))
                if isinstance(b, EvaluationBlock)
            ]
            found += [
                self._evaluation(evaluation, page)
                for evaluation in self.data["evaluations"]
                if evaluation["id"] in placed
            ]
        return found

    def pages(self) -> list[Subsection]:
        """Return the subsections of the pages alone, those that say or ask something."""
        made = [self._page(page) for page in self.context.course.pages]
        return [one for one in made if any(unit.parts for unit in one.units)]

    def _page(self, page: Page) -> Subsection:
        title = self.context.typeset(page.title)
        texts = self.context.texts.document
        units = []
        if page.light:
            notice = page.notice.body if page.notice else ()
            start = Unit(f"{page.id}-avis", texts["light"])
            self._parts(start, (*page.before, *notice, *page.light), page, asked=False)
            units.append(start)
            full = Unit(f"{page.id}-texte", texts["full"])
            self._parts(full, page.body, page)
        else:
            full = Unit(f"{page.id}-texte", title)
            notice = page.notice.body if page.notice else ()
            self._parts(full, (*page.before, *notice, *page.body), page)
        units.append(full)
        return Subsection(page.id, title, units)

    def _parts(
        self, unit: Unit, blocks: Iterable[Block], page: Page, *, asked: bool = True
    ) -> None:
        """Add texts and problems; a text is named by the question it leads to."""
        context = PageContext(self.context, page)
        waiting: list[Block] = []
        for block in blocks:
            if isinstance(block, EvaluationBlock):
                continue
            if isinstance(block, ItemBlock):
                if asked:
                    self._say(unit, waiting, context, f"{unit.name}-avant-{block.item.id}")
                    waiting = []
                    self._ask(unit, block.item.id)
            elif isinstance(block, ScenarioBlock):
                self._say(unit, waiting, context, f"{unit.name}-avant-{block.scenario.id}")
                waiting = []
                self._scenario(unit, block.scenario, context)
            else:
                waiting.append(block)
                inside = [b for b in every_block((block,)) if isinstance(b, ItemBlock)]
                if asked and inside:
                    self._say(unit, waiting, context, f"{unit.name}-avant-{inside[0].item.id}")
                    waiting = []
                    for nested in inside:
                        self._ask(unit, nested.item.id)
        self._say(unit, waiting, context, f"{unit.name}-fin")
        self._notes(unit, page, context)

    def _notes(self, unit: Unit, page: Page, context: PageContext) -> None:
        """Add the footnotes, terms and sources that the unit leads to."""
        from lxml import etree

        said = "".join(
            part.html if isinstance(part, Text) else etree.tostring(part, encoding="unicode")
            for part in unit.parts
        )
        text = self.adapt(called(str(page_notes(page, context)), said))
        if text:
            unit.parts.append(Text(f"{unit.name}-notes", unit.title, text))

    def _say(self, unit: Unit, blocks: list[Block], context: PageContext, name: str) -> None:
        text = self.adapt(without_questions(str(blocks_html(blocks, context))))
        if text:
            unit.parts.append(Text(name, unit.title, text))

    def _ask(self, unit: Unit, item_id: str) -> None:
        item = self.items.get(item_id)
        if item is None or item["kind"] in NEVER_ASKED:
            return
        texts = self.context.texts.player
        unit.parts.append(
            problem(
                item,
                item_id,
                texts["question"],
                self.adapt,
                attempts=item["tries"],
                final=False,
                expected=texts["best"],
            )
        )

    def _scenario(self, unit: Unit, scenario: Scenario, context: PageContext) -> None:
        """Add each scene as a text, and each decision as a question without a wrong answer."""
        data = next(s for s in self.data["scenarios"] if s["id"] == scenario.id)
        titles = {scene["id"]: scene["title"] for scene in data["scenes"]}
        self._say(unit, list(scenario.intro), context, f"{scenario.id}-debut")
        for scene, made in zip(scenario.scenes, data["scenes"], strict=True):
            name = f"{scenario.id}-{scene.id}"
            words = self.adapt(str(blocks_html(scene.body, context)))
            heading = Markup("<h3>{}</h3>\n").format(Markup(made["title"]))
            unit.parts.append(Text(name, scene.title, f"{heading}{words}"))
            if made["choices"] and not scene.end:
                unit.parts.append(self._decision(name, scene.title, made["choices"], titles))

    def _decision(
        self, name: str, title: str, choices: list[dict[str, Any]], titles: dict[str, str]
    ) -> _Element:
        said = [
            {
                "html": choice["html"], "right": True, "fixed": False,
                "feedback": f"{choice['feedback']}<p>→ {titles[choice['to']]}</p>",
            }
            for choice in choices
        ]  # fmt: skip
        item = {
            "kind": "single", "points": 0, "stem": f"<p>{title}</p>", "choices": said,
            "shuffle": False, "partial": False, "variants": [], "light": None, "general": "",
        }  # fmt: skip
        return problem(item, f"{name}-choix", title, self.adapt, attempts=None, final=False)

    def _evaluation(self, evaluation: dict[str, Any], page: Page) -> Subsection:
        """Return the fixed form of an evaluation: form A before, B after, where there are two."""
        forms = evaluation["forms"]
        after = evaluation["moment"] == "after"
        form = forms[-1] if after else forms[0]
        ids = form["items"][: evaluation["draw"]]
        title = self.context.typeset(page.title)
        unit = Unit(f"{evaluation['id']}-questions", title)
        intro = next(e.intro for e in self.context.course.evaluations if e.id == evaluation["id"])
        self._say(unit, list(intro), PageContext(self.context, page), f"{evaluation['id']}-debut")
        for number, item_id in enumerate(ids, 1):
            item = self.items[item_id]
            if item["kind"] in NEVER_ASKED:
                continue
            unit.parts.append(
                problem(
                    item, f"{evaluation['id']}-{item_id}",
                    self.context.texts.player["questionOf"].format(n=number, total=len(ids)),
                    self.adapt, attempts=evaluation["attempts"] if after else 1, final=True,
                )
            )  # fmt: skip
        graded = self.data["rule"]["evaluation"] == evaluation["id"]
        return Subsection(evaluation["id"], title, [unit], graded, quiet=not after)
