"""Texts of the library and of a course's downloads."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "library.title": ("Formations", "Courses"),
    "library.lead": (
        "Pour les suivre, les vérifier et les déposer dans un LMS.",
        "To take them, check them and upload them to an LMS.",
    ),
    "pathway.title": ("Parcours", "Pathways"),
    "pathway.steps": ("{n} étape||{n} étapes", "{n} step||{n} steps"),
    "pathway.live": ("en personne", "in person"),
    "pathway.online": ("en ligne", "online"),
    "pathway.absent": ("pas dans cette bibliothèque", "not in this library"),
    "library.audience": ("Pour : {names}", "For: {names}"),
    "library.reading": (
        "Lecture des formations : {done} sur {n}…||Lecture des formations : {done} sur {n}…",
        "Reading the courses: {done} of {n}…||Reading the courses: {done} of {n}…",
    ),
    "library.level": ("Niveau : {name}", "Level: {name}"),
    "library.shelves": ("Publics", "Audiences"),
    "library.no_audience": ("Sans public précisé", "No audience named"),
    "library.drafts": (
        "{n} formation est une ébauche : aucun partenaire ne l’a approuvée. À ne pas donner telle "
        "quelle.||{n} formations sont des ébauches : aucun partenaire ne les a approuvées. À ne "
        "pas donner telles quelles.",
        "{n} course is a draft: no partner has approved it. Not to be given as it is."
        "||{n} courses are drafts: no partner has approved them. Not to be given as they are.",
    ),
    "library.beside": (
        "Relance ou suivi ({n})||Relances et suivi ({n})",
        "Booster or follow-up ({n})||Boosters and follow-up ({n})",
    ),
    "library.minutes": ("{n} minute||{n} minutes", "{n} minute||{n} minutes"),
    "library.version": ("Version {version}", "Version {version}"),
    "library.dropped": ("Paquet déposé", "Uploaded package"),
    "library.draft_note": (
        "Ébauche : aucun partenaire ne l’a approuvée. À ne pas donner telle quelle.",
        "Draft: no partner has approved it. Not to be given as it is.",
    ),
    "library.play": ("Suivre la formation", "Take the course"),
    "library.author": ("Vue de l’auteur", "Author’s view"),
    "library.downloads": (
        "Télécharger pour un LMS ({n} paquet)||Télécharger pour un LMS ({n} paquets)",
        "Download for an LMS ({n} package)||Download for an LMS ({n} packages)",
    ),
    "library.download": ("Télécharger", "Download"),
    "library.hash": ("SHA-256 : {hash}", "SHA-256: {hash}"),
    "library.for.scorm12": (
        "Moodle, Cornerstone et la plupart des LMS.",
        "Moodle, Cornerstone and most LMSs.",
    ),
    "library.for.scorm2004": (
        "LMS récents qui demandent SCORM 2004.",
        "Recent LMSs that ask for SCORM 2004.",
    ),
    "library.for.web": (
        "Un site web ou un dossier, sans suivi.",
        "A web site or a folder, without tracking.",
    ),
    "library.broken": ("Ne se construit pas", "Does not build"),
    "library.broken_note": (
        "{n} erreur à corriger avant que cette formation puisse être suivie."
        "||{n} erreurs à corriger avant que cette formation puisse être suivie.",
        "{n} error to fix before this course can be taken."
        "||{n} errors to fix before this course can be taken.",
    ),
    "library.stale": ("Version périmée", "Stale version"),
    "library.stale_note": (
        "Les fichiers ont une erreur : voici la dernière version qui se construisait.",
        "The files have an error: this is the last version that built.",
    ),
    "library.building": (
        "Les paquets se construisent. Cette page se mettra à jour d’elle-même.",
        "The packages are being built. This page will update by itself.",
    ),
    "drop.title": ("Essayer un paquet SCORM venu d’ailleurs", "Try a SCORM package from elsewhere"),
    "drop.lead": (
        "Glissez ici un fichier .zip (SCORM 1.2 ou 2004), ou choisissez-le. "
        "Il est vérifié avant d’être accepté et reste sur ce serveur.",
        "Drop a .zip file here (SCORM 1.2 or 2004), or choose one. "
        "It is checked before it is accepted and stays on this server.",
    ),
    "drop.file": ("Fichier .zip", ".zip file"),
    "drop.send": ("Déposer le paquet", "Upload the package"),
    "drop.accepted": ("« {title} » est dans la bibliothèque.", "“{title}” is in the library."),
    "drop.refused": ("Ce paquet est refusé", "This package is refused"),
    "drop.refused_file": (
        "« {name} » n’a pas été ajouté. Rien d’autre n’a changé.",
        "“{name}” was not added. Nothing else changed.",
    ),
    "drop.no_file": (
        "Choisissez d’abord un fichier .zip.",
        "Choose a .zip file first.",
    ),
    "empty.title": ("Aucune formation pour l’instant", "No course yet"),
    "empty.lead": (
        "Une formation est un dossier de textes Markdown. En trois étapes :",
        "A course is a folder of Markdown texts. In three steps:",
    ),
    "empty.make": ("Créez un dossier de formation", "Make a course folder"),
    "empty.make_help": (
        "Dans un terminal, à côté de ce projet. Le dossier contient un exemple à remplacer.",
        "In a terminal, next to this project. The folder holds an example to replace.",
    ),
    "empty.write": ("Écrivez", "Write"),
    "empty.write_help": (
        "« cours.md » dit quoi, pour qui et quand c’est réussi. Chaque autre fichier est une "
        "capsule de 3 à 5 minutes.",
        "“cours.md” says what, for whom and when it is passed. Each other file is one capsule "
        "of 3 to 5 minutes.",
    ),
    "empty.look": ("Enregistrez et regardez", "Save and look"),
    "empty.look_help": (
        "La formation apparaît ici d’elle-même; les erreurs disent quoi corriger et où.",
        "The course appears here by itself; errors say what to fix and where.",
    ),
    "empty.served": (
        "Déposez un paquet SCORM ci-dessous, ou ajoutez-le au serveur :",
        "Upload a SCORM package below, or add it to the server:",
    ),
}
