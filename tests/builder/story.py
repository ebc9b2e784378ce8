"""A course with a scenario of ten scenes: loops, two variables, three endings."""

from __future__ import annotations

from pathlib import Path

from tests.builder.source.folders import COURSE, write

NIGHT = """---
titre : Une nuit à la réception
id : nuit
---

Une histoire à choix.

::: scénario {#nuit-reception}
début : À la réception
variables : confiance=0, retard=0

Vous êtes de garde. Il n'y a pas de piège : plusieurs chemins sont bons.

## À la réception

Il est 23 h. Une jeune personne attend, un peu en retrait.

- [Lui dire bonjour](#un-bonjour) `confiance+1`
  > Un accueil simple laisse une porte ouverte.
- [Terminer un dossier d'abord](#le-hall-se-vide) `retard+1`
  > Elle vous voit occupée. Restez visible.

## Un bonjour

Elle répond à voix basse : « Est-ce que je peux m'asseoir? »

- [« Bien sûr. Voulez-vous de l'eau? »](#dans-le-fauteuil) `confiance+1`
- [Lui demander son âge](#un-silence)
  > Une question de contrôle ferme souvent la porte.

## Le hall se vide

Un quart d'heure passe. Elle n'a pas bougé.

- [Aller lui parler](#un-bonjour)
- [Attendre encore](#le-hall-se-vide) `retard+1` `si retard < 3`
  > Le temps passe.
- [Prévenir la responsable](#au-téléphone)

## Un silence

Elle baisse les yeux. Vous pouvez reprendre autrement.

- [S'excuser, et lui offrir le fauteuil](#dans-le-fauteuil)
> Reconnaître une maladresse rassure.
- [Retourner au comptoir](#à-la-réception) `confiance=0`

## Dans le fauteuil

::: aide
:::

Elle boit une gorgée d'eau. « Je ne veux pas d'histoires. »

- [« Vous décidez. Je peux appeler quelqu'un avec vous. »](#un-choix) `si confiance >= 1`
- [Noter ce que vous avez vu, sans interpréter](#le-registre)
- [La laisser se reposer](#le-hall-se-vide) `retard+1`

## Le registre

L'heure, les faits, ses mots à elle.

1. Ce que vous avez vu.
2. Ce qu'elle a dit.

- [Transmettre à la responsable](#au-téléphone)
- [Revenir vers elle](#dans-le-fauteuil)

## Un choix

Elle hoche la tête.

- [Appeler ensemble la ressource](#fin-ensemble)
- [Prévenir la responsable, avec son accord](#au-téléphone) `confiance+1`

## Au téléphone

La responsable arrive dans cinq minutes.

- [L'attendre près d'elle](#une-présence) `si confiance > 0 et retard <= 2`
- [L'attendre au comptoir](#le-relais-est-passé)

{#fin-ensemble .fin points=2}
## Un appel à deux

Elle a choisi, et vous étiez là.

{#fin-accompagnee .fin points=2}
## Une présence

Vous n'avez rien eu à prouver : transmettre et rester ont suffi.

- [Reprendre du début](#à-la-réception) `confiance=0` `retard=0`

{#fin-transmise .fin points=1}
## Le relais est passé

La responsable prend la suite.

:::

La suite de la capsule.
"""


FOLLOWUP = """---
titre : Trois mois plus tard
id : trois-mois
---

Merci de revenir.

::: évaluation {#retour}
moment : suivi

Prenez votre temps.

::: question {#q-retour}
situation : ordinaire

Une famille demande dix serviettes. Que faites-vous?

- [x] Les apporter.
- [ ] Poser des questions.
:::

:::

::: sondage

Depuis la formation, en une minute.

::: question {#q-gestes}
type : échelle

Je transmets ce que je remarque.

- Jamais
- Parfois
- Souvent
:::

:::
"""
BOOSTER = "---\ntitre : Deux mois\nid : deux-mois\n---\n\nUn *dernier* cas, à lire.\n"


def write_story(folder: Path, text: str = NIGHT) -> Path:
    """Write the course with its page ``nuit.md`` and its small packages; return its folder."""
    write(folder, cours_md=COURSE, nuit_md=text)
    return write(folder, suivi_md=FOLLOWUP, **{"relance-2_md": BOOSTER})
