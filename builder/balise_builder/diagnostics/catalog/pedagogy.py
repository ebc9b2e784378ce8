"""What makes a capsule teach, and what a sensitive passage needs."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "capsule-sans-question",
        Severity.WARNING,
        "Cette capsule n’a aucune question : la personne n’a rien à décider.",
        "This capsule has no question: the learner decides nothing.",
        "Ajoutez une question qui place devant une décision.",
        "Add a question that asks for a decision.",
    ),
    Kind(
        "capsule-trop-longue",
        Severity.WARNING,
        "Cette capsule demande environ {minutes} min (mots : {words}, questions : {items})"
        " : plus de 5.",
        "This capsule takes about {minutes} min (words: {words}, questions: {items}): more than 5.",
        "Séparez-la en deux capsules.",
        "Split it into two capsules.",
    ),
    Kind(
        "capsule-duree-depassee",
        Severity.WARNING,
        "La durée annoncée est de {declared} min, mais la capsule en demande environ "
        "{minutes} ({words} mots, {items} questions).",
        "The announced duration is {declared} min, but the capsule takes about {minutes} "
        "({words} words, {items} questions).",
        "Corrigez « durée », ou raccourcissez.",
        "Correct “durée”, or shorten.",
    ),
    Kind(
        "objectif-jamais-evalue",
        Severity.WARNING,
        "Aucune question notée ne porte sur l’objectif « {id} ».",
        "No scored question is about the objective “{id}”.",
        "Écrivez « objectif : {id} » sur une question ou sa capsule, ou « (évalué par : séance) » "
        "à la fin de l’objectif.",
        "Write “objective: {id}” on a question or its capsule, or “(assessed by: session)” at the "
        "end of the objective.",
    ),
    Kind(
        "question-sans-retroaction",
        Severity.WARNING,
        "Qui se trompe à cette question n’a aucune rétroaction.",
        "Whoever gets this question wrong has no feedback.",
        "Ajoutez un encadré « > [!CONSEIL] » après les réponses, ou une citation « > » sous des "
        "lignes.",
        "Add an alert “> [!TIP]” after the answers, or a quote “>” under some lines.",
    ),
    Kind(
        "choix-sans-retroaction",
        Severity.WARNING,
        "Ce mauvais choix n’a pas de rétroaction.",
        "This wrong choice has no feedback.",
        "Expliquez sous le choix, après « > », pourquoi il ne convient pas.",
        "Explain under the choice, after “> ”, why it does not fit.",
    ),
    Kind(
        "trop-peu-ordinaires",
        Severity.WARNING,
        "Situations ordinaires : {ordinary} sur {total}, moins du tiers. La formation "
        "apprendrait à soupçonner.",
        "Ordinary situations: {ordinary} of {total}, less than a third. The training would "
        "teach suspicion.",
        "Ajoutez des situations où il n’y a rien à signaler.",
        "Add situations where there is nothing to report.",
    ),
    Kind(
        "sensible-sans-version-allegee",
        Severity.ERROR,
        "Cette page est dite sensible, mais elle n’a pas de version allégée.",
        "This page is marked sensitive but has no light version.",
        "Ajoutez un bloc « ::: version-allégée ».",
        "Add a block “::: light”.",
    ),
    Kind(
        "version-allegee-vide",
        Severity.ERROR,
        "La version allégée est vide.",
        "The light version is empty.",
        "Écrivez-y l’essentiel, sans détail éprouvant.",
        "Write the essentials in it, without distressing detail.",
    ),
    Kind(
        "question-seulement-dans-le-sensible",
        Severity.ERROR,
        "La question « {id} » est dans un passage sensible, et la version allégée ne l’a pas.",
        "The question “{id}” is in a sensitive passage, and the light version does not have it.",
        "Recopiez-la dans la version allégée, avec le même identifiant.",
        "Copy it into the light version, with the same id.",
    ),
    Kind(
        "evaluation-dans-le-sensible",
        Severity.ERROR,
        "L’évaluation « {id} » est dans un passage sensible : la version allégée ne peut pas "
        "l’offrir.",
        "The evaluation “{id}” is in a sensitive passage: the light version cannot offer it.",
        "Placez-la sur une page qui n’est pas sensible.",
        "Put it on a page that is not sensitive.",
    ),
    Kind(
        "cours-sans-avis",
        Severity.WARNING,
        "Le cours n’a pas d’avis de contenu dans cours.md, et {why}.",
        "The course has no content notice in cours.md, and {why_en}.",
        "Ajoutez « ::: avis » dans cours.md : ce qui est montré, ce qui ne l’est pas, la durée.",
        "Add “::: notice” to cours.md: what is shown, what is not, how long.",
    ),
    Kind(
        "avis-apres-evaluation",
        Severity.WARNING,
        "L’avis de contenu vient après une évaluation.",
        "The content notice comes after an evaluation.",
        "Placez l’avis avant.",
        "Put the notice before it.",
    ),
)
