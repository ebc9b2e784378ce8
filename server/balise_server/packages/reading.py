"""From a zip on disk to a checked :class:`Package`, and to the folder it is served from."""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from typing import TYPE_CHECKING, Any

from balise_server.errors import why
from balise_server.packages.archive import CHUNK, Archive, Limits
from balise_server.packages.manifest import read_manifest
from balise_server.packages.package import Item, Package
from balise_server.packages.refusals import PackageError

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "imsmanifest.xml"
COURSE = "course.json"


def read_package(path: Path, limits: Limits | None = None) -> Package:
    """Return the package in the zip ``path``; only its manifest and course.json are opened.

    :raises PackageError: the one first reason why it is not taken.
    """
    with Archive(path, limits) as archive:
        sha256 = file_hash(path)
        course = _course(archive)
        if MANIFEST in archive.names:
            manifest = read_manifest(archive.read(MANIFEST), archive.file, archive.names)
            given = {
                "course_id": f"scorm-{sha256[:16]}",
                "title": manifest.title,
                "version": manifest.version,
                "language": manifest.language,
            }
            target, items = manifest.target, manifest.items
        elif course is not None and "index.html" in archive.names:
            given, target = {}, "web"
            items = (Item(id="", title=course["title"], href="index.html"),)
        else:
            raise _no_manifest(archive)
    if course is not None:
        given = {
            "course_id": course["id"],
            "title": course["title"],
            "version": course["version"],
            "language": course["language"],
        }
    return Package(
        id=sha256[:32],
        sha256=sha256,
        path=path,
        size=path.stat().st_size,
        target=target,
        items=items,
        course=course,
        **given,
    )


def extract(package: Package, root: Path, limits: Limits | None = None) -> Path:
    """Return the folder with the package's files below ``root``; made once, whole or not at all.

    :raises PackageError: damaged, swells, too large while reading.
    """
    folder = root / package.id
    if folder.is_dir():
        return folder
    root.mkdir(parents=True, exist_ok=True)
    draft = root / f".{package.id}-{secrets.token_hex(4)}"
    try:
        with Archive(package.path, limits) as archive:
            if file_hash(package.path) != package.sha256:
                raise PackageError("package-damaged", file=archive.file, name=archive.file)
            for name in archive.names:
                place = draft / name
                place.parent.mkdir(parents=True, exist_ok=True)
                with place.open("xb") as file:
                    for chunk in archive.chunks(name):
                        file.write(chunk)
        try:
            draft.rename(folder)
        except OSError:
            # Another process was first: its folder holds the same bytes.
            if not folder.is_dir():
                raise
    except OSError as error:
        raise PackageError("package-unreadable", file=package.path.name, **why(error)) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(16 * CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _course(archive: Archive) -> dict[str, Any] | None:
    """Return course.json of a Balise package; None when the file is somebody else's."""
    if COURSE not in archive.names:
        return None
    try:
        course = json.loads(archive.read(COURSE))
    except ValueError as error:
        if MANIFEST in archive.names:
            return None
        raise PackageError("package-course-invalid", file=archive.file, reason=error) from None
    if not isinstance(course, dict) or "balise" not in course:
        return None
    wrong = [
        name
        for name in ("id", "title", "version", "language")
        if not isinstance(course.get(name), str) or not 0 < len(course[name]) <= 200
    ]
    if course["balise"] != 1 or wrong:
        reason = ", ".join(wrong) or f"balise: {course['balise']!r}"
        raise PackageError("package-course-invalid", file=archive.file, reason=reason)
    return course


def _no_manifest(archive: Archive) -> PackageError:
    for name in archive.names:
        folder, _, last = name.rpartition("/")
        if last.lower() == MANIFEST:
            place = folder or name
            return PackageError("package-manifest-misplaced", file=archive.file, name=place)
    return PackageError("package-no-manifest", file=archive.file)
