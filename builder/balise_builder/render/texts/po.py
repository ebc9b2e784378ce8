"""The texts of the interface as gettext files: the context of an entry is its key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.errors import UsageError
from balise_builder.render.texts import texts

if TYPE_CHECKING:
    from pathlib import Path

HOLE = re.compile(r"\{\w+\}")


def template() -> str:
    """Return the PO template: every text in French, with the English one as a comment."""
    import polib

    file = polib.POFile(wrapwidth=100)
    file.metadata = {
        "Project-Id-Version": "Balise",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    french, english = texts("fr"), texts("en")
    for part, ours, theirs in (
        ("player", french.player, english.player),
        ("document", french.document, english.document),
    ):
        for key, text in ours.items():
            file.append(
                polib.POEntry(
                    msgctxt=f"{part}.{key}", msgid=text, comment=f"English: {theirs[key]}"
                )
            )
    return str(file)


def read_po(path: Path) -> dict[str, str]:
    """Return the sure translations of a PO file by ``player.key`` or ``document.key``.

    An entry marked *fuzzy*, or whose placeholders are not those of the French text, is left out:
    the learner then reads French, which is right, instead of something that may not be.

    :raises UsageError: the file cannot be read as PO.
    """
    import polib

    try:
        file = polib.pofile(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, UnicodeDecodeError) as error:
        reason = str(error).partition("\n")[0]
        raise UsageError(
            f"« {path.name} » ne peut pas être lu comme un fichier PO en UTF-8 ({reason}). "
            "Enregistrez-le de nouveau avec votre outil de traduction.",
            f"“{path.name}” cannot be read as a PO file in UTF-8 ({reason}). Save it again with "
            "your translation tool.",
        ) from None
    return {
        entry.msgctxt: entry.msgstr
        for entry in file.translated_entries()
        if entry.msgctxt and sorted(HOLE.findall(entry.msgid)) == sorted(HOLE.findall(entry.msgstr))
    }
