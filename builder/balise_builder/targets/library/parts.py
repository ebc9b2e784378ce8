"""What of a course is reusable: texts and problems, in the order of its pages, and its banks.

Codes are those of ``url_name`` in the target ``olx``; a question of a bank has its own id. Nothing
of a form C, of a follow-up or of the pair's guide is in it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from balise_builder.render.context import CourseContext
from balise_builder.targets.olx.blocks import ASSESSMENT, BlockOutliner, needed
from balise_builder.targets.olx.folder import help_subsection
from balise_builder.targets.olx.markup import html, plain_words, without_page_links
from balise_builder.targets.olx.outline import Outliner, Text, Unit
from balise_builder.targets.olx.problems import NEVER_ASKED, as_asked, problem

if TYPE_CHECKING:
    from lxml.etree import _Element

    from balise_builder.model import Course
    from balise_builder.render import Document
    from balise_builder.targets.olx.outline import Subsection

LONGEST_TITLE = 80
"""Characters of a question that name it in the lists of Studio."""
NAMES = {
    "fr": {
        "practice": "Questions de pratique", "bank": "Banque « {name} »",
        "form": "Banque « {name} », forme {form}", "assessment": "{title} (évaluation)",
        "about": "{title}, version {version}.", "needs": " Blocs requis : {blocks}.",
    },
    "en": {
        "practice": "Practice questions", "bank": "Bank “{name}”",
        "form": "Bank “{name}”, form {form}", "assessment": "{title} (assessment)",
        "about": "{title}, version {version}.", "needs": " Blocks needed: {blocks}.",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Component:
    """A block of a library: ``html``, ``problem``, or one of Balise's own."""

    kind: str
    code: str
    title: str
    block: _Element

    @property
    def key(self) -> str:
        """Its name in the archive."""
        return f"xblock.v1:{self.kind}:{self.code}"


@dataclass(frozen=True, slots=True)
class Group:
    """A section, subsection, unit or collection: a title and the keys of what it holds."""

    kind: str
    key: str
    title: str
    children: tuple[str, ...]


@dataclass(slots=True)
class Parts:
    """Everything that a library holds."""

    title: str
    about: str
    components: dict[str, Component] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    collections: list[Group] = field(default_factory=list)


def parts(course: Course, document: Document) -> Parts:
    """Return the reusable parts of a course."""
    return _Gatherer(course, document).parts()


def block_parts(course: Course, document: Document) -> Parts:
    """Return the pages and evaluations of a course, each as one of Balise's own blocks."""
    return _Gatherer(course, document).blocks(BlockOutliner(course, document, linked=False))


