"""Balise server: preview, play, record and report."""

__version__ = "0.1.0"
