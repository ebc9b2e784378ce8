"""The ``olx-balise`` target: the same course with Balise's own XBlocks, marked by the platform.

A page is one ``balise_lesson``, an evaluation one ``balise_assessment``; each holds its part of
course.json and the HTML of its page, inline as Open edX writes the blocks that it does not know.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from balise_builder.model import EvaluationBlock
from balise_builder.model.walk import every_block
from balise_builder.render.pages import HELP_ID, PRIVACY_ID, help_section
from balise_builder.targets.olx.markup import MEDIA
from balise_builder.targets.olx.outline import Subsection, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from balise_builder.model import Course, Page
    from balise_builder.render import Document

    Html = Any
    """An element of lxml.html."""

LESSON, ASSESSMENT = "balise_lesson", "balise_assessment"
DISTRIBUTION = "balise-xblocks"
_OF_PAGE = ("evaluations", "notes", "protocols", "scenarios", "checklists")
"""Lists of course.json whose entries name their page."""


def needed(course: Course) -> list[str]:
    """Return the block types that the platform must have for this course."""
    return [LESSON, ASSESSMENT] if course.asked else [LESSON]


class BlockOutliner:
    """Makes the subsections of one course, each with one block.

    :param linked: whether the other pages stand beside it, for links to lead there.
    """

    def __init__(self, course: Course, document: Document, *, linked: bool = True) -> None:
        from lxml import html

        self.course, self.context, self.linked = course, document.course, linked
        self.data: dict[str, Any] = json.loads(document.data)
        root: Html = html.fragment_fromstring(
            str(document.sections + help_section(document.course)), create_parent="div"
        )
        self.sections: dict[str, Html] = {s.get("data-page"): s for s in root.iterchildren()}
        self.page_of = {
            element.get("id"): name
            for name, section in self.sections.items()
            for element in section.xpath(".//*[@id]")
        }

    def subsections(self) -> Iterator[Subsection]:
        """Yield each page, followed by its evaluations."""
        for page in self.course.pages:
            title = self.context.typeset(page.title)
            lesson = self._lesson(page)
            if lesson is not None:
                yield Subsection(page.id, title, [Unit(f"{page.id}-texte", title, [lesson])])
            placed = [
                block.evaluation_id
                for block in every_block((*page.before, *page.body))
                if isinstance(block, EvaluationBlock)
            ]
            for evaluation in self.data["evaluations"]:
                if evaluation["id"] in placed:
                    yield self._evaluation(evaluation, page)

    def _lesson(self, page: Page) -> _Element | None:
        section = self._section(page.id)
        for host in section.xpath(".//*[@data-evaluation]"):
            host.drop_tree()
        words = "".join(section.xpath(".//text()[not(ancestor::h1)]")).strip()
        if not words and not section.xpath(".//img | .//video | .//audio"):
            return None
        part = self._part(page.id)
        part["evaluations"] = []
        part["pages"][0] |= {"evaluations": [], "counted": True}
        part["items"] = [item for item in self.data["items"] if item["page"] == page.id]
        part["rule"] = {
            "pages": 100, "evaluation": None, "threshold": None, "of": None, "failed": False,
        }  # fmt: skip
        return self._block(LESSON, f"{page.id}-lecon", page, part, section)

    def _evaluation(self, evaluation: dict[str, Any], page: Page) -> Subsection:
        name, rule = evaluation["id"], self.data["rule"]
        graded = rule["evaluation"] == name
        section = self._section(page.id)
        host = section.xpath(".//*[@data-evaluation=$name]", name=name)[0]
        for child in list(section):
            if child.tag != "h1":
                section.remove(child)
        section.append(host)
        part = self._part(page.id)
        part["evaluations"] = [evaluation]
        part["pages"][0] |= {
            "evaluations": [name], "items": [], "scenarios": [], "counted": False,
            "notice": False, "light": False,
        }  # fmt: skip
        part["notes"] = part["checklists"] = part["scenarios"] = part["protocols"] = []
        asked = {item for form in evaluation["forms"] for item in form["items"]}
        part["items"] = [item for item in self.data["items"] if item["id"] in asked]
        bare = {"threshold": None, "of": None, "failed": False}
        part["rule"] = {**(rule if graded else bare), "pages": 0, "evaluation": name}
        block = self._block(ASSESSMENT, f"{name}-evaluation", page, part, section)
        block.set("weight", "1.0" if graded else "0.0")
        title = self.context.typeset(page.title)
        unit = Unit(f"{name}-questions", title, [block])
        return Subsection(name, title, [unit], graded)

    def _part(self, page_id: str) -> dict[str, Any]:
        """Return course.json without what stands on other pages; the blocks have the texts."""
        pages = {page["id"]: page for page in self.data["pages"]}
        part = {**self.data, "texts": {}}
        part["pages"] = [dict(pages[page_id]), dict(pages[HELP_ID])]
        for name in _OF_PAGE:
            part[name] = [one for one in self.data[name] if one["page"] == page_id]
        return part

    def _section(self, name: str) -> Html:
        """Return a copy of a page's section; links to other pages lead to their subsections."""
        from copy import deepcopy

        section = deepcopy(self.sections[name])
        own = set(section.xpath(".//@id")) | {f"p-{name}", f"p-{HELP_ID}"}
        for link in section.xpath(".//a[starts-with(@href, '#')]"):
            target = link.get("href")[1:]
            page = self.page_of.get(target) or target.removeprefix("p-")
            if target in own:
                continue
            known = page in self.sections and page not in (HELP_ID, PRIVACY_ID)
            if self.linked:
                link.set("href", f"/jump_to_id/{page}" if known else f"#p-{name}")
            else:
                link.drop_tag()
        section.tail = None
        return section

    def _block(
        self, tag: str, name: str, page: Page, part: dict[str, Any], section: Html
    ) -> _Element:
        from lxml import etree, html

        title = self.context.typeset(page.title)
        block = etree.Element(tag, url_name=name, display_name=title)
        sections = (section, self._section(HELP_ID))
        document = "\n".join(html.tostring(one, encoding="unicode") for one in sections)
        texts = {
            "course": json.dumps(_static(part), ensure_ascii=False, indent=1),
            "document": MEDIA.sub(r'\1="/static/', document),
        }
        for field, text in texts.items():
            child = etree.SubElement(block, field)
            child.text = text if "]]>" in text else etree.CDATA(f"\n{text}\n")
        return block


