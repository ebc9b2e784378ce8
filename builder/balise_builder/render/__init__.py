"""The course as one HTML document that reads, prints and works without script."""

from balise_builder.render.document import Content, Document, player_asset, render

__all__ = ["Content", "Document", "player_asset", "render"]
