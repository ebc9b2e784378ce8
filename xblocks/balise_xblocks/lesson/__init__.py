"""``balise_lesson``: a capsule, complete by the rule of the course."""

from balise_xblocks.lesson.block import LessonBlock

__all__ = ["LessonBlock"]
