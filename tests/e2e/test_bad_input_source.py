"""Bad input by the command line: one finding about the cause, its place, and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.builder.cli.commands import plain, run
from tests.e2e.bad_courses import (
    PAGE,
    SVG,
    Bad,
    add,
    all_of,
    at_end,
    empty,
    encoded,
    folder,
    heavy,
    link,
    put,
    remove,
    swap,
)

FILES = {
    "an empty folder": Bad(
        empty, "bon:1:1 dossier-vide", "Lancez « balise new »", "Run “balise new”"),
    "no cours.md": Bad(
        remove("cours.md"), "bon:1:1 cours-absent", "Créez cours.md", "Create cours.md"),
    "an empty cours.md": Bad(
        put("cours.md", ""), "bon/cours.md:1:1 en-tete-absent",
        "Écrivez au tout début", "Write at the very beginning"),
    "no capsule at all": Bad(
        all_of(remove("01-avant.md", PAGE, "03-bilan.md", "banque.md"),
               swap("réussite :\n  pages : toutes\n  évaluation : bilan\n", "", "cours.md")),
        "bon/cours.md:1:1 cours-sans-capsule", "Ajoutez un fichier comme", "Add a file such as",
        exit=0),
    "a page that is a folder": Bad(
        folder(PAGE), f"bon/{PAGE}:1:1 fichier-illisible",
        "Vérifiez que c’est bien un fichier", "Check that it is a file"),
    "a page in Windows-1252": Bad(
        encoded("cp1252"), f"bon/{PAGE}:4:4 encodage",
        "enregistrez-le avec l’encodage UTF-8", "save it with the encoding UTF-8"),
    "cours.md in UTF-16": Bad(
        encoded("utf-16", "cours.md"), "bon/cours.md:1:1 encodage",
        "probablement UTF-16", "probably UTF-16"),
    "a text above 256 KB": Bad(
        put(PAGE, "mot\n" * 70_000), f"bon/{PAGE}:1:1 fichier-trop-gros",
        "Partagez-le en plusieurs capsules", "Cut it into several capsules"),
    "an invisible character": Bad(
        add("a\x00b"), at_end("caractere-interdit", 2), "Effacez-le", "Delete it"),
    "an image of 50 MB": Bad(
        heavy("media/g.png", 50_000_000), "bon/media/g.png:1:1 media-trop-lourd",
        "fait 50 Mo; la limite pour ce type de fichier est de 5 Mo. Réduisez-le",
        "is 50 MB; the limit for this type of file is 5 MB. Make it smaller"),
    "an image linked in a circle": Bad(
        all_of(link("media/a.png", "a.png"), add("![Un plan](media/a.png)")),
        "bon/media/a.png:1:1 lien-en-boucle", "Supprimez-le", "Delete it"),
    "a folder linked in a circle": Bad(
        link("media/rond", ".."), "bon/media/rond:1:1 lien-en-boucle", "Supprimez-le", "Delete it"),
    "an image linked out of the course": Bad(
        all_of(link("media/a.png", "/etc/hostname"), add("![Un plan](media/a.png)")),
        "bon/media/a.png:1:1 lien-dehors", "Remplacez-le par une copie", "Replace it by a copy"),
    "cours.md linked to itself": Bad(
        link("cours.md", "cours.md"), "bon/cours.md:1:1 lien-en-boucle",
        "Supprimez-le", "Delete it"),
    "a text that is no capsule, its name full of signs": Bad(
        put("04-{x}'« é.txt", "x"), "bon/04-{x}'« é.txt:1:1 fichier-ignore",
        "Enregistrez son texte dans un fichier .md", "Save its text in a file .md", exit=0),
    "a broken register": Bad(
        all_of(put("../_commun/chiffres.yaml", "N1:\n  valeur: '36\n"), add("{{chiffre.N1}}")),
        "_commun/chiffres.yaml:3:1 registre-illisible",
        "Comparez avec l’entrée précédente", "Compare with the entry before"),
    "a register full of aliases": Bad(
        put("../_commun/variables.yaml", "a: &a [x, x]\nb: [*a, *a]\n"),
        "_commun/variables.yaml:1:4 registre-ancre", "Mettez le texte entre guillemets",
        "Put the text between quotes"),
    "a register nested without end": Bad(
        put("../_commun/variables.yaml", "a: " + "[" * 5000 + "]" * 5000),
        "_commun/variables.yaml:1:10 registre-profond", "en retrait d’un niveau", "one level"),
    "ids.lock after a bad merge": Bad(
        put("ids.lock", "<<<<<<< HEAD\n"), "bon/ids.lock:1:1 verrou-conflit-git",
        "Gardez les lignes des deux côtés", "Keep the lines of both sides"),
    "ids.lock edited by hand": Bad(
        put("ids.lock", "coucou\n"), "bon/ids.lock:1:1 verrou-illisible",
        "reprenez sa dernière version dans Git", "take its last version from Git"),
}  # fmt: skip
FRONT = {
    "an unknown key": Bad(
        swap("durée : 4 min", "couleur : bleu"), f"bon/{PAGE}:4:1 cle-inconnue",
        "Enlevez cette ligne", "Remove this line"),
    "a misspelt key": Bad(
        swap("durée : 4 min", "durrée : 4 min"), f"bon/{PAGE}:4:1 cle-mal-ecrite",
        "Vouliez-vous dire « durée »?", "Did you mean “durée”?"),
    "a line without a colon": Bad(
        swap("durée : 4 min", "durée 4 min"), f"bon/{PAGE}:4:1 en-tete-ligne",
        "Ajoutez la clé et le deux-points", "Add the key and the colon"),
    "a front matter never closed": Bad(
        swap("objectif : o1\n---", "objectif : o1\n"), f"bon/{PAGE}:1:1 en-tete-non-ferme",
        "Ajoutez une ligne « --- »", "Add a line “---”"),
    "no front matter": Bad(
        put(PAGE, "# Titre\n\nTexte.\n"), f"bon/{PAGE}:1:1 en-tete-absent",
        "Écrivez au tout début", "Write at the very beginning"),
    "a duration in words": Bad(
        swap("durée : 4 min", "durée : quatre"), f"bon/{PAGE}:4:9 valeur-incomprise",
        "une durée comme « 4 min »", "“4 min”"),
    "a number of attempts in words": Bad(
        swap("  évaluation : bilan", "  évaluation : bilan\n  tentatives : deux", "cours.md"),
        "bon/cours.md:15:16 valeur-incomprise", "un nombre de 1 à 99", "a number from 1 to 99"),
    "a course id with spaces": Bad(
        swap("id : bon", "id : Mon Cours!", "cours.md"), "bon/cours.md:2:6 id-invalide",
        "Écrivez par exemple « mon-cours »", "Write for instance “mon-cours”"),
}  # fmt: skip
TEXT = {
    "an id twice": Bad(
        add("::: réflexion {#ma-personne-ressource}\nEt vous?\n:::"), at_end("id-en-double", 16),
        "Donnez un autre id à la copie", "Give another id to the copy"),
    "an id that a page has": Bad(
        swap("id : remarquer-et-transmettre", "id : bilan"), "bon/03-bilan.md:9:17 id-en-double",
        "Donnez un autre id à la copie", "Give another id to the copy"),
    "a block never closed": Bad(
        add("::: aide"), at_end("conteneur-non-ferme"), "Ajoutez une ligne « ::: »",
        "Add a line “:::”"),
    "a closing line alone": Bad(
        add(":::"), at_end("fermeture-sans-ouverture"), "Supprimez-la", "Remove it"),
    "no right answer": Bad(
        swap("- [x]", "- [ ]"), f"bon/{PAGE}:18:1 question-sans-bonne-reponse",
        "Cochez la bonne réponse avec « - [x] »", "Tick the right answer with “- [x]”"),
    "an image without words": Bad(
        all_of(put("media/p.svg", SVG), add("![](media/p.svg)")), at_end("image-sans-texte"),
        "Décrivez-la entre les crochets", "Describe it between the brackets"),
    "an image that is not there": Bad(
        add("![Un plan](media/{0}«a».png)"), at_end("media-introuvable"),
        "Corrigez le nom, ou copiez le fichier dans media/",
        "Correct the name, or copy the file into media/"),
    "an image outside the folder": Bad(
        all_of(put("../dehors.png", "x"), add("![Un plan](../dehors.png)")),
        at_end("media-hors-du-cours"), "Copiez le fichier dans le dossier media/", "Copy the file"),
    "an image by its path on the computer": Bad(
        add(r"![Un plan](C:\Users\moi\plan.png)"), at_end("chemin-absolu"),
        "Copiez le fichier dans media/", "Copy the file into media/"),
    "a name with spaces": Bad(
        all_of(put("media/Plan d’été.svg", SVG), add("![Un plan](media/Plan d’été.svg)")),
        at_end("lien-mal-forme"), "se met entre < et >", "goes between < and >"),
    "a link to a page that is not there": Bad(
        add("[la suite](99-absent.md)"), at_end("lien-vers-rien"),
        "Corrigez le nom de la page", "Correct the name of the page"),
    "a link to a heading that is not there": Bad(
        add("[la suite](#nulle-part)"), at_end("titre-vise-inconnu"),
        "Corrigez la fin du lien", "Correct the end of the link"),
    "a bank without questions": Bad(
        put("banque.md", "::: banque {#situations}\n:::\n"), "bon/banque.md:1:1 banque-vide",
        "Ajoutez des blocs « ::: question »", "Add blocks “::: question”"),
    "an evaluation without questions": Bad(
        swap(" banque=situations", "", "01-avant.md"),
        "bon/01-avant.md:9:1 evaluation-sans-questions", "Ajoutez « banque", "Add “banque"),
    "two thousand nested quotes": Bad(
        add(">" * 2000 + " a"), at_end("imbrication-trop-profonde"),
        "Réduisez le nombre de niveaux", "Use fewer levels"),
}  # fmt: skip
CASES = FILES | FRONT | TEXT


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a course that builds, in the current folder."""
    (tmp_path / "courses/_commun").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert run("new", "courses/bon").exit_code == 0
    return tmp_path / "courses/bon"


