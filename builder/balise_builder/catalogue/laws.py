"""The table of legal statements: who uses each, where it comes from, what it still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.catalogue.courses import laws_of
from balise_builder.catalogue.tables import code, listed, table
from balise_builder.markdown.typography import typeset
from balise_builder.source.freshness import is_signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from balise_builder.catalogue.facts import Facts
    from balise_builder.model import Law, Registers

UNSIGNED = (
    "**À vérifier et à signer** par une personne qualifiée, avec une échéance d’au plus douze mois."
)


def laws(facts: Sequence[Facts]) -> list[str]:
    """Return the lines of the part « droit »."""
    if not facts:
        return []
    registers = facts[0].registers
    users: dict[str, list[str]] = {}
    for one in facts:
        for name in laws_of(one.course) if one.course is not None else ():
            users.setdefault(name, []).append(code(one.slug))
    rows = []
    for name, law in registers.laws.items():
        if name in users:
            said, where = f"**{name}** {typeset(law.statement)}", f"{law.law}, {law.article}"
            by = "<br>".join(users[name])
            rows.append((said, where, _source(law, registers), by, _needs(law)))
    heads = ("Énoncé", "Loi et article", "Source", "Modules", "Ce qu’il lui faut encore")
    lines = table(heads, rows)
    unused = [code(name) for name in registers.laws if name not in users]
    if unused:
        lines += ["", f"{typeset('Au registre, et dans aucun module :')} {listed(unused)}."]
    return lines


def _source(law: Law, registers: Registers) -> str:
    """Return the source as a link when its address is known."""
    source = registers.sources.get(law.source)
    if source is None:
        return law.source
    title = source.fields.get("title", law.source)
    address = source.fields.get("URL", "")
    return f"[{title}]({address})" if address else title


def _needs(law: Law) -> str:
    """Return what is missing, then the note of those who keep the register."""
    if not is_signed(law):
        said = UNSIGNED
    else:
        until = f"; à revoir avant le {law.expires}" if law.expires else "; échéance à écrire"
        said = f"Vérifié par {law.checked_by} le {law.checked_on}{until}."
    return typeset(" ".join(filter(None, (said, law.note.strip()))))
