"""The catalogue says what the courses hold, and keeps what people write around it."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from balise_builder.catalogue import filled, gather, parts, stale_parts
from balise_builder.catalogue.people import Part, balance
from balise_builder.errors import UsageError
from balise_builder.model import FirstName, Span
from tests.builder.cli.commands import plain, run
from tests.builder.source.folders import put
from tests.builder.translated import edit, write

COURSES = Path(__file__).parents[3] / "courses"
PEOPLE = "personnes :\n  - Aminata : personnel, proche\n  - Zed : public\n"
NAMES = """\
- {prénom: Aminata, genre: féminin, origine: africaine}
- {prénom: Kevin, genre: masculin, origine: anglophone}
"""
LAWS = """\
L01:
  énoncé: Un énoncé | avec une barre.
  loi: Une loi
  article: art. 1
  source: loi
  note: À relire.
L02:
  énoncé: Un autre.
  loi: Une loi
  article: art. 2
  source: loi
"""
SOURCES = "loi:\n  title: Le texte\n  URL: https://exemple.org/loi\n"


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    """One course with its registers, and one that does not compile."""
    course = write(tmp_path)
    edit(course, "cours.md", "langue : fr-CA\n", f"langue : fr-CA\ndurée : 9 min\n{PEOPLE}")
    edit(course, "01-agir.md", "id : remarquer\n", "id : remarquer\ndurée : 3 min\n")
    edit(course, "01-agir.md", "Un détail ne", "Aminata et Zed : {{droit.L01}} Un détail ne")
    put(course, "A-VERIFIER.md", "# À vérifier\n\n- un\n  - dedans\n- deux\n1. trois\n")
    for name, text in (("prenoms", NAMES), ("droit", LAWS), ("sources", SOURCES)):
        put(tmp_path, f"_commun/{name}.yaml", text)
    put(tmp_path, "brouillon/cours.md", "---\nclé : x\n---\n")
    return tmp_path


def made(courses: Path) -> dict[str, str]:
    """Return the parts, with ordinary spaces."""
    return {name: plain(text) for name, text in parts(gather(courses)).items()}


def test_a_course_has_its_length_items_reading_and_what_people_must_verify(courses: Path) -> None:
    text = made(courses)["formations"]
    assert "1 module, 9 min en tout, dont 3 min en 1 capsule." in text
    assert "[Agir sans nuire](cours/cours.md)" in text
    assert "| français, anglais (" in text and "passages à traduire)" in text
    assert (
        "| `cours` | 1 sur 1 | 0 sur 0 | aucun | toutes | [3 points](cours/A-VERIFIER.md) |" in text
    )
    assert text.endswith(
        "Ne se construisent pas encore (« balise check » dit pourquoi) : `brouillon`."
    )


def test_people_are_counted_by_role_origin_gender_and_module(courses: Path) -> None:
    text = made(courses)["personnes"]
    assert "| Personnel | 1 | **1** (100 %)<br>Aminata | – | – |" in text
    assert "| Public | 1 | – | – | **1** (100 %)<br>Zed |" in text
    assert "| `cours` | Aminata | – | – | – | Aminata | Zed | – |" in text
    assert "Aucun rôle n’est tenu" in text


def test_a_legal_statement_says_who_uses_it_and_what_it_still_needs(courses: Path) -> None:
    text = made(courses)["droit"]
    row = "| **L01** Un énoncé \\| avec une barre. | Une loi, art. 1 | [Le texte](https://exemple.org/loi)"
    assert f"{row} | `cours` | **À vérifier et à signer**" in text and "À relire. |" in text
    assert text.endswith("Au registre, et dans aucun module : `L02`.")
    signed = "  note: À relire.\n  vérifié_le: 2026-01-02\n  vérifié_par: Me X\n"
    put(courses, "_commun/droit.yaml", LAWS.replace("  note: À relire.\n", signed))
    text = made(courses)["droit"]
    assert "Vérifié par Me X le 2026-01-02; échéance à écrire. À relire." in text


def test_what_people_write_around_the_parts_is_kept(courses: Path) -> None:
    facts = parts(gather(courses))
    page = filled("# À nous\n\nNotre texte.\n", facts)
    assert page.startswith("# À nous\n\nNotre texte.\n\n## Les formations\n")
    first, _, rest = page.partition("## Les personnes")
    moved = f"## Les personnes{rest}\nUn mot de plus.\n\n{first}"
    assert stale_parts(moved, facts) == [] and filled(moved, facts) == moved
    old = moved.replace("Aminata", "Personne")
    assert stale_parts(old, facts) == ["personnes"]
    assert filled(old, facts) == moved


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<!-- fin du catalogue : formations -->", ""),
        ("<!-- fin du catalogue : droit -->", "<!-- fin du catalogue : formations -->"),
        ("<!-- catalogue : droit", "<!-- catalogue : lois"),
    ],
)
def test_marks_that_do_not_pair_stop_everything(courses: Path, old: str, new: str) -> None:
    facts = parts(gather(courses))
    page = filled("", facts)
    with pytest.raises(UsageError, match="ne vont pas par deux"):
        filled(page.replace(old, new), facts)


def test_the_command_writes_then_verifies(courses: Path) -> None:
    page = courses / "README.md"
    first = run("catalogue", courses, "--vérifier")
    assert first.exit_code == 1 and not page.exists()
    assert run("catalogue", courses).exit_code == 0
    assert run("catalogue", courses, "--check").exit_code == 0
    written = page.read_bytes()
    edit(courses / "cours", "cours.md", "durée : 9 min", "durée : 10 min")
    stale = run("catalogue", courses, "--verifier")
    assert stale.exit_code == 1 and "(formations)" in stale.output
    assert page.read_bytes() == written
    page.write_bytes(b"\xff\xfe")
    refused = run("catalogue", courses)
    assert refused.exit_code == 2 and "UTF-8" in refused.output


def name(text: str, gender: str, origin: str) -> FirstName:
    return FirstName(Span.whole("prenoms.yaml"), text, gender, origin)


BANK = [name(f"{o}{g}{n}", g, o) for o in ("a", "b", "c", "d") for g in "fm" for n in range(2)]


def test_a_role_that_a_group_holds_more_than_twice_its_share_is_told() -> None:
    base = Part("x", "A", "worrying", "a", "f")
    group = [replace(base, gender=gender) for gender in "fmfm"]
    others = [replace(base, origin=origin, gender="m") for origin in "bcd"]
    assert [plain(line) for line in balance([*group, *others], BANK)] == [
        "- Le rôle « personne qui inquiète » est tenu 4 fois sur 7 par des prénoms d’origine a :"
        " 57 %, alors qu’ils sont 25 % de la banque."
    ]
    assert "Aucun rôle" in balance([*group[:3], *others], BANK)[0], "exactly twice its share"
    assert "Aucun rôle" in balance(group[:2], BANK)[0], "too few to say"


def test_the_catalogue_of_the_project_is_up_to_date_and_quick() -> None:
    start = time.perf_counter()
    facts = parts(gather(COURSES))
    page = (COURSES / "README.md").read_text(encoding="utf-8")
    assert stale_parts(page, facts) == [], "make catalogue"
    assert time.perf_counter() - start < 15
