"""The kit of the pair: guide.html, and the evaluations on paper in a file of their own."""

from balise_builder.render.guide.papers import papers
from balise_builder.render.guide.sheets import guide

__all__ = ["guide", "papers"]
