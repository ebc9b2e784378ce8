"""What the importer asks the author to look at, in both languages."""

from __future__ import annotations

from balise_builder.word.content import Mark

BEGIN = {"fr": "À vérifier : ", "en": "To check: "}
ALERT = {"fr": "[!ATTENTION]", "en": "[!WARNING]"}
NO_ALT = {"fr": "Image à décrire", "en": "Image to describe"}
UNTITLED = {"fr": "Sans titre", "en": "Untitled"}

MARKS: dict[str, tuple[str, str]] = {
    "title": (
        "le document n’a pas de paragraphe de style « Titre ». Le titre vient de {}.",
        "the document has no paragraph in the “Title” style. The title comes from {}.",
    ),
    "title-extra": (
        "un autre paragraphe a le style « Titre » : {}. Est-ce un titre de section?",
        "another paragraph has the “Title” style: {}. Is it the title of a section?",
    ),
    "no-heading": (
        "le document n’a aucun « Titre 1 » : tout est dans une seule capsule.{}",
        "the document has no “Heading 1”: everything is in a single page.{}",
    ),
    "empty-title": (
        "ce « Titre 1 » n’a pas de mots.{} Donnez un titre à la page.",
        "this “Heading 1” has no words.{} Give the page a title.",
    ),
    "no-key": (
        "cela ressemble à une question, mais rien ne dit quelle réponse est la bonne : {}",
        "this looks like a question, but nothing says which answer is right: {}",
    ),
    "lit-key": (
        "la bonne réponse est peut-être celle en couleur ou surlignée : {}. Si oui, faites-en "
        "une question.",
        "the right answer may be the coloured or highlighted one: {}. If so, make it a question.",
    ),
    "odd-question": (
        "cela ressemble à une question, mais ses réponses ne sont pas claires : {}",
        "this looks like a question, but its answers are not clear: {}",
    ),
    "no-stem": (
        "des réponses cochées ne suivent aucune question sûre : {}",
        "ticked answers follow no sure question: {}",
    ),
    "comment": ("un commentaire de Word disait : {}", "a Word comment said: {}"),
    "inserted": (
        "ajout en suivi des modifications, gardé : {}",
        "insertion in tracked changes, kept: {}",
    ),
    "deleted": (
        "suppression en suivi des modifications, non reprise : {}",
        "deletion in tracked changes, left out: {}",
    ),
    "hidden": (
        "texte masqué dans Word, gardé ici seulement : {}",
        "text hidden in Word, kept here only: {}",
    ),
    "box": (
        "ce qui suit était dans une zone de texte; vérifiez sa place.{}",
        "what follows was in a text box; check its place.{}",
    ),
    "frame": (
        "le paragraphe ci-dessus était encadré dans Word. Faites-en un encadré s’il y a lieu.{}",
        "the paragraph above was in a frame in Word. Make it an alert if it should be one.{}",
    ),
    "link": (
        "le lien vers {} n’a pas été gardé : il ne mène à aucune adresse web.",
        "the link to {} was not kept: it leads to no web address.",
    ),
    "inner-link": (
        "le lien interne de Word n’a pas été gardé (signet {}). Nommez la page ou le titre voulu.",
        "the internal link of Word was not kept (bookmark {}). Name the page or heading you want.",
    ),
    "no-alt": (
        "l’image {} n’a pas de texte de remplacement. Décrivez ce qu’elle apprend, ou écrivez "
        "que l’image est décorative.",
        "the image {} has no alternative text. Describe what it teaches, or write that it is "
        "decorative.",
    ),
    "auto-alt": (
        "le texte de remplacement de l’image {} a été produit automatiquement. Relisez-le.",
        "the alternative text of the image {} was produced automatically. Read it again.",
    ),
    "far-image": (
        "cette image est ailleurs ({}) et n’a pas été téléchargée. Ajoutez-la dans media.",
        "this image is elsewhere ({}) and was not downloaded. Add it in media.",
    ),
    "image-kind": (
        "l’image {} est d’un format que les paquets n’acceptent pas. Enregistrez-la en PNG, "
        "puis écrivez ici son lien.",
        "the image {} is in a format that packages do not accept. Save it as PNG, then write "
        "its link here.",
    ),
    "image-size": (
        "l’image {} pèse plus de 5 Mo : « balise check » la refuse. Réduisez-la.",
        "the image {} is over 5 MB: “balise check” refuses it. Make it smaller.",
    ),
    "object": (
        "un objet incorporé n’a pas été repris : {}",
        "an embedded object was left out: {}",
    ),
    "equation": (
        "une équation est devenue du texte simple : {}",
        "an equation became plain text: {}",
    ),
    "cells": (
        "des cellules fusionnées ont été séparées.{} Relisez le tableau.",
        "merged cells were split.{} Read the table again.",
    ),
    "cell-blocks": (
        "une case de tableau avait plusieurs paragraphes, une liste ou un tableau; ils se "
        "suivent sur une ligne : {}",
        "a table cell had several paragraphs, a list or a table; they follow one another on a "
        "line: {}",
    ),
    "letters": (
        "cette liste avait des lettres dans Word (a, b, c); elle a maintenant des nombres.{}",
        "this list had letters in Word (a, b, c); it has numbers now.{}",
    ),
    "emphasis": (
        "le gras ou l’italique n’a pas pu être gardé ici : {}",
        "bold or italic could not be kept here: {}",
    ),
    "header": ("l’en-tête des pages disait : {}", "the page header said: {}"),
    "footer": ("le pied des pages disait : {}", "the page footer said: {}"),
    "note": (
        "cette note de bas de page n’est appelée nulle part : {}",
        "this footnote is called nowhere: {}",
    ),
    "note-title": (
        "une note de bas de page était appelée dans le titre : {}",
        "a footnote was called in the title: {}",
    ),
    "toc": (
        "la table des matières de Word n’a pas été reprise; Balise fait la sienne. Elle "
        "disait : {}",
        "the table of contents of Word was left out; Balise makes its own. It said: {}",
    ),
    "words": (
        "ces mots du document n’ont pas trouvé de place ailleurs : {}",
        "these words of the document found no other place: {}",
    ),
}  # fmt: skip


def quoted(text: str, lang: str) -> str:
    """Return ``text`` between the quotes of the language, on one line."""
    plain = " ".join(text.split())
    return f"“{plain}”" if lang == "en" else f"« {plain} »"


def said(mark: Mark, lang: str) -> str:
    """Return the text of a mark, without what begins it."""
    key, seen = mark
    shown = quoted(seen, lang) if seen else ""
    return MARKS[key][lang == "en"].format(shown).strip()
