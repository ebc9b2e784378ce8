"""Texts of every page."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "site.skip": ("Aller au contenu", "Skip to content"),
    "site.nav": ("Navigation principale", "Main navigation"),
    "site.home": ("Balise, accueil", "Balise, home"),
    "site.library": ("Formations", "Courses"),
    "site.statistics": ("Statistiques", "Statistics"),
    "site.switch": ("English", "Français"),
    "site.learner": ("Vous êtes {name}", "You are {name}"),
    "site.preview": (
        "Aperçu sur ce poste : rien ne quitte cet ordinateur.",
        "Preview on this machine: nothing leaves this computer.",
    ),
    "site.version": ("Balise {version}", "Balise {version}"),
    "common.back_to_library": ("Toutes les formations", "All courses"),
    "status.draft": ("Ébauche", "Draft"),
    "status.in-review": ("En révision", "In review"),
    "status.approved": ("Approuvée", "Approved"),
    "completion.not-attempted": ("Pas commencée", "Not started"),
    "completion.incomplete": ("En cours", "In progress"),
    "completion.completed": ("Terminée", "Completed"),
    "completion.unknown": ("En cours", "In progress"),
    "success.unknown": ("Pas encore de résultat", "No result yet"),
    "success.passed": ("Réussie", "Passed"),
    "success.failed": ("Échouée", "Failed"),
    "edition.scorm12": ("SCORM 1.2", "SCORM 1.2"),
    "edition.scorm2004": ("SCORM 2004 (4ᵉ édition)", "SCORM 2004 (4th edition)"),
    "edition.web": ("Page web, sans LMS", "Web page, no LMS"),
}
