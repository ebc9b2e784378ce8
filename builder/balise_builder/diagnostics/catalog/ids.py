"""Ids in the source, and the numbers and letters of ``ids.lock``."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "id-retire",
        Severity.INFO,
        "« {id} » n’est plus dans le cours : ce que les personnes y ont fait est oublié.",
        "“{id}” is no longer in the course: what people did there is forgotten.",
        "S’il a seulement changé d’id, écrivez « ancien-id={id} » sur le nouveau. « balise diff » "
        "montre tout ce qui change.",
        "If only its id has changed, write “ancien-id={id}” on the new one. “balise diff” shows "
        "all that changes.",
    ),
    Kind(
        "page-sans-id",
        Severity.INFO,
        "Cette capsule n’a pas encore d’id.",
        "This capsule has no id yet.",
        "« balise fix --ids » l’écrit; une publication l’exige.",
        "“balise fix --ids” writes it; a release requires it.",
    ),
    Kind(
        "bloc-sans-id",
        Severity.INFO,
        "Ce bloc « {name} » n’a pas encore d’id.",
        "This block “{name}” has no id yet.",
        "« balise fix --ids » l’écrit; une publication l’exige.",
        "“balise fix --ids” writes it; a release requires it.",
    ),
    Kind(
        "page-id-en-double",
        Severity.ERROR,
        "L’id « {id} » est déjà celui de « {other} ».",
        "The id “{id}” is already that of “{other}”.",
        "Donnez un autre id à l’une des deux capsules (« balise fix --ids » le fait).",
        "Give another id to one of the two capsules (“balise fix --ids” does it).",
    ),
    Kind(
        "id-en-double",
        Severity.ERROR,
        "L’id « {id} » est déjà pris ({file}, ligne {line}).",
        "The id “{id}” is already taken ({file}, line {line}).",
        "Donnez un autre id à la copie (« balise fix --ids » le fait).",
        "Give another id to the copy (“balise fix --ids” does it).",
    ),
    Kind(
        "choix-reformule",
        Severity.INFO,
        "Choix reformulé : il garde la lettre « {letter} » de « {id} » et les réponses "
        "déjà données.",
        "Reworded choice: it keeps the letter “{letter}” of “{id}” and the answers already given.",
        "S’il s’agit d’un tout autre choix, écrivez une lettre neuve, comme {{#z}}, devant lui.",
        "If it is another choice altogether, write a new letter, such as {{#z}}, on it.",
    ),
    Kind(
        "lettre-incertaine",
        Severity.ERROR,
        "Plusieurs choix de « {id} » ont changé : impossible de savoir lequel est lequel.",
        "Several choices of “{id}” have changed: which is which cannot be known.",
        "Écrivez sur celui-ci la lettre qu’il avait ({letters}), par exemple {{#b}}, "
        "ou {{#{free}}} s’il est nouveau.",
        "Write on this one the letter it had ({letters}), such as {{#b}}, "
        "or {{#{free}}} if it is new.",
    ),
    Kind(
        "cible-reformulee",
        Severity.INFO,
        "Définition ou catégorie reformulée : elle garde la lettre « {letter} » de « {id} » et "
        "les réponses déjà données.",
        "Reworded definition or category: it keeps the letter “{letter}” of “{id}” and the "
        "answers already given.",
        "Si c’est une tout autre, donnez-lui une lettre neuve : {{#z}} sur une catégorie, "
        "{{cible=z}} sur la ligne d’une définition.",
        "If it is another altogether, give it a new letter: {{#z}} on a category, {{target=z}} on "
        "the line of a definition.",
    ),
    Kind(
        "cible-incertaine",
        Severity.ERROR,
        "Plusieurs définitions ou catégories de « {id} » ont changé : impossible de savoir "
        "laquelle est laquelle.",
        "Several definitions or categories of “{id}” have changed: which is which cannot be known.",
        "Écrivez la lettre qu’elle avait ({letters}) : {{#b}} sur une catégorie, {{cible=b}} sur "
        "la ligne d’une définition; {free} si elle est nouvelle.",
        "Write the letter it had ({letters}): {{#b}} on a category, {{target=b}} on the line of a "
        "definition; {free} if it is new.",
    ),
    Kind(
        "lettre-invalide",
        Severity.ERROR,
        "« {letter} » n’est pas la lettre d’un choix : une seule lettre, de a à z.",
        "“{letter}” is not the letter of a choice: a single letter, from a to z.",
    ),
    Kind(
        "lettre-en-double",
        Severity.ERROR,
        "La lettre « {letter} » est sur deux choix de « {id} ».",
        "The letter “{letter}” is on two choices of “{id}”.",
        "Chaque choix a la sienne; la prochaine libre est « {free} ».",
        "Each choice has its own; the next free one is “{free}”.",
    ),
    Kind(
        "lettres-epuisees",
        Severity.ERROR,
        "« {id} » a déjà utilisé ses 26 lettres : aucune n’est jamais redonnée.",
        "“{id}” has used its 26 letters: none is ever given again.",
        "Donnez un nouvel id à la question : c’est devenu une autre question.",
        "Give the question a new id: it has become another question.",
    ),
    Kind(
        "ancien-id-inconnu",
        Severity.WARNING,
        "L’ancien id « {id} » n’est pas dans ids.lock : rien à reprendre.",
        "The former id “{id}” is not in ids.lock: there is nothing to take over.",
        "Vérifiez son orthographe, ou enlevez « ancien-id ».",
        "Check its spelling, or remove “ancien-id”.",
    ),
    Kind(
        "ancien-id-encore-utilise",
        Severity.ERROR,
        "L’ancien id « {id} » est encore celui d’un autre bloc.",
        "The former id “{id}” is still that of another block.",
        "Enlevez « ancien-id », ou donnez un autre id à l’autre bloc.",
        "Remove “ancien-id”, or give the other block another id.",
    ),
    Kind(
        "ancien-id-deja-numerote",
        Severity.ERROR,
        "« {id} » a déjà son propre numéro dans ids.lock : il ne peut pas reprendre celui de "
        "« {former} ».",
        "“{id}” already has a number of its own in ids.lock: it cannot take that of “{former}”.",
        "Enlevez « ancien-id », ou choisissez un id qui n’a jamais servi.",
        "Remove “ancien-id”, or choose an id that was never used.",
    ),
    Kind(
        "verrou-illisible",
        Severity.ERROR,
        "La ligne « {text} » de ids.lock n’est pas comprise.",
        "The line “{text}” of ids.lock is not understood.",
        "Ce fichier ne se modifie pas à la main : reprenez sa dernière version dans Git.",
        "This file is not edited by hand: take its last version from Git.",
    ),
    Kind(
        "verrou-trop-recent",
        Severity.ERROR,
        "ids.lock a été écrit par une version plus récente de Balise (format {format}).",
        "ids.lock was written by a more recent version of Balise (format {format}).",
        "Mettez Balise à jour.",
        "Update Balise.",
    ),
    Kind(
        "verrou-conflit-git",
        Severity.ERROR,
        "Cette ligne est la marque d’un conflit de fusion de Git.",
        "This line is the mark of a merge conflict of Git.",
        "Gardez les lignes des deux côtés et enlevez les trois lignes de marque (<<<<<<<, ======= "
        "et >>>>>>>).",
        "Keep the lines of both sides and remove the three lines of marks (<<<<<<<, ======= and "
        ">>>>>>>).",
    ),
    Kind(
        "verrou-deux-numeros",
        Severity.ERROR,
        "« {id} » a deux numéros après la fusion : {first} (ligne {line}) et {second}.",
        "“{id}” has two numbers after the merge: {first} (line {line}) and {second}.",
        "Gardez la ligne qui a déjà été publiée, supprimez l’autre.",
        "Keep the line that has been published, delete the other.",
    ),
    Kind(
        "verrou-numero-double",
        Severity.ERROR,
        "Le numéro {number} est à la fois à « {other} » (ligne {line}) et à « {id} ».",
        "The number {number} is both of “{other}” (line {line}) and of “{id}”.",
        "Supprimez la ligne de celui qui n’a pas encore été publié : il recevra un autre numéro.",
        "Delete the line of the one not published yet: it will be given another number.",
    ),
    Kind(
        "verrou-deux-cles",
        Severity.ERROR,
        "ids.lock a deux clés de cours, {first} et {second}.",
        "ids.lock has two course keys, {first} and {second}.",
        "Gardez celle qui a déjà été publiée, supprimez l’autre ligne.",
        "Keep the one that has been published, delete the other line.",
    ),
    Kind(
        "verrou-sans-cle",
        Severity.ERROR,
        "La ligne « course » manque dans ids.lock : sans elle, le travail commencé serait perdu.",
        "The line “course” is missing in ids.lock: without it, work begun would be lost.",
        "Reprenez cette ligne dans une version précédente du fichier.",
        "Take this line from an earlier version of the file.",
    ),
)

RELEASE = frozenset({"page-sans-id", "bloc-sans-id"})
"""Informations of a draft that are errors of a release (dialect, « Severity »)."""
