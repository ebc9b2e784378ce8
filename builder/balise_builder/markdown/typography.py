"""Québec typography of text on output; a pure function, applied to text tokens only.

Rules (OQLF, « Espacement avant et après les signes de ponctuation »): a no-break space before
``:``, ``%``, ``$`` and inside « »; none before ``;``, ``!``, ``?``; a no-break space between
thousands and before units; the curved apostrophe; three points are one character. Code, addresses,
clock times and ratios are not touched, nor are ids and letters, which never pass here.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"
NARROW = "\u202f"
BLANK = "[ \u00a0\u202f\u2009]"
KEPT = re.compile(
    r"(?:https?|mailto|tel|ftp)://?[^\s<>«»]+|(?:mailto|tel|sms):[^\s<>«»]+"
    r"|\bwww\.[^\s<>«»]+|(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+"
)
"""Searched from where a run begins only, as below: from each letter of it would take minutes."""
UNITS = r"h|min|s|ans?|mois|jours?|heures?|minutes?|km|m|cm|kg|g|points?|millions?|milliards?"
RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\.\.\."), "…"),
    (re.compile(r"(?<=\w)['´](?=\w)|(?<=\b[dljmtscnDLJMTSCN])['´](?=[«“\"])"), "’"),
    # At the end of a token, before bold or a link: « d'**exploitation** ».
    (re.compile(r"\b([dljmtscn]|(?:jus|lors|puis|quoi)?qu)['´]$", re.IGNORECASE), r"\1’"),
    (re.compile(rf"«{BLANK}*"), f"«{NBSP}"),
    (re.compile(rf"(?<!{BLANK}){BLANK}*»"), f"{NBSP}»"),
    (re.compile(rf"(?:(?<=[^\s:;!?«(\[])|^){BLANK}+(?=[;!?]+(?:\s|$|[»\"”)\]….,]))"), ""),
    (re.compile(rf"(?:(?<=[\w»)\]”\"’…%$°.])|^){BLANK}*:(?={BLANK}|\n|$)"), f"{NBSP}:"),
    (re.compile(rf"(?:(?<=\d){BLANK}*|^{BLANK})(?=[%‰](?!\w))"), NBSP),
    (re.compile(rf"(?<=\d){BLANK}*(?=[kMG]?[$€](?!\w))"), NBSP),
    (re.compile(rf"(?<=\d){BLANK}(?=(?:{UNITS})\b)"), NBSP),
    (re.compile(rf"(?<=\d{NBSP}h){BLANK}(?=\d{{1,2}}\b)"), NBSP),
    (re.compile(rf"(?<=§){BLANK}*(?=\d)"), NBSP),
    (re.compile(rf"\b([Nn]os?|[Nn][oº°]|art\.|p\.|vol\.){BLANK}(?=\d)"), rf"\1{NBSP}"),
)
THOUSANDS = re.compile(
    r"(?<![\d.,-])(?<!\d[ \u00a0\u202f])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d-]|[ \u00a0\u202f]\d)"
)


def typeset(text: str, language: str = "fr-CA") -> str:
    """Return ``text`` as it is shown in ``language``; other languages than French are left as is.

    Applying it twice changes nothing more.
    """
    if not text or not language.lower().startswith("fr"):
        return text
    parts: list[str] = []
    position = 0
    for match in KEPT.finditer(text):
        parts += [_french(text[position : match.start()]), match.group()]
        position = match.end()
    parts.append(_french(text[position:]))
    return "".join(parts)


def _french(text: str) -> str:
    for pattern, replacement in RULES:
        text = pattern.sub(replacement, text)
    return THOUSANDS.sub(lambda m: re.sub(r"[ \u202f]", NBSP, m.group()), text)
