"""Every text that the player asks for stands in both languages, and no other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "builder/player/src"
TABLES = ROOT / "builder/balise_builder/render/texts"


def asked() -> set[str]:
    source = (SOURCE / "texts.ts").read_text(encoding="utf-8")
    union = source.partition("export type Key")[2].partition(";")[0]
    return set(re.findall(r'\| "(\w+)"', union))


def table(lang: str) -> dict[str, str]:
    texts: dict[str, str] = json.loads((TABLES / f"{lang}.json").read_bytes())["player"]
    return texts


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_table_holds_exactly_the_keys_of_the_player(lang: str) -> None:
    assert set(table(lang)) == asked()


def test_both_languages_have_the_same_placeholders() -> None:
    def places(texts: dict[str, str]) -> dict[str, list[str]]:
        return {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in texts.items()}

    assert places(table("fr")) == places(table("en"))


def test_every_text_is_used() -> None:
    scripts = [p for p in SOURCE.rglob("*.ts") if p.name != "texts.ts"]
    code = "\n".join(p.read_text(encoding="utf-8") for p in scripts)
    unused = [k for k in asked() if not re.search(rf'"({k}|{re.sub("(One|Many)$", "", k)})"', code)]
    # The state of saving is itself a key, and « …Text » follows the title of each way to leave.
    titles = {k.removesuffix("Text") for k in unused if k.startswith("exit")}
    assert all(f'"{title}"' in code for title in titles)
    rest = {k for k in unused if not k.startswith("exit")}
    assert rest <= {"saved", "pending", "standalone", "review"}


# Words that judge, hurry or count down; « ni bonne ni mauvaise réponse » reassures.
UNKIND = {
    "fr": r"échec|échou|faute|faux|raté|erron|erreur|incorrect|mauvais|punition|honte|nul\b|perd"
    r"|dépêch|secondes?\b|il vous reste .*(minute|temps)|victimes?|imaginez",
    "en": r"fail|wrong|mistake|error|incorrect|\bbad\b|shame|punish|\blos(?:e|t|er)\b|hurry up"
    r"|seconds?\b|time left|victims?|imagine",
}
KIND = re.compile("Il n’y a ni bonne ni mauvaise réponse|There is no right or wrong answer")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_said_judges_shames_or_hurries(lang: str) -> None:
    everything = json.loads((TABLES / f"{lang}.json").read_bytes())
    texts = {key: text for part in ("document", "player") for key, text in everything[part].items()}
    unkind = re.compile(UNKIND[lang], re.IGNORECASE)
    assert {k: t for k, t in texts.items() if unkind.search(KIND.sub("", t))} == {}


def test_french_follows_the_typography_of_quebec() -> None:
    wrong = {
        key: text
        for key, text in table("fr").items()
        if re.search(r"[^\u00a0]:|« |[^\u00a0]»|«[^\u00a0]|\s[;!?]|'", text)
    }
    assert wrong == {}
