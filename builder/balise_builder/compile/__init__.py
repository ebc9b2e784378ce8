"""From the parsed files of a course to the model."""

from balise_builder.compile.accepted import accept
from balise_builder.compile.course import compile_course

__all__ = ["accept", "compile_course"]
