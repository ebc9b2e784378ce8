"""Containers, attributes and what the builder does not understand."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "conteneur-non-ferme",
        Severity.ERROR,
        "Le bloc « ::: {name} » ouvert ici n’est jamais fermé.",
        "The block “::: {name}” opened here is never closed.",
        "Ajoutez une ligne « ::: » à la fin du bloc.",
        "Add a line “:::” at the end of the block.",
    ),
)
