"""Texts of the statistics pages."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "statistics.title": ("Statistiques", "Statistics"),
    "statistics.lead": (
        "Ce que ce serveur a enregistré, une ligne par formation.",
        "What this server has recorded, one line for each course.",
    ),
    "statistics.of": ("Statistiques : {title}", "Statistics: {title}"),
    "statistics.course": ("Formation", "Course"),
    "statistics.started": ("Commencée", "Started"),
    "statistics.completed": ("Terminée", "Completed"),
    "statistics.passed": ("Réussie", "Passed"),
    "statistics.median": ("Temps médian", "Median time"),
    "statistics.person": ("personne||personnes", "person||people"),
    "statistics.share": ("{share} de celles qui ont commencé", "{share} of those who started"),
    "statistics.time_note": (
        "jusqu’à l’achèvement (n\u00a0=\u00a0{n})",
        "until completion (n\u00a0=\u00a0{n})",
    ),
    "statistics.scores": ("Répartition des résultats", "Distribution of scores"),
    "statistics.scores_caption": (
        "Meilleur résultat de chaque personne, n\u00a0=\u00a0{n}",
        "Best score of each person, n\u00a0=\u00a0{n}",
    ),
    "statistics.scores_desc": (
        "Diagramme à barres. {n} résultat; la classe la plus fréquente est {mode} % ({count}). "
        "Le tableau à côté donne toutes les valeurs."
        "||Diagramme à barres. {n} résultats; la classe la plus fréquente est {mode} % ({count}). "
        "Le tableau à côté donne toutes les valeurs.",
        "Bar chart. {n} score; the most frequent class is {mode}% ({count}). "
        "The table beside it gives every value."
        "||Bar chart. {n} scores; the most frequent class is {mode}% ({count}). "
        "The table beside it gives every value.",
    ),
    "statistics.score_axis": ("Résultat (%)", "Score (%)"),
    "statistics.people_axis": ("Personnes", "People"),
    "statistics.class": ("Résultat", "Score"),
    "statistics.count": ("Personnes", "People"),
    "statistics.no_score": (
        "Personne n’a encore de résultat à l’évaluation.",
        "Nobody has an assessment score yet.",
    ),
    "statistics.empty": (
        "Personne n’a encore commencé cette formation. Les chiffres apparaîtront au premier envoi.",
        "Nobody has started this course yet. Figures will appear at the first commit.",
    ),
    "statistics.empty_all": (
        "Rien n’est encore enregistré. Suivez une formation : ses chiffres apparaîtront ici.",
        "Nothing is recorded yet. Take a course: its figures will appear here.",
    ),
    "statistics.csv": ("Télécharger en CSV", "Download as CSV"),
    "statistics.hidden": ("moins de {k}", "fewer than {k}"),
    "statistics.masked": ("masqué", "hidden"),
    "statistics.scores_hidden": (
        "La répartition n’est pas montrée : une classe compte moins de {k} personnes.",
        "The distribution is not shown: a class holds fewer than {k} people.",
    ),
    "statistics.note_hidden": (
        "« Masqué » : le chiffre, ou sa différence avec un autre, porterait sur moins de {k} "
        "personnes. Le CSV masque les mêmes (*).",
        "“Hidden”: the figure, or its difference with another, would be about fewer than {k} "
        "people. The CSV hides the same ones (*).",
    ),
    "statistics.suppressed": (
        "Trop peu de personnes pour montrer des chiffres",
        "Too few people to show figures",
    ),
    "statistics.suppressed_why": (
        "Un groupe de moins de {k} personnes peut les faire reconnaître. Rien n’est perdu : les "
        "chiffres paraîtront dès que le groupe sera assez grand.",
        "A group of fewer than {k} people can identify them. Nothing is lost: the figures will "
        "appear as soon as the group is large enough.",
    ),
    "statistics.notes": ("Comment lire ces chiffres", "How to read these figures"),
    "statistics.note_people": (
        "Chaque personne compte une fois par formation, avec son meilleur résultat.",
        "Each person counts once in a course, with their best score.",
    ),
    "statistics.note_time": (
        "Le temps est le temps actif envoyé par le contenu, pas le temps entre deux dates. "
        "La médiane vient de classes étroites : elle est juste à 5 % près.",
        "Time is the active time sent by the content, not the time between two dates. "
        "The median comes from narrow classes: it is right within 5%.",
    ),
    "statistics.note_preview": (
        "Aperçu : les petits groupes sont montrés. Ailleurs, rien ne paraît sous {k} personnes.",
        "Preview: small groups are shown. Elsewhere nothing appears under {k} people.",
    ),
    "statistics.csv.course": ("Formation", "Course"),
    "statistics.csv.started": ("Commencée (personnes)", "Started (people)"),
    "statistics.csv.completed": ("Terminée (personnes)", "Completed (people)"),
    "statistics.csv.passed": ("Réussie (personnes)", "Passed (people)"),
    "statistics.csv.failed": ("Échouée (personnes)", "Failed (people)"),
    "statistics.csv.completion_rate": ("Part terminée (0 à 1)", "Completed (0 to 1)"),
    "statistics.csv.pass_rate": ("Part réussie (0 à 1)", "Passed (0 to 1)"),
    "statistics.csv.median_seconds": ("Temps médian (secondes)", "Median time (seconds)"),
    "statistics.csv.scored": ("Avec un résultat (personnes)", "With a score (people)"),
    "statistics.csv.score_mean": ("Résultat moyen (0 à 1)", "Mean score (0 to 1)"),
}
