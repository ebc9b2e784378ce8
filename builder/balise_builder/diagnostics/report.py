"""Findings as lines for people and as JSON for tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.diagnostics.core import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from balise_builder.diagnostics.core import Diagnostic

SEVERITY_WORDS = {
    "fr": {"error": "erreur", "warning": "avertissement", "info": "information"},
    "en": {"error": "error", "warning": "warning", "info": "information"},
}


def to_text(found: Iterable[Diagnostic], lang: str = "fr", root: str = "") -> list[str]:
    """Return one line a finding: ``file:line:column: severity [code] message hint``.

    :param root: put before the file names (the course folder as the author typed it).
    """
    words = SEVERITY_WORDS["en" if lang == "en" else "fr"]
    lines = []
    for d in found:
        place = f"{quoted(root + d.span.file)}:{d.span.line}:{d.span.column}"
        text = " ".join(part for part in (d.message(lang), d.hint(lang)) if part)
        lines.append(f"{place}: {words[d.severity.value]} [{d.code}] {text}")
    return lines


def to_json(
    found: Iterable[Diagnostic], lang: str = "fr", root: str = ""
) -> list[dict[str, object]]:
    """Return the findings as the JSON list of the ``--format json`` output."""
    return [
        {
            "file": root + d.span.file,
            "line": d.span.line,
            "column": d.span.column,
            "end_line": d.span.end_line,
            "end_column": d.span.end_column,
            "severity": d.severity.value,
            "code": d.code,
            "message": d.message(lang),
            "hint": d.hint(lang),
            "fix": None
            if d.fix is None
            else {
                "text": d.fix.text,
                "line": d.fix.span.line,
                "column": d.fix.span.column,
                "end_line": d.fix.span.end_line,
                "end_column": d.fix.span.end_column,
            },
        }
        for d in found
    ]
