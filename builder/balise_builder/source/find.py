"""Which course folders a command line means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from balise_builder.errors import UsageError
from balise_builder.source.paths import is_hidden, reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COURSES = "courses"


def find_courses(paths: Iterable[str | Path], base: Path | None = None) -> list[Path]:
    """Return the course folders that ``paths`` name, without repeats, in order.

    A path is a course folder, a file in one, or a folder of courses; no path at all means the
    folder ``courses`` of ``base`` (default: the current folder), or ``base`` when it is a course.
    A folder that holds Markdown but no ``cours.md`` is returned too: reading it says what is wrong.

    :raises UsageError: a path that does not exist or is no part of a course, or ``courses`` is
        missing or has no course.
    """
    given = [Path(p) for p in paths] or [_default(base or Path())]
    found: dict[Path, Path] = {}
    for path in given:
        try:
            for course in _courses_of(path):
                found.setdefault(course.resolve(), course)
        except OSError as error:
            why = reasons(error)
            raise UsageError(
                f"« {path} » ne peut pas être lu ({why['reason']}). Vérifiez son nom et vos droits "
                "d’accès.",
                f"“{path}” cannot be read ({why['reason_en']}). Check its name and your access "
                "rights.",
            ) from error
    return list(found.values())


def _default(base: Path) -> Path:
    """Return what no path at all means."""
    courses = base / COURSES
    if courses.is_dir() and list(_courses_of(courses)) != [courses]:
        return courses
    if (base / "cours.md").is_file():
        return base
    if courses.is_dir():
        raise UsageError(
            f"Le dossier « {courses} » ne contient encore aucun cours. Lancez « balise new "
            f"{COURSES}/mon-cours », ou donnez le dossier d’un cours.",
            f"The folder “{courses}” holds no course yet. Run “balise new {COURSES}/my-course”, or "
            "give the folder of a course.",
        )
    raise UsageError(
        f"Il n’y a pas de dossier « {COURSES} » ici ({base.resolve().name}). Donnez le dossier "
        "d’un cours, ou lancez « balise new courses/mon-cours ».",
        f"There is no folder “{COURSES}” here ({base.resolve().name}). Give the folder of a "
        "course, or run “balise new courses/my-course”.",
    )


def _courses_of(path: Path) -> Iterator[Path]:
    """Yield the course folders of one path."""
    if path.is_file():
        if not (_is_course(path.parent) or path.suffix == ".md"):
            raise UsageError(
                f"« {path} » est un fichier qui n’est dans aucun cours. "
                "Donnez le dossier d’un cours.",
                f"“{path}” is a file that is in no course. Give the folder of a course.",
            )
        yield path.parent
    elif path.is_symlink() and not path.exists():
        raise UsageError(
            f"« {path} » est un lien symbolique qui ne mène nulle part. "
            "Donnez le dossier lui-même.",
            f"“{path}” is a symbolic link that leads nowhere. Give the folder itself.",
        )
    elif not path.is_dir():
        raise UsageError(
            f"« {path} » n’existe pas. Vérifiez le nom du dossier.",
            f"“{path}” does not exist. Check the name of the folder.",
        )
    elif _is_course(path):
        yield path
    else:
        inside = [p for p in sorted(path.iterdir()) if p.is_dir() and _may_be_course(p)]
        yield from inside or [path]


def _is_course(path: Path) -> bool:
    return any(p.name.lower() == "cours.md" for p in path.iterdir() if p.is_file())


def _may_be_course(path: Path) -> bool:
    """Whether a folder of a folder of courses is one of them, even with a mistake in it."""
    if is_hidden(path.name) or path.name.startswith("_"):
        return False
    return any(p.suffix.lower() == ".md" for p in path.iterdir() if p.is_file())
