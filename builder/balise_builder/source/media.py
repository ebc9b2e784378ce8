"""Files of ``media/``: what there is, in exact case, within safe limits.

Limits (per file): 5 MB for an image, 1 MB for captions and transcripts, 50 MB for sound and PDF,
200 MB for a video. A learner on a telephone downloads all of it; learning platforms commonly
refuse packages above 100–250 MB.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from balise_builder.model import Medium, Span
from balise_builder.source.folding import fold, slug
from balise_builder.source.paths import course_name, is_hidden, link_problem, reasons

if TYPE_CHECKING:
    from pathlib import Path

    from balise_builder.diagnostics import Collector

MB = 1_000_000
KINDS = {
    "image": (("svg", "png", "webp", "jpg", "jpeg"), 5 * MB),
    "sound": (("mp3",), 50 * MB),
    "video": (("mp4",), 200 * MB),
    "captions": (("vtt",), MB),
    "transcript": (("md", "txt"), MB),
    "document": (("pdf",), 50 * MB),
    "font": (("woff2",), MB),
}


@dataclass(frozen=True, slots=True)
class MediaFile:
    """One file that a course may use."""

    path: Path
    """Absolute path on disk."""
    source: str
    """As an author writes it, NFC: ``media/plan.svg``, ``../_commun/media/x.svg``."""
    size: int
    """Bytes."""
    kind: str
    """A key of :data:`KINDS`, or "" for a type that packages do not carry."""

    def medium(self) -> Medium:
        """Return the file as it goes into a package: ``media/<ascii-slug>-<hash8>.<ext>``.

        Reads the file. May raise :class:`OSError`.
        """
        from hashlib import file_digest

        with self.path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()[:8]
        stem, _, extension = self.source.rpartition("/")[2].rpartition(".")
        name = f"media/{slug(stem) or 'fichier'}-{digest}.{extension.lower()}"
        return Medium(self.path, self.source, name, self.size)


def kind_of(name: str) -> str:
    """Return the kind (a key of :data:`KINDS`) of a file name, "" when it is none of them."""
    extension = name.rpartition(".")[2].lower()
    return next((kind for kind, (known, _) in KINDS.items() if extension in known), "")


def read_media(folder: Path, prefix: str, root: Path, collector: Collector) -> list[MediaFile]:
    """List ``folder`` and its sub-folders in the order of names.

    :param prefix: how an author writes the folder: ``media``, ``../_commun/media``.
    :param root: files may be links to anything inside this folder, and to nothing outside.
    """
    found: list[MediaFile] = []
    names: dict[str, str] = {}
    for entry in _entries(folder, prefix, collector):
        source = f"{prefix}/{course_name(entry.name)}"
        span = Span.whole(source)
        if is_hidden(entry.name):
            continue
        if entry.is_symlink() and (code := link_problem(folder / entry.name, root)):
            collector.add(code, span, name=source)
            continue
        other = names.setdefault(fold(source), source)
        if other != source:
            collector.add("noms-confondus", span, name=source, other=other)
        if entry.is_dir():
            found += read_media(folder / entry.name, source, root, collector)
        elif entry.is_file():
            found.append(_media_file(folder / entry.name, source, collector))
    return found


def _entries(folder: Path, prefix: str, collector: Collector) -> list[os.DirEntry[str]]:
    """Return the entries of a folder sorted by name; an unreadable one is a finding."""
    try:
        with os.scandir(folder) as listing:
            return sorted(listing, key=lambda e: e.name)
    except FileNotFoundError:
        return []
    except OSError as error:
        collector.add("dossier-illisible", Span.whole(prefix), name=prefix, **reasons(error))
        return []


def _media_file(path: Path, source: str, collector: Collector) -> MediaFile:
    """Return one file, its size checked."""
    size, kind = path.stat().st_size, kind_of(source)
    if kind and size > KINDS[kind][1]:
        collector.add(
            "media-trop-lourd", Span.whole(source),
            name=source, size=(shown := f"{ceil(10 * size / MB) / 10:g}").replace(".", ","),
            size_en=shown, limit=f"{KINDS[kind][1] / MB:.0f}",
        )  # fmt: skip
    return MediaFile(path, source, size, kind)
