"""The ``olx`` target: what Open edX does otherwise than the other hosts."""

from balise_builder.diagnostics.core import Kind, Severity

KINDS = (
    Kind(
        "olx-refuse",
        Severity.ERROR,
        "Le vérificateur d’Open edX refuse ce fichier du cours : {text}",
        "Open edX’s validator refuses this file of the course: {text}",
        "C’est sans doute un défaut de Balise : envoyez-nous ce message.",
        "It is probably a defect of Balise: send us this message.",
    ),
    Kind(
        "olx-blocs-requis",
        Severity.INFO,
        "La plateforme doit avoir ces blocs de Balise : {blocks}.",
        "The platform must have these blocks of Balise: {blocks}.",
        "Faites-y installer « {name} » : sans eux, Open edX importe le cours sans erreur et ses "
        "pages restent vides.",
        "Have “{name}” installed there: without them, Open edX imports the course without an "
        "error and its pages stay empty.",
    ),
    Kind(
        "olx-bibliotheque-refusee",
        Severity.ERROR,
        "La bibliothèque Open edX ne pourrait pas être restaurée en entier : {text}",
        "The Open edX library could not be restored whole: {text}",
        "C’est sans doute un défaut de Balise : envoyez-nous ce message.",
        "It is probably a defect of Balise: send us this message.",
    ),
    Kind(
        "olx-forme-fixe",
        Severity.INFO,
        "Dans Open edX, « {id} » pose toujours la forme {form}.",
        "In Open edX, “{id}” always asks form {form}.",
        "Ailleurs, la forme est tirée au sort et contrebalancée. Pour comparer avant et "
        "après, préférez SCORM ou la cible olx-balise.",
        "Elsewhere the form is drawn and counterbalanced. To compare before and after, "
        "prefer SCORM or the target olx-balise.",
    ),
    Kind(
        "olx-sans-tirage",
        Severity.INFO,
        "Dans Open edX, « {id} » pose toujours les mêmes {n} questions, les premières de la "
        "banque.",
        "In Open edX, “{id}” always asks the same {n} questions, the first of the bank.",
        "Mettez en premier celles qui comptent le plus.",
        "Put those that matter most first.",
    ),
    Kind(
        "olx-tentatives-par-question",
        Severity.INFO,
        "Dans Open edX, les tentatives de « {id} » se comptent par question.",
        "In Open edX, the attempts of “{id}” are counted by question.",
        "On peut y reprendre une seule question; ailleurs, c’est tout le questionnaire.",
        "One question alone can be taken again there; elsewhere, the whole assessment is.",
    ),
    Kind(
        "olx-sans-echec",
        Severity.INFO,
        "Open edX ne reçoit jamais « échec ».",
        "Open edX never receives “failed”.",
        "La note sous le seuil le dit; « en cas d’échec » n’y a pas d’effet.",
        "The grade under the threshold says it; “en cas d’échec” has no effect there.",
    ),
    Kind(
        "olx-sans-trois-suites",
        Severity.INFO,
        "Dans Open edX, « {id} » montre d’abord l’avis et la version allégée, puis le texte "
        "complet.",
        "In Open edX, “{id}” shows the notice and the light version first, then the full text.",
        "Les trois suites de l’avis n’y existent pas : la plateforme voit quelles unités ont "
        "été ouvertes.",
        "The three ways on from the notice do not exist there: the platform sees which units "
        "were opened.",
    ),
    Kind(
        "olx-scenario-lineaire",
        Severity.INFO,
        "Dans Open edX, le scénario « {id} » est un texte suivi, avec une question par décision.",
        "In Open edX, the scenario “{id}” is a running text, with one question a decision.",
        "Chaque décision dit où elle mène, mais rien n’est masqué.",
        "Each decision says where it leads, but nothing is hidden.",
    ),
    Kind(
        "olx-question-laissee",
        Severity.INFO,
        "« {id} » n’est pas dans le cours Open edX.",
        "“{id}” is not in the Open edX course.",
        "Ses questions y sont toujours notées : une échelle ou une réponse libre n’y a pas "
        "de place.",
        "Its questions are always graded: a scale or an open answer has no place there.",
    ),
    Kind(
        "olx-sans-certitude",
        Severity.INFO,
        "Dans Open edX, « {id} » ne demande pas la certitude.",
        "In Open edX, “{id}” does not ask how sure one is.",
        "Rien à faire : la note est la même.",
        "Nothing to do: the grade is the same.",
    ),
    Kind(
        "olx-une-variante",
        Severity.INFO,
        "Dans Open edX, « {id} » montre toujours la première variante.",
        "In Open edX, “{id}” always shows the first variant.",
        "N’y comparez pas les variantes.",
        "Do not compare variants there.",
    ),
    Kind(
        "olx-mots-legers",
        Severity.INFO,
        "Dans Open edX, « {id} » est posée à tout le monde dans ses mots plus légers.",
        "In Open edX, “{id}” is asked of everyone in its lighter words.",
        "Ailleurs, la personne choisit; là-bas, une question n’a qu’un texte.",
        "Elsewhere one chooses; there, a question has one text.",
    ),
    Kind(
        "olx-points-partiels",
        Severity.INFO,
        "Dans Open edX, les points partiels de « {id} » se comptent autrement.",
        "In Open edX, the partial points of “{id}” are counted otherwise.",
        "Chaque case bien laissée ou bien cochée y vaut une part; ailleurs, une mauvaise "
        "coche annule une bonne.",
        "Each box rightly ticked or left is worth a share there; elsewhere a wrong tick "
        "cancels a right one.",
    ),
    Kind(
        "olx-texte-seulement",
        Severity.INFO,
        "Dans Open edX, « {id} » se lit : on n’y écrit rien, on n’y coche rien.",
        "In Open edX, “{id}” is read: nothing is written or ticked in it.",
        "Les notes privées, les listes à cocher et les contacts de l’employeur demandent le "
        "lecteur de Balise : SCORM, ou la cible olx-balise.",
        "Private notes, checklists and the employer’s contacts need Balise’s player: SCORM, or "
        "the target olx-balise.",
    ),
    Kind(
        "olx-points-par-ligne",
        Severity.INFO,
        "Dans Open edX, chaque ligne de « {id} » à sa place vaut une part des points.",
        "In Open edX, each line of “{id}” that is in its place is worth a share of the points.",
        "Ailleurs, sans « partiel », il faut tout avoir juste; avec lui, une étape compte si elle "
        "suit la bonne.",
        "Elsewhere, without “partiel”, everything must be right; with it, a step counts when it "
        "follows the right one.",
    ),
    Kind(
        "olx-reponse-cachee",
        Severity.INFO,
        "Dans Open edX, la réponse attendue de « {id} » n’est pas montrée après l’évaluation.",
        "In Open edX, the expected answer of “{id}” is not shown after the assessment.",
        "Elle se corrige comme ailleurs, sans égard aux accents ni aux espaces. Redites-la dans "
        "une capsule, ou proposez des choix.",
        "It is marked as elsewhere, whatever the accents and spaces. Say it again in a capsule, "
        "or offer choices.",
    ),
    Kind(
        "olx-nombre-avec-marge",
        Severity.INFO,
        "Dans Open edX, « {id} » se répond avec un point décimal et sans unité, et une seule "
        "réponse garde sa marge.",
        "In Open edX, “{id}” is answered with a decimal point and no unit, and only one answer "
        "keeps its margin.",
        "Un nombre sans « ± » accepte la virgule, les espaces et une unité.",
        "A number without “±” takes the comma, spaces and a unit.",
    ),
    Kind(
        "olx-sans-melange",
        Severity.INFO,
        "Dans Open edX, les choix de « {id} » gardent leur ordre.",
        "In Open edX, the choices of “{id}” keep their order.",
        "Seuls les choix d’une question à une seule réponse s’y mélangent.",
        "Only the choices of a question with one answer are shuffled there.",
    ),
    Kind(
        "olx-sans-idee",
        Severity.INFO,
        "Dans Open edX, « {id} » ne montre pas l’idée reçue liée à un choix.",
        "In Open edX, “{id}” does not show the misconception tied to a choice.",
        "La rétroaction du choix reste.",
        "The feedback of the choice stays.",
    ),
)
