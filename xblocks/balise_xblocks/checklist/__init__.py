"""A checklist alone: its ticks stay on the learner's device, the server knows when it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_xblocks.block import BaliseBlock
from balise_xblocks.content import ContentError

if TYPE_CHECKING:
    from balise_xblocks.content import Course


class ChecklistBlock(BaliseBlock):
    """Complete when the learner says that the page is done; what is ticked is never sent."""

    def part(self) -> Course:
        """Return what the block holds.

        :raises ContentError: it cannot be played, or holds no checklist.
        """
        course = super().part()
        if not course.get("checklists"):
            raise ContentError(
                "Ce bloc ne tient aucune liste à cocher.", "This block holds no checklist."
            )
        return course
