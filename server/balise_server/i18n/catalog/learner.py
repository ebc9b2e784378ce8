"""Texts about the person who learns: name, attempts, resume."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "learner.title": ("Qui suit la formation?", "Who is taking the course?"),
    "learner.lead": (
        "Sur ce poste d’essai, un nom suffit : il garde ensemble vos tentatives. "
        "Un nom inventé convient très bien.",
        "On this trial machine a name is enough: it keeps your attempts together. "
        "A made-up name is fine.",
    ),
    "learner.name": ("Votre nom", "Your name"),
    "learner.name_help": (
        "Il est gardé sur ce serveur seulement, et n’est jamais envoyé dans une adresse.",
        "It is kept on this server only, and is never sent in an address.",
    ),
    "learner.continue": ("Continuer", "Continue"),
    "learner.forget": ("Ce n’est pas moi", "This is not me"),
    "course.attempts": ("Vos tentatives", "Your attempts"),
    "course.no_attempt": (
        "Vous n’avez pas encore commencé cette formation.",
        "You have not started this course yet.",
    ),
    "course.attempt": ("Tentative {number}", "Attempt {number}"),
    "course.started": ("Commencée", "Started"),
    "course.updated": ("Dernière activité", "Last activity"),
    "course.time": ("Temps", "Time"),
    "course.score": ("Résultat", "Score"),
    "course.edition": ("Paquet", "Package"),
    "course.start": ("Commencer", "Start"),
    "course.resume": ("Reprendre où j’étais", "Resume where I was"),
    "course.again": ("Nouvelle tentative", "New attempt"),
    "course.again_help": (
        "Le meilleur résultat obtenu jusqu’ici est gardé.",
        "The best result so far is kept.",
    ),
}
