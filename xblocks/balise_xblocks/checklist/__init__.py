"""``balise_checklist``: a checklist that the learner keeps on the device."""

from balise_xblocks.checklist.block import ChecklistBlock

__all__ = ["ChecklistBlock"]
