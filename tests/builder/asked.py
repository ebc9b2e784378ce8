"""A course with every kind of question, in its capsule and in its bank."""

from __future__ import annotations

import shutil
from pathlib import Path

COMMON = Path(__file__).resolve().parents[2] / "courses/_commun"
IDEAS = """\
allure:
  idée: On reconnaît une victime à son allure.
  réalité: Aucun signe extérieur ne suffit.
  source: cqctp2025
"""
COURSE = """\
---
id : toutes-les-questions
titre : Toutes les sortes de questions
version : 0.1.0
langue : fr-CA
objectifs :
  - o1 : Choisir l'action juste
  - o2 : Accueillir une confidence (évalué par : séance)
réussite :
  évaluation : bilan
  seuil : 3 sur 5
  seuil fixé par : le comité
transmission : résultat
---

Voici ce que vous verrez.

::: avis
Un témoignage sans détail.
:::
"""
PRACTICE = """\
---
titre : Les questions
id : questions
objectif : o1
---

Quelques exercices.

::: question {#q-pause}
certitude : oui

Combien de minutes dure la pause?

- réponse : 15 ± 2
- réponse : 0,25

> [!CONSEIL]
> Un quart d'heure.
:::

::: question {#q-chaine}
partiel : oui
tentatives : 2

Associez chaque fait à la personne à prévenir.

- **Un danger** immédiat -> le service d'urgence
  > Toujours d'abord.
- Un doute -> la *responsable*
- Une question -> la *responsable*

:::

::: question {#q-tri}
situation : ordinaire

Où va chaque situation?

### Ordinaire

- Dix serviettes demandées
  > Une famille en voyage, souvent.
- Un paiement comptant

### Préoccupante

- Des menaces entendues

:::

::: question {#q-ordre}

Mettez ces gestes en ordre.

1. Observer
2. Noter les faits
   > Des faits, pas des impressions.
3. Transmettre

:::

::: question {#q-aise}
type : échelle

À quel point êtes-vous à l'aise?

- Pas du tout
- Un peu
- Tout à fait

:::

::: question {#q-retenir}
type : ouverte

Que retenez-vous de cette capsule?
:::

::: question {#q-jumelle}
mélanger : oui
variantes : genre, origine

{{prénom}} est arrivé{{e}} avec dix bagages. Que faites-vous?

- [x] J'accueille {{prénom}}.
- [ ] Je surveille la chambre {{de-prénom}}. {idée=allure}
  > {{Il}} a droit au respect.
- [ ] Rien {fixe}
  > Accueillir fait partie du travail.

:::

::: évaluation {#bilan}
moment : après
banque : items
:::
"""
BANK = """\
::: banque {#items}

::: question {#b-numero}
objectif : o1

Combien de numéros suffisent?

- réponse : 2

:::

::: question {#b-chaine}
points : 2
certitude : oui

Associez.

- Danger -> urgence
- Doute -> responsable

:::

::: question {#b-tri}

Classez.

### Fait

- Une heure
- Une plaque

### Impression

- Un malaise

:::

::: question {#b-ordre}

Ordonnez.

1. Observer
2. Noter
3. Transmettre

:::

::: question {#b-aise}
type : échelle

Êtes-vous prêt?

- Non
- Oui

:::

::: question {#b-mot}
type : ouverte

Un mot pour l'équipe?

:::

:::
"""


def write(folder: Path) -> Path:
    """Write the course under ``folder``, beside the shared registers; return its folder."""
    shutil.copytree(COMMON, folder / "_commun")
    (folder / "_commun/idees.yaml").write_text(IDEAS, encoding="utf-8")
    course = folder / "toutes-les-questions"
    course.mkdir()
    for name, text in (("cours.md", COURSE), ("01-questions.md", PRACTICE), ("banque.md", BANK)):
        (course / name).write_text(text, encoding="utf-8")
    return course
