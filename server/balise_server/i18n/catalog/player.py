"""Texts of the player page and of its panel."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "player.leave": ("Quitter la formation", "Leave the course"),
    "player.frame": ("Contenu de la formation « {title} »", "Content of the course “{title}”"),
    "player.target": ("Paquet", "Package"),
    "player.play": ("Jouer", "Play"),
    "player.web_note": (
        "La version web n’a pas de LMS : rien n’est enregistré sur le serveur.",
        "The web version has no LMS: nothing is recorded on the server.",
    ),
    "panel.title": ("Ce que le LMS enregistre", "What the LMS records"),
    "panel.hide": ("Masquer le panneau", "Hide the panel"),
    "panel.show": ("Montrer le panneau", "Show the panel"),
    "panel.waiting": (
        "Rien n’est encore enregistré. Les valeurs apparaîtront au premier envoi.",
        "Nothing is recorded yet. Values will appear at the first commit.",
    ),
    "panel.record": ("Enregistré sur le serveur", "Recorded on the server"),
    "panel.never": ("Aucun envoi reçu", "No commit received"),
    "panel.saved_at": ("Dernier envoi reçu à {time}", "Last commit received at {time}"),
    "panel.completion": ("Achèvement", "Completion"),
    "panel.success": ("Réussite", "Success"),
    "panel.score": ("Score", "Score"),
    "panel.location": ("Emplacement", "Location"),
    "panel.progress": ("Progression", "Progress"),
    "panel.entry": ("Entrée", "Entry"),
    "panel.exit": ("Sortie", "Exit"),
    "panel.session_time": ("Temps de la séance", "Session time"),
    "panel.total_time": ("Temps total", "Total time"),
    "panel.suspend": ("Données de reprise", "Suspend data"),
    "panel.suspend_size": (
        "{n} caractère sur {limit}||{n} caractères sur {limit}",
        "{n} character of {limit}||{n} characters of {limit}",
    ),
    "panel.interactions": ("Réponses envoyées", "Answers sent"),
    "panel.no_interactions": ("Aucune.", "None."),
    "panel.interaction_id": ("Question", "Question"),
    "panel.interaction_response": ("Réponse", "Answer"),
    "panel.interaction_result": ("Résultat", "Result"),
    "panel.calls": ("Appels à l’API", "API calls"),
    "panel.calls_count": (
        "{n} appel, {errors} en erreur||{n} appels, {errors} en erreur",
        "{n} call, {errors} with an error||{n} calls, {errors} with an error",
    ),
    "panel.calls_capped": (
        "Seuls les {n} derniers sont montrés; « Copier » les donne tous.",
        "Only the last {n} are shown; “Copy” gives them all.",
    ),
    "panel.only_errors": ("Erreurs seulement", "Errors only"),
    "panel.copy": ("Copier les appels", "Copy the calls"),
    "panel.copied": ("Copié.", "Copied."),
    "panel.no_calls": (
        "Le contenu n’a encore rien demandé au LMS.",
        "The content has not asked the LMS for anything yet.",
    ),
    "panel.error": ("erreur {code}", "error {code}"),
    "panel.commit_failed": (
        "Le serveur a refusé le dernier envoi : {reason}",
        "The server refused the last commit: {reason}",
    ),
}
