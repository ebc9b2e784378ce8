"""Pages as Open edX reads them: what they cite goes with them, and nothing is asked twice."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from balise_builder.build import build, load
from balise_builder.config import Options
from balise_builder.contract import dumps
from balise_builder.model.companion import small_courses
from balise_builder.render import render
from balise_builder.targets import olx
from balise_builder.targets.olx.blocks import needed
from balise_builder.targets.olx.cleaner import clean

COURSES = Path(__file__).parents[3] / "courses"
HOTEL = COURSES / "hotellerie-personnel"
HEAD = """---
id : essai
titre : Essai
version : 0.1.0
langue : fr-CA
---

::: avis
Un avis.
:::
"""
PAGE = """---
titre : Page
id : page
{more}---

{body}
"""
ASKED = "**Que faire?**\n\n- [x] Bien\n  > Oui.\n- [ ] Autre\n  > Non.\n"


def files_of(tmp_path: Path, body: str, more: str = "") -> dict[str, str]:
    shutil.copytree(COURSES / "_commun", tmp_path / "_commun")
    folder = tmp_path / "c"
    folder.mkdir()
    (folder / "cours.md").write_text(HEAD, encoding="utf-8")
    (folder / "01-page.md").write_text(PAGE.format(body=body, more=more), encoding="utf-8")
    loaded = load(folder, Options())
    assert loaded.course is not None, [d.message() for d in loaded.diagnostics]
    files = olx.files(loaded.course, render(loaded.course, dumps(loaded.course)))
    assert [d.message() for d in clean(files)] == []
    return {n: c.decode() for n, c in files.items() if isinstance(c, bytes)}


def test_footnotes_and_sources_stand_at_the_end_of_what_cites_them(tmp_path: Path) -> None:
    body = "Un fait[^1], connu [@msp2021].\n\n[^1]: Une précision [@statcan2020].\n"
    notes = files_of(tmp_path, body)["course/html/page-texte-notes.html"]
    assert "Une précision" in notes and 'id="fn-page-1"' in notes
    targets = set(re.findall(r' id="([^"]+)"', notes))
    assert {"src-page-msp2021", "src-page-statcan2020"} <= targets


def test_a_light_version_has_its_own_notes_and_not_those_of_the_full_text(tmp_path: Path) -> None:
    body = (
        "::: avis\nUn avis.\n:::\n\n::: version-allégée\nEn bref[^1].\n:::\n\nEn entier[^2].\n\n"
        "[^1]: Note légère.\n\n[^2]: Note entière.\n"
    )
    files = files_of(tmp_path, body, "sensible : oui\n")
    light, full = (files[f"course/html/page-{n}-notes.html"] for n in ("avis", "texte"))
    assert "Note légère" in light and "Note entière" not in light
    assert "Note entière" in full and "Note légère" not in full


def test_a_question_inside_a_fold_is_asked_once(tmp_path: Path) -> None:
    body = f"::: détails\n### Un cas\n\nDu contexte.\n\n::: question {{#q}}\n{ASKED}:::\n:::\n"
    files = files_of(tmp_path, body)
    texts = "".join(c for n, c in files.items() if n.startswith("course/html/"))
    assert "Du contexte" in texts and "Que faire" not in texts
    assert "Que faire" in files["course/problem/q.xml"]


@pytest.mark.parametrize("target", ["olx", "olx-balise"])
def test_follow_up_and_boosters_are_small_courses_that_open_edx_takes(target: str) -> None:
    made = load(HOTEL, Options()).course
    assert made is not None
    small = list(small_courses(made))
    assert [one.companion for one in small] == ["suivi", "relance-2", "relance-6", "relance-12"]
    for one in small:
        document = render(one, dumps(one))
        balise = target == "olx-balise"
        files = olx.block_files(one, document) if balise else olx.files(one, document)
        assert [d.message() for d in clean(files, needed(one) if balise else ())] == []
        text = b"".join(c for c in files.values() if isinstance(c, bytes)).decode()
        assert f'course="{one.id}"' in text
        assert ("c1-valise" in text) is (one.companion == "suivi")


def test_small_courses_are_built_beside_the_course(tmp_path: Path) -> None:
    built = build(HOTEL, Options(targets=("olx", "guide"), out=tmp_path))
    told = [(d.span, d.code, *d.params.items()) for d in built.loaded.diagnostics]
    assert len(told) == len(set(told))
    assert "c7-piscine" in {d.params.get("id") for d in built.loaded.diagnostics}
    names = [re.sub(r"-\d+\.\d+\.\d+", "", one.path.name) for one in built.packages]
    assert names[:2] == ["hotellerie-personnel-olx.tar.gz", "hotellerie-personnel-guide.zip"]
    assert "hotellerie-personnel-suivi-olx.tar.gz" in names
    assert not [name for name in names[2:] if "guide" in name]
