"""Why findings matter: in general for a family, and in particular where there is more to say."""

from __future__ import annotations

OF_FAMILY: dict[str, tuple[str, str]] = {
    "source": (
        "Un fichier qui n’est pas lu manque à la formation, sans que personne ne le voie.",
        "A file that is not read is missing from the course, and nobody would notice.",
    ),
    "frontmatter": (
        "L’en-tête dit à la plateforme qui est la formation, pour qui, et ce qui la termine."
        " Une clé mal lue changerait ces règles en silence.",
        "The front matter tells the platform what the course is, for whom, and what completes"
        " it. A key read wrongly would change these rules in silence.",
    ),
    "registers": (
        "Les registres servent à toutes les formations : une erreur ici se répète partout.",
        "The registers serve every course: a mistake here is repeated everywhere.",
    ),
    "ids": (
        "Les réponses d’une personne à mi-parcours sont rangées sous ces identifiants. S’ils"
        " changent ou se confondent, elle perd sa place, ou ses réponses vont à une autre"
        " question.",
        "The answers of a person halfway through are kept under these ids. If they change or"
        " clash, the person loses their place, or the answers go to another question.",
    ),
    "structure": (
        "Ce que le constructeur ne comprend pas serait montré tel quel, ou perdu. Il préfère"
        " s’arrêter et vous le dire.",
        "What the builder does not understand would show as raw signs, or be lost. It prefers"
        " to stop and tell you.",
    ),
    "containers": (
        "Une personne qui cherche quoi faire lit un titre, puis ouvre : sans titre, sans liste ou"
        " sans destinataire, elle passerait à côté.",
        "Someone who looks for what to do reads a title, then opens it: without a title, a list"
        " or an addressee, they would miss it.",
    ),
    "shared": (
        "Une page commune se corrige une fois pour toutes les formations. Mal placée, elle y"
        " manquerait en silence, ou y serait deux fois.",
        "A shared page is corrected once for every course. Badly placed, it would be missing there"
        " in silence, or stand there twice.",
    ),
    "people": (
        "Module après module, les mêmes origines ou le même genre peuvent finir par tenir toujours"
        " le même rôle. La liste des personnes permet de le voir, et de changer avant de diffuser.",
        "Module after module, the same origins or the same gender can end up always playing the"
        " same part. The list of people lets one see it, and change it before release.",
    ),
    "translations": (
        "Une même personne peut suivre la formation dans une langue et la reprendre dans l’autre :"
        " les deux doivent dire la même chose et juger de la même façon.",
        "The same person may take the course in one language and resume in the other: both must"
        " say the same and judge the same.",
    ),
    "text": (
        "Sans correction, la personne verrait des signes au lieu d’un lien, d’une note ou d’un"
        " encadré, ou ne verrait pas le texte du tout.",
        "Left as it is, people would see signs instead of a link, a note or an alert, or would"
        " not see the text at all.",
    ),
    "media": (
        "Une image absente, ou sans description, exclut des personnes : celles qui ne voient"
        " pas, et celles dont la connexion est lente.",
        "An image that is missing or not described shuts people out: those who do not see, and"
        " those whose connection is slow.",
    ),
    "session": (
        "Devant le groupe, le binôme n’a que ses feuilles : une étape sans durée, un texte sans"
        " place ou un aide-mémoire qui déborde le laisserait seul au mauvais moment.",
        "Before the group, the pair has only its sheets: a step without a length, a text with no"
        " place or an aid that runs over would leave it alone at the wrong moment.",
    ),
    "items": (
        "Une question ambiguë juge mal les personnes : elle doit avoir un énoncé, des choix"
        " distincts et une clé sans équivoque.",
        "An ambiguous question judges people wrongly: it needs a stem, distinct choices and a"
        " key that leaves no doubt.",
    ),
    "scenarios": (
        "Une personne qui tourne en rond, ou qui n’a plus aucun choix, abandonne la formation. Le"
        " constructeur suit tous les chemins avant elle.",
        "A person who goes round in circles, or has no choice left, gives up the course. The"
        " builder follows every way before they do.",
    ),
    "kinds": (
        "Une question qui se lit de deux façons serait corrigée de travers. Ce qui est sûr est"
        " accepté; le reste vous est demandé.",
        "A question that can be read in two ways would be marked wrongly. What is sure is"
        " accepted; the rest is asked of you.",
    ),
    "evaluations": (
        "Une note n’est juste que si chaque personne reçoit une évaluation complète, de même"
        " longueur et de même valeur.",
        "A score is fair only if every person gets a whole assessment, of the same length and"
        " worth.",
    ),
    "pedagogy": (
        "Une capsule courte, où l’on décide et où l’on reçoit une rétroaction, s’apprend mieux;"
        " et personne ne doit être surpris par un passage éprouvant.",
        "A short capsule, where one decides and gets feedback, is learned better; and nobody"
        " should be taken unawares by a hard passage.",
    ),
    "safety": (
        "Le sujet est grave : un détail de trop peut désigner une personne, un chiffre sans"
        " source enlève sa crédibilité à tout le reste.",
        "The subject is serious: one detail too many may point to a person, and a figure"
        " without a source takes away the credit of all the rest.",
    ),
    "language": (
        "Une écriture conforme à l’usage du Québec se lit sans accroc, aussi par un lecteur"
        " d’écran.",
        "Writing that follows Québec usage reads smoothly, with a screen reader too.",
    ),
    "packages": (
        "Une plateforme refuserait le paquet, ou le jouerait mal, une fois la formation annoncée.",
        "A platform would refuse the package, or play it badly, once the course is announced.",
    ),
    "openedx": (
        "Le même texte ne fait pas tout à fait le même cours partout : mieux vaut le savoir avant.",
        "The same text does not make quite the same course everywhere: better to know it before.",
    ),
}

