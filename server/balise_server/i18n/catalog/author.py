"""Texts of the author's view."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "author.title": ("Vue de l’auteur : {title}", "Author’s view: {title}"),
    "author.note": (
        "Rien n’est enregistré ici. Enregistrez un fichier : la page suit.",
        "Nothing is recorded here. Save a file: the page follows.",
    ),
    "author.live": ("Suit vos fichiers", "Follows your files"),
    "author.offline": (
        "Aperçu arrêté : relancez « balise preview ».",
        "Preview stopped: run “balise preview” again.",
    ),
    "author.stale": ("Version périmée", "Stale version"),
    "author.stale_note": (
        "Vous voyez la dernière version qui se construisait. Corrigez les erreurs de la liste : "
        "la page se mettra à jour d’elle-même.",
        "You are looking at the last version that built. Fix the errors listed here: "
        "the page will update by itself.",
    ),
    "author.nothing": (
        "Cette formation ne s’est pas encore construite. "
        "Corrigez les erreurs : elle apparaîtra ici.",
        "This course has not built yet. Fix the errors: it will appear here.",
    ),
    "author.findings": ("Constats", "Findings"),
    "author.none": ("Aucun constat. Tout se construit.", "No findings. Everything builds."),
    "author.errors": ("{n} erreur||{n} erreurs", "{n} error||{n} errors"),
    "author.warnings": ("{n} avertissement||{n} avertissements", "{n} warning||{n} warnings"),
    "author.infos": ("{n} information||{n} informations", "{n} information||{n} informations"),
    "author.severity.error": ("Erreur", "Error"),
    "author.severity.warning": ("Avertissement", "Warning"),
    "author.severity.info": ("Information", "Information"),
    "author.map": ("Carte du scénario", "Map of the scenario"),
    "author.map_title": ("Carte du scénario : {title}", "Map of the scenario: {title}"),
    "author.map_none": (
        "Cette formation n’a plus de scénario.",
        "This course has no scenario any more.",
    ),
    "author.back": ("Vue de l’auteur", "Author’s view"),
    "author.skip_findings": ("Aller aux constats", "Skip to the findings"),
}
