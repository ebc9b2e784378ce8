"""The files of an Open edX course folder (docs.openedx.org, OLX): pointers, blocks, policies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import escape

from balise_builder.render.context import CourseContext, PageContext
from balise_builder.render.help import help_lists
from balise_builder.targets.olx.markup import html
from balise_builder.targets.olx.outline import Outliner, Subsection, Text, Unit

if TYPE_CHECKING:
    from lxml.etree import _Element

    from balise_builder.model import Course
    from balise_builder.render import Content, Document

ORGANISATION = "Balise"
RUN = "balise"
"""Studio puts its own organisation, course and run in their place."""
START, END = "2020-01-01T00:00:00Z", "2099-12-31T00:00:00Z"
"""A course without dates is invisible, or fails validation; Studio's own replace them."""
ROOT = "course"
IMAGE = "balise-course.svg"
"""Open edX asks every course for an image: a quiet one, without words or people."""
_IMAGE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 378 225"><path fill="#e3efed"'
    ' d="M0 0h378v225H0z"/><path fill="none" stroke="#0f5257" stroke-width="6"'
    ' stroke-linecap="round" d="M150 168h78M189 168V96M189 60v8M153 72l6 6M225 72l-6 6M141 108h9'
    'M228 108h9"/></svg>\n'
)


def course_folder(course: Course, document: Document) -> dict[str, Content]:
    """Return every file, under one folder as Studio expects."""
    context = CourseContext.of(course)
    data: dict[str, Any] = json.loads(document.data)
    pages = [page.id for page in course.pages]
    outliner = Outliner(context, data, lambda text: html(text, pages))
    return _folder(course, data, [*outliner.subsections(), help_subsection(context)])


def block_folder(course: Course, document: Document) -> dict[str, Content]:
    """Return every file of the same course with Balise's own blocks."""
    from balise_builder.targets.olx import blocks

    context = CourseContext.of(course)
    data: dict[str, Any] = json.loads(document.data)
    outliner = blocks.BlockOutliner(course, document)
    files = _folder(
        course, data, [*outliner.subsections(), help_subsection(context)], blocks.needed(course)
    )
    return {**files, f"{ROOT}/README.txt": blocks.readme(course, data["title"])}


def _folder(
    course: Course,
    data: dict[str, Any],
    sections: list[Subsection],
    modules: list[str] | None = None,
) -> dict[str, Content]:
    """Return every file of a course with these subsections; ``modules`` are advanced blocks."""
    files: dict[str, Content] = {}
    for section in sections:
        files.update(_subsection(section))
    files["chapter/module.xml"] = _pointers(
        "chapter", {"display_name": data["title"]}, "sequential", [s.name for s in sections]
    )
    files["course.xml"] = _xml("course", org=ORGANISATION, course=course.id, url_name=RUN)
    files[f"course/{RUN}.xml"] = _pointers("course", {}, "chapter", ["module"])
    files.update(_policies(data, sections, modules))
    title = str(escape(data["title"]))
    files["about/overview.html"] = f"<section><h2>{title}</h2></section>\n".encode()
    files["about/short_description.html"] = f"{title}\n".encode()
    files[f"static/{IMAGE}"] = _IMAGE.encode()
    for medium in course.media:
        files[f"static/{medium.name.rpartition('/')[2]}"] = medium.path
    return {f"{ROOT}/{name}": content for name, content in files.items()}


def help_subsection(context: CourseContext) -> Subsection:
    """Return the help, at the end of the course as in every package."""
    title = context.texts.document["help"]
    lists = help_lists(PageContext(context), audiences=context.course.audiences)
    text = Text("aide-ressources", title, html(str(lists), ()))
    return Subsection("aide", title, [Unit("aide-texte", title, [text])])


def _subsection(section: Subsection) -> dict[str, Content]:
    attributes = {"display_name": section.title}
    if section.graded:
        attributes |= {"graded": "true", "format": section.title}
    if section.quiet:
        attributes["show_correctness"] = "never"
    files: dict[str, Content] = {
        f"sequential/{section.name}.xml": _pointers(
            "sequential", attributes, "vertical", [unit.name for unit in section.units]
        )
    }
    for unit in section.units:
        files.update(_unit(unit))
    return files


def _unit(unit: Unit) -> dict[str, Content]:
    from lxml import etree

    root = etree.Element("vertical", display_name=unit.title)
    files: dict[str, Content] = {}
    for part in unit.parts:
        if isinstance(part, Text):
            etree.SubElement(root, "html", url_name=part.name)
            files[f"html/{part.name}.xml"] = _xml(
                "html", filename=part.name, display_name=part.title
            )
            files[f"html/{part.name}.html"] = (part.html + "\n").encode()
        elif part.tag != "problem":
            root.append(part)
        else:
            name = str(part.attrib.pop("url_name"))
            etree.SubElement(root, "problem", url_name=name)
            files[f"problem/{name}.xml"] = _bytes(part)
    files[f"vertical/{unit.name}.xml"] = _bytes(root)
    return files


def _policies(
    data: dict[str, Any], sections: list[Subsection], modules: list[str] | None
) -> dict[str, Content]:
    """Return the settings of the course: in the policies only, never in the XML as well."""
    rule = data["rule"]
    passing = rule["threshold"] / rule["of"] if rule["threshold"] and rule["of"] else 0.5
    english = data["language"].lower().startswith("en")
    # A policy without a kind of assessment is refused, even where nothing is graded.
    graded = [s.title for s in sections if s.graded] or ["Assessment" if english else "Évaluation"]
    grader = [
        {"type": title, "short_label": title[:20], "min_count": 1, "drop_count": 0, "weight": 1.0}
        for title in graded
    ]
    course = {
        "display_name": data["title"],
        "start": START,
        "end": END,
        "language": data["language"].partition("-")[0],
        "course_image": IMAGE,
    } | ({"advanced_modules": modules} if modules else {})
    place = f"policies/{RUN}"
    return {
        f"{place}/policy.json": _json({f"course/{RUN}": course}),
        f"{place}/grading_policy.json": _json(
            {"GRADER": grader, "GRADE_CUTOFFS": {"Pass": round(passing, 4)}}
        ),
        "policies/assets.json": _json({}),
    }


def _pointers(tag: str, attributes: dict[str, str], child: str, names: list[str]) -> bytes:
    from lxml import etree

    root = etree.Element(tag, attributes)
    for name in names:
        etree.SubElement(root, child, url_name=name)
    return _bytes(root)


def _xml(tag: str, **attributes: str) -> bytes:
    from lxml import etree

    return _bytes(etree.Element(tag, attributes))


def _bytes(root: _Element) -> bytes:
    from lxml import etree

    written: bytes = etree.tostring(root, encoding="utf-8", pretty_print=True)
    return written


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
