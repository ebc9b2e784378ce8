"""The command ``balise``: a click group, a verb a file."""

from balise_builder.cli.main import main

__all__ = ["main"]
