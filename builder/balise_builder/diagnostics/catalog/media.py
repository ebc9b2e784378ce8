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
        "Copiez le fichier dans le dossier media/ du cours et écrivez « media/nom »; "
        "l’adresse d’un site commence par « https:// ».",
        "Copy the file into the course’s media/ folder and write “media/name”; "
        "the address of a website begins with “https://”.",
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
    Kind(
        "lecteur-dans-une-phrase",
        Severity.ERROR,
        "Ce lien vers une vidéo ou un son est dans une phrase : il quitterait la page au "
        "lieu de jouer.",
        "This link to a video or a recording stands in a sentence: it would leave the "
        "page instead of playing.",
        "Mettez-le seul dans son paragraphe, avec une ligne vide avant et après.",
        "Put it alone in its paragraph, with an empty line before and after.",
    ),
    Kind(
        "lecteur-sans-texte",
        Severity.ERROR,
        "Rien ne permet de suivre ceci sans le son.",
        "Nothing lets people follow this without sound.",
        "Ajoutez « {{transcription=media/a.md}} » collé au lien, et pour une vidéo « "
        "sous-titres=media/a.vtt ».",
        "Add “{{transcript=media/a.md}}” right after the link, and for a video "
        "“captions=media/a.vtt”.",
    ),
    Kind(
        "lecteur-fichier",
        Severity.ERROR,
        "« {target} » ne peut pas servir {role}.",
        "“{target}” cannot serve as {role_en}.",
        "Nommez un fichier de la bonne sorte.",
        "Name a file of the right kind.",
    ),
    Kind(
        "video-sans-sous-titres",
        Severity.WARNING,
        "Cette vidéo a une transcription, mais pas de sous-titres : on ne peut pas la "
        "suivre en la regardant.",
        "This video has a transcript but no captions: it cannot be followed while it is watched.",
        "Ajoutez « sous-titres=media/a.vtt » aux réglages du lien.",
        "Add “captions=media/a.vtt” to the settings of the link.",
    ),
    Kind(
        "video-sans-transcription",
        Severity.WARNING,
        "Cette vidéo a des sous-titres, mais pas de transcription : on ne peut ni la lire "
        "ni l’imprimer.",
        "This video has captions but no transcript: it can be neither read nor printed.",
        "Ajoutez « transcription=media/a.md » aux réglages du lien.",
        "Add “transcript=media/a.md” to the settings of the link.",
    ),
    Kind(
        "transcription-vide",
        Severity.ERROR,
        "La transcription {name} est vide.",
        "The transcript {name} is empty.",
        "Écrivez-y ce qui se dit et ce qui se voit.",
        "Write in it what is said and what is seen.",
    ),
    Kind(
        "vtt-sans-en-tete",
        Severity.ERROR,
        "Un fichier de sous-titres commence par une ligne « WEBVTT »; celui-ci commence "
        "par « {text} ».",
        "A file of captions begins with a line “WEBVTT”; this one begins with “{text}”.",
        "Ajoutez « WEBVTT » seul sur la première ligne, puis une ligne vide.",
        "Add “WEBVTT” alone on the first line, then an empty line.",
    ),
    Kind(
        "vtt-temps-mal-ecrit",
        Severity.ERROR,
        "Ces temps ne se lisent pas : « {text} ».",
        "These times cannot be read: “{text}”.",
        "Écrivez « 00:00:02.500 --> 00:00:05.000 » : un point devant les millièmes (un "
        "fichier .srt a une virgule).",
        "Write “00:00:02.500 --> 00:00:05.000”: a point before the thousandths (an .srt "
        "file has a comma).",
    ),
    Kind(
        "vtt-temps-a-rebours",
        Severity.ERROR,
        "Ce sous-titre finit avant de commencer, ou commence avant celui d’avant : « {text} ».",
        "This caption ends before it begins, or begins before the one above: “{text}”.",
        "Corrigez les temps, ou remettez les sous-titres en ordre.",
        "Correct the times, or put the captions in order.",
    ),
    Kind(
        "vtt-sans-temps",
        Severity.ERROR,
        "Ce texte n’a pas de temps : il ne serait jamais montré (« {text} »).",
        "This text has no times: it would never be shown (“{text}”).",
        "Écrivez au-dessus « 00:00:02.500 --> 00:00:05.000 », sans ligne vide entre les deux.",
        "Write “00:00:02.500 --> 00:00:05.000” above it, with no empty line between.",
    ),
    Kind(
        "vtt-sans-texte",
        Severity.ERROR,
        "Il n’y a pas de texte sous « {text} ».",
        "There is no text under “{text}”.",
        "Écrivez le sous-titre sous ses temps, sans ligne vide entre les deux.",
        "Write the caption under its times, with no empty line between.",
    ),
    Kind(
        "sous-titres-autre-langue",
        Severity.WARNING,
        "Ces sous-titres ne semblent pas être dans la langue de la formation ({language}).",
        "These captions do not seem to be in the language of the course ({language}).",
        "Donnez les sous-titres dans la langue de la formation.",
        "Give captions in the language of the course.",
    ),
    Kind(
        "image-vide",
        Severity.ERROR,
        "Le fichier {name} est vide.",
        "The file {name} is empty.",
        "Enregistrez l’image de nouveau.",
        "Save the image again.",
    ),
    Kind(
        "image-autre-format",
        Severity.ERROR,
        "Le fichier {name} n’est pas une image .{extension} (format trouvé : {found}).",
        "The file {name} is no .{extension} image (format found: {found}).",
        "Enregistrez l’image dans ce format; changer le nom ne suffit pas.",
        "Save the image in this format; changing the name is not enough.",
    ),
    Kind(
        "image-tronquee",
        Severity.ERROR,
        "Le fichier {name} est coupé : la fin de l’image manque.",
        "The file {name} is cut: the end of the image is missing.",
        "Copiez ou enregistrez l’image de nouveau.",
        "Copy or save the image again.",
    ),
    Kind(
        "svg-mal-forme",
        Severity.ERROR,
        "L’image {name} ne peut pas être lue ({found}).",
        "The image {name} cannot be read ({found}).",
        "Exportez-la de nouveau de votre logiciel de dessin.",
        "Export it again from your drawing program.",
    ),
    Kind(
        "svg-sans-espace",
        Severity.ERROR,
        "L’image {name} commence par « {found} », sans "
        'xmlns="http://www.w3.org/2000/svg" : aucun navigateur ne la montrerait.',
        "The image {name} begins with “{found}”, without "
        'xmlns="http://www.w3.org/2000/svg": no browser would show it.',
        "Exportez-la de nouveau de votre logiciel de dessin, en SVG.",
        "Export it again from your drawing program, as SVG.",
    ),
    Kind(
        "svg-actif",
        Severity.ERROR,
        "L’image {name} contient de quoi agir ({found}) : une image se regarde seulement.",
        "The image {name} holds something that acts ({found}): an image is only to be looked at.",
        "Exportez-la sans script ni animation par script.",
        "Export it without scripts.",
    ),
    Kind(
        "svg-exterieur",
        Severity.ERROR,
        "L’image {name} va chercher autre chose ailleurs ({found}) : ce serait perdu, ou "
        "dirait à un autre site qui regarde.",
        "The image {name} fetches something elsewhere ({found}): it would be lost, or "
        "tell another site who looks.",
        "Incorporez les images et convertissez les textes en tracés, puis exportez de nouveau.",
        "Embed the images and convert the texts to outlines, then export again.",
    ),
)
