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
    Kind(
        "phrase-tres-longue",
        Severity.WARNING,
        "Cette phrase a {n} mots : « {text}… »",
        "This sentence has {n} words: “{text}…”",
        "Coupez-la en deux : une idée par phrase.",
        "Cut it in two: one idea a sentence.",
    ),
    Kind(
        "phrases-longues",
        Severity.WARNING,
        "Les phrases de cette page ont {words} mots en moyenne.",
        "The sentences of this page have {words} words on average.",
        "Visez 20 mots ou moins (Rédiger simplement, Gouvernement du Québec).",
        "Aim at 20 words or fewer (Rédiger simplement, Gouvernement du Québec).",
    ),
    Kind(
        "lecture-difficile",
        Severity.WARNING,
        "Cette page se lit difficilement : LIX {lix}, soit {words} mots par phrase plus la "
        "part des mots de 7 lettres et plus.",
        "This page is hard to read: LIX {lix}, which is {words} words a sentence plus the share "
        "of words of 7 letters or more.",
        "Sous 40, un texte est facile; au-dessus de 50, difficile. Des phrases plus courtes, des "
        "mots plus courants.",
        "Under 40 a text is easy; above 50, hard. Shorter sentences, more common words.",
    ),
)
