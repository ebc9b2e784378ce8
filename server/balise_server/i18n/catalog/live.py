"""What the preview says in the terminal."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "live.compiling": ("Lecture de {root}…", "Reading {root}…"),
    "live.soon": (
        "{url} montre chaque formation dès qu’elle est lue.",
        "{url} shows each course as soon as it is read.",
    ),
    "live.ready": ("Aperçu : {url}", "Preview: {url}"),
    "live.stop": (
        "Enregistrez un fichier, la page suit. Ctrl-C pour arrêter.",
        "Save a file, the page follows. Ctrl-C to stop.",
    ),
    "live.stopped": ("Aperçu arrêté.", "Preview stopped."),
    "live.built": (
        "✓ {title} ({errors}, {warnings})",
        "✓ {title} ({errors}, {warnings})",
    ),
    "live.stale": (
        "✗ {title} : version périmée, {errors}",
        "✗ {title}: stale version, {errors}",
    ),
    "live.broken": (
        "✗ {title} : ne se construit pas, {errors}",
        "✗ {title}: does not build, {errors}",
    ),
    "live.clash": (
        "L’identifiant « {id} » est déjà celui du dossier « {other} ».",
        "The id “{id}” is already that of the folder “{other}”.",
    ),
    "live.clash_hint": (
        "Donnez un autre « id » à l’une des deux formations, et retirez « ids.lock » de la copie.",
        "Give another “id” to one of the two courses, and remove “ids.lock” from the copy.",
    ),
    "live.registers": (
        "{folder} : {n} entrée des registres attend une vérification; l’onglet « Constats » la "
        "donne.||{folder} : {n} entrées des registres attendent une vérification; l’onglet "
        "« Constats » les donne.",
        "{folder}: {n} entry of the registers waits to be checked; the tab “Findings” gives it.||"
        "{folder}: {n} entries of the registers wait to be checked; the tab “Findings” gives "
        "them.",
    ),
    "live.removed": ("{name} : le dossier n’est plus là.", "{name}: the folder is gone."),
    "live.unpacked": (
        "{name} : les paquets n’ont pas pu être écrits ({reason}).",
        "{name}: the packages could not be written ({reason}).",
    ),
}