def tree(root: Path) -> dict[str, bytes | str]:
    """Return every file and link under ``root``."""
    return {
        str(p): str(p.readlink()) if p.is_symlink() else p.read_bytes()
        for p in sorted(root.rglob("*"))
        if p.is_symlink() or p.is_file()
    }


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_one_cause_is_one_finding(course: Path, case: Bad) -> None:
    case.change(course)
    before = tree(course.parent)
    where, code = case.place.rsplit(" ", 1)
    for lang, kind, remedy in (
        ("fr", "erreur" if case.exit else "avertissement", case.fr),
        ("en", "error" if case.exit else "warning", case.en),
    ):
        found = run("check", "courses/bon", "--lang", lang)
        *lines, _ = found.stdout.splitlines()
        assert [line.partition("] ")[0] for line in lines] == [f"courses/{where}: {kind} [{code}"]
        assert remedy in plain(lines[0])
        assert (found.exit_code, found.stderr) == (case.exit, "")
    assert tree(course.parent) == before


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_nothing_is_built_by_halves(course: Path, case: Bad) -> None:
    assert run("build", "courses/bon", "-t", "web").exit_code == 0
    dist = course.parent.parent / "dist"
    built = tree(dist)
    (course / "ids.lock").unlink()
    case.change(course)
    before = tree(course.parent)
    done = run("build", "courses/bon", "-t", "web")
    assert done.exit_code == case.exit
    where, code = case.place.rsplit(" ", 1)
    if case.exit:
        assert done.stderr.splitlines()[0].startswith(f"courses/{where}: erreur [{code}] ")
        assert (tree(dist), tree(course.parent)) == (built, before)
        assert len(done.stderr.splitlines()) == 2
    assert not list(course.parent.parent.rglob(".*"))


def test_names_with_spaces_and_accents_are_taken(course: Path) -> None:
    put("media/Plan d’été (2).svg", SVG)(course)
    add("![Un plan](<media/Plan d’été (2).svg>)")(course)
    (course / PAGE).rename(course / "02 – Remarquer & été.md")
    assert run("check", "courses/bon", "--strict").exit_code == 0
    assert run("build", "courses/bon").exit_code == 0


def test_two_courses_cannot_have_one_id(course: Path) -> None:
    shutil.copytree(course, course.parent / "copie")
    found = run("check", "--lang", "en").stdout.splitlines()
    assert found[0].startswith("courses/copie/cours.md:2:6: error [cours-meme-id] ")
    assert "Give this course an id of its own" in found[0]
    assert len(found) == 2
    done = run("build", "-t", "web")
    assert (done.exit_code, sorted(tree(Path("dist")))) == (
        1, ["dist/SHA256SUMS", "dist/bon-0.1.0-web.zip"]
    )  # fmt: skip
    assert "[cours-meme-id]" in done.stderr