OF_CODE: dict[str, tuple[str, str]] = {
    "image-sans-texte": (
        "Une personne aveugle entendrait seulement « image ». Le texte de remplacement dit ce"
        " que l’image apporte.",
        "A blind person would only hear “image”. The alternative text says what the image brings.",
    ),
    "image-externe": (
        "Charger l’image dirait à cet autre site qui suit la formation, et quand. Sur ce sujet,"
        " c’est un risque pour les personnes.",
        "Loading the image would tell that other site who takes the course, and when. On this"
        " subject, that is a risk for people.",
    ),
    "texte-de-lien-vague": (
        "Un lecteur d’écran énumère les liens hors de leur phrase : dix fois « ici » ne mène"
        " nulle part.",
        "A screen reader lists links out of their sentence: “here” ten times leads nowhere.",
    ),
    "trop-peu-ordinaires": (
        "Si toutes les situations sont préoccupantes, la formation apprend à soupçonner tout le"
        " monde. Reconnaître l’ordinaire protège les personnes.",
        "If every situation is concerning, the course teaches people to suspect everyone."
        " Recognising the ordinary protects people.",
    ),
    "sensible-sans-version-allegee": (
        "Une personne qui a vécu ces situations peut suivre la formation. Elle doit pouvoir"
        " réussir sans lire le passage éprouvant.",
        "A person who has lived through this may take the course. They must be able to succeed"
        " without reading the hard passage.",
    ),
    "cours-sans-avis": (
        "Savoir d’avance ce qui sera montré permet de choisir le moment, ou de passer un passage.",
        "Knowing beforehand what will be shown lets people choose their moment, or skip a passage.",
    ),
    "plaque-dans-le-texte": (
        "Une vraie plaque désigne une personne réelle, peut-être sans lien avec la situation.",
        "A real plate points to a real person, perhaps with no link to the situation.",
    ),
    "telephone-dans-le-texte": (
        "Un numéro périmé laisse une personne seule au pire moment. Dans le registre, chaque"
        " numéro porte la date de sa vérification.",
        "A number out of date leaves a person alone at the worst moment. In the register, every"
        " number carries the date it was checked.",
    ),
    "aide-perimee": (
        "Un numéro périmé laisse une personne seule au pire moment.",
        "A number out of date leaves a person alone at the worst moment.",
    ),
    "choix-sans-retroaction": (
        "Se tromper sans savoir pourquoi n’apprend rien. La rétroaction d’un mauvais choix est"
        " le moment où l’on apprend.",
        "Being wrong without knowing why teaches nothing. The feedback of a wrong choice is the"
        " moment of learning.",
    ),
    "scene-disparue": (
        "La progression d’une personne garde la scène où elle s’est arrêtée. Si la scène disparaît"
        " sans suite, l’histoire recommence du début.",
        "A person’s progress keeps the scene where they stopped. If the scene goes without a"
        " successor, the story begins again.",
    ),
    "fin-sans-mot": (
        "La fin est le moment où l’histoire prend un sens : sans un mot, la personne reste seule"
        " avec ce qu’elle vient de vivre.",
        "The ending is where the story makes sense: without a word, people are left alone with"
        " what they have just been through.",
    ),
    "html-refuse": (
        "Le HTML d’un texte peut casser la page, cacher un script, et rester muet pour un"
        " lecteur d’écran.",
        "HTML in a text may break the page, hide a script, and stay mute for a screen reader.",
    ),
    "seuil-provisoire": (
        "Un seuil décide qui réussit : quelqu’un doit pouvoir en répondre.",
        "A threshold decides who passes: someone must be able to answer for it.",
    ),
    "droit-non-signe": (
        "Un énoncé de droit inexact met en faute la personne qui s’y fie.",
        "An inexact legal statement puts the person who trusts it at fault.",
    ),
    "droit-expire": (
        "La loi change : un énoncé juste hier peut être faux aujourd’hui.",
        "The law changes: a statement that was right yesterday may be wrong today.",
    ),
}
