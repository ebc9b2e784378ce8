"""The look that an institution gives to its packages: its colour, its letters, its logo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from balise_builder.model.colour import WHITE, Colour, contrast, mix, towards

if TYPE_CHECKING:
    from balise_builder.model.course import Medium
    from balise_builder.model.span import Span

LIGHT_GROUNDS: tuple[Colour, ...] = ((0xFA, 0xF8, 0xF4), (0xFF, 0xFE, 0xFB), (0xF1, 0xED, 0xE5))
"""Paper, surface and sunk of the light scheme (styles/tokens.css; a test compares)."""
DARK_GROUNDS: tuple[Colour, ...] = ((0x15, 0x19, 0x1A), (0x1C, 0x21, 0x22), (0x11, 0x15, 0x16))
INK: Colour = (0x06, 0x20, 0x1F)
"""Words on an accent too light for white."""
TEXT_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3 Contrast (Minimum)."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What ``theme.yaml`` says, with what follows from it."""

    span: Span
    accent: Colour | None = None
    accent_dark: Colour | None = None
    """In the dark scheme; from ``accent`` when the author gives none."""
    family: str = ""
    """CSS ``font-family`` list, without the fallbacks of the house."""
    font: Medium | None = None
    """A font file carried in the package."""
    logo: Medium | None = None
    logo_text: str = ""
    """What the logo says to someone who does not see it."""

    @property
    def files(self) -> tuple[Medium, ...]:
        """Return what the package carries for it."""
        return tuple(medium for medium in (self.font, self.logo) if medium is not None)

    @property
    def dark(self) -> Colour | None:
        """Return the accent of the dark scheme, readable on its grounds."""
        if self.accent_dark is not None or self.accent is None:
            return self.accent_dark
        return towards(self.accent, WHITE, DARK_GROUNDS, 7)


def words_on(accent: Colour) -> Colour:
    """Return white, or the ink where white could not be read."""
    return WHITE if contrast(accent, WHITE) >= TEXT_CONTRAST else INK


def soft(accent: Colour, ground: Colour) -> Colour:
    """Return the ground tinted by the accent, for quiet surfaces."""
    return mix(ground, accent, 0.1)
