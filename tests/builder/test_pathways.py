"""Pathways: what a course says of them, and what « balise parcours » writes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from balise_builder.build import build, load
from balise_builder.config import Options
from balise_builder.contract import to_json
from balise_builder.diagnostics import Collector
from balise_builder.model import Variant
from balise_builder.source.registers import read_registers
from tests.builder.cli.commands import plain, run

ONE = """---
id : {id}
titre : {title}
version : 0.1.0
langue : fr-CA
durée : {minutes} min
---

Bonjour.
"""
ENGLISH = """---
id : {id}
title : {title}
version : 0.1.0
language : en-CA
---

Hello.
"""
PAGE = """---
titre : Une page
id : une-page
---

Un texte à lire.

## Une porte

![Une porte.](media/porte.svg)

## Et vous?

::: question {#q-une}
**Une question?**

- [x] Oui
- [ ] Non
:::
"""
REGISTER = """\
accueil:
  titre: "Accueillir : ensemble"
  en: Welcoming
  genre: journée
  description: Deux modules.
  note: Prévoyez une salle.
  étapes:
    - heure: 8 h 30
      en direct: Mot de bienvenue
      durée: 30 min
    - cours: premier
    - pause: Dîner
    - cours: second
      durée: 1 h 30
textes:
  titre: Lectures
  genre: lecture
  étapes:
    - cours: premier
      pages: une-page
"""
COURSES = Path(__file__).parents[2] / "courses"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>'


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    """Two courses and a register of pathways."""
    for name, title, minutes in (("premier", "Le premier", 20), ("second", "Le second", 15)):
        folder = tmp_path / "courses" / name
        (folder / "media").mkdir(parents=True)
        (folder / "media/porte.svg").write_text(SVG, encoding="utf-8")
        cover = ONE.format(id=name, title=title, minutes=minutes)
        (folder / "cours.md").write_text(cover, encoding="utf-8")
        (folder / "01-page.md").write_text(PAGE, encoding="utf-8")
    common = tmp_path / "courses/_commun"
    common.mkdir()
    (common / "parcours.yaml").write_text(REGISTER, encoding="utf-8")
    return tmp_path / "courses"


def test_a_course_names_the_steps_of_its_pathway_and_its_own_place(courses: Path) -> None:
    loaded = load(courses / "premier", Options())
    assert loaded.course is not None
    assert to_json(loaded.course)["pathways"] == [{
        "id": "accueil", "title": "Accueillir\u00a0: ensemble", "description": "Deux modules.",
        "steps": [
            {
                "course": "", "title": "Mot de bienvenue", "live": True,
                "start": "8\u00a0h\u00a030", "minutes": 30,
            },
            {"course": "premier", "title": "Le premier", "live": False, "start": "", "minutes": 20},
            {"course": "", "title": "Dîner", "live": False, "start": "", "minutes": None},
            {"course": "second", "title": "Le second", "live": False, "start": "", "minutes": 90},
        ],
    }]  # fmt: skip


def test_the_first_page_says_where_the_learner_is(courses: Path, tmp_path: Path) -> None:
    built = build(courses / "second", Options(targets=("web",), out=tmp_path / "dist"))
    with zipfile.ZipFile(built.packages[0].path) as package:
        page = package.read("index.html").decode()
    steps = re.findall(r"<li(?: aria-current=\"step\")?>(.*?)</li>", page.split("b-pathway")[1])
    assert steps[:4] == [
        "Mot de bienvenue (8\u00a0h\u00a030, 30\u00a0min, en personne)",
        "Le premier (20\u00a0min)",
        "Dîner",
        "<strong>Le second</strong> (90\u00a0min, vous êtes ici)",
    ]
    assert "Prévoyez une salle" not in page  # For whoever organises it.


def test_an_absent_course_keeps_its_place_and_is_told(courses: Path) -> None:
    (courses / "second/cours.md").unlink()
    loaded = load(courses / "premier", Options())
    assert [d.code for d in loaded.diagnostics if "parcours" in d.code] == ["parcours-cours-absent"]
    assert loaded.course is not None
    assert [step.course_id for step in loaded.course.pathways[0].steps] == ["", "premier", "", ""]


def test_a_translation_names_the_translated_courses(courses: Path) -> None:
    for name, title in (("premier", "The first"), ("second", "The second")):
        (courses / name / "en").mkdir()
        cover = ENGLISH.format(id=name, title=title)
        (courses / name / "en/cours.md").write_text(cover, encoding="utf-8")

    loaded = load(courses / "premier", Options(variant=Variant(language="en")))
    assert loaded.course is not None
    pathway = to_json(loaded.course)["pathways"][0]
    assert pathway["title"] == "Welcoming"
    assert [step["title"] for step in pathway["steps"][1:]] == ["The first", "Dîner", "The second"]


def test_steps_have_an_english_name_and_other_courses_keep_their_language(
    courses: Path, tmp_path: Path
) -> None:
    (courses / "premier/en").mkdir()
    cover = ENGLISH.format(id="premier", title="The first")
    (courses / "premier/en/cours.md").write_text(cover, encoding="utf-8")
    register = courses / "_commun/parcours.yaml"
    said = REGISTER.replace("Mot de bienvenue\n", "Mot de bienvenue\n      en: A welcome\n")
    register.write_text(said, encoding="utf-8")
    options = Options(targets=("web",), out=tmp_path / "dist", variant=Variant(language="en"))
    with zipfile.ZipFile(build(courses / "premier", options).packages[0].path) as package:
        page = package.read("index.html").decode().split("b-pathway")[1]
    assert "<li>A welcome (" in page and "<strong>The first</strong>" in page
    assert '<span lang="fr-CA">Le second</span>' in page
    assert '<span lang="fr-CA">Dîner</span>' in page


def test_the_command_builds_its_courses_and_the_agenda(courses: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    told = run("parcours", "accueil", "--courses", courses, "-t", "web", "-o", out)
    assert told.exit_code == 0
    assert {path.name for path in out.glob("*.zip")} == {
        "premier-0.1.0-web.zip", "second-0.1.0-web.zip"
    }  # fmt: skip
    page = (out / "parcours-accueil.html").read_text(encoding="utf-8")
    assert page.count("<tr>") == 5 and "Prévoyez une salle." in page
    assert "2\u00a0h\u00a020" in page  # 30 + 20 + 90 minutes.


def test_readings_hold_the_text_of_their_pages_only(courses: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    assert run("parcours", "textes", "--courses", courses, "-o", out).exit_code == 0
    assert [path.name for path in out.iterdir()] == ["parcours-textes.html"]
    page = (out / "parcours-textes.html").read_text(encoding="utf-8")
    assert "Un texte à lire." in page
    assert "Une question?" not in page and "<img" not in page
    assert "Une porte" not in page and "Et vous?" not in page  # Nothing stands under them.


@pytest.mark.parametrize(
    ("register", "wanted", "said"),
    [
        (REGISTER, "inconnu", "Parcours : accueil, textes."),
        (REGISTER.replace("cours: second", "cours: absent"), "accueil", "absent"),
        (REGISTER.replace("une-page", "autre"), "textes", "n’a pas de page « autre »"),
        (REGISTER.replace("durée: 30 min", "durée: longtemps"), "accueil", "parcours.yaml:10"),
        (REGISTER.replace("étapes:", "etape:"), "accueil", "parcours.yaml"),
    ],
    ids=["unknown", "course missing", "page missing", "length", "field"],
)
def test_a_mistake_is_told_where_it_is(
    courses: Path, tmp_path: Path, register: str, wanted: str, said: str
) -> None:
    (courses / "_commun/parcours.yaml").write_text(register, encoding="utf-8")
    told = run("parcours", wanted, "--courses", courses, "-o", tmp_path / "dist")
    assert told.exit_code in (1, 2) and said in plain(told.stderr)
    assert "Traceback" not in told.stderr


def test_without_a_name_the_command_lists_the_pathways(courses: Path) -> None:
    assert run("parcours", "--courses", courses).stdout.splitlines() == [
        "accueil  Accueillir : ensemble", "textes  Lectures"
    ]  # fmt: skip


def test_every_course_of_the_pathways_is_there() -> None:
    registers = read_registers(COURSES / "_commun", "_commun", Collector())
    named = {step.course for p in registers.pathways.values() for step in p.steps if step.course}
    assert named and all((COURSES / name / "cours.md").is_file() for name in named)
