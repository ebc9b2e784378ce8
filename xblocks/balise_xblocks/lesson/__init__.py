"""A capsule with its practice: complete when it is read, as the course's rule counts it."""

from __future__ import annotations

from balise_xblocks.block import BaliseBlock


class LessonBlock(BaliseBlock):
    """Text, practice, scenarios, checklists and private notes of one page; never graded."""
