"""The gettext catalogues of the blocks: ``python xblocks/catalogs.py extract | compile``.

``extract`` writes ``conf/locale/{en,fr_CA}/LC_MESSAGES/text.po`` from the words of ``texts.py`` and
of the player (needs the repository); nobody edits these two by hand. ``compile`` writes
``translations/*/LC_MESSAGES/text.mo``, where the platform looks for what a package brings; another
language is one more folder of ``conf/locale``. ``fr`` is made of ``fr_CA``: gettext finds the first
for a platform in any French.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE / "balise_xblocks"
LOCALE, COMPILED = PACKAGE / "conf/locale", PACKAGE / "translations"
TABLES = HERE.parent / "builder/balise_builder/render/texts"
PLURALS = {"en": "nplurals=2; plural=(n != 1);", "fr_CA": "nplurals=2; plural=(n > 1);"}


def words() -> dict[str, tuple[str, str]]:
    """Return every text of the blocks, (English, French), by its name in the catalogues."""
    sys.path.insert(0, str(HERE))
    from balise_xblocks.texts import TEXTS

    french, english = (
        json.loads((TABLES / f"{name}.json").read_text(encoding="utf-8"))["player"]
        for name in ("fr", "en")
    )
    own = {f"block.{key}": (TEXTS["en"][key], text) for key, text in TEXTS["fr"].items()}
    return own | {f"player.{key}": (english[key], text) for key, text in french.items()}


def catalogue(locale: str) -> str:
    """Return the PO file of ``en`` (to be translated) or ``fr_CA``."""
    import polib

    file = polib.POFile(wrapwidth=100)
    file.metadata = {
        "Project-Id-Version": "balise-xblocks", "Language": locale, "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[locale],
    }  # fmt: skip
    for name, (english, french) in words().items():
        text = french if locale == "fr_CA" else ""
        flags = ["python-brace-format"] if "{" in english else []
        file.append(polib.POEntry(msgctxt=name, msgid=english, msgstr=text, flags=flags))
    return str(file)


def path_of(locale: str) -> Path:
    """Return the PO file of a language."""
    return LOCALE / locale / "LC_MESSAGES/text.po"


def extract() -> None:
    """Write the PO files of English and French."""
    for locale in PLURALS:
        path_of(locale).parent.mkdir(parents=True, exist_ok=True)
        path_of(locale).write_text(catalogue(locale), encoding="utf-8", newline="\n")


def compile_all(folder: Path = COMPILED) -> None:
    """Write the MO file of every language in ``folder``."""
    import polib

    for source in sorted(LOCALE.glob("*/LC_MESSAGES/text.po")):
        locale = source.parent.parent.name
        made = polib.pofile(source.read_text(encoding="utf-8"))
        for name in (locale, "fr") if locale == "fr_CA" else (locale,):
            target = folder / name / "LC_MESSAGES/text.mo"
            target.parent.mkdir(parents=True, exist_ok=True)
            made.save_as_mofile(str(target))


if __name__ == "__main__":
    wanted = sys.argv[1:]
    if wanted == ["extract"]:
        extract()
    elif wanted == ["compile"]:
        compile_all()
    else:
        sys.exit(__doc__)
