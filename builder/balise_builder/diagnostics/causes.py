"""Findings that another one explains: only the cause is told, so that it is not drowned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.diagnostics.core import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from balise_builder.diagnostics.core import Diagnostic

COURSE = "cours.md"
BANK = "banque.md"
COMMON = "../_commun/"
REGISTERS = {
    "chiffre-inconnu": "chiffres.yaml", "droit-inconnu": "droit.yaml",
    "aide-inconnue": "ressources.yaml", "variable-inconnue": "variables.yaml",
    "citation-inconnue": "sources.yaml", "source-inconnue": "sources.yaml",
    "territoire-inconnu": "territoires.yaml", "public-inconnu": "publics.yaml",
    "idee-inconnue": "idees.yaml", "variantes-prenoms": "prenoms.yaml",
}  # fmt: skip
"""What says that a register has no such entry, and the register."""
MISSING = frozenset({"media-introuvable", "lien-vers-rien"})
UNREAD = frozenset({
    "encodage", "fichier-illisible", "fichier-trop-gros", "caractere-interdit",
    "lien-dehors", "lien-en-boucle", "lien-casse", "noms-confondus",
})  # fmt: skip
"""The file is there, but nothing of it could be taken."""
BLOCKS = frozenset({
    "conteneur-non-ferme", "conteneur-inconnu", "conteneur-sans-nom", "conteneur-trop-profond",
    "code-non-ferme",
})  # fmt: skip
"""What follows in the file may not be read as its author meant."""
EMPTY = frozenset({"banque-vide", "banque-inconnue", "evaluation-sans-questions"})
TWICE = frozenset({"id-en-double", "page-id-en-double"})
KEYS = ("en-tete-", "cle-")
"""The keys of a front matter were not all understood."""


def only_causes(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return ``found`` without the errors that another error explains, in the same order.

    Something always remains: a cause is never taken out, so that an error stays an error.
    """
    listing = tuple(found)
    errors = tuple(d for d in listing if d.severity is Severity.ERROR)
    return tuple(
        d for d in listing
        if (explains := _explanation(d)) is None or not any(explains(other) for other in errors)
    )  # fmt: skip


def _explanation(found: Diagnostic) -> Callable[[Diagnostic], bool] | None:
    """Return what tells whether another finding explains ``found``; ``None``: nothing can."""
    file = found.span.file
    if found.code in REGISTERS:
        register = COMMON + REGISTERS[found.code]
        return lambda d: d.span.file == register and d.code not in REGISTERS
    if found.code in MISSING:
        target = found.params["target"]
        return lambda d: d.span.file == target and d.code in UNREAD
    if found.code == "registre-texte":
        return lambda d: d.span.file == file and d.code == "registre-profond"
    if found.code == "titre-de-niveau-1":
        return lambda d: d.span.file == file and d.code == "en-tete-absent"
    if found.code == "objectif-inconnu":
        return lambda d: d.span.file == COURSE and d.code.startswith(KEYS)
    if found.code == "banque-inconnue":
        return lambda d: d.span.file == BANK and d.code in UNREAD | BLOCKS
    if found.code == "evaluation-sans-points":
        return lambda d: d.code in EMPTY | UNREAD | BLOCKS
    if found.code == "evaluation-inconnue":
        name = found.params["id"]
        return lambda d: (
            (d.code in UNREAD | BLOCKS and d.span.file.endswith(".md"))
            or (d.code in TWICE and d.params["id"] == name)
        )
    return None
