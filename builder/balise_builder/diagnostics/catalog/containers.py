"""Containers that arrange a page: parts, steps, checklists, text for some only."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "partie-sans-titre",
        Severity.ERROR,
        "Le bloc « {name} » n’a aucun titre « ### » : on ne saurait pas quoi ouvrir.",
        "The block “{name}” has no “###” title: people would not know what to open.",
        "Écrivez « ### Titre » au-dessus de chaque partie du bloc.",
        "Write “### Title” above each part of the block.",
    ),
    Kind(
        "partie-texte-avant",
        Severity.ERROR,
        "Ce texte vient avant le premier titre « ### » du bloc « {name} » : il n’aurait pas de"
        " place.",
        "This text comes before the first “###” title of the block “{name}”: it would have no"
        " place.",
        "Mettez-le au-dessus du bloc, ou sous un titre « ### ».",
        "Put it above the block, or under a “###” title.",
    ),
    Kind(
        "partie-titre-vide",
        Severity.ERROR,
        "Ce titre n’a pas de mots.",
        "This title has no words.",
        "Écrivez le titre après « ### ».",
        "Write the title after “###”.",
    ),
    Kind(
        "partie-vide",
        Severity.ERROR,
        "Il n’y a rien sous « {title} ».",
        "There is nothing under “{title}”.",
        "Écrivez la partie sous son titre, ou enlevez le titre.",
        "Write the part under its title, or remove the title.",
    ),
    Kind(
        "partie-autre-niveau",
        Severity.ERROR,
        "Un titre « ## » ne peut pas se trouver dans le bloc « {name} », dont les parties"
        " commencent par « ### ».",
        "A title “##” cannot stand in the block “{name}”, whose parts begin with “###”.",
        "Écrivez « ### » pour commencer une partie, « #### » pour un titre dans une partie, ou"
        " fermez le bloc avant ce titre.",
        "Write “###” to begin a part, “####” for a title inside a part, or close the block before"
        " this title.",
    ),
    Kind(
        "onglet-seul",
        Severity.WARNING,
        "Le bloc « {name} » n’a qu’une partie : il n’y a rien à choisir.",
        "The block “{name}” has one part only: there is nothing to choose.",
        "Ajoutez une partie sous un autre titre « ### », ou écrivez ce texte sans bloc.",
        "Add a part under another “###” title, or write this text without a block.",
    ),
    Kind(
        "etapes-sans-liste",
        Severity.ERROR,
        "Le bloc « {name} » n’a pas de liste numérotée.",
        "The block “{name}” has no numbered list.",
        "Écrivez une étape par ligne : « 1. Notez les faits. », « 2. Prévenez… ».",
        "Write a step a line: “1. Note the facts.”, “2. Tell…”.",
    ),
    Kind(
        "liste-autre-chose",
        Severity.ERROR,
        "Après sa liste, le bloc « {name} » ne contient rien d’autre.",
        "After its list, the block “{name}” holds nothing else.",
        "Fermez le bloc par « ::: » juste après la liste, et placez ceci plus bas. Une suite"
        " d’étape se met en retrait, sous le texte de l’étape.",
        "Close the block with “:::” right after the list, and put this below. What continues a"
        " step is indented, under the step’s text.",
    ),
    Kind(
        "liste-sans-case",
        Severity.ERROR,
        "Le bloc « {name} » attend des lignes avec une case vide.",
        "The block “{name}” expects lines with an empty box.",
        "Commencez chaque ligne par « - [ ] ».",
        "Begin each line with “- [ ]”.",
    ),
    Kind(
        "liste-deja-cochee",
        Severity.WARNING,
        "Cette ligne est cochée d’avance; la personne la trouvera vide, et la cochera elle-même.",
        "This line is ticked beforehand; people will find it empty, and tick it themselves.",
        "Écrivez « - [ ] ». Pour une question, le bloc est « ::: question ».",
        "Write “- [ ]”. For a question, the block is “::: question”.",
    ),
    Kind(
        "liste-imbriquee",
        Severity.ERROR,
        "Une liste à cocher n’a qu’un niveau de cases.",
        "A checklist has one level of boxes only.",
        "Ramenez ces cases au même retrait que les autres, ou enlevez les cases de la sous-liste.",
        "Bring these boxes to the same indent as the others, or remove the boxes of the list"
        " inside.",
    ),
    Kind(
        "liste-ligne-vide",
        Severity.ERROR,
        "Cette ligne à cocher n’a pas de texte.",
        "This line to tick has no text.",
        "Écrivez après la case ce que la personne vérifie, ou enlevez la ligne.",
        "Write after the box what people check, or remove the line.",
    ),
    Kind(
        "public-sans-pour",
        Severity.ERROR,
        "Le bloc « {name} » ne dit pas pour qui il est.",
        "The block “{name}” does not say whom it is for.",
        "Écrivez « ::: public {{pour=police}} », ou « ::: public {{territoire=montreal}} ».",
        "Write “::: public {{pour=police}}”, or “::: public {{territoire=montreal}}”.",
    ),
    Kind(
        "dans-une-variante",
        Severity.WARNING,
        "Dans la variante « {variant} » : {problem}",
        "In the variant “{variant}”: {problem_en}",
        "Voyez ce que contiennent les blocs « ::: public » pour cette variante.",
        "Look at what the blocks “::: public” hold for this variant.",
    ),
)
