"""Branching scenarios: scenes, choices, conditions and every way through them."""

from balise_builder.diagnostics.core import Kind, Severity

WRITING = (
    Kind(
        "scenario-sans-scene",
        Severity.ERROR,
        "Ce scénario n’a aucune scène.",
        "This scenario has no scene.",
        "Une scène commence par un titre, comme « ## Au comptoir ».",
        "A scene begins with a heading, such as “## At the desk”.",
    ),
    Kind(
        "scenario-variables",
        Severity.ERROR,
        "« {text} » ne se lit pas comme une variable et sa première valeur.",
        "“{text}” does not read as a variable and its first value.",
        "Écrivez le nom, le signe « = » et un nombre de 0 à 9, par exemple « variables : "
        "confiance=0, retard=2 ».",
        "Write the name, the sign “=” and a number from 0 to 9, such as “variables: trust=0, "
        "delay=2”.",
    ),
    Kind(
        "variable-en-double",
        Severity.ERROR,
        "La variable « {name} » est déclarée deux fois.",
        "The variable “{name}” is declared twice.",
        "Gardez une seule des deux.",
        "Keep only one of the two.",
    ),
    Kind(
        "scenario-debut-inconnu",
        Severity.ERROR,
        "« début » nomme une scène qui n’existe pas : « {text} ».",
        "“début” names a scene that does not exist: “{text}”.",
        "Écrivez le titre d’une scène : {suggestion}. Sans « début », la première scène commence.",
        "Write the title of a scene: {suggestion}. Without “début”, the first scene begins.",
    ),
    Kind(
        "scene-autre-niveau",
        Severity.ERROR,
        "« {text} » a un titre « {found} », alors que les scènes de ce scénario ont "
        "« {expected} ».",
        "“{text}” has a heading “{found}”, while the scenes of this scenario have “{expected}”.",
        "Si c’est une scène, écrivez « {expected} ». Sinon, mettez ce titre en gras.",
        "If it is a scene, write “{expected}”. Otherwise make this heading bold text.",
    ),
    Kind(
        "scene-accolades-sur-titre",
        Severity.ERROR,
        "« {text} » se trouve sur la ligne du titre : les liens d’un aperçu ne la trouveraient "
        "plus.",
        "“{text}” stands on the heading’s own line: the links of a preview would no longer find "
        "it.",
        "Écrivez-le sur la ligne au-dessus du titre.",
        "Write it on the line above the heading.",
    ),
    Kind(
        "scene-accolades-collees",
        Severity.ERROR,
        "« {text} » est collé au texte qui précède, et serait montré tel quel.",
        "“{text}” is glued to the text before it, and would be shown as it is.",
        "Laissez une ligne vide au-dessus.",
        "Leave an empty line above.",
    ),
    Kind(
        "scene-titre-compose",
        Severity.ERROR,
        "Le titre d’une scène est un texte simple : « {text} » contient un lien, une image ou un "
        "renvoi.",
        "The title of a scene is plain text: “{text}” holds a link, an image or a reference.",
        "Placez-le dans le texte de la scène.",
        "Put it in the text of the scene.",
    ),
    Kind(
        "scene-sans-nom",
        Severity.ERROR,
        "Aucun identifiant ne peut venir du titre « {title} ».",
        "No id can come from the title “{title}”.",
        "Écrivez-en un sur la ligne au-dessus, par exemple « {{#le-depart}} ».",
        "Write one on the line above, such as “{{#departure}}”.",
    ),
    Kind(
        "scene-en-double",
        Severity.ERROR,
        "« {title} » se confond avec la scène de la ligne {line} : un choix ne saurait laquelle "
        "suivre.",
        "“{title}” cannot be told from the scene of line {line}: a choice would not know which to "
        "follow.",
        "Donnez à l’une un autre titre et un autre identifiant.",
        "Give one of them another title and another id.",
    ),
    Kind(
        "scene-disparue",
        Severity.ERROR,
        "La scène « {id} » n’existe plus : une personne qui s’y était arrêtée perdrait sa place.",
        "The scene “{id}” is gone: a person who stopped there would lose their place.",
        "Si « {title} » est la même scène, ou celle où l’histoire continue, écrivez au-dessus de "
        "son titre « {{ancien-id={id}}} ».",
        "If “{title}” is the same scene, or the one where the story goes on, write above its "
        "heading “{{ancien-id={id}}}”.",
    ),
    Kind(
        "scene-texte-apres",
        Severity.ERROR,
        "Dans « {title} », du texte suit les choix.",
        "In “{title}”, text follows the choices.",
        "Placez-le avant les choix, ou faites-en la rétroaction d’un choix avec « > ».",
        "Put it before the choices, or make it the feedback of a choice with “>”.",
    ),
    Kind(
        "scene-sans-choix",
        Severity.ERROR,
        "« {title} » n’offre aucun choix et n’est pas une fin.",
        "“{title}” offers no choice and is not an ending.",
        "Ajoutez « - [Texte du choix](#titre-d-une-scene) », ou écrivez « {{.fin}} » sur la ligne "
        "au-dessus du titre.",
        "Add “- [Text of the choice](#title-of-a-scene)”, or write “{{.fin}}” on the line above "
        "the heading.",
    ),
    Kind(
        "scene-inconnue",
        Severity.ERROR,
        "Ce choix mène à « {text} », qui n’est pas une scène de ce scénario.",
        "This choice leads to “{text}”, which is no scene of this scenario.",
        "Écrivez le titre d’une scène : {suggestion}.",
        "Write the title of a scene: {suggestion}.",
    ),
    Kind(
        "cible-autre-forme",
        Severity.INFO,
        "« {text} » est compris, mais un aperçu ordinaire n’y mènerait pas.",
        "“{text}” is understood, but an ordinary preview would not lead there.",
        "Écrivez « #{slug} » : « balise fix » le fait.",
        "Write “#{slug}”: “balise fix” does it.",
    ),
    Kind(
        "choix-de-scene-sans-lien",
        Severity.ERROR,
        "Dans « {title} », cette puce ne mène à aucune scène, alors que ses voisines sont des "
        "choix.",
        "In “{title}”, this bullet leads to no scene, while its neighbours are choices.",
        "Faites-en un choix, « - [Texte](#titre-d-une-scene) », ou déplacez-la avant les choix.",
        "Make it a choice, “- [Text](#title-of-a-scene)”, or move it before the choices.",
    ),
    Kind(
        "choix-de-scene-texte",
        Severity.ERROR,
        "Un choix est un seul lien, sans autre texte : ce qui l’entoure serait perdu.",
        "A choice is a single link without other text: what surrounds it would be lost.",
        "Mettez tout le texte dans le lien. Après lui, seuls des codes comme « `confiance+1` » "
        "peuvent se trouver.",
        "Put all the text in the link. After it, only codes such as “`trust+1`” may stand.",
    ),
    Kind(
        "choix-de-scene-suite",
        Severity.ERROR,
        "Sous un choix de scénario, seule une rétroaction peut se trouver.",
        "Under a choice of a scenario, only feedback may stand.",
        "Commencez chaque ligne par « > », ou déplacez ce texte dans la scène.",
        "Begin each line with “>”, or move this text into the scene.",
    ),
    Kind(
        "choix-de-scene-mal-ecrit",
        Severity.ERROR,
        "Un choix de scénario n’est ni coché ni numéroté : « {text} ».",
        "A choice of a scenario has no tick box and no number: “{text}”.",
        "Écrivez « - [Texte](#titre-d-une-scene) ».",
        "Write “- [Text](#title-of-a-scene)”.",
    ),
    Kind(
        "regle-illisible",
        Severity.ERROR,
        "« {text} » n’est ni une condition ni un effet.",
        "“{text}” is neither a condition nor an effect.",
        "Une condition : « `si confiance < 1 et retard = 0` ». Un effet : « `confiance+1` » ou "
        "« `retard=0` », chacun dans son propre code.",
        "A condition: “`si trust < 1 et delay = 0`”. An effect: “`trust+1`” or “`delay=0`”, each "
        "in a code of its own.",
    ),
    Kind(
        "regle-hors-bornes",
        Severity.ERROR,
        "« {text} » : une variable va de 0 à 9, et {value} n’a pas de sens ici.",
        "“{text}”: a variable goes from 0 to 9, and {value} makes no sense here.",
        "Écrivez un nombre de 0 à 9, ou de 1 à 9 après « + » et « - ».",
        "Write a number from 0 to 9, or from 1 to 9 after “+” and “-”.",
    ),
    Kind(
        "variable-de-scenario-inconnue",
        Severity.ERROR,
        "Le scénario n’a pas de variable « {name} ».",
        "The scenario has no variable “{name}”.",
        "Corrigez son nom, ou déclarez-la sous l’ouverture du bloc : « variables : {name}=0 ». "
        "Variables de ce scénario : {suggestion}.",
        "Correct its name, or declare it under the opening of the block: “variables: {name}=0”. "
        "Variables of this scenario: {suggestion}.",
    ),
    Kind(
        "lien-vers-scene",
        Severity.ERROR,
        "Ce lien mène à la scène « {title} », hors des choix d’une scène.",
        "This link leads to the scene “{title}”, outside the choices of a scene.",
        "Dans une scène, faites-en un choix : « - [Texte](#…) ». Ailleurs, visez la page ou le "
        "titre qui précède le scénario.",
        "In a scene, make it a choice: “- [Text](#…)”. Elsewhere, aim at the page or at the "
        "heading before the scenario.",
    ),
)

