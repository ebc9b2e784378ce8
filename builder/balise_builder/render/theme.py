"""The style sheet of a theme, after the player's own: the same variables, other values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model.colour import BLACK, WHITE, mix, written
from balise_builder.model.theme import DARK_GROUNDS, LIGHT_GROUNDS, soft, words_on

if TYPE_CHECKING:
    from balise_builder.model.colour import Colour
    from balise_builder.model.theme import Theme

FALLBACKS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'
OWN_FAMILY = "balise-theme"


def style(theme: Theme) -> str:
    """Return the CSS of ``theme``; empty when it changes nothing of the style."""
    rules = []
    light: list[str] = []
    if theme.accent is not None:
        light += _accents(theme.accent, LIGHT_GROUNDS[0], BLACK)
    families = [f'"{name.strip()}"' for name in theme.family.split(",") if name.strip()]
    if theme.font is not None:
        file = theme.font.name.rpartition("/")[2]
        rules.append(
            f'@font-face{{font-family:"{OWN_FAMILY}";src:url(../media/{file}) format("woff2");'
            "font-display:swap}"
        )
        families.insert(0, f'"{OWN_FAMILY}"')
    if families:
        light.append(f"--font:{', '.join([*families, FALLBACKS])}")
    if light:
        rules.append(f".balise,.balise-page{{{';'.join(light)}}}")
    if theme.dark is not None:
        dark = ";".join(_accents(theme.dark, DARK_GROUNDS[0], WHITE))
        rules.append(f"@media (prefers-color-scheme:dark){{.balise,.balise-page{{{dark}}}}}")
    return "\n".join(rules) + "\n" if rules else ""


def _accents(accent: Colour, ground: Colour, end: Colour) -> list[str]:
    """Return the four variables of an accent; a stronger one goes further from its ground."""
    return [
        f"--accent:{written(accent)}",
        f"--accent-strong:{written(mix(accent, end, 0.25))}",
        f"--accent-soft:{written(soft(accent, ground))}",
        f"--on-accent:{written(words_on(accent))}",
    ]


def logo(theme: Theme) -> Markup:
    """Return the logo as it stands on the cover; nothing without one."""
    if theme.logo is None:
        return Markup("")
    return Markup('<p class="b-logo"><img src="{}" alt="{}"></p>\n').format(
        theme.logo.name, theme.logo_text
    )
