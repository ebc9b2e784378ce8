"""The kit of the pair in another language: notes of the pages; the session is the source's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from balise_builder.compile.translate import merged

if TYPE_CHECKING:
    from balise_builder.compile.translate import Desk
    from balise_builder.model import Block, Course, Facilitation


def with_notes_of_the_pair(made: Course, source: Course, other: Course, desk: Desk) -> Course:
    """Return a translation with the notes for the pair that stand in its pages.

    Notes of a page are paired by their order. Where their number differs, those of the source
    stand, marked: nobody knows which says which.

    :param made: ``source`` with the words of ``other``.
    """
    found = []
    for note in source.facilitation:
        ours = [one for one in source.facilitation if one.span.file == note.span.file]
        theirs = [one for one in other.facilitation if one.span.file == note.span.file]
        at = ours.index(note)
        body: tuple[Block, ...] = ()
        if len(ours) == len(theirs) and not _same(note, theirs[at]):
            body = theirs[at].body
        found.append(replace(note, body=merged(note.body, body, desk, note.span.file)))
    return replace(made, facilitation=tuple(found))


def _same(note: Facilitation, other: Facilitation) -> bool:
    """Return whether a page was not translated: its notes are the very ones of the source."""
    return note is other or note == other