EXPLORING = (
    Kind(
        "scenario-sans-fin",
        Severity.ERROR,
        "Ce scénario n’a aucune fin.",
        "This scenario has no ending.",
        "Écrivez « {{.fin}} » sur la ligne au-dessus du titre de la dernière scène.",
        "Write “{{.fin}}” on the line above the heading of the last scene.",
    ),
    Kind(
        "scenario-trop-vaste",
        Severity.ERROR,
        "Avec ce scénario, le cours a plus de {most} états différents : ses chemins ne peuvent "
        "pas tous être vérifiés.",
        "With this scenario, the course has more than {most} different states: its ways cannot "
        "all be checked.",
        "Enlevez une variable, ou remettez-en une à 0 en chemin (« `retard=0` »).",
        "Remove a variable, or set one back to 0 on the way (“`delay=0`”).",
    ),
    Kind(
        "scenario-boucle",
        Severity.ERROR,
        "À partir de « {title} » (variables : {values}), on ne peut plus arriver à une fin : on "
        "tourne entre {scenes}. Chemin : {way}.",
        "From “{title}” on (variables: {values}), no ending can be reached: one goes round "
        "{scenes_en}. Way: {way}.",
        "Ajoutez un choix vers une scène qui mène à une fin, ou élargissez une condition.",
        "Add a choice to a scene that leads to an ending, or widen a condition.",
    ),
    Kind(
        "scene-sans-issue",
        Severity.ERROR,
        "« {title} » n’offre plus aucun choix quand les variables sont : {values}. Chemin : {way}.",
        "“{title}” offers no choice any more when the variables are: {values}. Way: {way}.",
        "Ajoutez un choix sans condition, ou un choix pour ce cas.",
        "Add a choice without condition, or a choice for this case.",
    ),
    Kind(
        "scene-inaccessible",
        Severity.WARNING,
        "Aucun chemin ne mène à « {title} ».",
        "No way leads to “{title}”.",
        "Ajoutez un choix qui y mène, ou supprimez la scène.",
        "Add a choice that leads there, or remove the scene.",
    ),
    Kind(
        "fin-sans-mot",
        Severity.WARNING,
        "La fin « {title} » ne dit rien.",
        "The ending “{title}” says nothing.",
        "Ajoutez un mot de conclusion : ce qui s’est passé, et ce qu’on en retient.",
        "Add a closing remark: what happened, and what to keep from it.",
    ),
    Kind(
        "condition-jamais-vraie",
        Severity.WARNING,
        "Ce choix n’est jamais offert : « {text} » n’est vrai sur aucun chemin vers « {title} » "
        "(le plus court : {way}).",
        "This choice is never offered: “{text}” is true on no way to “{title}” (the shortest: "
        "{way}).",
        "Corrigez la condition, ou ajoutez l’effet qui la rend vraie.",
        "Correct the condition, or add the effect that makes it true.",
    ),
    Kind(
        "variable-jamais-lue",
        Severity.WARNING,
        "Aucune condition ne se sert de la variable « {name} » : elle ne change rien.",
        "No condition uses the variable “{name}”: it changes nothing.",
        "Ajoutez une condition, par exemple « `si {name} > 0` », ou enlevez la variable.",
        "Add a condition, such as “`si {name} > 0`”, or remove the variable.",
    ),
    Kind(
        "variable-jamais-changee",
        Severity.WARNING,
        "Aucun choix ne change la variable « {name} » : ses conditions donnent toujours la même "
        "réponse.",
        "No choice changes the variable “{name}”: its conditions always give the same answer.",
        "Ajoutez un effet, par exemple « `{name}+1` », ou enlevez la variable.",
        "Add an effect, such as “`{name}+1`”, or remove the variable.",
    ),
)

KINDS = (*WRITING, *EXPLORING)
