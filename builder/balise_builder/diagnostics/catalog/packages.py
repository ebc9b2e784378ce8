"""Packages: what a zip, its manifest and its document must be for any platform to play it."""

from balise_builder.diagnostics.core import Kind, Severity

OURS_FR = "Vos textes n’y sont pour rien : signalez ce message, avec le nom du cours."
OURS_EN = "Your texts are not the cause: report this message, with the name of the course."


def _kind(code: str, fr: str, en: str, hint_fr: str = "", hint_en: str = "") -> Kind:
    return Kind(code, Severity.ERROR, fr, en, hint_fr or OURS_FR, hint_en or OURS_EN)


KINDS = (
    _kind(
        "mot-perdu",
        "Ces mots du texte n’ont pas trouvé leur place dans la formation : « {text} ».",
        "These words of the text found no place in the course: “{text}”.",
        "Séparez ce passage du reste par une ligne vide, ou écrivez-le autrement. Balise aurait dû"
        " vous dire pourquoi : signalez-le-nous.",
        "Set this passage apart with an empty line, or write it otherwise. Balise should have told"
        " you why: please report it.",
    ),
    _kind(
        "verrou-a-changer",
        "La construction changerait ids.lock, et --locked l’interdit.",
        "The build would change ids.lock, and --locked forbids it.",
        "Lancez « balise build » sans --locked, puis enregistrez ids.lock dans Git.",
        "Run “balise build” without --locked, then commit ids.lock.",
    ),
    _kind(
        "donnees-de-reprise-trop-longues",
        "Les données de reprise peuvent atteindre {worst} caractères; {targets} en admet {limit}.",
        "Suspend data may reach {worst} characters; {targets} allows {limit}.",
        "Réduisez les parties nommées, ou partagez la formation en deux. Pour SCORM 2004 seulement,"
        " « limite-suspend » permet davantage.",
        "Shorten the parts named, or divide the course in two. For SCORM 2004 only,"
        " “limite-suspend” allows more.",
    ),
    Kind(
        "donnees-de-reprise-part",
        Severity.INFO,
        "« {name} » compte pour {size} caractères des données de reprise.",
        "“{name}” accounts for {size} characters of suspend data.",
    ),
    _kind(
        "paquet-illisible",
        "Le paquet ne s’ouvre pas ({detail}).",
        "The package cannot be opened ({detail}).",
        "Construisez-le ou téléchargez-le de nouveau.",
        "Build it or download it again.",
    ),
    _kind(
        "paquet-nom-refuse",
        "Le nom « {name} » ne convient pas dans un paquet.",
        "The name “{name}” does not suit a package.",
        "Gardez les lettres sans accents, les chiffres, « . », « - », « _ » et « / ».",
        "Keep plain letters, digits, “.”, “-”, “_” and “/”.",
    ),
    _kind(
        "paquet-nom-double",
        "« {name} » figure deux fois, ou ne diffère d’un autre nom que par la casse.",
        "“{name}” stands twice, or differs from another name by case only.",
    ),
    _kind(
        "paquet-entree-refusee",
        "« {name} » est chiffré, compressé ou décrit d’une façon que des plateformes refusent.",
        "“{name}” is encrypted, compressed or described in a way that platforms refuse.",
        "N’employez que « stored » ou « deflate », sans chiffrement ni champ particulier.",
        "Use “stored” or “deflate” only, with no encryption and no extra field.",
    ),
    _kind(
        "paquet-fichier-absent",
        "« {name} » est nommé mais n’est pas dans le paquet.",
        "“{name}” is named but is not in the package.",
    ),
    _kind(
        "paquet-fichier-non-declare",
        "« {name} » est dans le paquet mais dans aucune ressource du manifeste.",
        "“{name}” is in the package but in no resource of the manifest.",
    ),
    _kind(
        "paquet-adresse-externe",
        "Le document charge « {name} », hors du paquet ou depuis la racine du site.",
        "The document loads “{name}”, outside the package or from the root of the site.",
    ),
    _kind(
        "paquet-script-en-ligne",
        "Le document contient « {name} » : script, style ou gestionnaire en ligne.",
        "The document contains “{name}”: an inline script, style or handler.",
    ),
    _kind(
        "paquet-donnees",
        "course.json et le bloc de données du document ne sont pas identiques ou sont invalides"
        " ({detail}).",
        "course.json and the data block of the document differ or are invalid ({detail}).",
    ),
    _kind(
        "manifeste-illisible",
        "Le manifeste n’est pas du XML acceptable ({detail}).",
        "The manifest is not acceptable XML ({detail}).",
    ),
    _kind(
        "manifeste-invalide",
        "Le manifeste ne respecte pas les schémas de SCORM : {detail}",
        "The manifest does not follow the schemas of SCORM: {detail}",
    ),
    _kind(
        "manifeste-edition",
        "L’édition de SCORM n’est pas lisible : « {found} ».",
        "The edition of SCORM cannot be read: “{found}”.",
        "« ADL SCORM », puis « 1.2 » ou « 2004 4th Edition », en tête de metadata.",
        "“ADL SCORM”, then “1.2” or “2004 4th Edition”, first in metadata.",
    ),
    _kind(
        "manifeste-espace-de-noms",
        "L’espace de noms par défaut est « {found} » au lieu de « {expected} ».",
        "The default namespace is “{found}” instead of “{expected}”.",
    ),
    _kind(
        "manifeste-schema-local",
        "Le schéma de « {name} » n’est pas nommé par un fichier à la racine du paquet.",
        "The schema of “{name}” is not named by a file at the root of the package.",
    ),
    _kind(
        "manifeste-organisation",
        "L’organisation par défaut « {found} » n’existe pas, ou n’a ni titre ni élément.",
        "The default organization “{found}” does not exist, or has no title or no item.",
    ),
    _kind(
        "manifeste-identifiant",
        "L’identifiant « {found} » figure deux fois ou n’est pas un nom XML.",
        "The identifier “{found}” stands twice or is not an XML name.",
    ),
    _kind(
        "manifeste-reference",
        "L’élément « {name} » renvoie à la ressource « {found} », qui n’existe pas ou ne convient"
        " pas à cet endroit.",
        "The item “{name}” refers to the resource “{found}”, which does not exist or does not suit"
        " this place.",
    ),
    _kind(
        "manifeste-ressource",
        "Dans la ressource « {name} », {attribute} vaut « {found} ».",
        "In the resource “{name}”, {attribute} is “{found}”.",
        "type = webcontent, scormtype = sco ou asset, href parmi ses propres fichiers.",
        "type = webcontent, scormtype = sco or asset, href among its own files.",
    ),
    _kind(
        "manifeste-valeur",
        "{name} vaut « {found} »; attendu : {expected}.",
        "{name} is “{found}”; expected: {expected}.",
    ),
    _kind(
        "manifeste-element-inconnu",
        "L’élément {name} n’existe pas dans cette édition.",
        "The element {name} does not exist in this edition.",
        "Les schémas de 2004 laissent passer ces fautes; les plateformes, non.",
        "The schemas of 2004 let these mistakes pass; platforms do not.",
    ),
)
