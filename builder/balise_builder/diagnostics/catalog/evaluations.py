"""Banks, forms, evaluations and the threshold."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "banque-hors-fichier",
        Severity.ERROR,
        "Un bloc « {name} » se trouve seulement dans banque.md.",
        "A block “{name}” stands only in banque.md.",
        "Déplacez-le dans banque.md.",
        "Move it to banque.md.",
    ),
    Kind(
        "banque-texte",
        Severity.ERROR,
        "Dans banque.md, tout se trouve dans un bloc « banque » : ce texte serait perdu.",
        "In banque.md, everything stands in a block “banque”: this text would be lost.",
        "Déplacez-le dans une question, ou faites-en un commentaire « [//]: # (…) ».",
        "Move it into a question, or make it a comment “[//]: # (…)”.",
    ),
    Kind(
        "banque-inconnue",
        Severity.ERROR,
        "Il n’y a pas de banque « {id} ».",
        "There is no bank “{id}”.",
        "Corrigez le nom, ou écrivez « ::: banque {{#{id}}} » dans banque.md. Banques de "
        "banque.md : {suggestion}.",
        "Correct the name, or write “::: banque {{#{id}}}” in banque.md. Banks of banque.md: "
        "{suggestion}.",
    ),
    Kind(
        "banque-vide",
        Severity.ERROR,
        "La banque « {id} » n’a aucune question.",
        "The bank “{id}” has no question.",
        "Ajoutez des blocs « ::: question » dans la banque.",
        "Add blocks “::: question” to the bank.",
    ),
    Kind(
        "banque-trop-petite",
        Severity.ERROR,
        "La banque a {count} questions : elle ne suffit pas pour en tirer {draw}.",
        "The bank has {count} questions: not enough to draw {draw}.",
        "Ajoutez des questions, ou réduisez « tirage ».",
        "Add questions, or reduce “tirage”.",
    ),
    Kind(
        "banque-inutilisee",
        Severity.WARNING,
        "Aucune évaluation n’utilise la banque « {id} ».",
        "No evaluation uses the bank “{id}”.",
        "Ajoutez « banque : {id} » à une évaluation.",
        "Add “banque: {id}” to an evaluation.",
    ),
    Kind(
        "forme-manquante",
        Severity.ERROR,
        "Cette question n’a pas de « forme », alors que la banque « {bank} » en a.",
        "This question has no “forme”, while the bank “{bank}” has forms.",
        "Ajoutez « forme : A », « forme : B » ou « forme : C ».",
        "Add “forme: A”, “forme: B” or “forme: C”.",
    ),
    Kind(
        "forme-hors-banque",
        Severity.ERROR,
        "« forme » ne sert que dans une banque.",
        "“forme” is only for a bank.",
        "Supprimez ce réglage.",
        "Remove this setting.",
    ),
    Kind(
        "formes-inegales",
        Severity.ERROR,
        "Les formes ne sont pas de même longueur. Questions : {lengths}; points : {points}.",
        "The forms are not of the same length. Questions: {lengths}; points: {points}.",
        "Équilibrez les formes : chacune doit avoir autant de questions et de points.",
        "Balance the forms: each must have as many questions and points.",
    ),
    Kind(
        "formes-dissemblables",
        Severity.WARNING,
        "Les formes {first} et {second} de la banque « {bank} » n’ont pas les mêmes objectifs, "
        "situations ou sortes de questions : leurs résultats se compareraient mal.",
        "Forms {first} and {second} of the bank “{bank}” do not have the same objectives, "
        "situations or kinds of questions: their results would not compare well.",
        "Au même rang, donnez aux formes le même objectif, la même « situation » et la même sorte "
        "de question.",
        "At the same rank, give the forms the same objective, the same “situation” and the same "
        "kind of question.",
    ),
    Kind(
        "forme-absente",
        Severity.ERROR,
        "La banque « {bank} » a la forme {found}, mais pas la forme {missing}.",
        "The bank “{bank}” has form {found} but not form {missing}.",
        "Écrivez les deux formes, ou enlevez « forme » partout.",
        "Write both forms, or remove “forme” everywhere.",
    ),
    Kind(
        "tirage-avec-formes",
        Severity.ERROR,
        "« tirage » ne sert qu’avec une banque sans formes.",
        "“tirage” is only for a bank without forms.",
        "Supprimez « tirage », ou les formes de la banque.",
        "Remove “tirage”, or the bank’s forms.",
    ),
    Kind(
        "tirage-points-inegaux",
        Severity.ERROR,
        "Les questions de la banque n’ont pas toutes autant de points : le total d’un tirage "
        "varierait.",
        "The questions of the bank do not all carry the same points: the total of a draw "
        "would vary.",
        "Donnez les mêmes points à toutes.",
        "Give the same points to all of them.",
    ),
    Kind(
        "tirage-non-notee",
        Severity.ERROR,
        "La banque « {bank} » sert à un tirage : une échelle ou une question ouverte, sans "
        "points, en changerait le total.",
        "The bank “{bank}” is drawn from: a scale or an open question, worth no points, would "
        "change the total.",
        "Placez cette question dans une capsule, ou dans une évaluation sans « tirage ».",
        "Put this question in a capsule, or in an assessment without “draw”.",
    ),
    Kind(
        "evaluation-sans-points",
        Severity.ERROR,
        "La réussite dépend de l’évaluation « {id} », dont aucune question ne donne de points.",
        "Completion depends on the evaluation “{id}”, where no question gives points.",
        "Ajoutez-y une question notée; les échelles et les questions ouvertes ne le sont pas.",
        "Add a scored question; scales and open questions are not.",
    ),
    Kind(
        "tirage-sans-banque",
        Severity.ERROR,
        "« tirage » ne sert qu’avec « banque ».",
        "“tirage” is only for “banque”.",
        "Supprimez « tirage », ou placez les questions dans une banque.",
        "Remove “tirage”, or put the questions in a bank.",
    ),
    Kind(
        "evaluation-deux-sources",
        Severity.ERROR,
        "Cette évaluation a une banque et ses propres questions.",
        "This evaluation has both a bank and questions of its own.",
        "Gardez l’une des deux.",
        "Keep one of the two.",
    ),
    Kind(
        "evaluation-sans-questions",
        Severity.ERROR,
        "Cette évaluation n’a ni banque ni questions.",
        "This evaluation has neither a bank nor questions.",
        "Ajoutez « banque : … » ou des blocs « ::: question ».",
        "Add “banque: …” or blocks “::: question”.",
    ),
    Kind(
        "evaluation-texte",
        Severity.ERROR,
        "Dans une évaluation, seuls des paragraphes et des encadrés peuvent se trouver avant "
        "la première question.",
        "In an evaluation, only paragraphs and alerts may stand, before the first question.",
        "Placez ce texte au début, ou avant le bloc.",
        "Put this text at the beginning, or before the block.",
    ),
    Kind(
        "evaluation-inconnue",
        Severity.ERROR,
        "Il n’y a pas d’évaluation « {id} » dans le cours.",
        "There is no evaluation “{id}” in the course.",
        "Corrigez le nom, ou ajoutez « ::: évaluation {{#{id}}} » à une page. Évaluations du "
        "cours : {suggestion}.",
        "Correct the name, or add “::: évaluation {{#{id}}}” to a page. Assessments of the "
        "course: {suggestion}.",
    ),
    Kind(
        "evaluation-de-suivi",
        Severity.INFO,
        "L’évaluation de suivi n’est pas dans ce paquet : personne ne la voit avant trois mois.",
        "The follow-up evaluation is not in this package: nobody sees it before three months.",
        "Elle va dans un paquet à part, « {id} », à donner trois mois après.",
        "It goes into a package of its own, “{id}”, to be given three months later.",
    ),
    Kind(
        "suivi-sans-forme",
        Severity.ERROR,
        "La banque « {bank} » n’a pas de forme C : le suivi n’a aucune question.",
        "The bank “{bank}” has no form C: the follow-up has no question.",
        "Écrivez des questions « forme : C », autant que dans les formes A et B.",
        "Write questions with “forme: C”, as many as in the forms A and B.",
    ),
    Kind(
        "suivi-en-double",
        Severity.ERROR,
        "Un cours a une seule évaluation de suivi; l’autre est à la ligne {line}.",
        "A course has one follow-up evaluation; the other one is at line {line}.",
        "Gardez l’une des deux.",
        "Keep one of the two.",
    ),
    Kind(
        "evaluation-hors-du-cours",
        Severity.ERROR,
        "« {file} » fait un petit paquet à part, sans l’évaluation du cours.",
        "“{file}” makes a small package of its own, without the evaluation of the course.",
        "Gardez cette évaluation dans une capsule. Seul « suivi.md » peut avoir une évaluation, "
        "« moment : suivi ».",
        "Keep this evaluation in a capsule. Only “suivi.md” may have an evaluation, with "
        "“moment: suivi”.",
    ),
    Kind(
        "evaluation-de-suivi-reussite",
        Severity.ERROR,
        "La réussite ne peut pas dépendre d’une évaluation de suivi.",
        "Completion cannot depend on a follow-up evaluation.",
        "Nommez une évaluation « moment : après ».",
        "Name an evaluation with “moment: après”.",
    ),
    Kind(
        "sondage-sorte",
        Severity.ERROR,
        "Un sondage ne juge personne : cette question a une bonne réponse.",
        "A survey judges nobody: this question has a right answer.",
        "Écrivez « type : échelle » ou « type : ouverte », ou sortez la question du sondage.",
        "Write “type: échelle” or “type: ouverte”, or take the question out of the survey.",
    ),
    Kind(
        "sondage-texte",
        Severity.ERROR,
        "Dans un sondage, du texte suit la première question.",
        "In a survey, text follows the first question.",
        "Placez-le avant la première question, ou dans l’énoncé d’une question.",
        "Put it before the first question, or in the stem of a question.",
    ),
    Kind(
        "sondage-vide",
        Severity.ERROR,
        "Ce sondage n’a aucune question.",
        "This survey has no question.",
        "Ajoutez des blocs « ::: question » avec « type : échelle » ou « type : ouverte ».",
        "Add blocks “::: question” with “type: échelle” or “type: ouverte”.",
    ),
    Kind(
        "seuil-autre-total",
        Severity.ERROR,
        "Le seuil est sur {of} points, mais l’évaluation « {id} » en vaut {total}.",
        "The threshold is out of {of} points, but the evaluation “{id}” is worth {total}.",
        "Écrivez « sur {total} », ou changez les questions.",
        "Write “sur {total}”, or change the questions.",
    ),
    Kind(
        "seuil-provisoire",
        Severity.WARNING,
        "Le seuil est provisoire : « seuil fixé par » ne nomme personne.",
        "The threshold is provisional: “seuil fixé par” names nobody.",
        "Écrivez qui l’a fixé; c’est nécessaire avant la diffusion.",
        "Write who set it; it is needed before release.",
    ),
)

RELEASE = frozenset({"seuil-provisoire"})
"""Warnings of a draft that are errors of a release (dialect, « Severity »)."""
