"""A saved file of ``_commun`` compiles again the courses made from it, and only those."""

from __future__ import annotations

import json
import re
import time
import urllib.request
from pathlib import Path

import pytest
from tests.server.preview.running import Preview, previewing, write_course, write_page

FIGURES = "un:\n  valeur: {one}\n  année: 2020\n  source: essai\n"
FIGURES += "deux:\n  valeur: {two}\n  année: 2021\n  source: essai\n"
SOURCES = "essai:\n  type: report\n  title: Un rapport\n"
IMAGE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{text}</title></svg>'
PATHWAY = "voie:\n  titre: La voie\n  étapes:\n    - cours: {course}\n    - cours: image\n"


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    courses = tmp_path_factory.mktemp("partage") / "courses"
    for folder in ("pages", "media"):
        (courses / "_commun" / folder).mkdir(parents=True)
    common = courses / "_commun"
    (common / "chiffres.yaml").write_text(FIGURES.format(one="10 cas", two="20 cas"))
    (common / "sources.yaml").write_text(SOURCES)
    (common / "parcours.yaml").write_text(PATHWAY.format(course="un"))
    (common / "pages/relais.md").write_text("Chacun son tour.\n")
    (common / "media/plan.svg").write_text(IMAGE.format(text="un"))
    texts = {
        "un": "Part : {{chiffre.un}}.",
        "deux": "Part : {{chiffre.deux}}.",
        "page": "::: commun {page=relais}\n:::",
        "image": "![Le plan](../_commun/media/plan.svg)",
        "absente": "![Le plan](../_commun/media/futur.svg)",
        "temoin": "Rien de commun.",
    }
    for name, text in texts.items():
        write_page(write_course(courses, name), 2, text)
    with previewing(courses.parent) as preview:
        yield courses, preview


def draft(preview: Preview, slug: str) -> str:
    status, page = preview.get(f"/draft/{slug}/index.html", preview.content)
    return page if status == 200 else ""


def revisions(preview: Preview) -> dict[str, int]:
    """Return the revision of every course: it grows with each compilation."""
    found: dict[str, int] = {}
    with urllib.request.urlopen(f"{preview.url}/auteur/evenements", timeout=10) as stream:
        for line in stream:
            if line.startswith(b"data: "):
                event = json.loads(line[6:])
                if "slug" not in event:
                    return found
                found[event["slug"]] = event["revision"]
    return found


def compiled(workplace: tuple[Path, Preview], name: str, text: str) -> str:
    """Save a file of ``_commun``; return the courses that are compiled again, in order.

    One batch is compiled whole before the next: once the witness shows its edit, all is there.
    """
    courses, preview = workplace
    before = revisions(preview)
    (courses / "_commun" / name).write_text(text)
    time.sleep(0.5)
    mark = f"Borne {time.monotonic_ns()}."
    write_page(courses / "temoin", 1, mark)
    preview.until(lambda: mark in draft(preview, "temoin"))
    after = revisions(preview)
    return " ".join(s for s in sorted(after) if after[s] != before.get(s) and s != "temoin")


def test_an_entry_of_a_register_concerns_the_courses_that_cite_it(workplace):
    first = FIGURES.format(one="11 cas", two="20 cas")
    assert compiled(workplace, "chiffres.yaml", first) == "un"
    assert "11 cas" in draft(workplace[1], "un")
    assert (
        compiled(workplace, "chiffres.yaml", FIGURES.format(one="11 cas", two="22 cas")) == "deux"
    )
    assert "22 cas" in draft(workplace[1], "deux")
    # Findings name the lines of entries: a comment above moves them.
    moved = "# Note.\n" + FIGURES.format(one="11 cas", two="22 cas")
    assert compiled(workplace, "chiffres.yaml", moved) == "deux un"


def test_a_shared_page_and_a_medium_concern_those_that_show_them(workplace):
    assert compiled(workplace, "pages/relais.md", "On passe le relais.\n") == "page"
    assert "On passe le relais." in draft(workplace[1], "page")
    name = re.search(r"media/plan-\w+\.svg", draft(workplace[1], "image"))
    assert compiled(workplace, "media/plan.svg", IMAGE.format(text="deux")) == "image"
    assert name and name[0] not in draft(workplace[1], "image")


def test_a_pathway_concerns_those_it_goes_through_and_those_it_leaves(workplace):
    assert compiled(workplace, "parcours.yaml", PATHWAY.format(course="page")) == "image page un"
    assert compiled(workplace, "parcours.yaml", PATHWAY.format(course="un")) == "image page un"


def test_the_other_courses_of_a_pathway_follow_the_title_of_one(workplace):
    courses, preview = workplace
    text = (courses / "un/cours.md").read_text()
    (courses / "un/cours.md").write_text(text.replace("Cours un", "Titre tout neuf"))
    preview.until(lambda: "Titre tout neuf" in draft(preview, "image"))


def test_a_mistake_or_a_file_that_comes_concerns_everyone(workplace):
    courses, preview = workplace
    good = FIGURES.format(one="11 cas", two="22 cas")
    for name, text in {
        "chiffres.yaml": good + "trois:\n  valeur: 3\n",
        "chiffres.yaml ": good,
        "media/futur.svg": IMAGE.format(text="trois"),
        "glossaire.md": "## Relais\n\nUn service.\n",
    }.items():
        before = revisions(preview)
        (courses / "_commun" / name.strip()).write_text(text)
        preview.until(lambda old=before: not old.items() & revisions(preview).items())
    assert "media/futur-" in draft(preview, "absente")


def test_what_a_course_uses_is_remembered_until_the_next_run(workplace):
    courses, preview = workplace
    notes = courses.parent / ".balise/preview/notes"
    preview.until((notes / "un.json").is_file)
    uses = json.loads((notes / "un.json").read_text("utf-8"))["uses"]
    assert "../_commun/chiffres.yaml#un" in uses and "../_commun/chiffres.yaml#deux" not in uses
