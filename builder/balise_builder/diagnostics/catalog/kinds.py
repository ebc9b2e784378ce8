"""Kinds of questions: numbers, pairs, categories, steps, scales, open questions, variants."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "reponses-melangees",
        Severity.ERROR,
        "« {text} » n’est pas un nombre, mais d’autres réponses de cette question en sont.",
        "“{text}” is not a number, but other answers of this question are.",
        "Gardez seulement des nombres, ou écrivez « type : texte » pour tout comparer comme du "
        "texte.",
        "Keep numbers only, or write “type: text” to compare everything as text.",
    ),
    Kind(
        "reponse-pas-un-nombre",
        Severity.ERROR,
        "« {text} » ne se lit pas comme un nombre.",
        "“{text}” does not read as a number.",
        "Écrivez par exemple « - réponse : 12,5 » ou « - réponse : 12 ± 2 »; l’unité va dans "
        "l’énoncé.",
        "Write for instance “- réponse: 12.5” or “- réponse: 12 ± 2”; the unit goes in the stem.",
    ),
    Kind(
        "association-sans-fleche",
        Severity.ERROR,
        "Cette ligne d’une association n’a pas de flèche.",
        "This line of a matching question has no arrow.",
        "Écrivez « - terme -> définition », la flèche hors du gras et des liens.",
        "Write “- term -> definition”, the arrow outside of bold and links.",
    ),
    Kind(
        "association-deux-fleches",
        Severity.ERROR,
        "Cette ligne d’une association a plusieurs flèches : où la couper?",
        "This line of a matching question has several arrows: where to cut it?",
        "Gardez une seule flèche, entre le terme et sa définition.",
        "Keep a single arrow, between the term and its definition.",
    ),
    Kind(
        "association-vide",
        Severity.ERROR,
        "Il manque un côté à cette ligne d’une association.",
        "One side of this line of a matching question is missing.",
        "Écrivez le terme avant la flèche et la définition après.",
        "Write the term before the arrow and the definition after it.",
    ),
    Kind(
        "association-trop-courte",
        Severity.ERROR,
        "Une association demande au moins deux lignes « - terme -> définition », avec deux "
        "définitions différentes.",
        "A matching question needs at least two lines “- term -> definition”, with two different "
        "definitions.",
        "Ajoutez des lignes, ou faites-en une autre sorte de question.",
        "Add lines, or make it another kind of question.",
    ),
    Kind(
        "ligne-vide",
        Severity.ERROR,
        "Cette ligne de la question n’a pas de texte.",
        "This line of the question has no text.",
        "Écrivez-le, ou supprimez la ligne.",
        "Write it, or remove the line.",
    ),
    Kind(
        "classement-sans-categories",
        Severity.ERROR,
        "Ce classement n’a pas de catégories.",
        "This categorising question has no categories.",
        "Écrivez un titre « ### catégorie » au-dessus de chaque liste.",
        "Write a heading “### category” over each list.",
    ),
    Kind(
        "classement-nombre",
        Severity.ERROR,
        "Un classement a de deux à six catégories; celui-ci en a {count}.",
        "A categorising question has two to six categories; this one has {count}.",
        "Réunissez ou ajoutez des catégories.",
        "Join or add categories.",
    ),
    Kind(
        "classement-titres-inegaux",
        Severity.ERROR,
        "Le titre « {text} » n’est pas du niveau des autres catégories.",
        "The heading “{text}” is not of the level of the other categories.",
        "Écrivez toutes les catégories avec « ### ».",
        "Write every category with “###”.",
    ),
    Kind(
        "classement-deux-categories",
        Severity.ERROR,
        "Cet élément est déjà dans une autre catégorie, à la ligne {line}.",
        "This thing already stands in another category, on line {line}.",
        "Gardez-le dans une seule, ou précisez ce qui distingue les deux.",
        "Keep it in one, or say what tells the two apart.",
    ),
    Kind(
        "categorie-vide",
        Severity.ERROR,
        "La catégorie « {text} » n’a aucun élément.",
        "The category “{text}” has nothing in it.",
        "Ajoutez une liste « - … » sous son titre, ou enlevez-la.",
        "Add a list “- …” under its heading, or remove it.",
    ),
    Kind(
        "categorie-en-double",
        Severity.ERROR,
        "Deux catégories se nomment « {text} ».",
        "Two categories are called “{text}”.",
        "Réunissez leurs listes sous un seul titre.",
        "Join their lists under one heading.",
    ),
    Kind(
        "ordre-sans-numeros",
        Severity.ERROR,
        "Les étapes à mettre en ordre ne sont pas numérotées.",
        "The steps to put in order are not numbered.",
        "Écrivez-les dans le bon ordre : « 1. … », « 2. … »; le lecteur les mélange.",
        "Write them in the right order: “1. …”, “2. …”; the player shuffles them.",
    ),
    Kind(
        "ordre-numeros",
        Severity.ERROR,
        "Cette étape porte le numéro {number}, alors que {expected} était attendu : l’ordre "
        "n’est pas sûr.",
        "This step has the number {number} where {expected} was expected: the order is not sure.",
        "Numérotez les étapes dans le bon ordre, sans en sauter.",
        "Number the steps in the right order, without a gap.",
    ),
    Kind(
        "ordre-trop-court",
        Severity.ERROR,
        "Une mise en ordre demande au moins deux étapes.",
        "An ordering question needs at least two steps.",
        "Ajoutez des étapes à la liste numérotée.",
        "Add steps to the numbered list.",
    ),
    Kind(
        "ordre-deux-etapes",
        Severity.WARNING,
        "Deux étapes à mettre en ordre : une réponse au hasard est juste une fois sur deux.",
        "Two steps to put in order: a guess is right one time in two.",
        "Ajoutez au moins une étape, ou posez une question à un seul choix.",
        "Add at least one step, or ask a single-choice question.",
    ),
    Kind(
        "echelle-degres",
        Severity.ERROR,
        "Une échelle a de 2 à 11 degrés; celle-ci en a {count}.",
        "A scale has 2 to 11 degrees; this one has {count}.",
        "Écrivez les degrés en liste, du plus bas au plus haut.",
        "Write the degrees as a list, from low to high.",
    ),
    Kind(
        "echelle-retroaction",
        Severity.ERROR,
        "Un degré d’une échelle n’est ni juste ni faux : il n’a pas de rétroaction.",
        "A degree of a scale is neither right nor wrong: it has no feedback.",
        "Enlevez-la, ou faites-en un encadré « > [!REMARQUE] » après la liste.",
        "Remove it, or make it an alert “> [!NOTE]” after the list.",
    ),
    Kind(
        "transmis-refuse",
        Severity.ERROR,
        "Une réponse ouverte reste privée : aucune plateforme d’apprentissage ne la reçoit.",
        "An open answer stays private: no learning platform receives it.",
        "Enlevez « transmis ». Pour recueillir des avis, prévoyez un moyen à part, choisi avec "
        "vos partenaires.",
        "Remove “transmis”. To collect opinions, plan a separate way, chosen with your partners.",
    ),
    Kind(
        "idee-inconnue",
        Severity.ERROR,
        "Le registre idees.yaml n’a pas d’idée « {id} ».",
        "The register idees.yaml has no idea “{id}”.",
        "Corrigez l’identifiant, ou ajoutez l’idée au registre. La plus proche : {suggestion}.",
        "Correct the id, or add the idea to the register. Closest: {suggestion}.",
    ),
    Kind(
        "idee-sur-bonne-reponse",
        Severity.ERROR,
        "Une idée reçue se rattache à un mauvais choix; celui-ci est le bon.",
        "A misconception goes with a wrong choice; this one is right.",
        "Enlevez « idée », ou décochez le choix.",
        "Remove “idée”, or untick the choice.",
    ),
    Kind(
        "variantes-incomprises",
        Severity.ERROR,
        "« {text} » ne dit pas ce qui varie.",
        "“{text}” does not say what varies.",
        "Écrivez « variantes : prénom », « variantes : genre » ou « variantes : origine » (avec "
        "« féminin » ou « masculin » au besoin).",
        "Write “variants: name”, “variants: gender” or “variants: origin” (with “feminine” or "
        "“masculine” where needed).",
    ),
    Kind(
        "variantes-prenoms",
        Severity.ERROR,
        "Le registre prenoms.yaml n’a pas assez de prénoms pour ces variantes.",
        "The register prenoms.yaml has not enough first names for these variants.",
        "Il faut au moins deux prénoms à comparer : de deux genres pour une même origine, ou de "
        "deux origines pour un même genre.",
        "At least two first names are needed to compare: of two genders for one origin, or of two "
        "origins for one gender.",
    ),
    Kind(
        "variantes-sans-marque",
        Severity.ERROR,
        "Cette question a des variantes, mais son texte n’a pas de {{{{prénom}}}}.",
        "This question has variants, but its text has no {{{{prénom}}}}.",
        "Mettez {{{{prénom}}}} à la place du prénom, ou enlevez « variantes ».",
        "Put {{{{prénom}}}} where the first name stands, or remove “variants”.",
    ),
    Kind(
        "variante-inconnue",
        Severity.ERROR,
        "{{{{{name}}}}} n’est pas un mot qui varie.",
        "{{{{{name}}}}} is not a word that varies.",
        "Mots connus, entre {{{{ }}}} : {known}.",
        "Known words, between {{{{ }}}}: {known}.",
    ),
    Kind(
        "cible-reformulee",
        Severity.INFO,
        "Définition ou catégorie reformulée : elle garde la lettre « {letter} » de « {id} » et "
        "les réponses déjà données.",
        "Reworded definition or category: it keeps the letter “{letter}” of “{id}” and the "
        "answers already given.",
        "Si c’est une tout autre, donnez-lui une lettre neuve : {{#z}} sur une catégorie, "
        "{{cible=z}} sur la ligne d’une définition.",
        "If it is another altogether, give it a new letter: {{#z}} on a category, {{target=z}} on "
        "the line of a definition.",
    ),
    Kind(
        "cible-incertaine",
        Severity.ERROR,
        "Plusieurs définitions ou catégories de « {id} » ont changé : impossible de savoir "
        "laquelle est laquelle.",
        "Several definitions or categories of “{id}” have changed: which is which cannot be known.",
        "Écrivez la lettre qu’elle avait ({letters}) : {{#b}} sur une catégorie, {{cible=b}} sur "
        "la ligne d’une définition; {free} si elle est nouvelle.",
        "Write the letter it had ({letters}): {{#b}} on a category, {{target=b}} on the line of a "
        "definition; {free} if it is new.",
    ),
)
