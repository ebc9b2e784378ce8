"""``balise importer``: a Word document becomes a course folder; what is not sure is marked."""

from __future__ import annotations

from pathlib import Path

import click

from balise_builder.cli import speech
from balise_builder.cli.speech import both, say
from balise_builder.cli.text import counted


def default_folder(document: Path) -> Path:
    """Return where the course goes: ``courses/<name>`` beside other courses, else ``<name>``."""
    from balise_builder.source.folding import slug

    name = slug(document.stem) or "mon-cours"
    return Path("courses", name) if Path("courses").is_dir() else Path(name)


@click.command(
    "importer",
    help=both(
        "Faire un cours d’un document Word (.docx).\n\nDOCUMENT : le fichier Word. DOSSIER : où "
        "écrire le cours; sans lui, un dossier du nom du document. Chaque « Titre 1 » devient une "
        "capsule. Ce qui n’est pas sûr est marqué « À vérifier », jamais deviné. Rien n’est "
        "jamais remplacé, et rien n’est téléchargé.",
        "Make a course of a Word document (.docx).\n\nDOCUMENT: the Word file. FOLDER: where to "
        "write the course; without it, a folder with the name of the document. Each “Heading 1” "
        "becomes a page. What is not sure is marked “To check”, never guessed. Nothing is ever "
        "replaced, and nothing is downloaded.",
    ),
)
@click.argument("document", type=click.Path(path_type=Path), metavar="DOCUMENT")
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar="[DOSSIER]")
def importer(document: Path, folder: Path | None) -> None:
    """Import a Word document."""
    from balise_builder.word.folder import check_free, convert, write

    target = default_folder(document) if folder is None else folder
    check_free(target)
    imported = convert(document, target.resolve().name, speech.lang())
    write(imported, target)
    shown = target.as_posix()
    for name in imported.files:
        click.echo(f"  + {shown}/{name}")
    click.echo()
    if imported.marks:
        places = counted(len(imported.marks), "endroit", "place")
        click.echo(
            say(
                f"{places} à vérifier, chacun marqué dans le texte :",
                f"{places} to check, each marked in the text:",
            )
        )
        for name, line, text in imported.marks:
            click.echo(f"  {shown}/{name}:{line}: {text}")
        click.echo()
    click.echo(
        say(
            f"Cours écrit dans « {shown} ». Et maintenant :\n"
            "  1. relisez chaque endroit marqué, corrigez-le, puis effacez sa marque;\n"
            f"  2. « balise check {shown} » dit ce qui reste à corriger;\n"
            f"  3. « balise preview {shown} » le montre dans le navigateur.",
            f"Course written in “{shown}”. And now:\n"
            "  1. read each marked place, correct it, then delete its mark;\n"
            f"  2. “balise check {shown}” says what remains to be corrected;\n"
            f"  3. “balise preview {shown}” shows it in the browser.",
        )
    )
