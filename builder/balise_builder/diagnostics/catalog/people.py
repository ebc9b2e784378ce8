"""People of the situations, declared under ``personnes`` in cours.md."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "personne-incomprise",
        Severity.ERROR,
        "« {value} » n’a pas la forme attendue d’une personne.",
        "“{value}” does not have the expected form of a person.",
        "Écrivez « - Aminata : personnel », ou plusieurs rôles séparés par des virgules.",
        "Write “- Aminata: staff”, or several roles separated by commas.",
    ),
    Kind(
        "personne-role-inconnu",
        Severity.ERROR,
        "Le rôle « {role} » n’est pas connu.",
        "The role “{role}” is not known.",
        "Choisissez parmi : {known}.",
        "Choose among: {known}.",
    ),
    Kind(
        "personne-repetee",
        Severity.ERROR,
        "« {name} » est déjà à la ligne {line}.",
        "“{name}” is on line {line} already.",
        "Gardez une seule ligne, avec tous ses rôles séparés par des virgules.",
        "Keep one line, with all its roles separated by commas.",
    ),
    Kind(
        "personne-hors-banque",
        Severity.WARNING,
        "« {name} » n’est pas dans prenoms.yaml : son origine et son genre ne peuvent pas être"
        " comptés.",
        "“{name}” is not in prenoms.yaml: its origin and gender cannot be counted.",
        "Prenez un prénom de la banque (« {suggestion} »?), dans la liste et dans les textes.",
        "Take a first name of the bank (“{suggestion}”?), in the list and in the texts.",
    ),
    Kind(
        "personne-inutilisee",
        Severity.WARNING,
        "« {name} » est dans « personnes », mais ce prénom n’est dans aucun texte de la formation.",
        "“{name}” is in “people”, but this first name is in no text of the course.",
        "Enlevez la ligne, ou corrigez le prénom.",
        "Remove the line, or correct the first name.",
    ),
    Kind(
        "personne-non-declaree",
        Severity.INFO,
        "« {name} » est dans un texte, mais pas dans « personnes » de cours.md.",
        "“{name}” is in a text, but not in “people” of cours.md.",
        "Ajoutez une ligne « - {name} : » suivie de son rôle.",
        "Add a line “- {name} :” followed by their role.",
    ),
)
