"""CSL-JSON fields of ``sources.yaml`` as text (Citation Style Language 1.0.2, « CSL-JSON »)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.source.nodes import Node

NAMES = ("author", "editor", "translator", "collection-editor", "container-author")
DATES = ("issued", "accessed", "original-date")
CSL_FIELDS = (
    "title", "type", *NAMES, *DATES, "URL", "DOI", "ISBN", "ISSN", "publisher", "publisher-place",
    "page", "volume", "issue", "number", "edition", "chapter-number", "section", "version",
    "container-title", "collection-title", "collection-number", "title-short", "event-title",
    "event-place", "genre", "medium", "archive", "authority", "jurisdiction", "language",
    "abstract", "keyword", "note", "number-of-pages", "status", "source",
)  # fmt: skip


def csl_text(field: str, node: Node, collector: Collector) -> str:
    """Return a field as text: names « Nom, Prénom; … », dates ``2025-03``, the rest as written."""
    if node.kind == "text":
        return node.text
    if field in NAMES:
        people = node.items if node.kind == "list" else (node,)
        return "; ".join(name for person in people if (name := _name(person)))
    if field in DATES and node.kind == "map":
        return _date(node)
    if node.kind == "list" and all(item.kind == "text" for item in node.items):
        return ", ".join(item.text for item in node.items)
    collector.add("registre-texte", node.span, key=field)
    return ""


def _name(node: Node) -> str:
    if node.kind != "map":
        return node.text
    parts = {key.text: value.text for key, value in node.pairs}
    return parts.get("literal") or ", ".join(
        part for part in (parts.get("family", ""), parts.get("given", "")) if part
    )


def _date(node: Node) -> str:
    for key, value in node.pairs:
        if key.text in {"raw", "literal"}:
            return value.text
        if key.text == "date-parts" and value.items:
            first = value.items[0]
            parts = first.items if first.kind == "list" else value.items
            return "-".join(part.text.zfill(2) for part in parts)
    return ""
