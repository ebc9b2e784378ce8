"""Text of Word as Markdown that says the same words: every sign of the dialect escaped."""

from __future__ import annotations

import re

ALWAYS = re.compile(r"[\\`*\[\]<{}~|^]|&(?=#?\w)|(?<![^\W_])_|_(?![^\W_])")
BEGINNING = re.compile(
    r"(?P<before>)(?P<sign>[#>:=]|[-+](?=[\s+-]|$)|\((?=\s*[xX✓✔]?\s*\)))"
    r"|(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|$)"
)
BLANKS = re.compile(r"[ \t]+")


def escape(text: str) -> str:
    """Return ``text`` with the signs that mean something anywhere in a paragraph escaped."""
    return ALWAYS.sub(r"\\\g<0>", BLANKS.sub(" ", text))


def begin(line: str) -> str:
    """Return an escaped line with the signs that mean something at its beginning escaped."""
    match = BEGINNING.match(line)
    if match is None:
        return line
    if match["number"]:
        return f"{match['number']}\\{line[match.start('dot') :]}"
    return f"\\{line}"


def value(text: str) -> str:
    """Return ``text`` as the value of a key of the front matter, literally read."""
    plain = " ".join(text.split())
    odd = plain[:1] in "[{|>\"'“‘#-" or not plain
    if not odd:
        return plain
    for opening, closing in ('""', "''", "“”"):
        if closing not in plain and opening not in plain:
            return f"{opening}{plain}{closing}"
    return f"– {plain}"
