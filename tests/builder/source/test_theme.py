"""``theme.yaml``: what an institution may change, and what can always be read."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from balise_builder.diagnostics import Collector
from balise_builder.model.colour import BLACK, WHITE, Colour, colour, contrast, towards, written
from balise_builder.model.theme import DARK_GROUNDS, LIGHT_GROUNDS, soft, words_on
from balise_builder.render.theme import style
from balise_builder.source import read_folder
from balise_builder.source.theme import SUGGESTED_CONTRAST

ROOT = Path(__file__).parents[3]
TOKENS = ROOT / "builder/player/src/styles/tokens.css"
COURSE = "---\nid : c\ntitre : C\nversion : 0.1.0\nlangue : fr-CA\n---\n\nTexte.\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4H0z"/></svg>'

colours = st.tuples(*[st.integers(0, 255)] * 3)


def course(tmp_path: Path, theme: str, common: str = "") -> Path:
    """Write a small course with its theme and that of ``_commun``."""
    folder = tmp_path / "c"
    for path, text in (
        (folder / "cours.md", COURSE),
        (folder / "theme.yaml", theme),
        (folder / "media/logo.svg", SVG),
        (tmp_path / "_commun/theme.yaml", common),
    ):
        if text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder


def test_the_grounds_are_those_of_the_player() -> None:
    blocks = TOKENS.read_text("utf-8").split("@media")
    for block, grounds in zip(blocks, (LIGHT_GROUNDS, DARK_GROUNDS), strict=True):
        found = [re.search(rf"--{n}: (#\w+)", block) for n in ("paper", "surface", "sunk")]
        assert [colour(f[1]) for f in found if f] == list(grounds)


@given(colours)
def test_the_colour_that_is_suggested_can_be_read_everywhere(one: Colour) -> None:
    for grounds, end in ((LIGHT_GROUNDS, BLACK), (DARK_GROUNDS, WHITE)):
        made = towards(one, end, grounds, SUGGESTED_CONTRAST)
        assert all(contrast(made, ground) >= 4.5 for ground in (*grounds, soft(made, grounds[0])))
        assert contrast(made, words_on(made)) >= 4.5


@given(colours)
def test_a_colour_is_written_as_it_is_read(one: Colour) -> None:
    assert colour(written(one)) == one


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast(BLACK, WHITE), 2) == 21
    assert round(contrast((0x77, 0x77, 0x77), WHITE), 2) == 4.48


def test_a_theme_changes_colours_letters_and_logo(tmp_path: Path) -> None:
    collector = Collector()
    text = (
        'couleur: "#7a1f3d"\npolice: Open Sans, Arial\nlogo: media/logo.svg\n'
        "texte_logo: Institution X\n"
    )
    theme = read_folder(course(tmp_path, text), collector).theme
    assert theme is not None
    assert theme.logo is not None
    assert theme.logo_text == "Institution X"
    sheet = style(theme)
    assert "--accent:#7a1f3d" in sheet
    assert '--font:"Open Sans", "Arial", system-ui' in sheet
    assert "@media (prefers-color-scheme:dark)" in sheet
    assert not collector.has_errors


def test_the_theme_of_a_course_replaces_the_shared_one(tmp_path: Path) -> None:
    folder = course(tmp_path, 'couleur: "#7a1f3d"\n', 'couleur: "#0f5257"\n')
    own = read_folder(folder, Collector()).theme
    (folder / "theme.yaml").unlink()
    shared = read_folder(folder, Collector()).theme
    assert [theme and theme.accent for theme in (own, shared)] == [(122, 31, 61), (15, 82, 87)]


def test_without_a_theme_nothing_is_added(tmp_path: Path) -> None:
    assert read_folder(course(tmp_path, ""), Collector()).theme is None
