"""Why a package is refused: one reason each, in French and English, with what to do."""

from __future__ import annotations

from balise_server.errors import CATALOG, BaliseError, Text

_AGAIN_FR = " Exportez-le de nouveau depuis l’outil qui l’a produit."
_AGAIN_EN = " Export it again from the tool that made it."

REASONS: dict[str, tuple[str, str]] = {
    "package-unreadable": (
        "« {file} » ne se lit pas : {reason}. Vérifiez ce fichier et le disque du serveur, puis "
        "recommencez.",
        "“{file}” cannot be read: {reason_en}. Check that file and the server’s disk, then try "
        "again.",
    ),
    "package-not-zip": (
        "« {file} » n’est pas un fichier zip, ou il est incomplet." + _AGAIN_FR,
        "“{file}” is not a zip file, or is incomplete." + _AGAIN_EN,
    ),
    "package-too-large": (
        "« {file} » dépasse la limite de {limit} Mo (une fois ouvert). Allégez ses médias.",
        "“{file}” is over the limit of {limit} MB (once opened). Make its media lighter.",
    ),
    "package-too-many-files": (
        "« {file} » contient plus de {limit} fichiers. Exportez moins de pages à la fois.",
        "“{file}” holds more than {limit} files. Export fewer pages at a time.",
    ),
    "package-bomb": (
        "« {name} », dans « {file} », se gonfle démesurément à l’ouverture : "
        "le paquet est refusé pour protéger le serveur.",
        "“{name}” in “{file}” swells out of proportion when opened: "
        "the package is refused to protect the server.",
    ),
    "package-damaged": (
        "« {name} », dans « {file} », est abîmé ou sa taille annoncée est fausse." + _AGAIN_FR,
        "“{name}” in “{file}” is damaged or its declared size is wrong." + _AGAIN_EN,
    ),
    "package-encrypted": (
        "« {name} », dans « {file} », est protégé par un mot de passe : refaites le zip sans.",
        "“{name}” in “{file}” is protected by a password: make the zip again without one.",
    ),
    "package-compression": (
        "« {name} », dans « {file} », est comprimé d’une façon que SCORM n’admet pas : "
        "refaites un zip ordinaire (deflate).",
        "“{name}” in “{file}” is compressed in a way SCORM does not allow: "
        "make an ordinary zip (deflate).",
    ),
    "package-unsafe-name": (
        "« {file} » contient le nom « {name} », qui sortirait du dossier du cours "
        "ou ne peut pas s’écrire partout." + _AGAIN_FR,
        "“{file}” holds the name “{name}”, which would leave the course’s folder "
        "or cannot be written everywhere." + _AGAIN_EN,
    ),
    "package-name-encoding": (
        "« {file} » contient un nom qui n’est pas en UTF-8 (« {name} ») : "
        "renommez ce fichier sans accents, ou refaites le zip en UTF-8.",
        "“{file}” holds a name that is not in UTF-8 (“{name}”): "
        "rename that file without accents, or make the zip again in UTF-8.",
    ),
    "package-link": (
        "« {name} », dans « {file} », est un lien vers un autre fichier : "
        "mettez le fichier lui-même.",
        "“{name}” in “{file}” is a link to another file: put the file itself.",
    ),
    "package-duplicate": (
        "« {name} » et « {other} », dans « {file} », sont un seul et même nom sur bien des "
        "serveurs : renommez-en un.",
        "“{name}” and “{other}” in “{file}” are one and the same name on many servers: "
        "rename one of them.",
    ),
    "package-no-manifest": (
        "« {file} » n’a ni imsmanifest.xml ni course.json à sa racine : "
        "ce n’est pas un paquet SCORM. Déposez le zip que votre outil exporte pour SCORM, sans "
        "l’ouvrir ni le refaire.",
        "“{file}” has neither imsmanifest.xml nor course.json at its root: "
        "it is not a SCORM package. Drop the zip that your tool exports for SCORM, without opening "
        "it or making it again.",
    ),
    "package-manifest-misplaced": (
        "imsmanifest.xml est dans « {name} » au lieu d’être à la racine de « {file} » : "
        "refaites le zip à partir du contenu du dossier, pas du dossier.",
        "imsmanifest.xml is in “{name}” instead of at the root of “{file}”: "
        "make the zip from what the folder contains, not from the folder.",
    ),
    "package-manifest-invalid": (
        "imsmanifest.xml de « {file} » ne se lit pas (ligne {line} : {reason})." + _AGAIN_FR,
        "imsmanifest.xml of “{file}” cannot be read (line {line}: {reason})." + _AGAIN_EN,
    ),
    "package-manifest-doctype": (
        "imsmanifest.xml de « {file} » contient une déclaration DOCTYPE, "
        "que SCORM n’emploie pas : retirez-la.",
        "imsmanifest.xml of “{file}” holds a DOCTYPE declaration, "
        "which SCORM does not use: remove it.",
    ),
    "package-not-scorm": (
        "imsmanifest.xml de « {file} » n’annonce ni SCORM 1.2 ni SCORM 2004 "
        "(trouvé : {found})." + _AGAIN_FR,
        "imsmanifest.xml of “{file}” declares neither SCORM 1.2 nor SCORM 2004 "
        "(found: {found})." + _AGAIN_EN,
    ),
    "package-nothing-to-launch": (
        "Aucun élément de « {file} » ne mène à une page à lancer." + _AGAIN_FR,
        "No item of “{file}” leads to a page to launch." + _AGAIN_EN,
    ),
    "package-external-launch": (
        "« {file} » lance « {href} », qui est ailleurs que dans le paquet : "
        "un cours doit contenir ses pages.",
        "“{file}” launches “{href}”, which is not inside the package: "
        "a course must hold its own pages.",
    ),
    "package-launch-missing": (
        "« {file} » lance « {href} », qui n’y est pas.{near_fr}",
        "“{file}” launches “{href}”, which is not there.{near_en}",
    ),
    "package-course-invalid": (
        "course.json de « {file} » ne se lit pas ({reason}) : construisez le paquet de nouveau.",
        "course.json of “{file}” cannot be read ({reason}): build the package again.",
    ),
}

CATALOG.update({code: Text(400, fr, en) for code, (fr, en) in REASONS.items()})


class PackageError(BaliseError):
    """A package that is not taken in; nothing of it is kept."""
