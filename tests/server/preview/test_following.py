"""What a change on disk rebuilds, and what stays."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from tests.server.preview.running import Preview, previewing, write_course, write_page

BROKEN = "Texte.\n\n::: question {#q}\n\n**Et?**\n\n- [ ] a\n- [ ] b\n"
REGISTER = "nom-essai: {value}\n"


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("suivi")
    (folder / "courses/_commun").mkdir(parents=True)
    (folder / "courses/_commun/variables.yaml").write_text(REGISTER.format(value="Première"))
    write_course(folder / "courses", "temoin")
    with previewing(folder) as preview:
        yield folder / "courses", preview


def draft(preview: Preview, slug: str) -> str:
    status, page = preview.get(f"/draft/{slug}/index.html", preview.content)
    return page if status == 200 else ""


def test_a_saved_page_is_served_at_once_and_others_are_left_alone(workplace):
    courses, preview = workplace
    course = write_course(courses, "page")
    preview.until(lambda: draft(preview, "page"))
    before = draft(preview, "temoin")
    write_page(course, 2, "Un texte tout neuf.")
    preview.until(lambda: "Un texte tout neuf." in draft(preview, "page"))
    assert draft(preview, "temoin") == before


def test_a_broken_file_leaves_the_last_good_version_marked_stale(workplace):
    courses, preview = workplace
    course = write_course(courses, "casse")
    preview.until(lambda: draft(preview, "casse"))
    good = draft(preview, "casse")
    page = write_page(course, 2, BROKEN)
    preview.until(lambda: "Version périmée" in preview.get("/")[1])
    assert draft(preview, "casse") == good
    view = preview.get("/auteur/casse/constats")[1]
    assert "question-sans-bonne-reponse" in view or "02-page.md:" in view
    english = preview.get("/auteur/casse/constats?lang=en")[1]
    assert "Error" in english and "02-page.md:" in english
    page.write_text(page.read_text().replace("- [ ] a", "- [x] a") + "\n:::\n")
    preview.until(lambda: "Et?" in draft(preview, "casse"))
    assert "Version périmée" not in preview.get("/")[1]


def test_a_course_that_never_built_shows_its_findings(workplace):
    courses, preview = workplace
    bad = courses / "jamais"
    bad.mkdir()
    (bad / "cours.md").write_text("---\ntitre : Sans fin\nclé inconnue : 3\n---\n\nTexte.\n")
    preview.until(lambda: "Ne se construit pas" in preview.get("/")[1])
    view = preview.get("/auteur/jamais/")[1]
    assert "cours.md:3:" in view and "pas encore construite" in view
    shutil.rmtree(bad)
    preview.until(lambda: preview.get("/auteur/jamais/")[0] == 404)


def test_new_renamed_and_deleted_folders_are_noticed(workplace):
    courses, preview = workplace
    write_course(courses, "nouveau")
    preview.until(lambda: draft(preview, "nouveau"))
    (courses / "nouveau").rename(courses / "renomme")
    preview.until(lambda: draft(preview, "renomme") and not draft(preview, "nouveau"))
    shutil.rmtree(courses / "renomme")
    preview.until(lambda: "Cours nouveau" not in preview.get("/")[1])


def test_the_shared_registers_rebuild_every_course(workplace):
    courses, preview = workplace
    course = write_course(courses, "registre")
    write_page(course, 2, "Valeur : {{nom-essai}}.")
    preview.until(lambda: "Première" in draft(preview, "registre"))
    (courses / "_commun/variables.yaml").write_text(REGISTER.format(value="Deuxième"))
    preview.until(lambda: "Deuxième" in draft(preview, "registre"))


def test_a_shared_page_rebuilds_the_courses_that_put_it_in_place(workplace):
    courses, preview = workplace
    (courses / "_commun/pages").mkdir()
    (courses / "_commun/pages/relais.md").write_text("Chacun son tour.\n")
    course = write_course(courses, "commun")
    write_page(course, 2, "::: commun {page=relais}\n:::")
    preview.until(lambda: "Chacun son tour." in draft(preview, "commun"))
    (courses / "_commun/pages/relais.md").write_text("On passe le relais.\n")
    preview.until(lambda: "On passe le relais." in draft(preview, "commun"))


def test_a_copied_folder_is_told_to_take_an_id_of_its_own(workplace):
    courses, preview = workplace
    write_course(courses, "modele")
    preview.until(lambda: "modele-0.1.0-web.zip" in preview.get("/")[1])
    shutil.copytree(courses / "modele", courses / "nouvelle")
    preview.until(lambda: "est déjà celui du dossier" in preview.get("/auteur/nouvelle/")[1])
    assert "Tout se construit" not in preview.get("/auteur/nouvelle/")[1]
    assert draft(preview, "modele") and not draft(preview, "nouvelle")
    shutil.rmtree(courses / "modele")
    preview.until(lambda: draft(preview, "nouvelle"))


def test_editors_temporary_files_do_nothing(workplace):
    courses, preview = workplace
    course = write_course(courses, "editeur")
    preview.until(lambda: "editeur-0.1.0-web.zip" in preview.get("/")[1])
    said = preview.text
    for name in (".02-page.md.swp", "02-page.md~", "4913", ".DS_Store"):
        (course / name).write_text("x")
        (course / name).unlink()
    write_page(course, 2, "Vraiment changé.")
    preview.until(lambda: "Vraiment changé." in draft(preview, "editeur"))
    assert preview.text[len(said) :].count("✓ Cours editeur") == 1


def test_a_file_written_again_with_the_same_text_reloads_nothing(workplace):
    """Packing writes ids.lock, editors save unchanged files: neither is news."""
    courses, preview = workplace
    course = write_course(courses, "verrou")
    preview.until((course / "ids.lock").is_file)
    preview.until(lambda: "verrou-0.1.0-web.zip" in preview.get("/")[1])
    version = re.search(r'data-version="(\d+)"', preview.get("/auteur/verrou/")[1])
    said = preview.text.count("✓ Cours verrou")
    for name in ("ids.lock", "01-page.md", "cours.md"):
        (course / name).write_bytes((course / name).read_bytes())
    write_page(courses / "temoin", 2, "Une borne.")
    preview.until(lambda: "Une borne." in draft(preview, "temoin"))
    assert preview.text.count("✓ Cours verrou") == said
    assert version and f'data-version="{version[1]}"' in preview.get("/auteur/verrou/")[1]


def test_the_draft_lives_on_the_content_origin_only(workplace):
    _, preview = workplace
    assert preview.get("/draft/temoin/index.html", preview.content)[0] == 200
    assert preview.get("/draft/temoin/index.html")[0] == 404
    assert preview.get("/auteur/temoin/", preview.content)[0] == 404
    assert preview.get("/draft/temoin/../../cours.md", preview.content)[0] == 404


STORY = (
    "::: scénario {#nuit}\n\n## Le hall\n\nIl est 23 h.\n\n- [Dire bonjour](#la-suite)\n\n"
    "{.fin}\n## La suite\n\nElle répond.\n\n:::\n"
)


def test_the_map_of_a_scenario_follows_the_files(workplace):
    courses, preview = workplace
    course = write_course(courses, "histoire")
    preview.until(lambda: draft(preview, "histoire"))
    assert "Carte du scénario" not in preview.get("/auteur/histoire/constats")[1]
    write_page(course, 2, STORY)
    preview.until(lambda: "<svg" in preview.get("/auteur/histoire/cartes")[1])
    assert "/auteur/histoire/carte" in preview.get("/auteur/histoire/")[1]
    page = preview.get("/auteur/histoire/carte")[1]
    assert "2. La suite" in page and "Dire bonjour\N{NO-BREAK SPACE}: mène à 2. La suite" in page
    write_page(course, 2, STORY.replace("{.fin}", ""))
    preview.until(lambda: "note-warn" in preview.get("/auteur/histoire/cartes")[1])
    assert "<svg" in preview.get("/auteur/histoire/cartes")[1]


def test_a_booster_stands_in_the_library_beside_its_course(workplace):
    courses, preview = workplace
    course = write_course(courses, "rappel")
    (course / "relance-2.md").write_text(
        "---\ntitre : Deux mois après\nid : deux-mois\n---\n\nUn cas, en deux minutes.\n",
        encoding="utf-8",
    )
    preview.until(lambda: "Deux mois après" in preview.get("/")[1])
    names = [path.name for path in preview.output.parent.rglob("rappel*-web.zip")]
    assert sorted(name.partition("-0")[0] for name in names) == ["rappel", "rappel-relance-2"]
    note = next(preview.output.parent.rglob("notes/rappel.json"))
    assert json.loads(note.read_text("utf-8"))["packages"][-1].startswith("rappel-0")
