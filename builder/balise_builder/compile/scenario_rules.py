"""Variables of a scenario, and the code spans that read (``si a < 1``) or change them (``a+1``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.diagnostics import Fix
from balise_builder.markdown.names import suggestion
from balise_builder.model import Condition, Effect, Variable
from balise_builder.model.scenario import HIGHEST
from balise_builder.source.folding import fold, slip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from balise_builder.compile.desk import Desk
    from balise_builder.model import Span

NAME = r"(?P<name>[^\W\d_]\w*)"
VALUE = r"(?P<value>\d{1,4})"
FIRST = re.compile(rf"{NAME}(?:\s*[=:]\s*|\s+[àa]\s+|\s+){VALUE}(?!\w)", re.IGNORECASE)
BETWEEN = re.compile(r"\s*[,;]\s*(?:et\s+|and\s+)?|\s+(?:et|and)\s+|\s+", re.IGNORECASE)
JOINED = re.compile(r"\s+(?:et|and)\s+|\s*,\s*|\s*&&?\s*", re.IGNORECASE)
IF = re.compile(r"(?:si|if)\s+(?P<rest>.+)", re.IGNORECASE)
COMPARED = re.compile(rf"{NAME}\s*(?P<operator><=|>=|!=|<>|==|=|<|>|≤|≥|≠)\s*{VALUE}")
CHANGED = re.compile(rf"{NAME}\s*(?P<operator>\+=|-=|[+=−–-])\s*{VALUE}")
RESERVED = frozenset({"si", "if", "et", "and"})
COMPARISONS: dict[str, Literal["<", ">", "<=", ">=", "=", "!="]] = {
    "<": "<", ">": ">", "<=": "<=", ">=": ">=", "=": "=", "==": "=", "!=": "!=", "<>": "!=",
    "≤": "<=", "≥": ">=", "≠": "!=",
}  # fmt: skip
CHANGES: dict[str, Literal["+", "-", "="]] = {
    "+": "+", "+=": "+", "-": "-", "-=": "-", "−": "-", "–": "-", "=": "=",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Code:
    """One code span after the link of a choice."""

    span: Span
    text: str


def variables(desk: Desk, text: str, span: Span) -> tuple[Variable, ...]:
    """Return the variables of ``variables="a=0 b=2"``; also « a : 0, b : 2 » and « a à 0 »."""
    found: list[Variable] = []
    position, text = 0, text.strip()
    while position < len(text):
        match = FIRST.match(text, position)
        if match is None or fold(match["name"]) in RESERVED:
            desk.collector.add("scenario-variables", span, text=text[position:])
            break
        name, value = match["name"], int(match["value"])
        if any(fold(one.name) == fold(name) for one in found):
            desk.collector.add("variable-en-double", span, name=name)
        elif value > HIGHEST:
            desk.collector.add("regle-hors-bornes", span, text=match.group(), value=value)
        else:
            found.append(Variable(span, name, value))
        gap = BETWEEN.match(text, match.end())
        position = gap.end() if gap else match.end()
    return tuple(found)


def rules(
    desk: Desk, codes: Sequence[Code], known: Sequence[Variable]
) -> tuple[tuple[Condition, ...], tuple[Effect, ...]]:
    """Return what the code spans of a choice say; what they do not say is a finding."""
    conditions: list[Condition] = []
    effects: list[Effect] = []
    for code in codes:
        text = " ".join(code.text.split())
        asked = IF.fullmatch(text)
        parts = JOINED.split(asked["rest"] if asked else text)
        matches = [(COMPARED if asked else CHANGED).fullmatch(part) for part in parts]
        if (not asked and len(parts) > 1) or not all(matches):
            _unreadable(desk, code, text, parts)
            continue
        for match in matches:
            assert match is not None
            index = _index(desk, code, match["name"], known)
            if index is None:
                continue
            operator, value = match["operator"], int(match["value"])
            if value > HIGHEST or (not asked and value == 0 and CHANGES[operator] != "="):
                desk.collector.add("regle-hors-bornes", code.span, text=text, value=value)
            elif asked:
                conditions.append(Condition(index, COMPARISONS[operator], value, text))
            else:
                effects.append(Effect(index, CHANGES[operator], value, text))
    return tuple(conditions), tuple(effects)


def _unreadable(desk: Desk, code: Code, text: str, parts: Sequence[str]) -> None:
    """Report a code span; a comparison that only misses « si » has a fix."""
    whole = all(COMPARED.fullmatch(part) for part in parts)
    fix = Fix(code.span, f"`si {text}`") if whole and not CHANGED.fullmatch(text) else None
    desk.collector.add("regle-illisible", code.span, fix=fix, text=text)


def _index(desk: Desk, code: Code, name: str, known: Sequence[Variable]) -> int | None:
    """Return the place of a variable among those of the scenario; ``None`` after a finding."""
    for index, one in enumerate(known):
        if fold(one.name) == fold(name):
            return index
    names = tuple(one.name for one in known)
    meant = slip(name, names)
    fix = None
    if meant is not None and code.text.count(name) == 1:
        fix = Fix(code.span, f"`{code.text.replace(name, meant)}`")
    desk.collector.add(
        "variable-de-scenario-inconnue", code.span, fix=fix, name=name,
        suggestion=suggestion(name, names),
    )  # fmt: skip
    return None
