"""A small course with a session, and the kits that are made of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.markdown import plain_text
from balise_builder.model import Course, Item
from balise_builder.model.walk import every_token, item_blocks
from balise_builder.targets import guide

HOTEL = Path(__file__).resolve().parents[3] / "courses/hotellerie-personnel"
FILES = {
    "cours.md": """\
---
id : essai
titre : Essai
version : 0.1.0
langue : {lang}
statut : {status}
---

Bienvenue.

::: avis
Rien de dur.
:::
""",
    "01-page.md": """\
---
titre : Première page
id : page
---

::: question {{#q-essai}}
situation : ordinaire

**Que faire ici?**

- [ ] Le mauvais choix.
  > Rétroaction du mauvais choix.
- [x] Le bon choix.
  > Rétroaction du bon choix.

:::

::: notes-animation {{rôle=communautaire durée=5}}
Mots de la note.

![Une porte ouverte.](media/porte.svg)
:::

::: évaluation {{#bilan moment=après}}

::: question {{#q-secrete}}

**Énoncé de l'évaluation?**

- [ ] Secret un.
  > Secret deux.
- [x] Secret trois.

:::

:::
""",
    "seance.md": """\
---
titre : La rencontre
durée : 15 min
signal : Lever la main
---

Introduction de la séance.

## Déroulement

### Accueil

- durée : 5 min
- matériel : un crayon
- communautaire : ouvre la séance

Texte de l'accueil.

::: notes-animation {{rôle=formation}}
Paroles de la formation.
:::

### Suite

- durée : 10 min
- qui : formation
- formation : mène la suite

## Cartes

### Une carte

Texte de la carte.
""",
}
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4H0z"/></svg>\n'
)


def write(folder: Path, lang: str = "fr-CA", status: str = "ébauche") -> Path:
    """Write the sample course in ``folder``."""
    (folder / "media").mkdir(parents=True)
    (folder / "media/porte.svg").write_text(PICTURE, encoding="utf-8")
    for name, text in FILES.items():
        (folder / name).write_text(text.format(lang=lang, status=status), encoding="utf-8")
    return folder


def course(folder: Path) -> Course:
    """Return the course in ``folder``."""
    loaded = load(folder, Options())
    assert loaded.course is not None, [d.message() for d in loaded.diagnostics]
    return loaded.course


def pages(made: Course) -> Mapping[str, bytes]:
    """Return the HTML pages of the kit of a course, by name."""
    files = guide.files(made, None)  # type: ignore[arg-type]
    return {name: page for name, page in files.items() if isinstance(page, bytes)}


def tree(page: bytes) -> etree._Element:
    """Return a page as a tree, without its style."""
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))
    for style in list(root.iter("style")):
        style.getparent().remove(style)
    return root


def words(text: str) -> str:
    """Return the letters of a text: spaces, punctuation and accents do not count."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", text).casefold(), flags=re.ASCII)


def words_in(element: etree._Element) -> str:
    """Return the text of an element."""
    return "".join(str(text) for text in element.itertext())


def page_words(page: bytes) -> str:
    """Return the words of a page, as :func:`words`."""
    return words(words_in(tree(page)))


def item_texts(item: Item, least: int = 12) -> list[str]:
    """Return the paragraphs of an item, as :func:`words`; short ones say nothing."""
    found = [
        words(plain_text(token.children or []))
        for token in every_token(item_blocks(item))
        if token.type == "inline" and not any(c.type.endswith("_ref") for c in token.children or [])
    ]
    return [text for text in found if len(text) >= least]


def needs_pdf() -> None:
    """Skip a test where WeasyPrint or Pango is missing."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as problem:
        pytest.skip(f"no PDF here: {problem}")
