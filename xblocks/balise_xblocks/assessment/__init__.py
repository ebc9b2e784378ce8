"""``balise_assessment``: an evaluation that the server marks."""

from balise_xblocks.assessment.block import AssessmentBlock

__all__ = ["AssessmentBlock"]
