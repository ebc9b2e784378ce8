"""What stands inside a list or a quote is told to the player like everything else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.contract import to_json
from balise_builder.model import Course
from balise_builder.render.context import CourseContext
from balise_builder.render.pages import privacy_section
from balise_builder.suspend import worst_case

SETTINGS = """\
---
id : dedans
titre : Dedans
version : 1.0.0
langue : fr-CA
public : hôtellerie
---

Bienvenue.
"""
QUESTION = """\
::: question {#q}
**Que faire?**

- [ ] Rien.
  > Pas tout à fait.
- [x] Le dire.
  > Oui.
:::
"""
NOTE = "::: réflexion {#n}\nEt vous?\n:::\n"
PROTOCOL = "::: protocole {#p}\nLa personne responsable.\n:::\n"


def indented(text: str, mark: str) -> str:
    return "".join(f"{mark}{line}".rstrip() + "\n" for line in text.splitlines())


def compiled(folder: Path, body: str) -> Course:
    (folder / "cours.md").write_text(SETTINGS, encoding="utf-8")
    page = f"---\ntitre : Un\nid : un\ndurée : 3 min\n---\n\n{body}"
    (folder / "01-un.md").write_text(page, encoding="utf-8")
    found = load(folder, Options())
    assert found.course is not None, found.diagnostics
    return found.course


@pytest.fixture(params=["- Un point\n\n", "> Une citation\n>\n"])
def course(request: pytest.FixtureRequest, tmp_path: Path) -> Course:
    mark = "  " if request.param.startswith("-") else "> "
    body = "\n".join((QUESTION, NOTE, PROTOCOL))
    return compiled(tmp_path, request.param + indented(body, mark))


def test_course_json_knows_what_stands_inside_a_list_or_a_quote(course: Course) -> None:
    data: dict[str, Any] = dict(to_json(course))
    page = next(page for page in data["pages"] if page["id"] == "un")
    assert page["items"] == [item["id"] for item in data["items"]] == ["q"]
    assert [(note["id"], note["page"]) for note in data["notes"]] == [("n", "un")]
    assert [(one["id"], one["page"]) for one in data["protocols"]] == [("p", "un")]


def test_who_sees_what_speaks_of_a_note_inside_a_list_or_a_quote(course: Course) -> None:
    assert "notes personnelles" in privacy_section(CourseContext.of(course), "scorm12")


def test_the_bound_counts_a_question_inside_a_list_or_a_quote(course: Course) -> None:
    assert "q" in {part.name for part in worst_case(course).contributors}
