"""Images, files and what a screen reader makes of them."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "chemin-absolu",
        Severity.ERROR,
        "« {target} » est un chemin de votre ordinateur : personne d’autre ne le trouverait.",
        "“{target}” is a path of your computer: nobody else would find it.",
        "Copiez le fichier dans media/ et écrivez « media/nom ».",
        "Copy the file into media/ and write “media/name”.",
    ),
    Kind(
        "media-hors-du-cours",
        Severity.ERROR,
        "« {target} » est hors de media/ et de ../_commun/media/.",
        "“{target}” is outside media/ and ../_commun/media/.",
        "Copiez le fichier dans le dossier media/ du cours.",
        "Copy the file into the course’s media/ folder.",
    ),
    Kind(
        "media-introuvable",
        Severity.ERROR,
        "Le fichier « {target} » n’existe pas.",
        "The file “{target}” does not exist.",
        "Corrigez le nom, ou copiez le fichier dans media/. Le plus proche : {suggestion}.",
        "Correct the name, or copy the file into media/. Closest: {suggestion}.",
    ),
    Kind(
        "media-autre-casse",
        Severity.ERROR,
        "Le fichier s’appelle « {actual} », pas « {target} » : les majuscules et les accents "
        "comptent sur un serveur.",
        "The file is named “{actual}”, not “{target}”: capitals and accents matter on a server.",
        "Écrivez le nom exact.",
        "Write the exact name.",
    ),
    Kind(
        "media-non-image",
        Severity.ERROR,
        "« {target} » n’est pas une image que les navigateurs montrent.",
        "“{target}” is not an image that browsers show.",
        "Utilisez svg, png, webp ou jpg; un document se donne par un lien.",
        "Use svg, png, webp or jpg; a document is given by a link.",
    ),
    Kind(
        "media-type-refuse",
        Severity.ERROR,
        "Un fichier « {target} » ne peut pas être mis dans un paquet.",
        "A file “{target}” cannot go into a package.",
        "Utilisez svg, png, webp, jpg ou pdf.",
        "Use svg, png, webp, jpg or pdf.",
    ),
    Kind(
        "image-externe",
        Severity.ERROR,
        "« {target} » est une image d’un autre site : la charger dirait à ce site qui suit la"
        " formation.",
        "“{target}” is an image of another site: loading it would tell that site who takes "
        "the training.",
        "Copiez l’image dans media/, si vous en avez le droit.",
        "Copy the image into media/, if you may.",
    ),
    Kind(
        "image-sans-texte",
        Severity.ERROR,
        "Cette image n’a pas de texte de remplacement.",
        "This image has no alternative text.",
        "Décrivez-la entre les crochets; si elle ne dit rien de plus que le texte, ajoutez "
        "{{décoratif}}.",
        "Describe it between the brackets; if it says no more than the text, add {{decorative}}.",
    ),
    Kind(
        "image-texte-avec-renvoi",
        Severity.ERROR,
        "Le texte de remplacement d’une image ne contient que des mots : « {text} » n’y "
        "serait pas compris.",
        "The alternative text of an image holds only words: “{text}” would not be understood "
        "there.",
        "Écrivez les mots eux-mêmes.",
        "Write the words themselves.",
    ),
    Kind(
        "image-decorative-avec-texte",
        Severity.WARNING,
        "Cette image est dite décorative, mais elle a un texte de remplacement : il ne sera "
        "pas lu.",
        "This image is called decorative but has an alternative text: it will not be read.",
        "Enlevez le texte, ou enlevez {{décoratif}}.",
        "Remove the text, or remove {{decorative}}.",
    ),
    Kind(
        "texte-de-lien-vague",
        Severity.WARNING,
        "« {text} » ne dit pas où mène ce lien.",
        "“{text}” does not say where this link leads.",
        "Nommez la destination : elle est lue hors de son contexte.",
        "Name the destination: it is read out of context.",
    ),
    Kind(
        "lien-sans-texte",
        Severity.ERROR,
        "Ce lien n’a pas de texte.",
        "This link has no text.",
        "Écrivez entre les crochets ce que l’on trouvera.",
        "Write between the brackets what will be found.",
    ),
    Kind(
        "niveau-de-titre-saute",
        Severity.WARNING,
        "Ce titre est de niveau {found}, après un titre de niveau {before} : un niveau est sauté.",
        "This heading is of level {found}, after one of level {before}: a level is skipped.",
        "Utilisez « {expected} ».",
        "Use “{expected}”.",
    ),
    Kind(
        "tableau-sans-titres",
        Severity.WARNING,
        "Une colonne de ce tableau n’a pas de titre.",
        "A column of this table has no heading.",
        "Nommez chaque colonne sur la première rangée.",
        "Name each column on the first row.",
    ),
)
