"""Findings about a course: what was found, where, what was expected and what to do."""

from balise_builder.diagnostics.core import (
    Collector,
    Diagnostic,
    Fix,
    Kind,
    Severity,
    kinds,
)
from balise_builder.diagnostics.report import to_json, to_text

__all__ = [
    "Collector",
    "Diagnostic",
    "Fix",
    "Kind",
    "Severity",
    "kinds",
    "to_json",
    "to_text",
]
