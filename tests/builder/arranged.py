"""A small good course that uses the containers which arrange a page, for tests that vary it."""

from __future__ import annotations

from pathlib import Path

COURSE = """\
---
id : arrange
titre : Des blocs de toute sorte
version : 0.1.0
langue : fr-CA
public : hôtellerie, police
---

Bienvenue.

::: avis
Aucun acte n'est décrit.

::: public {pour=police}
Vous pouvez en parler à votre équipe.
:::
:::
"""
PAGE = """\
---
titre : Agir sans nuire
id : agir
---

## Selon votre poste

::: onglets
### À la réception

Notez l'heure et les faits.

### À l'étage

Ne montez pas seule.

::: aide
:::
:::

::: détails
### Pour en savoir plus

La politique est affichée.
:::

::: cas
Lisez avant de décider.

### Le message de la cliente {type=courriel}

Bonjour, je n'ai pas réservé.

### Le registre de nuit {type=registre}

1. Une voiture attend.
:::

::: étapes
Dans l'ordre, sans courir :

1. Notez les faits.
2. Prévenez la [personne responsable]{.terme}.

   Elle décide de la suite.
:::

::: liste-à-cocher {#depart}
Avant de partir :

- [ ] Je sais qui appeler.
- [ ] Je sais où noter.
:::

[Une voix raconte](media/voix.mp3){transcription=media/voix.md}

::: public
pour : police
territoire : laval

Votre uniforme se voit de loin.

::: question {#q-premier}
**Que dites-vous en premier?**

- [x] « Êtes-vous en sécurité? »
- [ ] « Que faites-vous ici? »
  > Une question qui accuse ferme la porte.

:::
:::

- Un dernier point

  ::: public {pour=hôtellerie}
  La cuisine reste ouverte.
  :::
"""
GLOSSARY = "# Glossaire\n\n## Personne responsable\n\nCelle qui dirige le quart.\n"
TERRITORIES = "laval:\n  fr: Laval\n  en: Laval\n"


def write(root: Path) -> Path:
    """Write the course and its registers under ``root``; return its folder."""
    folder = root / "cours"
    folder.mkdir(parents=True)
    (root / "_commun").mkdir()
    (root / "_commun/territoires.yaml").write_text(TERRITORIES, encoding="utf-8")
    (folder / "cours.md").write_text(COURSE, encoding="utf-8")
    (root / "_commun/glossaire.md").write_text(GLOSSARY, encoding="utf-8")
    (folder / "media").mkdir()
    (folder / "media/voix.mp3").write_bytes(b"son")
    (folder / "media/voix.md").write_text("« J'ai posé *une* question. »\n", encoding="utf-8")
    (folder / "01-agir.md").write_text(PAGE, encoding="utf-8")
    return folder
