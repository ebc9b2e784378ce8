"""Packages: read a SCORM or web zip safely, keep a library of them, serve their own files."""

from balise_server.packages.library import Course, Library, primary
from balise_server.packages.package import Item, Package, Target
from balise_server.packages.refusals import PackageError

__all__ = ["Course", "Item", "Library", "Package", "PackageError", "Target", "primary"]
