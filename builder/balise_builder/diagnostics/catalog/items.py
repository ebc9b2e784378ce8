"""Questions, evaluations and banks."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "question-sans-bonne-reponse",
        Severity.ERROR,
        "Aucun choix n’est coché.",
        "No choice is ticked.",
        "Cochez la bonne réponse avec « - [x] ».",
        "Tick the right answer with “- [x]”.",
    ),
)
