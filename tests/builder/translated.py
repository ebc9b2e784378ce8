"""A small course with a translation of part of it, for the tests of translations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.diagnostics import Severity
from balise_builder.model import Variant
from tests.builder.cli.commands import plain, run

HEAD = (
    "---\nid : essai\ntitre : {}\nversion : 0.1.0\nlangue : {}\n"
    "réussite :\n  évaluation : bilan\n---\n\n"
)
SOURCE = {
    "cours.md": HEAD.format("Agir sans nuire", "fr-CA") + "Bienvenue dans cette formation.\n\n"
    "::: avis\nAucun acte n'est décrit ici.\n:::\n",
    "01-agir.md": """\
---
titre : Remarquer
id : remarquer
---

## Les signaux

Un détail ne dit rien.

Plusieurs détails réunis aident à décider.

::: question {#q-faits}
**Que faites-vous des faits?**

- [x] Je les transmets.
  > Oui.
- [ ] J'attends un quatrième fait.
  > Attendre laisse quelqu'un seul.
:::

::: liste-à-cocher {#depart}
- [ ] Je sais qui appeler.
- [ ] Je sais où noter.
:::

![Un plan de l'étage](media/plan.svg)

Voyez [la suite](02-suite.md#la-suite).
""",
    "02-suite.md": """\
---
titre : La suite
id : suite
---

## La suite

Ce qui vient ensuite, sans hâte.

::: évaluation {#bilan moment=après banque=items}
:::
""",
    "banque.md": """\
::: banque {#items}
::: question {#b-un}
Quel numéro en cas de danger?

- [x] Le 911
- [ ] Un autre
:::
::: question {#b-deux}
Qui décide de la suite avec vous?

- [ ] Personne
- [x] La personne responsable
:::
:::
""",
}
ENGLISH = {
    "cours.md": HEAD.format("Act without harm", "en-CA").replace("titre", "title")
    + "Welcome to this course.\n\n::: notice\nNo act is described here.\n:::\n",
    "01-agir.md": """\
---
title : Noticing
id : remarquer
---

## Signs

One detail says nothing.

::: question {#q-faits}
**What do you do with the facts?**

- [x] I pass them on.
  > Yes.
- [ ] I wait for a fourth fact.
  > Waiting leaves someone alone.
:::

::: checklist {#depart}
- [ ] I know whom to call.
- [ ] I know where to write.
:::

![A plan of the floor](../media/plan.svg)

See [what comes next](02-suite.md#la-suite).
""",
    "banque.md": """\
::: bank {#items}
::: question {#b-un}
Which number in danger?

- [x] 911
- [ ] Another
:::
:::
""",
}
EN = Options(variant=Variant(language="en"))


PLAY = """
::: scénario {#nuit}
## Au comptoir

Il est tard.

- [Je note](#la-suite)
- [Je pars](#la-suite)

{.fin}
## La suite

Vous avez transmis.

- [Reprendre](#au-comptoir)
:::

::: cas
### Un mot {type=courriel}

Bonjour.

### Une note

Texte.
:::
"""
PLAYED = """
::: scenario {#nuit}
## At the desk

It is late.

- [I write it down](#what-next)
- [I leave](#what-next)

{.end}
## What next

You have passed it on.

- [Again](#at-the-desk)
:::

::: case
### A word {type=mail}

Hello.

### A note

Text.
:::
"""


def with_play(folder: Path) -> None:
    """Add a scenario and a case to both languages."""
    for name, text in (("01-agir.md", PLAY), ("en/01-agir.md", PLAYED)):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def write(tmp_path: Path) -> Path:
    """Write the course under ``tmp_path``; return its folder."""
    course = tmp_path / "cours"
    (course / "media").mkdir(parents=True)
    (course / "en").mkdir()
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"/>'
    (course / "media/plan.svg").write_text(picture, encoding="utf-8")
    for name, text in SOURCE.items():
        (course / name).write_text(text, encoding="utf-8")
    for name, text in ENGLISH.items():
        (course / "en" / name).write_text(text, encoding="utf-8")
    return course


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Replace text in a file of the course."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(folder: Path, options: Options = EN) -> dict[str, Severity]:
    """Return the findings on translations, with their severity."""
    found = load(folder, options).diagnostics
    return {d.code: d.severity for d in found if d.code.startswith("traduction")}


def built(folder: Path, *options: str) -> tuple[dict[str, Any], str, str]:
    """Return course.json, index.html and the name of the package."""
    out = folder.parent / "dist"
    result = run("build", folder, "-t", "web", "-o", out, *options)
    assert result.exit_code == 0, result.output
    package = max(out.glob("*.zip"), key=lambda p: p.stat().st_mtime_ns)
    with ZipFile(package) as archive:
        page = plain(archive.read("index.html").decode())
        return json.loads(archive.read("course.json")), page, package.name
