"""French typography that the builder cannot set right alone."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "decimale-avec-point",
        Severity.WARNING,
        "« {text} » a un point décimal.",
        "“{text}” has a decimal point.",
        "En français, écrivez « {fixed} ».",
        "In French, write “{fixed}”.",
    ),
    Kind(
        "heure-collee",
        Severity.WARNING,
        "« {text} » n’est pas l’usage au Québec.",
        "“{text}” is not Québec usage.",
        "Écrivez « {fixed} ».",
        "Write “{fixed}”.",
    ),
    Kind(
        "espace-avant-ponctuation",
        Severity.WARNING,
        "Une espace précède « {text} ».",
        "A space precedes “{text}”.",
        "Au Québec, aucune espace avant ; ! et ?.",
        "In Québec, there is no space before ; ! and ?.",
    ),
    Kind(
        "langue-inconnue",
        Severity.ERROR,
        "« {value} » n’est pas le code d’une langue.",
        "“{value}” is not the code of a language.",
        "Le plus probable : {suggestion}. Il s’écrit comme dans « [Hello]{{lang=en}} » : en pour"
        " l’anglais, moe pour l’innu-aimun, iu pour l’inuktitut.",
        "The likeliest: {suggestion}. It is written as in “[Hello]{{lang=en}}”: en for English,"
        " moe for Innu-aimun, iu for Inuktitut.",
    ),
)
