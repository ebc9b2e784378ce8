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
)

RELEASE = frozenset({"approbations-manquantes"})
"""Warnings of a draft that are errors of a release (dialect, « Severity »)."""
