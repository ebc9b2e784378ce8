"""Pages that courses share, put in place by a block ``commun``."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "commun-sans-page",
        Severity.ERROR,
        "Le bloc « commun » ne dit pas quelle page mettre ici.",
        "The block “shared” does not say which page to put here.",
        "Écrivez « ::: commun {{page=nom}} ». Pages de _commun/pages/ : {known}.",
        "Write “::: shared {{page=name}}”. Pages of _commun/pages/: {known}.",
    ),
    Kind(
        "commun-inconnu",
        Severity.ERROR,
        "Il n’y a pas de page « {page} » dans _commun/pages/.",
        "There is no page “{page}” in _commun/pages/.",
        "Corrigez le nom (« {suggestion} »?), ou écrivez le fichier _commun/pages/{page}.md.",
        "Correct the name (“{suggestion}”?), or write the file _commun/pages/{page}.md.",
    ),
    Kind(
        "commun-dehors",
        Severity.ERROR,
        "« {page} » est un chemin : un bloc « commun » ne prend que le nom d’une page de"
        " _commun/pages/.",
        "“{page}” is a path: a block “shared” takes only the name of a page of _commun/pages/.",
        "Mettez le fichier dans _commun/pages/, puis écrivez son nom seul.",
        "Put the file in _commun/pages/, then write its name alone.",
    ),
    Kind(
        "commun-imbrique",
        Severity.ERROR,
        "Une page commune ne peut pas en mettre une autre en place (« {page} ») : elles"
        " pourraient s’appeler sans fin.",
        "A shared page cannot put another one in place (“{page}”): they could call each other"
        " without end.",
        "Enlevez ce bloc, et placez-le dans la capsule, après l’autre.",
        "Remove this block, and put it in the capsule, after the other one.",
    ),
    Kind(
        "commun-bloc",
        Severity.ERROR,
        "Un bloc « {name} » règle la page où il se trouve : une page commune ne peut pas le faire"
        " pour toutes les formations.",
        "A block “{name}” governs the page it stands in: a shared page cannot do so for every"
        " course.",
        "Écrivez-le dans la capsule, avant ou après le bloc « commun ».",
        "Write it in the capsule, before or after the block “shared”.",
    ),
    Kind(
        "commun-vide",
        Severity.ERROR,
        "La page commune « {page} » est vide : il n’y aurait rien ici.",
        "The shared page “{page}” is empty: there would be nothing here.",
        "Écrivez son texte, ou enlevez ce bloc.",
        "Write its text, or remove this block.",
    ),
    Kind(
        "commun-en-tete",
        Severity.ERROR,
        "La page commune « {page} » a un en-tête : elle n’est pas une capsule, et ses réglages"
        " seraient perdus.",
        "The shared page “{page}” has a front matter: it is no capsule, and its settings would be"
        " lost.",
        "Enlevez les lignes entre « --- », et écrivez ces réglages dans la capsule.",
        "Remove the lines between “---”, and write these settings in the capsule.",
    ),
    Kind(
        "commun-repete",
        Severity.ERROR,
        "La page commune « {page} » est déjà dans cette formation : {file}, ligne {line}.",
        "The shared page “{page}” is in this course already: {file}, line {line}.",
        "Gardez-la à un seul endroit, et menez-y par un lien vers sa capsule.",
        "Keep it in one place, and lead there with a link to its capsule.",
    ),
    Kind(
        "commun-id",
        Severity.ERROR,
        "L’id « {id} » est celui d’un bloc d’une page commune mise en place dans cette formation :"
        " {file}, ligne {line}.",
        "The id “{id}” is that of a block of a shared page that this course puts in place: {file},"
        " line {line}.",
        "Donnez un autre id à ce bloc-ci : la page commune sert à toutes les formations. S’ils"
        " disent la même chose, n’en gardez qu’un.",
        "Give another id to this block: the shared page serves every course. If they say the same"
        " thing, keep one only.",
    ),
    Kind(
        "commun-lien",
        Severity.ERROR,
        "Une page commune ne peut pas mener à une page ou à un titre : ils ne sont pas les mêmes"
        " d’une formation à l’autre.",
        "A shared page cannot lead to a page or to a heading: they are not the same from one"
        " course to the next.",
        "Enlevez le lien, ou écrivez-le dans la capsule, avant ou après le bloc « commun ».",
        "Remove the link, or write it in the capsule, before or after the block “shared”.",
    ),
)
