"""The course as one HTML document that reads, prints and works without script."""

from balise_builder.render.document import Content, Document, render
from balise_builder.render.static import player_mark

__all__ = ["Content", "Document", "player_mark", "render"]
