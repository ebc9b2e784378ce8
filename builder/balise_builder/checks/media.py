"""Images that can be shown; films and recordings that everyone can follow, on any connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.checks.reading import course_blocks
from balise_builder.model import Player, Span
from balise_builder.source.captions import read_captions
from balise_builder.source.decode import read_text
from balise_builder.source.folding import fold
from balise_builder.source.pictures import picture_problem

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course
    from balise_builder.source import Folder
    from balise_builder.source.media import MediaFile

HEAVY = 20_000_000
"""Bytes of a video: about a minute and a half on a weak connection (2 megabits a second)."""
LITTLE = {
    "fr": frozenset({
        "le", "la", "les", "de", "des", "du", "et", "est", "un", "une", "pas", "je", "vous",
        "nous", "que", "qui", "dans", "pour",
    }),
    "en": frozenset({
        "the", "of", "and", "is", "a", "an", "not", "i", "you", "we", "that", "which", "in",
        "for", "to", "it", "this",
    }),
}  # fmt: skip
FEWEST = 8
"""Little words in captions below which their language is not judged."""


def check(course: Course, folder: Folder, collector: Collector) -> None:
    """Check the images that the course shows, and its players."""
    for medium in (*course.media, *course.guide_media):
        file = folder.media.get(medium.source)
        if file is not None and file.kind == "image":
            _picture(file, collector)
    for block in course_blocks(course):
        if isinstance(block, Player):
            _player(block, course, folder, collector)


def _picture(file: MediaFile, collector: Collector) -> None:
    try:
        problem = picture_problem(file.path)
    except OSError:
        return  # What cannot be read is told where the file is taken into the package.
    if problem is not None:
        span = Span(file.source, problem.line, 1, problem.line, 1)
        extension = file.source.rpartition(".")[2]
        collector.add(
            problem.code, span, name=file.source, found=problem.found, extension=extension
        )


def _player(block: Player, course: Course, folder: Folder, collector: Collector) -> None:
    video = block.kind == "video"
    if not block.transcript and not (video and block.captions):
        collector.add("lecteur-sans-texte", block.span)
    elif video and not block.captions:
        collector.add("video-sans-sous-titres", block.span)
    elif video and not block.transcript:
        collector.add("video-sans-transcription", block.span)
    elif block.transcript and not block.body:
        collector.add("transcription-vide", block.span, name=block.transcript)
    if not video:
        for value, name in ((block.captions, "sous-titres"), (block.poster, "affiche")):
            if value:
                collector.add("reglage-sans-effet", block.span, name=name)
    file = folder.media.get(block.source)
    if file is not None and video and file.size > HEAVY:
        size = f"{file.size / 1_000_000:.0f}"
        collector.add("video-lourde", block.span, size=size)
    captions = folder.media.get(block.captions or "")
    if captions is not None and captions.kind == "captions" and video:
        _captions(captions, course, collector)


def _captions(file: MediaFile, course: Course, collector: Collector) -> None:
    text = read_text(file.path, file.source, collector)
    if text is None:
        return
    cues, mistakes = read_captions(text.text)
    for mistake in mistakes:
        span = Span(file.source, mistake.line, 1, mistake.line, len(mistake.text) + 1)
        collector.add(mistake.code, span, text=mistake.text)
    words = fold(" ".join(cue.text for cue in cues)).split()
    counts = {lang: sum(word in little for word in words) for lang, little in LITTLE.items()}
    ours = "en" if course.language.lower().startswith("en") else "fr"
    other = "fr" if ours == "en" else "en"
    if counts[other] >= FEWEST and counts[other] > 2 * counts[ours]:
        collector.add("sous-titres-autre-langue", Span.whole(file.source), language=course.language)
