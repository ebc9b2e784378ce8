"""What a block says itself, in French and English; the player's words are built beside it."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

TEXTS: dict[str, dict[str, str]] = {
    "fr": {
        "notReady": "Cette activité n’est pas prête. Avisez la personne qui donne ce cours :",
        "script": "Cette activité demande JavaScript.",
        "preview": "Aperçu pour l’équipe du cours : la personne inscrite répond à l’activité ici.",
        "content": "Contenu (course.json)",
        "document": "Texte (HTML)",
        "name": "Titre",
        "weight": "Poids dans la note (0 : rien n’est noté)",
        "save": "Enregistrer",
        "cancel": "Annuler",
        "saved": "Enregistré.",
        "unreached": "Rien n’est enregistré : le serveur ne répond pas. Votre texte reste ici.",
        "badWeight": "Le poids est un nombre de 0 ou plus; « {found} » n’en est pas un.",
        "badField": "Le champ « {name} » manque, ou n’est pas un texte.",
        "badCharacter": "Le champ « {name} » contient un caractère invisible (U+{code}) qu’un cours"
        " exporté ne peut pas porter. Effacez-le.",
        "reportStatus": "État",
        "reportScore": "Note (%)",
        "reportAttempts": "Tentatives",
        "reportAnswer": "Réponse à {item}",
        "incomplete": "en cours",
        "completed": "terminé",
        "passed": "réussi",
        "failed": "échec",
    },
    "en": {
        "notReady": "This activity is not ready. Tell the person who gives this course:",
        "script": "This activity needs JavaScript.",
        "preview": "Preview for the course team: this is where learners do the activity.",
        "content": "Content (course.json)",
        "document": "Text (HTML)",
        "name": "Title",
        "weight": "Weight in the grade (0: nothing is graded)",
        "save": "Save",
        "cancel": "Cancel",
        "saved": "Saved.",
        "unreached": "Nothing is saved: the server does not answer. Your text is still here.",
        "badWeight": "The weight is a number, 0 or more; “{found}” is not.",
        "badField": "The field “{name}” is missing, or is not a text.",
        "badCharacter": "The field “{name}” holds an invisible character (U+{code}) that an"
        " exported course cannot carry. Delete it.",
        "reportStatus": "Status",
        "reportScore": "Score (%)",
        "reportAttempts": "Attempts",
        "reportAnswer": "Answer to {item}",
        "incomplete": "in progress",
        "completed": "completed",
        "passed": "passed",
        "failed": "failed",
    },
}


def known(language: str) -> str:
    """Return ``en`` for any English, ``fr`` for everything else: French comes first."""
    return "en" if language.lower().startswith("en") else "fr"


def say(key: str, language: str, **values: object) -> str:
    """Return a text of this module."""
    return TEXTS[known(language)][key].format(**values)


@cache
def player_texts(language: str) -> dict[str, Any]:
    """Return the player's words.

    :raises FileNotFoundError: the front end was not built (``python builder/frontend.py``).
    """
    path = resources.files("balise_xblocks") / "public/built" / f"{known(language)}.json"
    texts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return texts
