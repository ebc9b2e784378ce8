"""Tags of languages (BCP 47, RFC 5646): read, put in their usual form, or the likely one named."""

from __future__ import annotations

import re

from balise_builder.source.folding import fold, nearest

_TAG = re.compile(
    r"([a-z]{2,3})(-[a-z]{4})?(-(?:[a-z]{2}|\d{3}))?((?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)"
    r"(-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
_SECOND = {
    "a": "abefkmnrsvyz", "b": "aegimnors", "c": "aehorsuvy", "d": "aevz", "e": "elnostu",
    "f": "afijory", "g": "adlnuv", "h": "aeiortuyz", "i": "adegikostu", "j": "av",
    "k": "agijklmnorsuvwy", "l": "abginotuv", "m": "ghiklnrsty", "n": "abdeglnorvy", "o": "cjmrs",
    "p": "ailst", "q": "u", "r": "mnouw", "s": "acdeghiklmnoqrstuvw", "t": "aeghiklnorstwy",
    "u": "gkrz", "v": "eio", "w": "ao", "x": "h", "y": "io", "z": "ahu",
}  # fmt: skip
TWO_LETTERS = frozenset(first + second for first, ends in _SECOND.items() for second in ends)
"""Every language of ISO 639-1; BCP 47 asks for its shortest code (RFC 5646 §2.2.1)."""

CODES = {
    "abenaki": "abe", "abenaquis": "abe", "algonquin": "alq", "anishinabemowin": "alq",
    "allemand": "de", "german": "de", "anglais": "en", "english": "en", "eng": "en",
    "arabe": "ar", "arabic": "ar", "ara": "ar", "atikamekw": "atj", "chinois": "zh",
    "chinese": "zh", "zho": "zh", "chi": "zh", "creole haitien": "ht", "creole": "ht",
    "haitian creole": "ht", "hat": "ht", "cri": "cr", "cree": "cr", "cre": "cr",
    "espagnol": "es", "spanish": "es", "spa": "es", "francais": "fr", "french": "fr",
    "fra": "fr", "fre": "fr", "innu": "moe", "innu-aimun": "moe", "montagnais": "moe",
    "inuktitut": "iu", "iku": "iu", "italien": "it", "italian": "it", "ita": "it",
    "kanien'keha": "moh", "mohawk": "moh", "mi'kmaq": "mic", "micmac": "mic", "mi'gmaq": "mic",
    "naskapi": "nsk", "portugais": "pt", "portuguese": "pt", "por": "pt", "russe": "ru",
    "russian": "ru", "rus": "ru", "wendat": "wya", "huron-wendat": "wya", "deu": "de", "ger": "de",
}  # fmt: skip
"""Tags by what people write instead: folded names in French and English, three letters for two."""


def language_tag(text: str) -> str | None:
    """Return the tag with its usual capitals (RFC 5646 §2.1.1); ``None`` for what is no tag."""
    found = _TAG.fullmatch(text)
    if found is None:
        return None
    language, script, region, variants, private = (part or "" for part in found.groups())
    return language.lower() + script.title() + region.upper() + variants.lower() + private.lower()


def known_tag(text: str) -> str | None:
    """Return the tag of a language that there is, as far as its first part tells."""
    tag = language_tag(text.replace("_", "-"))
    first = (tag or "").partition("-")[0]
    return tag if first in TWO_LETTERS or (len(first) == 3 and first not in CODES) else None


def likely_tag(text: str) -> str | None:
    """Return the tag that ``text`` surely stands for: the name of a language, a longer code."""
    name = fold(text).replace("’", "'").replace("_", "-")
    first, _, rest = name.partition("-")
    if name in CODES or first not in CODES:
        return CODES.get(name)
    return known_tag(f"{CODES[first]}-{rest}")


def nearest_tag(text: str) -> str:
    """Return a tag to propose for ``text``: that of the nearest name, else English."""
    return likely_tag(text) or CODES.get(nearest(fold(text), tuple(CODES)) or "", "en")
