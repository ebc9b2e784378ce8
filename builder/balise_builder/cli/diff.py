"""``balise diff``: what a new version of a course changes for the people in the middle of it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from balise_builder.cli import speech
from balise_builder.cli.speech import both, say
from balise_builder.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from balise_builder.build import Loaded
    from balise_builder.compare import Change


@click.command(
    help=both(
        "Dire ce qu’une version change pour les personnes à mi-parcours.\n\nOLD : un dossier de "
        "cours, ou une révision de Git (HEAD~1, v1.2). NEW : le dossier du cours aujourd’hui.\n\n"
        "Sortie 0; avec --strict, 1 si des résultats seraient perdus.",
        "Say what a version changes for the people in the middle of a course.\n\nOLD: a course "
        "folder, or a revision of Git (HEAD~1, v1.2). NEW: the folder of the course today.\n\n"
        "Exit 0; with --strict, 1 if results would be lost.",
    )
)
@click.argument("old")
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text",
    help=both("Pour des personnes (text) ou des outils (json).", "For people or for tools."),
)  # fmt: skip
@click.option(
    "--strict", is_flag=True,
    help=both("Échouer si des résultats seraient perdus.", "Fail if results would be lost."),
)  # fmt: skip
def diff(old: str, new: Path, form: str, strict: bool) -> None:
    """Compare two versions of a course."""
    from balise_builder.compare import compare

    after = _load(new, str(new))
    with _before(old, new) as folder:
        before = _load(folder, old)
    assert before.course is not None and after.course is not None
    changes = compare(before.course, after.course, after.lock.renamed)
    if form == "json":
        click.echo(json.dumps([_as_json(c) for c in changes], ensure_ascii=False, indent=2))
    else:
        for line in _lines(changes):
            click.echo(line)
    sys.exit(1 if strict and any(change.lost for change in changes) else 0)


def _load(folder: Path, shown: str) -> Loaded:
    """Return a version that compiles.

    :raises UsageError: it has errors, or there is no course.
    """
    from balise_builder.build import load
    from balise_builder.config import Options

    loaded = load(folder, Options(lang=speech.lang()))
    if loaded.course is None:
        count = sum(d.severity == "error" for d in loaded.diagnostics)
        raise UsageError(
            f"« {shown} » a des erreurs ({count}) : deux versions ne se comparent que si elles se"
            " construisent. Lancez « balise check ».",
            f"“{shown}” has errors ({count}): two versions compare only if both can be built. Run"
            " “balise check”.",
        )
    return loaded


@contextmanager
def _before(old: str, new: Path) -> Iterator[Path]:
    """Give the folder of the old version: the one named, or that of a revision of Git."""
    if Path(old).is_dir():
        yield Path(old)
        return
    folder = new.parent if new.name == "cours.md" else new
    with tempfile.TemporaryDirectory(prefix="balise-", ignore_cleanup_errors=True) as name:
        yield _from_git(old, folder.resolve(), Path(name))


def _from_git(revision: str, course: Path, target: Path) -> Path:
    """Write the course of a revision, with the shared registers, under ``target``.

    :raises UsageError: no such folder nor revision, or the course was not in it.
    """
    paths = [course.name]
    if _git(course.parent, "cat-file", "-e", f"{revision}:./_commun") is not None:
        paths.append("_commun")
    archive = None
    if not revision.startswith("-"):
        archive = _git(course.parent, "archive", "--format=tar", revision, "--", *paths)
    if not archive:
        raise UsageError(
            f"« {revision} » n’est ni un dossier, ni une révision de Git qui contient"
            f" « {course.name} ».",
            f"“{revision}” is neither a folder nor a revision of Git that holds “{course.name}”.",
        )
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(target, filter="data")
    return target / course.name


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return what Git answers in ``folder``; ``None`` when it refuses or is not installed."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _as_json(change: Change) -> dict[str, object]:
    return {
        "code": change.code, "lost": change.lost, "message": change.text(speech.lang()),
        **change.params,
    }  # fmt: skip


def _lines(changes: Sequence[Change]) -> Iterator[str]:
    """Yield the changes for people: what is lost, then the rest."""
    lost = [change for change in changes if change.lost]
    others = [change for change in changes if not change.lost]
    if not changes:
        yield say(
            "Rien ne change pour les personnes à mi-parcours.",
            "Nothing changes for people in the middle of the course.",
        )
    if lost:
        yield say("Ce que les personnes à mi-parcours perdraient :", "What people would lose:")
    yield from (f"  - {change.text(speech.lang())}" for change in lost)
    if others:
        yield say("Sans perte :", "Without loss:")
    yield from (f"  - {change.text(speech.lang())}" for change in others)
