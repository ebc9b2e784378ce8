"""``personnes`` in cours.md: who the situations are about, and in which roles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.model.people import Person, PersonRole
from balise_builder.source.folding import fold, nearest
from balise_builder.source.keys import Choice

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Registers
    from balise_builder.source.front import Value
    from balise_builder.source.values import Values

ROLES = Choice(
    {
        "personnel": "staff", "partenaire": "partner", "jeune personne": "young",
        "adulte concerné": "adult", "proche": "relative", "public": "public",
        "personne qui inquiète": "worrying", "adulte concernée": "adult", "jeune": "young",
        "staff": "staff", "partner": "partner", "young person": "young", "adult": "adult",
        "relative": "relative", "worrying person": "worrying",
    }
)  # fmt: skip
"""Words of the roles; an English alias for each (``public`` is the same in both)."""
_PERSON = re.compile(r"(?P<name>[^:]+?)[\s\xa0]*:[\s\xa0]*(?P<roles>.*)")
BANK = "prenoms.yaml"


def people(top: Values, registers: Registers, collector: Collector) -> tuple[Person, ...]:
    """Return the people of ``personnes``; what is wrong in a line is a finding."""
    bank = {fold(one.name): one.name for one in registers.first_names}
    found: dict[str, Person] = {}
    for value in top.several("people"):
        match = _PERSON.fullmatch(value.text)
        if match is None or not match["roles"]:
            collector.add("personne-incomprise", value.span, value=value.text)
            continue
        key = fold(match["name"])
        if key in found:
            line = found[key].span.line
            collector.add("personne-repetee", value.span, name=match["name"], line=line)
            continue
        if BANK in registers.present and key not in bank:
            near = nearest(match["name"], bank.values())
            collector.add(
                "personne-hors-banque", value.span, name=match["name"],
                suggestion=near or "Aminata",
            )  # fmt: skip
        name = bank.get(key, match["name"])
        found[key] = Person(value.span, name, _roles(value, match["roles"], collector))
    return tuple(found.values())


def _roles(value: Value, written: str, collector: Collector) -> tuple[PersonRole, ...]:
    roles: dict[str, None] = {}
    for word in filter(None, (part.strip() for part in written.split(","))):
        role = ROLES.read(word)
        if role is None:
            collector.add("personne-role-inconnu", value.span, role=word, known=ROLES.labels)
        else:
            roles[role] = None
    return tuple(roles)  # type: ignore[arg-type]
