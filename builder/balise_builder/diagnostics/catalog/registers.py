"""Shared registers of ``_commun``: form, fields, dates."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "registre-illisible",
        Severity.ERROR,
        "Le registre ne peut pas être lu à partir d’ici : {fr}.",
        "The register cannot be read from here on: {en}.",
        "Comparez avec l’entrée précédente.",
        "Compare with the entry before.",
    ),
    Kind(
        "registre-ancre",
        Severity.ERROR,
        "Les ancres, renvois et étiquettes (« & », « * », « ! ») ne sont pas permis ici.",
        "Anchors, aliases and tags (“&”, “*”, “!”) are not allowed here.",
        "Mettez le texte entre guillemets, ou écrivez la valeur au complet.",
        "Put the text between quotes, or write the value in full.",
    ),
    Kind(
        "registre-profond",
        Severity.ERROR,
        "Ce registre a trop de niveaux de retrait.",
        "This register has too many levels of indentation.",
        "Une entrée a un id, puis ses champs, en retrait d’un niveau.",
        "An entry has an id, then its fields, indented by one level.",
    ),
    Kind(
        "registre-liste",
        Severity.ERROR,
        "Ce registre est une liste.",
        "This register is a list.",
        "Commencez chaque entrée par « - ».",
        "Begin each entry with “- ”.",
    ),
    Kind(
        "registre-correspondances",
        Severity.ERROR,
        "Ce registre attend un id par entrée, puis ses champs en retrait.",
        "This register expects an id for each entry, then its fields indented.",
        "Écrivez par exemple « N1: », puis les champs en retrait.",
        "Write for instance “N1:”, then the fields indented.",
    ),
    Kind(
        "registre-champs",
        Severity.ERROR,
        "L’entrée « {key} » attend des champs en retrait.",
        "The entry “{key}” expects indented fields.",
    ),
    Kind(
        "registre-texte",
        Severity.ERROR,
        "« {key} » attend un texte simple.",
        "“{key}” expects a plain text.",
        "Écrivez la valeur sur la même ligne que la clé.",
        "Write the value on the same line as the key.",
    ),
    Kind(
        "registre-id",
        Severity.ERROR,
        "L’id « {id} » d’une entrée ne peut avoir que des lettres, des chiffres et « - _ . ».",
        "The id “{id}” of an entry can only have letters, digits and “- _ .”.",
    ),
    Kind(
        "champ-mal-ecrit",
        Severity.ERROR,
        "Le champ « {key} » n’existe pas. Vouliez-vous dire « {nearest} »?",
        "The field “{key}” does not exist. Did you mean “{nearest}”?",
    ),
    Kind(
        "champ-inconnu",
        Severity.ERROR,
        "Le champ « {key} » n’existe pas dans ce registre.",
        "The field “{key}” does not exist in this register.",
        "Champs possibles : {known}.",
        "Possible fields: {known}.",
    ),
    Kind(
        "champ-requis",
        Severity.ERROR,
        "Il manque « {key} » dans l’entrée « {id} ».",
        "“{key}” is missing in the entry “{id}”.",
    ),
    Kind(
        "source-inconnue",
        Severity.ERROR,
        "La source « {source} » de « {id} » n’est pas dans sources.yaml.",
        "The source “{source}” of “{id}” is not in sources.yaml.",
        "Ajoutez-la à sources.yaml, ou corrigez l’id.",
        "Add it to sources.yaml, or correct the id.",
    ),
    Kind(
        "aide-perimee",
        Severity.WARNING,
        "La ressource d’aide « {id} » a été vérifiée le {date}, il y a plus de 180 jours.",
        "The help resource “{id}” was checked on {date}, more than 180 days ago.",
        "Appelez, puis mettez à jour « vérifié_le » dans ressources.yaml.",
        "Call, then update “vérifié_le” in ressources.yaml.",
    ),
    Kind(
        "aide-non-verifiee",
        Severity.WARNING,
        "La ressource d’aide « {id} » n’a pas encore été vérifiée.",
        "The help resource “{id}” has not been checked yet.",
        "Appelez, puis écrivez « vérifié_le » et « vérifié_par » dans ressources.yaml.",
        "Call, then write “vérifié_le” and “vérifié_par” in ressources.yaml.",
    ),
    Kind(
        "droit-expire",
        Severity.WARNING,
        "L’énoncé de droit « {id} » est échu depuis le {date}.",
        "The legal statement “{id}” expired on {date}.",
        "Faites-le vérifier, puis mettez à jour droit.yaml.",
        "Have it checked, then update droit.yaml.",
    ),
    Kind(
        "droit-non-signe",
        Severity.WARNING,
        "L’énoncé de droit « {id} » n’a été vérifié par personne.",
        "The legal statement “{id}” was checked by nobody.",
        "Faites-le vérifier, puis écrivez « vérifié_le » et « vérifié_par » dans droit.yaml.",
        "Have it checked, then write “vérifié_le” and “vérifié_par” in droit.yaml.",
    ),
)

RELEASE = frozenset({"aide-perimee", "aide-non-verifiee", "droit-expire", "droit-non-signe"})
"""Warnings of a draft that are errors of a release (dialect, « Severity »)."""
