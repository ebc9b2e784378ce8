"""``balise new``: a small course that checks clean, to be replaced by one's own words."""

from __future__ import annotations

from pathlib import Path

import click

from balise_builder.cli.speech import both, say
from balise_builder.cli.templates import SHOWN, STARTER, add_to_course, model_named
from balise_builder.errors import UsageError


def course_id(folder: Path) -> str:
    """Return the id made from the name of the folder."""
    from balise_builder.source.folding import slug

    return slug(folder.resolve().name) or "mon-cours"


def course_title(folder: Path) -> str:
    """Return the title made from the name of the folder: « mon-cours » gives « Mon cours »."""
    words = " ".join(folder.resolve().name.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] or "Mon cours"


def _nameless() -> UsageError:
    return UsageError(
        "Il manque le nom du dossier. Écrivez par exemple « balise new courses/mon-cours ».",
        "The name of the folder is missing. Write for instance “balise new courses/my-course”.",
    )


def write_course(folder: Path) -> list[str]:
    """Write the starting course in ``folder``; return the names of its files.

    :raises UsageError: something stands there already, or the folder cannot be written.
    """
    if not str(folder).strip():
        raise UsageError(
            "Il manque le nom du dossier. Écrivez par exemple « balise new courses/mon-cours ».",
            "The name of the folder is missing. Write for instance “balise new courses/my-course”.",
        )
    around = next((p for p in folder.resolve().parents if (p / "cours.md").is_file()), None)
    if around is not None:
        raise UsageError(
            f"« {folder} » est à l’intérieur du cours « {around.name} » : rien n’a été écrit. "
            "Donnez un dossier à côté de lui.",
            f"“{folder}” is inside the course “{around.name}”: nothing was written. Give a folder "
            "beside it.",
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            f"« {folder} » existe déjà et n’est pas vide : rien n’a été écrit. "
            "Donnez un autre nom.",
            f"“{folder}” exists already and is not empty: nothing was written. Give another name.",
        )
    marks = {"@ID@": course_id(folder), "@TITLE@": course_title(folder)}
    written = []
    try:
        (folder / "media").mkdir(parents=True, exist_ok=True)
        for model in sorted(STARTER.glob("*.md")):
            text = model.read_text(encoding="utf-8")
            for mark, value in marks.items():
                text = text.replace(mark, value)
            (folder / model.name).write_text(text, encoding="utf-8", newline="\n")
            written.append(model.name)
    except OSError as error:
        from balise_builder.source.paths import reasons

        why = reasons(error)
        raise UsageError(
            f"« {folder} » ne peut pas être écrit ({why['reason']}). Choisissez un autre endroit.",
            f"“{folder}” cannot be written ({why['reason_en']}). Choose another place.",
        ) from error
    return written


@click.command(
    help=both(
        "Écrire dans DOSSIER un petit cours de départ : un avis, une capsule, une question, des "
        "situations avant et après. Avec un modèle (capsule, scénario, séance), ajouter un fichier "
        "au cours qui s’y trouve. Rien n’est jamais remplacé.",
        "Write in FOLDER a small starting course, in French: a notice, a capsule, a question, "
        "situations before and after. With a model (capsule, scénario, séance), add a file to the "
        "course that stands there. Nothing is ever replaced.",
    )
)
@click.argument("words", nargs=-1, metavar="[MODÈLE] DOSSIER")
@click.option(
    "--titre",
    "--title",
    "title",
    metavar="TITRE",
    help=both("Titre de la capsule ou du scénario.", "Title of the capsule or scenario."),
)
def new(words: tuple[str, ...], title: str | None) -> None:
    """Write a starting course, or add a file to a course."""
    if not words:
        raise _nameless()
    if len(words) == 1:
        _start_course(Path(words[0]))
        return
    model = model_named(words[0])
    if model is None or len(words) > 2:
        raise UsageError(
            f"« {' '.join(words)} » n’est pas compris. Écrivez « balise new DOSSIER », ou "
            f"« balise new MODÈLE DOSSIER » avec un de ces modèles : {SHOWN}. Un nom qui contient "
            "des espaces se met entre guillemets droits.",
            f"“{' '.join(words)}” is not understood. Write “balise new FOLDER”, or “balise new "
            f"MODEL FOLDER” with one of these models: {SHOWN}. Put a name that has spaces between "
            "straight quotes.",
        )
    path = add_to_course(model, Path(words[1]), title)
    click.echo(f"  + {path.as_posix()}")
    click.echo()
    click.echo(
        say(
            f"Remplacez-y les phrases par les vôtres; « balise preview {words[1]} » le montre.\n"
            "Les capsules suivent l’ordre des noms de fichiers : changez le numéro du nom pour la "
            "déplacer."
            if model != "seance"
            else "Modifiez-le avec l’organisme qui donnera la séance avec vous; « balise build "
            f"-t guide {words[1]} » en fait la trousse.",
            "Replace its sentences with yours; “balise preview "
            f"{words[1]}” shows it.\nCapsules follow the order of file names: change the number "
            "in the name to move it."
            if model != "seance"
            else "Adapt it with the organisation that will give the session with you; “balise "
            f"build -t guide {words[1]}” makes the kit.",
        )
    )


def _start_course(folder: Path) -> None:
    for name in write_course(folder):
        click.echo(f"  + {(folder / name).as_posix()}")
    shown = folder.as_posix()
    click.echo()
    click.echo(
        say(
            f"Cours créé dans « {shown} ». Et maintenant :\n"
            f"  1. ouvrez {shown}/cours.md dans votre éditeur et écrivez-y votre titre;\n"
            f"  2. « balise preview {shown} » le montre dans le navigateur pendant que vous "
            "écrivez;\n"
            f"  3. « balise check {shown} » dit ce qui reste à corriger.",
            f"Course created in “{shown}”. And now:\n"
            f"  1. open {shown}/cours.md in your editor and write your title in it;\n"
            f"  2. “balise preview {shown}” shows it in the browser while you write;\n"
            f"  3. “balise check {shown}” says what remains to be corrected.",
        )
    )