class _Gatherer:
    def __init__(self, course: Course, document: Document) -> None:
        self.course, self.context = course, CourseContext.of(course)
        self.data: dict[str, Any] = json.loads(document.data)
        self.names = NAMES["en" if course.language.lower().startswith("en") else "fr"]
        self.outliner = Outliner(self.context, self.data, _adapted)
        title = self.context.typeset(course.title)
        about = self.names["about"].format(title=title, version=course.version)
        self.found = Parts(title, about)
        self.titles: set[str] = set()

    def parts(self) -> Parts:
        pages = [*self.outliner.pages(), help_subsection(self.context)]
        subsections = [self._subsection(page) for page in pages]
        module = Group("section", f"module_{self.course.id}", self.found.title, tuple(subsections))
        self.found.groups.append(module)
        practice = [one.key for one in self.found.components.values() if self._is_practice(one)]
        if practice:
            self._collect("pratique", self.names["practice"], practice)
        self._scenarios()
        self._banks()
        return self.found

    def blocks(self, outliner: BlockOutliner) -> Parts:
        pages = []
        for page in outliner.subsections():
            [unit] = page.units
            asked = unit.parts and getattr(unit.parts[0], "tag", "") == ASSESSMENT
            title = self.names["assessment"].format(title=page.title) if asked else page.title
            alone = [Unit(unit.name, title, unit.parts)]
            pages.append(self._subsection(replace(page, title=title, units=alone)))
        module = Group("section", f"module_{self.course.id}", self.found.title, tuple(pages))
        self.found.groups.append(module)
        self.found.about += self.names["needs"].format(blocks=", ".join(needed(self.course)))
        return self.found

    def _is_practice(self, one: Component) -> bool:
        return one.kind == "problem" and one.code in self.outliner.items

    def _subsection(self, page: Subsection) -> str:
        units = tuple(self._unit(unit, page) for unit in page.units if unit.parts)
        self.found.groups.append(Group("subsection", page.name, page.title, units))
        return page.name

    def _unit(self, unit: Unit, page: Subsection) -> str:
        title = page.title
        if unit.title != page.title:
            title = f"{page.title} ({unit.title[:1].lower()}{unit.title[1:]})"
        children = tuple(self._component(part, title) for part in unit.parts)
        self.found.groups.append(Group("unit", unit.name, title, children))
        return unit.name

    def _component(self, part: Text | _Element, title: str) -> str:
        if isinstance(part, Text):
            made = Component(
                "html", part.name, self._free(_heading(part.html) or title), _text(part)
            )
        else:
            code = str(part.attrib.pop("url_name"))
            name = str(part.get("display_name")) if part.tag == "problem" else title
            if code in self.outliner.items:
                name = _question(self.outliner.items[code])
            made = Component(str(part.tag), code, self._free(name), part)
        made.block.set("display_name", made.title)
        self.found.components.setdefault(made.key, made)
        return made.key

    def _free(self, title: str) -> str:
        """Return the title, numbered when another part has it already: lists show it alone."""
        free, number = title, 1
        while free in self.titles:
            number += 1
            free = f"{title} ({number})"
        self.titles.add(free)
        return free

    def _scenarios(self) -> None:
        for scenario in self.data["scenarios"]:
            codes = {f"{scenario['id']}-debut"}
            for scene in scenario["scenes"]:
                name = f"{scenario['id']}-{scene['id']}"
                codes |= {name, f"{name}-choix"}
            keys = [key for key, one in self.found.components.items() if one.code in codes]
            first = scenario["scenes"][0]["title"]
            self._collect(f"scenario-{scenario['id']}", plain_words(first), keys)

    def _banks(self) -> None:
        """Add the questions of each form, as problems, in a unit and a collection of its own."""
        seen: set[str] = set()
        for evaluation in self.data["evaluations"]:
            bank = next(e.bank for e in self.course.asked if e.id == evaluation["id"])
            for form in evaluation["forms"]:
                named = form["name"] != "-"
                name = f"{bank or evaluation['id']}" + (f"-{form['name'].lower()}" if named else "")
                if name in seen:
                    continue
                seen.add(name)
                kind = "form" if named else "bank"
                title = self.names[kind].format(name=bank or evaluation["id"], form=form["name"])
                keys = [
                    self._component(self._problem(item_id), title)
                    for item_id in form["items"]
                    if self.outliner.items[item_id]["kind"] not in NEVER_ASKED
                ]
                self.found.groups.append(Group("unit", f"banque_{name}", title, tuple(keys)))
                self._collect(f"banque-{name}", title, keys)

    def _problem(self, item_id: str) -> _Element:
        item = self.outliner.items[item_id]
        return problem(item, item_id, "", _adapted, attempts=None, final=True)

    def _collect(self, key: str, title: str, keys: list[str]) -> None:
        self.found.collections.append(Group("collection", key, title, tuple(keys)))


def _adapted(text: str) -> str:
    """Return HTML of the document as a part holds it alone: no other page is beside it."""
    return html(without_page_links(text), ())


def _text(part: Text) -> _Element:
    from lxml import etree

    root = etree.Element("html")
    root.text = part.html if "]]>" in part.html else etree.CDATA(f"\n{part.html}\n")
    return root


def _heading(text: str) -> str:
    found = re.search(r"<h[2-4][^>]*>(.*?)</h[2-4]>", text, re.S)
    return plain_words(found[1]) if found else ""


def _question(item: dict[str, Any]) -> str:
    """Return the last paragraph of a question, cut between words."""
    stem = as_asked(item)["stem"]
    text = plain_words(stem.rpartition("<p>")[2] or stem)
    if len(text) <= LONGEST_TITLE:
        return text
    return text[:LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:\u00a0") + "…"
