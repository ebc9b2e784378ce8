"""The models that ``balise new`` adds to a course: a capsule, a scenario, a session."""

from __future__ import annotations

import re
from pathlib import Path

from balise_builder.errors import UsageError

STARTER = Path(__file__).resolve().parent.parent / "starter"

MODELS = {
    "capsule": "capsule",
    "scenario": "scenario",
    "seance": "seance",
    "session": "seance",
}
"""Folded name on the command line → model."""

SHOWN = "capsule, scénario, séance"

TITLES = {"capsule": "Nouvelle capsule", "scenario": "Nouveau scénario"}


def model_named(name: str) -> str | None:
    """Return the model that a word of the command line means, or ``None``."""
    from balise_builder.source.folding import fold_key

    return MODELS.get(fold_key(name))


def add_to_course(model: str, folder: Path, title: str | None) -> Path:
    """Write ``model`` as a new file of the course in ``folder``; return its path.

    :param title: of the page; a session takes the course's.
    :raises UsageError: no course there, the session exists already, or it cannot be written.
    """
    if not (folder / "cours.md").is_file():
        raise UsageError(
            f"« {folder} » n’est pas un cours (il n’y a pas de cours.md) : rien n’a été écrit. "
            f"Créez d’abord le cours avec « balise new {folder.as_posix()} ».",
            f"“{folder}” is not a course (it has no cours.md): nothing was written. Create the "
            f"course first with “balise new {folder.as_posix()}”.",
        )
    if model == "seance":
        return _write(folder / "seance.md", STARTER / "seance.md", _course_title(folder), "")
    from balise_builder.source.folding import slug

    wanted = title or TITLES[model]
    base = slug(wanted) or model
    number = _next_number(folder)
    taken = {_stem(path) for path in folder.glob("*.md")}
    name, again = base, 2
    while name in taken:
        name, again = f"{base}-{again}", again + 1
    path = folder / f"{number:02d}-{name}.md"
    return _write(path, STARTER / "modeles" / f"{model}.md", wanted, name)


def _course_title(folder: Path) -> str:
    """Return the title that cours.md gives; the name of the folder when it gives none."""
    from balise_builder.diagnostics import Collector
    from balise_builder.source import read_folder

    settings = read_folder(folder, Collector()).settings
    return settings.title if settings is not None and settings.title else folder.resolve().name


def _stem(path: Path) -> str:
    return re.sub(r"^\d+-", "", path.stem)


def _next_number(folder: Path) -> int:
    """Return the number after the last capsule's: files are read in the order of their names."""
    numbers = (re.match(r"(\d+)-", path.name) for path in folder.glob("*.md"))
    return max((int(found[1]) for found in numbers if found), default=0) + 1


def _write(path: Path, model: Path, title: str, name: str) -> Path:
    text = model.read_text(encoding="utf-8").replace("@TITLE@", title).replace("@ID@", name)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(
            f"« {path.name} » existe déjà dans ce cours : rien n’a été écrit.",
            f"“{path.name}” exists already in this course: nothing was written.",
        ) from None
    except OSError as error:
        from balise_builder.source.paths import reasons

        why = reasons(error)
        raise UsageError(
            f"« {path} » ne peut pas être écrit ({why['reason']}).",
            f"“{path}” cannot be written ({why['reason_en']}).",
        ) from error
    return path
