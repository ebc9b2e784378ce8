"""``theme.yaml``: the institution's colour, letters and logo, contrast checked.

It stands in the course's folder, or in ``_commun`` for all courses; the course's own replaces it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.diagnostics.core import Fix
from balise_builder.model.colour import BLACK, WHITE, Colour, colour, contrast, towards, written
from balise_builder.model.theme import DARK_GROUNDS, LIGHT_GROUNDS, TEXT_CONTRAST, Theme, soft
from balise_builder.source.decode import read_text
from balise_builder.source.folding import fold_key, nearest
from balise_builder.source.nodes import Node, compose

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from balise_builder.diagnostics import Collector
    from balise_builder.model.course import Medium
    from balise_builder.source.media import MediaFile

NAME = "theme.yaml"
KEYS = {
    "accent": ("couleur", "colour"),
    "accent_dark": ("couleur_sombre", "dark_colour"),
    "family": ("police", "font"),
    "font": ("fichier_police", "font_file"),
    "logo": ("logo",),
    "logo_text": ("texte_logo", "logo_text"),
}
"""Attribute of :class:`Theme` → its spellings."""
_SPELLED = {fold_key(name): key for key, names in KEYS.items() for name in names}
SUGGESTED_CONTRAST = 5.4
"""Enough for the tint too, which is nearer to the accent than the paper is."""
FAMILY = re.compile(r"[\w -]+(?:, ?[\w -]+)*")


def read_theme(
    root: Path, common: Path, media: Mapping[str, MediaFile], collector: Collector
) -> Theme | None:
    """Return the theme of the course in ``root``, else that of ``common``; ``None`` without one.

    :param media: the files that logo and font may be, by the name that authors write.
    """
    places = ((root, NAME, ""), (common, f"../_commun/{NAME}", "../_commun/"))
    for folder, shown, prefix in places:
        if not (folder / NAME).is_file():
            continue
        text = read_text(folder / NAME, shown, collector)
        node = compose(text, collector) if text is not None else None
        if node is None:
            return None
        if node.kind != "map":
            collector.add("registre-champs", node.span, key=NAME)
            return None
        return _theme(node, prefix, media, collector)
    return None


def _theme(node: Node, prefix: str, media: Mapping[str, MediaFile], collector: Collector) -> Theme:
    values = _values(node, collector)
    family = values.get("family")
    if family is not None and not FAMILY.fullmatch(family.text):
        collector.add("theme-police", family.span, text=family.text)
        family = None
    logo = _file(values.get("logo"), "image", prefix, media, collector)
    logo_text = values["logo_text"].text.strip() if "logo_text" in values else ""
    if logo is not None and not logo_text:
        collector.add("theme-logo-sans-texte", values["logo"].span)
    return Theme(
        node.span,
        _colour(values.get("accent"), LIGHT_GROUNDS, BLACK, collector),
        _colour(values.get("accent_dark"), DARK_GROUNDS, WHITE, collector),
        family.text if family is not None else "",
        _file(values.get("font"), "font", prefix, media, collector),
        logo,
        logo_text,
    )


def _values(node: Node, collector: Collector) -> dict[str, Node]:
    """Return the values by attribute; unknown, repeated and nested ones are findings."""
    values: dict[str, Node] = {}
    labels = [names[0] for names in KEYS.values()]
    for name, value in node.pairs:
        key = _SPELLED.get(fold_key(name.text))
        if key is None:
            best = nearest(name.text, labels)
            collector.add(
                "champ-mal-ecrit" if best else "champ-inconnu", name.span,
                key=name.text, nearest=best or "", known=", ".join(labels),
            )  # fmt: skip
        elif key in values:
            collector.add("cle-repetee", name.span, key=name.text, line=values[key].span.line)
        elif value.kind != "text":
            collector.add("registre-texte", value.span, key=name.text)
        elif value.text.strip():
            values[key] = value
    return values


def _colour(
    node: Node | None, grounds: tuple[Colour, ...], end: Colour, collector: Collector
) -> Colour | None:
    """Return a colour that can be read on its grounds; otherwise a finding with one that can."""
    if node is None:
        return None
    made = colour(node.text)
    if made is None:
        collector.add("theme-couleur", node.span, text=node.text)
        return None
    # Words in the accent also stand on its own soft tint.
    ratio = min(contrast(made, ground) for ground in (*grounds, soft(made, grounds[0])))
    if ratio < TEXT_CONTRAST:
        better = written(towards(made, end, grounds, SUGGESTED_CONTRAST))
        quoted = f'"{better}"'
        collector.add(
            "theme-contraste", node.span, fix=Fix(node.span, quoted),
            colour=node.text, ratio=f"{ratio:.1f}".replace(".", ","), ratio_en=f"{ratio:.1f}",
            better=better,
        )  # fmt: skip
    return made


def _file(
    node: Node | None,
    kind: str,
    prefix: str,
    media: Mapping[str, MediaFile],
    collector: Collector,
) -> Medium | None:
    """Return the file that a theme names, from the folder where the theme stands."""
    if node is None:
        return None
    name = node.text if node.text.startswith("../") else prefix + node.text
    found = media.get(name)
    if found is None or found.kind != kind:
        collector.add("theme-fichier", node.span, name=node.text, kind=kind)
        return None
    return found.medium()
