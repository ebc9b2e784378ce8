"""Print the page of the trainer's guide that lists every finding.

``python -m balise_builder.diagnostics > docs/guide-formateur/diagnostics.md``
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from balise_builder.diagnostics.catalog import FAMILIES, release_codes
from balise_builder.diagnostics.core import Kind, Severity
from balise_builder.diagnostics.explain import example, shown, why
from balise_builder.diagnostics.templates import readable

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLES = {
    "source": "Dossier et fichiers",
    "frontmatter": "En-tête des fichiers",
    "registers": "Registres communs",
    "ids": "Identifiants",
    "structure": "Blocs et réglages",
    "containers": "Onglets, étapes, cas et listes",
    "shared": "Pages communes",
    "text": "Texte, liens et renvois",
    "media": "Images, fichiers et accessibilité",
    "items": "Questions",
    "kinds": "Sortes de questions et variantes",
    "scenarios": "Scénarios",
    "evaluations": "Banques et évaluations",
    "session": "Séance du binôme",
    "pedagogy": "Pédagogie et passages sensibles",
    "people": "Personnes des situations",
    "safety": "Sécurité, droit, chiffres et aide",
    "language": "Typographie",
    "translations": "Traductions",
    "packages": "Paquets",
    "openedx": "Ce qu’Open edX fait autrement",
}
SEVERITIES = {
    Severity.ERROR: "erreur", Severity.WARNING: "avertissement", Severity.INFO: "information"
}  # fmt: skip
HEAD = """\
# Ce que dit le constructeur

<!-- Page produite par « python -m balise_builder.diagnostics »; ne la modifiez pas à la main. -->

Chaque constat donne le fichier, la ligne et la colonne, un code stable entre crochets, ce qui a été
trouvé et quoi faire :

```text
02-signaux.md:14:3: erreur [lien-vide] Ce lien ne mène nulle part. Écrivez sa destination…
```

- Une **erreur** empêche la construction : quelque chose serait perdu, ou tromperait.
- Un **avertissement** se corrige ou s’accepte; `balise check --strict` en fait une cause d’échec.
- Une **information** ne demande rien maintenant.

`balise explain CODE` montre la même chose dans le terminal, en français ou en anglais.

Pour accepter un avertissement, écrivez au-dessus du paragraphe, avec votre raison :
`[//]: # (balise-ignore heure-collee : citation exacte)`. Une erreur ne s’accepte pas.

Les constats marqués † deviennent des erreurs à la diffusion (`--release` ou `statut : approuvé`).
Les mots entre chevrons, comme ‹name›, sont remplacés par ce qui a été trouvé.

La durée d’une capsule est estimée à 200 mots par minute, plus 15 secondes par question; la version
allégée n’est pas comptée, et une seule rétroaction, la plus longue, l’est par question.
"""


def page() -> str:
    """Return the page in Markdown: a heading, hence an anchor, for every code."""
    lines = [HEAD]
    for family in FAMILIES:
        name = family.__name__.rpartition(".")[2]
        lines += [f"## {TITLES[name]}", ""]
        for kind in sorted(family.KINDS, key=lambda kind: kind.code):
            lines += _entry(kind)
    return "\n".join(lines).rstrip() + "\n"


def _entry(kind: Kind) -> list[str]:
    """Return the lines of one code: what it is, why it matters, an example and its correction."""
    mark = " †" if kind.code in release_codes() else ""
    text = _shown(f"{kind.fr} {kind.hint_fr}".strip())
    lines = [f"### {kind.code}", "", f"*{SEVERITIES[kind.severity].capitalize()}{mark}.* {text}"]
    lines += ["", f"Pourquoi : {_shown(why(kind.code))}", ""]
    found = example(kind.code)
    if found is not None:
        lines += ["Par exemple :", "", *_code(found.before), "", "Corrigé :", ""]
        lines += [*_code(found.after), ""]
    return lines


def _code(files: Mapping[str, str]) -> list[str]:
    """Return files as an indented block, which may hold any sign of Markdown."""
    return [f"    {line}".rstrip() for line in shown(files)]


def _shown(template: str) -> str:
    """Return a template with its placeholders between chevrons, safe in Markdown."""
    text = readable(template).replace("\\", "\\\\")
    return re.sub(r"([*_<>|\[\]#`])", r"\\\1", text)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(page())
