"""The matrix of people: which origins and genders hold which role, over all courses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.catalogue.tables import code, listed, percent, table
from balise_builder.markdown.typography import typeset
from balise_builder.model.people import PERSON_ROLES
from balise_builder.source.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from balise_builder.catalogue.facts import Facts
    from balise_builder.model import FirstName
    from balise_builder.model.people import PersonRole

ROLES: Mapping[PersonRole, str] = {
    "staff": "Personnel", "partner": "Partenaire", "young": "Jeune personne",
    "adult": "Adulte concerné", "relative": "Proche", "public": "Public",
    "worrying": "Personne qui inquiète",
}  # fmt: skip
FEWEST = 3
"""People of one group in a role under which a share says nothing."""
OUTSIDE = "hors banque"
LEGEND = """\
Une personne compte une fois par module et par rôle. L’origine et le genre sont ceux de la banque de
prénoms (`_commun/prenoms.yaml`) : ils servent à équilibrer, jamais à décrire quelqu’un. Entre
parenthèses, le nombre de modules quand il y en a plus d’un."""


@dataclass(frozen=True, slots=True)
class Part:
    """One first name in one role of one course."""

    slug: str
    name: str
    role: PersonRole
    origin: str
    gender: str


def people(facts: Sequence[Facts]) -> list[str]:
    """Return the lines of the part « personnes »."""
    held = parts_held(facts)
    bank = facts[0].registers.first_names if facts else ()
    origins = list(dict.fromkeys(one.origin for one in bank))
    genders = list(dict.fromkeys(one.gender for one in bank))
    outside = [OUTSIDE] if any(part.origin == OUTSIDE for part in held) else []
    lines = ["### Rôle et origine", "", *_matrix(held, "origin", [*origins, *outside]), ""]
    lines += [typeset(LEGEND), ""]
    lines += ["### Rôle et genre", "", *_matrix(held, "gender", [*genders, *outside]), ""]
    lines += ["### Équilibre", "", *balance(held, bank), ""]
    lines += ["### Rôle et module", "", *_modules(held)]
    silent = [code(f.slug) for f in facts if f.course is not None and not f.course.people]
    if silent:
        lines += ["", f"{typeset('N’ont pas encore de liste « personnes » :')} {listed(silent)}."]
    return lines


def parts_held(facts: Sequence[Facts]) -> list[Part]:
    """Return who holds which role in which course."""
    found = []
    for one in facts:
        bank = {fold(name.name): name for name in one.registers.first_names}
        for person in one.course.people if one.course is not None else ():
            known = bank.get(fold(person.name))
            origin, gender = (known.origin, known.gender) if known else (OUTSIDE, OUTSIDE)
            found += [Part(one.slug, person.name, role, origin, gender) for role in person.roles]
    return found


def _matrix(held: Sequence[Part], key: str, groups: Sequence[str]) -> list[str]:
    """Return the table of roles by group: how many, and who."""
    rows = []
    for role, label in ROLES.items():
        here = [part for part in held if part.role == role]
        cells = [_cell([p for p in here if getattr(p, key) == g], len(here)) for g in groups]
        rows.append((label, str(len(here)), *cells))
    whole = [_share([p for p in held if getattr(p, key) == group], held) for group in groups]
    rows.append(("**Tous les rôles**", str(len(held)), *whole))
    return table(("Rôle", "Personnes", *map(str.capitalize, groups)), rows)


def _cell(here: Sequence[Part], of: int) -> str:
    """Return how many, their share of the role, and the names."""
    if not here:
        return ""
    return f"**{len(here)}** ({percent(len(here) / of)})<br>{names(here)}"


def _share(here: Sequence[Part], held: Sequence[Part]) -> str:
    return f"**{len(here)}** ({percent(len(here) / len(held))})" if here else ""


def names(parts: Iterable[Part]) -> str:
    """Return the names in the order of the alphabet, with their number when not one."""
    counts = Counter(part.name for part in parts)
    ordered = sorted(counts, key=fold)
    return listed(f"{n} ({counts[n]})" if counts[n] > 1 else n for n in ordered)


def balance(held: Sequence[Part], bank: Sequence[FirstName]) -> list[str]:
    """Return a sentence for each role that a group holds more than twice its share of the bank.

    A group of fewer than three people in a role is left out: its share says nothing.
    """
    lines = []
    for key, of in (("origin", "d’origine {}"), ("gender", "du genre {}")):
        shares = Counter(getattr(one, key) for one in bank)
        for role in PERSON_ROLES:
            here = [part for part in held if part.role == role]
            counts = Counter(getattr(part, key) for part in here)
            for group, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
                expected = shares[group] / len(bank) if bank else 0
                if number < FEWEST or not expected or number / len(here) <= 2 * expected:
                    continue
                lines.append(
                    typeset(
                        f"- Le rôle « {ROLES[role].lower()} » est tenu {number} fois sur"
                        f" {len(here)} par des prénoms {of.format(group)} :"
                        f" {percent(number / len(here))}, alors qu’ils sont {percent(expected)}"
                        " de la banque."
                    )
                )
    return lines or [
        "Aucun rôle n’est tenu par une origine ou un genre plus de deux fois sa part de la banque"
        " de prénoms."
    ]


def _modules(held: Sequence[Part]) -> list[str]:
    slugs = list(dict.fromkeys(part.slug for part in held))
    rows = [
        (code(slug), *(
            names(p for p in held if p.slug == slug and p.role == role) for role in ROLES
        ))
        for slug in slugs
    ]  # fmt: skip
    return table(("Code", *ROLES.values()), rows)
