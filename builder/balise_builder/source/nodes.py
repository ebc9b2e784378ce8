"""YAML as text with places: never converted (``06``, ``oui`` and ``1e3`` stay text).

Composed by libyaml when PyYAML carries it. Anchors, aliases, tags and merge keys are refused: a
register is read by people and by other tools.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from balise_builder.model import Span

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.source.text import SourceText

MAX_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list or a mapping, where it stands."""

    kind: str
    """``text``, ``list`` or ``map``."""
    span: Span
    text: str = ""
    items: tuple[Node, ...] = ()
    pairs: tuple[tuple[Node, Node], ...] = ()


_REASONS = {
    "mapping values are not allowed": (
        "un deux-points ou un retrait est de trop: mettez le texte entre guillemets",
        "a colon or an indentation is one too many: put the text between quotes",
    ),
    "did not find expected key": (
        "le retrait ou les guillemets de cette ligne ne vont pas avec la précédente",
        "the indentation or the quotes of this line do not fit the line before",
    ),
    "could not find expected ':'": (
        "il manque un deux-points après la clé",
        "a colon is missing after the key",
    ),
    "cannot start any token": (
        "un caractère spécial ou une tabulation commence le texte : mettez-le entre guillemets, "
        "et faites les retraits avec des espaces",
        "a special character or a tab begins the text: put it between quotes, "
        "and indent with spaces",
    ),
    "found unexpected end of stream": (
        "des guillemets ouverts ne sont pas fermés",
        "quotes are opened and never closed",
    ),
}


def compose(text: SourceText, collector: Collector) -> Node | None:
    """Return the document of ``text``; ``None`` when it is empty or cannot be read (a finding)."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        tokens = (yaml.AliasToken, yaml.AnchorToken, yaml.TagToken)
        if any(c in text.text for c in "&*!") and (
            found := next((t for t in yaml.scan(text.text, loader) if isinstance(t, tokens)), None)
        ):
            mark = found.start_mark
            collector.add("registre-ancre", text.span(mark.line + 1, mark.column + 1))
            return None
        root = yaml.compose(text.text, loader)
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        line, column = (place.line + 1, place.column + 1) if place else (1, 1)
        french, english = _reason(str(error.problem))
        collector.add("registre-illisible", text.span(line, column), fr=french, en=english)
        return None
    except yaml.YAMLError as error:
        collector.add("registre-illisible", Span.whole(text.file), fr=str(error), en=str(error))
        return None
    except RecursionError:
        collector.add("registre-profond", Span.whole(text.file))
        return None
    return None if root is None else _node(root, text, collector, 0)


def _reason(problem: str) -> tuple[str, str]:
    """Return why YAML could not be read, in French and in English."""
    for start, reason in _REASONS.items():
        if start in problem:
            return reason
    return f"écriture non comprise ({problem})", f"writing not understood ({problem})"


def _node(node: Any, text: SourceText, collector: Collector, depth: int) -> Node:
    """Return a composed node with its place."""
    start, end = node.start_mark, node.end_mark
    span = text.span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    if depth > MAX_DEPTH:
        collector.add("registre-profond", span)
        return Node("text", span)
    if node.id == "scalar":
        return Node("text", span, node.value.strip())
    if node.id == "sequence":
        items = tuple(_node(n, text, collector, depth + 1) for n in node.value)
        return Node("list", span, items=items)
    pairs = tuple(
        (_node(k, text, collector, depth + 1), _node(v, text, collector, depth + 1))
        for k, v in node.value
    )
    return Node("map", span, pairs=pairs)
