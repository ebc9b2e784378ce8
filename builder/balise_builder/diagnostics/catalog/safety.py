"""People, law, figures and help: what could harm or mislead."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "telephone-dans-le-texte",
        Severity.WARNING,
        "« {text} » ressemble à un numéro de téléphone.",
        "“{text}” looks like a telephone number.",
        "Une ressource se donne par {{{{aide.nom}}}}, du registre vérifié; sinon, retirez le "
        "numéro.",
        "A resource is given by {{{{aide.name}}}}, from the checked register; otherwise "
        "remove the number.",
    ),
    Kind(
        "courriel-dans-le-texte",
        Severity.WARNING,
        "« {text} » est une adresse de courriel.",
        "“{text}” is an e-mail address.",
        "Une ressource se donne par {{{{aide.nom}}}}; sinon, retirez l’adresse.",
        "A resource is given by {{{{aide.name}}}}; otherwise remove the address.",
    ),
    Kind(
        "plaque-dans-le-texte",
        Severity.WARNING,
        "« {text} » ressemble à une plaque d’immatriculation.",
        "“{text}” looks like a licence plate.",
        "Une vraie plaque désignerait une personne : retirez-la.",
        "A real plate would point to a person: remove it.",
    ),
    Kind(
        "prenom-hors-banque",
        Severity.WARNING,
        "« {text} » n’est pas dans la banque de prénoms.",
        "“{text}” is not in the bank of first names.",
        "Prenez un prénom de prenoms.yaml, ou ajoutez-y celui-ci : la banque garde l’équilibre "
        "entre les genres et les origines.",
        "Take a first name from prenoms.yaml, or add this one to it: the bank keeps the balance of "
        "genders and origins.",
    ),
    Kind(
        "nom-complet",
        Severity.WARNING,
        "« {text} » ressemble au nom d’une personne.",
        "“{text}” looks like a person’s name.",
        "Un prénom de la banque suffit; un nom de famille peut désigner quelqu’un.",
        "A first name from the bank is enough; a family name may point to someone.",
    ),
    Kind(
        "mot-a-eviter",
        Severity.WARNING,
        "« {text} » : {reason}.",
        "“{text}”: {reason}.",
        "Préférez : {prefer}.",
        "Prefer: {prefer}.",
    ),
    Kind(
        "chiffre-sans-source",
        Severity.WARNING,
        "« {text} » est un chiffre sans source.",
        "“{text}” is a figure without a source.",
        "Utilisez {{{{chiffre.N1}}}} du registre, ou ajoutez [@source] dans le paragraphe.",
        "Use {{{{chiffre.N1}}}} of the register, or add [@source] to the paragraph.",
    ),
    Kind(
        "approbations-manquantes",
        Severity.WARNING,
        "Le cours n’est pas approuvé : son statut est « {status} ».",
        "The course is not approved: its status is “{status_en}”.",
        "La diffusion demande « statut : approuvé » et les approbations des partenaires.",
        "A release needs “statut: approuvé” and the partners’ approvals.",
    ),
    Kind(
        "protocole-sans-texte",
        Severity.INFO,
        "Le protocole « {id} » n’a pas de texte : tant qu’un établissement n’a pas mis ses "
        "contacts, on y lira la chaîne par défaut de Balise.",
        "The protocol “{id}” has no text: until an establishment adds its contacts, people read "
        "Balise’s default chain.",
        "Si votre milieu suit un autre ordre, écrivez-le dans le bloc.",
        "If your field follows another order, write it in the block.",
    ),
    Kind(
        "protocole-telephone",
        Severity.WARNING,
        "« {text} » serait montré dans tous les établissements.",
        "“{text}” would be shown in every establishment.",
        "Enlevez le numéro : chaque établissement met les siens dans protocole.json, et une "
        "ressource d’aide se donne par {{{{aide.nom}}}}.",
        "Remove the number: each establishment puts its own in protocole.json, and a help "
        "resource is given by {{{{aide.name}}}}.",
    ),
)

RELEASE = frozenset({"approbations-manquantes"})
"""Warnings of a draft that are errors of a release (dialect, « Severity »)."""
