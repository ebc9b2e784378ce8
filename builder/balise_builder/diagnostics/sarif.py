"""Findings as SARIF 2.1.0, for code hosting and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from balise_builder import __version__
from balise_builder.diagnostics.core import Severity, kinds
from balise_builder.diagnostics.templates import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from balise_builder.diagnostics.core import Diagnostic, Kind
    from balise_builder.model.span import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
PAGE = "docs/guide-formateur/diagnostics.md"
"""The page that explains every code, with an anchor each."""
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
LANGUAGES = {"fr": "fr-CA", "en": "en-CA"}


def to_sarif(found: Iterable[Diagnostic], lang: str = "fr", root: str = "") -> dict[str, Any]:
    """Return the SARIF log of findings: one run, the rules that were met, in both languages.

    A rule's ``helpUri`` must be absolute (SARIF 2.1.0, § 3.49.12), which a page of one's own
    checkout has not: the page is named in ``help`` and ``properties`` instead.

    :param root: put before the file names.
    """
    listing = list(found)
    rules = [kinds()[code] for code in sorted({d.code for d in listing})]
    places = {rule.code: number for number, rule in enumerate(rules)}
    other = "fr" if lang == "en" else "en"
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "language": LANGUAGES[lang],
                "columnKind": "unicodeCodePoints",
                "tool": {
                    "driver": {
                        "name": "balise",
                        "semanticVersion": __version__,
                        "language": LANGUAGES[lang],
                        "rules": [_rule(kind, lang) | _settings(kind) for kind in rules],
                    }
                },
                "translations": [
                    {
                        "name": "balise",
                        "language": LANGUAGES[other],
                        "contents": ["localizedData"],
                        "rules": [_rule(kind, other) for kind in rules],
                    }
                ],
                "results": [_result(d, places[d.code], lang, root) for d in listing],
            }
        ],
    }


def _rule(kind: Kind, lang: str) -> dict[str, Any]:
    """Return the texts of a rule in one language."""
    message, hint = (kind.en, kind.hint_en) if lang == "en" else (kind.fr, kind.hint_fr)
    advice = readable(hint or message)
    return {
        "id": kind.code,
        "shortDescription": {"text": readable(message)},
        "help": {"text": advice, "markdown": f"{advice}\n\n[{kind.code}]({PAGE}#{kind.code})"},
    }


def _settings(kind: Kind) -> dict[str, Any]:
    return {
        "defaultConfiguration": {"level": LEVELS[kind.severity]},
        "properties": {"page": f"{PAGE}#{kind.code}"},
    }


def _result(d: Diagnostic, index: int, lang: str, root: str) -> dict[str, Any]:
    """Return one finding, with its safe fix when it has one."""
    place = {"artifactLocation": _file(root + d.span.file), "region": _region(d.span)}
    result: dict[str, Any] = {
        "ruleId": d.code,
        "ruleIndex": index,
        "level": LEVELS[d.severity],
        "message": {"text": " ".join(part for part in (d.message(lang), d.hint(lang)) if part)},
        "locations": [{"physicalLocation": place}],
    }
    if d.fix is not None:
        replacement = {
            "deletedRegion": _region(d.fix.span), "insertedContent": {"text": d.fix.text}
        }  # fmt: skip
        change = {
            "artifactLocation": _file(root + d.fix.span.file), "replacements": [replacement]
        }  # fmt: skip
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def _file(name: str) -> dict[str, str]:
    return {"uri": quote(name, safe="/.-_~")}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line, "startColumn": span.column,
        "endLine": span.end_line, "endColumn": span.end_column,
    }  # fmt: skip


def to_github(found: Sequence[Diagnostic], lang: str = "fr", root: str = "") -> list[str]:
    """Return a workflow command a finding: an annotation beside the line in a pull request."""
    commands = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    lines = []
    for d in found:
        text = " ".join(part for part in (d.message(lang), d.hint(lang)) if part)
        place = {"file": root + d.span.file, "line": d.span.line, "endLine": d.span.end_line}
        if d.span.line == d.span.end_line:  # columns are refused on several lines
            place |= {"col": d.span.column, "endColumn": d.span.end_column}
        place["title"] = d.code
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
        lines.append(f"::{commands[d.severity]} {properties}::{_data(text)}")
    return lines


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
