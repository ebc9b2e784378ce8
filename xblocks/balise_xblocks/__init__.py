"""Balise in Open edX: what a course says and when it is complete."""

__version__ = "0.1.0"