def _static(value: Any) -> Any:
    """Return a part of course.json with the addresses that Studio gives to files."""
    if isinstance(value, str):
        return re.sub(MEDIA, r'\1="/static/', value)
    if isinstance(value, list):
        return [_static(one) for one in value]
    if isinstance(value, dict):
        return {key: _static(one) for key, one in value.items()}
    return value


def readme(course: Course, title: str) -> bytes:
    """Return what the administrator of the platform must know before importing."""
    blocks = needed(course)
    listed = json.dumps(blocks)
    return (
        f"{title} ({course.id} {course.version})\n\n"
        f"Ce cours a besoin de blocs que Open edX n’a pas : {', '.join(blocks)}.\n"
        f"Sans eux, il s’importe sans erreur et ses pages restent vides.\n"
        f"1. Installez {DISTRIBUTION} dans le LMS et dans Studio, puis redémarrez-les.\n"
        f"2. Importez ce fichier : Outils › Importer. Les modules avancés y sont déjà :\n"
        f"   {listed}\n\n"
        f"This course needs blocks that Open edX does not have: {', '.join(blocks)}.\n"
        f"Without them it imports without an error and its pages stay empty.\n"
        f"1. Install {DISTRIBUTION} in the LMS and in Studio, then restart both.\n"
        f"2. Import this file: Tools › Import. It carries the list of advanced modules:\n"
        f"   {listed}\n"
    ).encode()
