"""Interfaces in other languages: PO files of partners, French where they are silent."""

from __future__ import annotations

import zipfile
from pathlib import Path

import polib
import pytest

from balise_builder.build import build
from balise_builder.config import Options
from balise_builder.errors import UsageError
from balise_builder.render.texts import direction, interface_language, texts, texts_for
from balise_builder.render.texts.po import read_po, template

COURSE = """\
---
id : essai
titre : Essai
version : 0.1.0
langue : ar
---

Texte.
"""


def translated(folder: Path, lang: str, **entries: str) -> Path:
    """Write a PO file made from the template with some entries translated, as a tool would."""
    file = polib.pofile(template())
    for key, text in entries.items():
        next(e for e in file if e.msgctxt == f"player.{key}").msgstr = text
    folder.mkdir(parents=True, exist_ok=True)
    file.save(str(folder / f"{lang}.po"))
    return folder / f"{lang}.po"


def test_the_template_holds_every_text_once() -> None:
    keys = [entry.msgctxt for entry in polib.pofile(template())]
    assert len(keys) == len(set(keys)) == len(texts("fr").player) + len(texts("fr").document)


def test_what_is_translated_replaces_french_and_the_rest_stays(tmp_path: Path) -> None:
    translated(tmp_path, "es", next="Siguiente")
    found = texts_for("es-MX", tmp_path)
    assert (found.lang, found.player["next"]) == ("es", "Siguiente")
    assert found.player["previous"] == texts("fr").player["previous"]


def test_a_doubtful_translation_or_one_without_its_number_is_left_out(tmp_path: Path) -> None:
    path = translated(tmp_path, "es", next="Siguiente", minutes="minutos", help="Ayuda")
    file = polib.pofile(str(path))
    next(e for e in file if e.msgctxt == "player.help").flags.append("fuzzy")
    file.save()
    assert read_po(path) == {"player.next": "Siguiente"}


def test_a_language_without_texts_is_shown_in_french(tmp_path: Path) -> None:
    assert interface_language("iu", tmp_path) == "fr"
    assert interface_language("../fr", tmp_path) == "fr"


def test_a_file_that_is_no_po_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "es.po").write_bytes(b"\xff\xfe pas un PO")
    with pytest.raises(UsageError, match=r"es\.po"):
        texts_for("es", tmp_path)


def test_a_course_from_right_to_left_says_so(tmp_path: Path) -> None:
    translated(tmp_path / "_commun/interface", "ar", next="التالي")
    (tmp_path / "c").mkdir()
    (tmp_path / "c/cours.md").write_text(COURSE, encoding="utf-8")
    built = build(tmp_path / "c", Options(targets=("web",), out=tmp_path / "dist"))
    with zipfile.ZipFile(built.packages[0].path) as package:
        page = package.read("index.html").decode("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "التالي" in page


def test_directions() -> None:
    assert [direction(tag) for tag in ("ar", "he-IL", "fr-CA", "iu")] == [
        "rtl",
        "rtl",
        "ltr",
        "ltr",
    ]
