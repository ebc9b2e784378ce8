from __future__ import annotations

import re
from pathlib import Path

import pytest

import balise_builder.render
from balise_builder.markdown.typography import typeset
from balise_builder.render.items import HINTS
from balise_builder.render.texts import LANGUAGES, interface_language, texts

RENDER = Path(balise_builder.render.__file__).parent
PLAYER = RENDER.parents[1] / "player/src"
BUILDER = RENDER.parent


def player_keys() -> set[str]:
    """The keys that the player declares: the union of the type ``Key`` in texts.ts."""
    source = (PLAYER / "texts.ts").read_text(encoding="utf-8")
    declared = re.search(r"export type Key =(.*?);\n", source, re.DOTALL)
    assert declared
    return set(re.findall(r'"(\w+)"', declared[1]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_player_finds_every_text_and_none_is_left_over(lang: str) -> None:
    assert set(texts(lang).player) == player_keys()


def test_the_player_uses_every_key_that_it_declares() -> None:
    used = "\n".join(
        p.read_text(encoding="utf-8") for p in PLAYER.rglob("*.ts") if p.name != "texts.ts"
    )
    quoted = set(re.findall(r'"(\w+)"', used))
    ends = {"One", "Many", *re.findall(r"t\(`\$\{\w+\}(\w+)`\)", used)}
    made = {f"{root}{end}" for root in quoted for end in ends}
    assert player_keys() - quoted - made == set()


def test_the_document_uses_every_text_of_its_own() -> None:
    sources = [p.read_text(encoding="utf-8") for p in RENDER.rglob("*.py")]
    sources.append((BUILDER / "contract/write.py").read_text(encoding="utf-8"))
    quoted = set(re.findall(r"[\"']([a-z-]+)[\"']", "\n".join(sources)))
    made = {f"alert-{kind}" for kind in ("note", "tip", "important", "warning", "caution")}
    made |= {f"accessibility-{part}" for part in ("aim", "tested", "people", "blocked")}
    made |= {"status-draft", "status-in-review", *(f"{kind}-hint" for kind in HINTS)}
    assert set(texts("fr").document) - quoted - made == set()


def test_both_languages_hold_the_same_texts_with_the_same_placeholders() -> None:
    fr, en = texts("fr"), texts("en")
    for ours, theirs in ((fr.player, en.player), (fr.document, en.document)):
        assert set(ours) == set(theirs)
        for key in ours:
            holes = [sorted(set(re.findall(r"\{\w+\}", text))) for text in (ours[key], theirs[key])]
            assert holes[0] == holes[1], key


def test_french_texts_follow_the_typography_of_quebec() -> None:
    for part in (texts("fr").player, texts("fr").document):
        assert {key: typeset(text) for key, text in part.items()} == dict(part)


TAGS = [("fr-CA", "fr"), ("en-CA", "en"), ("EN", "en"), ("iu", "fr")]


@pytest.mark.parametrize(("tag", "lang"), TAGS)
def test_the_language_of_the_interface_follows_the_course(tag: str, lang: str) -> None:
    assert interface_language(tag) == lang
