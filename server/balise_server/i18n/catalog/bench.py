"""Texts of the bench: the strict LMS and its profiles."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "bench.title": ("Banc d’essai", "Test bench"),
    "bench.lead": (
        "Un LMS strict joue la formation comme le ferait une plateforme difficile : chaque appel "
        "est vérifié et montré. Rien n’entre dans les statistiques.",
        "A strict LMS plays the course as a difficult platform would: every call is checked and "
        "shown. Nothing enters the statistics.",
    ),
    "bench.edition": ("Paquet", "Package"),
    "bench.profile": ("Profil", "Profile"),
    "bench.profiles": ("Ce que fait chaque profil", "What each profile does"),
    "bench.play": ("Jouer", "Play"),
    "bench.again": ("Nouvelle visite", "New visit"),
    "bench.back": ("Tous les profils", "All profiles"),
    "bench.none": (
        "Aucun paquet SCORM ici. Construisez une formation, ou déposez un paquet dans la "
        "bibliothèque.",
        "No SCORM package here. Build a course, or drop a package in the library.",
    ),
    "bench.learner": ("Personne {n}", "Person {n}"),
    "bench.recorded": ("Ce que ce LMS a retenu", "What this LMS has kept"),
}
