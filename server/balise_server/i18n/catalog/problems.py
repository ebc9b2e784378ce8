"""Texts of the error pages."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "problem.400.title": ("La demande n’est pas lisible", "The request cannot be read"),
    "problem.403.title": ("Ce lien n’est plus valable", "This link is no longer valid"),
    "problem.404.title": ("Il n’y a rien à cette adresse", "There is nothing at this address"),
    "problem.404.text": (
        "La page a peut-être été renommée, ou l’adresse contient une faute de frappe.",
        "The page may have been renamed, or the address may have a typing mistake.",
    ),
    "problem.405.title": ("Cette adresse ne s’emploie pas ainsi", "This address works differently"),
    "problem.409.title": ("Quelque chose de plus récent existe", "Something newer exists"),
    "problem.413.title": ("L’envoi est trop gros", "What was sent is too large"),
    "problem.413.text": (
        "Rien n’a été modifié. Un paquet dépasse rarement quelques dizaines de mégaoctets : "
        "compressez les vidéos et les images.",
        "Nothing was changed. A package is rarely over a few tens of megabytes: compress its "
        "videos and images.",
    ),
    "problem.421.title": ("Ce serveur ne répond pas à ce nom", "This server has another name"),
    "problem.500.title": ("Le serveur n’a pas pu répondre", "The server could not answer"),
    "problem.500.text": (
        "La faute est la nôtre. Rien de ce qui était enregistré n’est perdu; recommencez dans "
        "un moment.",
        "The fault is ours. Nothing that was saved is lost; try again in a moment.",
    ),
    "problem.503.title": ("Le serveur est occupé", "The server is busy"),
    "problem.other.title": ("Quelque chose n’a pas marché", "Something did not work"),
    "problem.home": ("Retourner aux formations", "Go back to the courses"),
    "problem.code": ("Erreur {code}", "Error {code}"),
}
