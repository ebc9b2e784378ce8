"""The session of the pair: ``seance.md``."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "seance-absente",
        Severity.ERROR,
        "La cible « guide » demande un fichier seance.md, et ce cours n’en a pas.",
        "The target “guide” needs a file seance.md, and this course has none.",
        "Écrivez-en un : la page « La séance » du guide en donne un modèle.",
        "Write one: the page “La séance” of the guide gives a model.",
    ),
    Kind(
        "seance-sans-deroulement",
        Severity.ERROR,
        "La séance n’a aucune étape : il faut un titre « ## Déroulement » et des étapes « ### ».",
        "The session has no step: there is no heading “## Déroulement” with steps “###”.",
        "Écrivez « ## Déroulement », puis « ### Accueil » et dessous « - durée : 5 min ».",
        "Write “## Déroulement”, then “### Accueil” and under it “- durée : 5 min”.",
    ),
    Kind(
        "seance-partie-inconnue",
        Severity.ERROR,
        "Le titre « {text} » n’est pas une partie d’une séance.",
        "The heading “{text}” is not a part of a session.",
        "Parties possibles : {suggestion}.",
        "Possible parts: {suggestion}.",
    ),
    Kind(
        "seance-partie-repetee",
        Severity.ERROR,
        "La partie « {text} » existe déjà, à la ligne {line}.",
        "The part “{text}” exists already, on line {line}.",
        "Réunissez les deux.",
        "Join the two.",
    ),
    Kind(
        "seance-texte-hors-etape",
        Severity.ERROR,
        "Dans « {part} », ce texte vient avant le premier titre « ### » : il serait perdu.",
        "In “{part}”, this text comes before the first heading “###”: it would be lost.",
        "Placez-le sous un titre « ### », ou avant le premier « ## » du fichier.",
        "Put it under a heading “###”, or before the first “##” of the file.",
    ),
    Kind(
        "seance-etape-sans-duree",
        Severity.ERROR,
        "L’étape « {text} » ne dit pas combien de temps elle dure.",
        "The step “{text}” does not say how long it lasts.",
        "Ajoutez juste sous le titre : « - durée : 5 min ».",
        "Add right under the heading: “- durée : 5 min”.",
    ),
    Kind(
        "seance-etape-ligne",
        Severity.ERROR,
        "La ligne « {text} » n’est pas un réglage d’une étape.",
        "The line “{text}” is not a setting of a step.",
        "La liste sous le titre d’une étape prend : {suggestion}. Mettez toute autre liste plus"
        " bas, après une phrase.",
        "The list under the heading of a step takes: {suggestion}. Put any other list lower, after"
        " a sentence.",
    ),
    Kind(
        "seance-etape-valeur",
        Severity.ERROR,
        "« {name} : {value} » n’est pas compris; il faut {expected}.",
        "“{name}: {value}” is not understood; {expected_en} is expected.",
    ),
    Kind(
        "seance-etape-repetee",
        Severity.ERROR,
        "Le réglage « {name} » est donné deux fois pour cette étape.",
        "The setting “{name}” is given twice for this step.",
        "Gardez-en un seul.",
        "Keep one only.",
    ),
    Kind(
        "seance-duree-totale",
        Severity.WARNING,
        "La séance annonce {announced} min, mais ses étapes en totalisent {total}.",
        "The session announces {announced} min, but its steps add up to {total}.",
        "Corrigez la durée d’une étape, ou celle de l’en-tête.",
        "Correct the length of a step, or that of the front matter.",
    ),
    Kind(
        "seance-aide-memoire-longue",
        Severity.WARNING,
        "L’aide-mémoire « {role} » ne tiendrait pas sur une page : {size} caractères, {limit} au"
        " plus.",
        "The role aid “{role}” would not fit on one page: {size} characters, {limit} at most.",
        "Raccourcissez les lignes « {role} : » des étapes; le détail va dans le texte de l’étape.",
        "Shorten the lines “{role}:” of the steps; the details go in the text of the step.",
    ),
)
