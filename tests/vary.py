"""Golden vectors, and courses made by varying the sample one (as ``player/support/golden.ts``)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).resolve().parent / "golden"


def golden(path: str) -> Any:
    """Return the content of a golden JSON file."""
    return json.loads((GOLDEN / path).read_text(encoding="utf-8"))


def sample(variation: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a sample course.json (``base``) with the fields of ``variation`` changed."""
    change = variation or {}
    course: dict[str, Any] = golden(f"contract/{change.get('base', 'sample')}.course.json")
    course["rule"].update(change.get("rule", {}))
    for part in ("items", "pages", "evaluations", "scenarios"):
        for entry_id, fields in change.get(part, {}).items():
            next(e for e in course[part] if e["id"] == entry_id).update(fields)
    return course
