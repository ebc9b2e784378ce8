"""What a block says itself, in French and English; the player's words are built beside it."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from balise_xblocks.i18n import translated

TEXTS: dict[str, dict[str, str]] = {
    "fr": {
        "notReady": "Cette activité n’est pas prête. Avisez la personne qui donne ce cours :",
        "script": "Cette activité demande JavaScript.",
        "preview": "Aperçu pour l’équipe du cours : la personne inscrite répond à l’activité ici.",
        "content": "Contenu (course.json)",
        "document": "Texte (HTML)",
        "name": "Titre",
        "weight": "Poids dans la note (0 : rien n’est noté)",
        "undo": "Revenir à la scène d’avant",
        "undoYes": "Permis",
        "undoNo": "Non : un choix fait est fait",
        "badUndo": "« Revenir à la scène d’avant » est permis (yes) ou non (no); « {found} » n’est"
        " ni l’un ni l’autre.",
        "signCode": "Code de validation pratique (vide : pas de validation)",
        "shortCode": "Un code de validation a de 4 à 60 caractères.",
        "signTitle": "Validation pratique",
        "signText": "La personne qui vous a vu faire ces gestes entre son code ici. Vous n’avez pas"
        " à le connaître.",
        "signLabel": "Code de la personne qui observe",
        "signButton": "Valider",
        "signDone": "Validé le {day}.",
        "signWrong": "Ce n’est pas ce code. Rien n’a changé; vos cases non plus.",
        "signWait": "Trop d’essais de suite. Attendez dix minutes, puis recommencez.",
        "signEmpty": "Entrez le code.",
        "signUnreached": "Rien n’est validé : le serveur ne répond pas. Recommencez dans un"
        " moment.",
        "signNone": "Cette liste ne demande pas de validation.",
        "save": "Enregistrer",
        "cancel": "Annuler",
        "saved": "Enregistré.",
        "unreached": "Rien n’est enregistré : le serveur ne répond pas. Votre texte reste ici.",
        "badWeight": "Le poids est un nombre de 0 ou plus; « {found} » n’en est pas un.",
        "badField": "Le champ « {name} » manque, ou n’est pas un texte.",
        "badCharacter": "Le champ « {name} » contient un caractère invisible (U+{code}) qu’un cours"
        " exporté ne peut pas porter. Effacez-le.",
        "markdown": "Texte (Markdown)",
        "findings": "Remarques",
        "noFinding": "Aucune remarque : ce texte peut être enregistré.",
        "checking": "Lecture…",
        "line": "Ligne {n}",
        "error": "erreur",
        "warning": "avertissement",
        "info": "information",
        "draftKept": "Gardé comme brouillon. Les personnes inscrites voient encore la version"
        " d’avant. Corrigez les erreurs, puis enregistrez de nouveau.",
        "isDraft": "Ceci est un brouillon : les personnes inscrites voient encore la version"
        " d’avant.",
        "unsaved": "Ce que vous venez d’écrire n’est pas enregistré. « Annuler » encore une fois"
        " l’abandonne.",
        "noAuthoring": "Pour écrire ici en Markdown, avec les remarques à côté du texte, demandez à"
        " la personne qui administre la plateforme d’installer « balise-xblocks[authoring] »"
        " dans Studio. D’ici là, ces champs se remplissent avec ce que « balise build » a produit.",
        "builtElsewhere": "Ce contenu vient d’un cours construit par « balise build ». Corrigez-le"
        " à sa source, puis importez-le de nouveau : une correction faite ici y manquerait.",
        "notStudio": "Le texte d’un bloc s’écrit dans Studio.",
        "noRegister": "Retirez le renvoi, ou demandez à la personne qui administre Studio d’y"
        " donner vos registres (BALISE_COMMUN).",
        "tooLong": "Ce texte dépasse 256 Ko. Partagez-le entre plusieurs blocs.",
        "nothingHere": "Cette page est vide : écrivez au moins un paragraphe sous l’en-tête.",
        "evaluationHere": "Ce bloc ne corrige pas d’évaluation. Placez-la dans un"
        " bloc « balise_assessment ».",
        "textHere": "Ce bloc ne tient que son évaluation : ce texte se perdrait. Mettez-le au début"
        " de l’évaluation, avant la première question, ou dans un bloc « balise_lesson ».",
        "oneEvaluation": "Ce bloc tient une évaluation, et une seule.",
        "reportStatus": "État",
        "reportScore": "Note (%)",
        "reportAttempts": "Tentatives",
        "reportAnswer": "Réponse à {item}",
        "reportSigned": "Validation pratique",
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
        "undo": "Going back to the scene before",
        "undoYes": "Allowed",
        "undoNo": "No: a choice made is made",
        "badUndo": "“Going back to the scene before” is allowed (yes) or not (no); “{found}” is"
        " neither.",
        "signCode": "Code of the practical sign-off (empty: no sign-off)",
        "shortCode": "The code of a sign-off has 4 to 60 characters.",
        "signTitle": "Practical sign-off",
        "signText": "Whoever saw you do these things enters their code here. You do not need to"
        " know it.",
        "signLabel": "Code of the person who observes",
        "signButton": "Sign off",
        "signDone": "Signed off on {day}.",
        "signWrong": "This is not the code. Nothing has changed; your ticks neither.",
        "signWait": "Too many tries in a row. Wait ten minutes, then try again.",
        "signEmpty": "Enter the code.",
        "signUnreached": "Nothing is signed off: the server does not answer. Try again in a"
        " moment.",
        "signNone": "This list asks for no sign-off.",
        "save": "Save",
        "cancel": "Cancel",
        "saved": "Saved.",
        "unreached": "Nothing is saved: the server does not answer. Your text is still here.",
        "badWeight": "The weight is a number, 0 or more; “{found}” is not.",
        "badField": "The field “{name}” is missing, or is not a text.",
        "badCharacter": "The field “{name}” holds an invisible character (U+{code}) that an"
        " exported course cannot carry. Delete it.",
        "markdown": "Text (Markdown)",
        "findings": "Findings",
        "noFinding": "No finding: this text can be saved.",
        "checking": "Reading…",
        "line": "Line {n}",
        "error": "error",
        "warning": "warning",
        "info": "information",
        "draftKept": "Kept as a draft. Learners still see the version before. Mend the errors, then"
        " save again.",
        "isDraft": "This is a draft: learners still see the version before.",
        "unsaved": "What you have just written is not saved. “Cancel” once more gives it up.",
        "noAuthoring": "To write here in Markdown, with the findings beside the text, ask whoever"
        " administers the platform to install “balise-xblocks[authoring]” in Studio. Until then"
        " these fields take what “balise build” has made.",
        "builtElsewhere": "This content comes from a course that “balise build” made. Mend it at"
        " its source, then import it again: a correction made here would be missing there.",
        "notStudio": "The text of a block is written in Studio.",
        "noRegister": "Remove it, or ask whoever administers Studio to give your registers there"
        " (BALISE_COMMUN).",
        "tooLong": "This text is over 256 KB. Share it among several blocks.",
        "nothingHere": "This page is empty: write at least a paragraph under the header.",
        "evaluationHere": "This block marks no assessment. Put it into a “balise_assessment”"
        " block.",
        "textHere": "This block holds its assessment only: this text would be lost. Put it at the"
        " beginning of the assessment, before its first question, or into a “balise_lesson” block.",
        "oneEvaluation": "This block holds one assessment, and only one.",
        "reportStatus": "Status",
        "reportScore": "Score (%)",
        "reportAttempts": "Attempts",
        "reportAnswer": "Answer to {item}",
        "reportSigned": "Practical sign-off",
        "incomplete": "in progress",
        "completed": "completed",
        "passed": "passed",
        "failed": "failed",
    },
}


def known(language: str) -> str:
    """Return ``en`` for any English, ``fr`` for everything else: French comes first."""
    return "en" if language.lower().startswith("en") else "fr"


def say(key: str, language: str, service: Any = None, **values: object) -> str:
    """Return a text of this module; ``service`` is the runtime's ``i18n``."""
    own, english = TEXTS[known(language)][key], TEXTS["en"][key]
    return translated(f"block.{key}", english, own, language, service).format(**values)


def player_texts(language: str, service: Any = None) -> dict[str, str]:
    """Return the player's words; ``service`` is the runtime's ``i18n``.

    :raises FileNotFoundError: the front end was not built (``python builder/frontend.py``).
    """
    own, english = built_texts(known(language)), built_texts("en")
    return {
        key: translated(f"player.{key}", english[key], text, language, service)
        for key, text in own.items()
    }


@cache
def built_texts(language: str) -> dict[str, str]:
    """Return the player's words as they were built, in ``fr`` or ``en``."""
    path = resources.files("balise_xblocks") / "public/built" / f"{language}.json"
    texts: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return texts
