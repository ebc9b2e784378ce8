"""Packages: byte-identical zips, their sums, and whether any platform would take them."""

from balise_builder.package.sums import FILE as SUMS_FILE
from balise_builder.package.tar import write_tar
from balise_builder.package.validate import validate
from balise_builder.package.zip import write_zip

__all__ = ["SUMS_FILE", "validate", "write_tar", "write_zip"]
