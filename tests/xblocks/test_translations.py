"""Every word that a block shows is in the catalogues, and a platform hears its own language."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import polib
import pytest
from playwright.sync_api import Browser
from tests.browser import ROOT, visit
from tests.vary import sample
from tests.xblocks.bench import Bench
from tests.xblocks.catalogue import TRANSLATIONS, speaking
from tests.xblocks.hosts import Platform
from xblocks import catalogs

from balise_xblocks.assessment import AssessmentBlock
from balise_xblocks.checklist import ChecklistBlock
from balise_xblocks.i18n import HOLE, translated
from balise_xblocks.lesson import LessonBlock
from balise_xblocks.scenario import ScenarioBlock
from balise_xblocks.studio import form
from balise_xblocks.texts import TEXTS, built_texts, player_texts, say

PACKAGE = ROOT / "xblocks/balise_xblocks"
KINDS = (LessonBlock, ScenarioBlock, ChecklistBlock, AssessmentBlock)
SENTENCE = re.compile(r"[A-Za-zÀ-ÿ’]{2,} [A-Za-zÀ-ÿ’]{2,}")


def spoken(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """Let the platform speak ``language`` to this person."""
    for module in ("i18n", "authoring"):
        monkeypatch.setattr(f"balise_xblocks.{module}.platform_language", lambda: language)


def block(kind: Any, language: str = "", **fields: Any) -> Any:
    host = Platform()
    made = {"course": json.dumps(sample({"base": "kinds"})), "document": "<p>Texte</p>"}
    one = host.block(kind, **(made | fields))
    if language:
        one.runtime._services["i18n"] = speaking(language)
    return one


@pytest.mark.parametrize("locale", ["en", "fr_CA"])
def test_the_catalogues_are_those_of_the_words(locale: str) -> None:
    written = catalogs.path_of(locale).read_text(encoding="utf-8")
    assert written == catalogs.catalogue(locale), "run: make extract_translations"


def test_the_catalogues_are_compiled_from_what_is_written(tmp_path: Path) -> None:
    catalogs.compile_all(tmp_path)
    for made in tmp_path.rglob("*.mo"):
        stale = TRANSLATIONS / made.relative_to(tmp_path)
        assert stale.read_bytes() == made.read_bytes(), "run: make compile_translations"


def test_every_word_has_its_french_with_the_same_placeholders() -> None:
    french = polib.pofile(str(catalogs.path_of("fr_CA")))
    assert len(french) == len(TEXTS["fr"]) + len(built_texts("fr")) > 250
    assert french.percent_translated() == 100 and TEXTS["fr"].keys() == TEXTS["en"].keys()
    for entry in french:
        english, ours = (set(HOLE.findall(text)) for text in (entry.msgid, entry.msgstr))
        if entry.msgctxt.endswith("One"):  # French says one of 0 too: "{n} page", "One page"
            ours -= {"{n}"} - english
        assert ours == english, entry.msgctxt


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_no_sentence_stands_in_the_code(path: Path) -> None:
    """Sentences are texts, or a refusal in both languages, or for people who write code."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kept: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            kept.add(node.value)  # a docstring
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "id", "")
            assert name != "ContentError" or len(node.args) == 2
            told: list[ast.AST] = [node] if name in ("ContentError", "ValueError") else []
            told += [one.value for one in node.keywords if one.arg == "help"]
            kept.update(inner for one in told for inner in ast.walk(one))
    if path.name in ("texts.py", "__init__.py") and path.parent == PACKAGE:
        return
    said = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in kept
    ]
    bare = [re.sub(r"<[^>]*>?|data-[\w-]+|\bwrapper\S*|button action.*", "", text) for text in said]
    assert [text for text in bare if SENTENCE.search(text)] == []


@pytest.mark.parametrize("language", ["fr-ca", "fr", "fr-fr", "en", "en-ca"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_platform_shows_its_own_language(
    monkeypatch: pytest.MonkeyPatch, kind: Any, language: str
) -> None:
    spoken(monkeypatch, language)
    english = language.startswith("en")
    shown = form(block(kind, language), "en" if english else "fr")
    words = {"save": "Save" if english else "Enregistrer", "name": "Title" if english else "Titre"}
    assert all(f">{word}<" in shown for word in words.values())
    broken = block(kind, language, course="{").runtime
    page = broken.render(block(kind, language, course="{"), "student_view").content
    assert ("This activity is not ready" in page, "pas prête" in page) == (english, not english)
    if kind in (LessonBlock, ScenarioBlock):
        preview = block(kind, language)
        told = preview.runtime.render(preview, "author_view").content
        assert ("Preview for" in told, "Aperçu pour" in told) == (english, not english)


@pytest.mark.parametrize("platform", ["fr-ca", "en", "es", ""])
@pytest.mark.parametrize("language", ["fr-CA", "en-CA"])
def test_the_player_speaks_the_language_of_the_course(
    monkeypatch: pytest.MonkeyPatch, platform: str, language: str
) -> None:
    spoken(monkeypatch, platform)
    made = {**sample({"base": "kinds"}), "language": language}
    one = block(LessonBlock, platform, course=json.dumps(made))
    page = one.runtime.render(one, "student_view").content
    data = json.loads(page.partition("data-balise-block>")[2].partition("</script>")[0])
    assert data["course"]["texts"] == built_texts(language[:2])
    assert f'lang="{language}"' in page


def test_what_a_platform_pulled_wins_unless_it_lost_a_placeholder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spoken(monkeypatch, "fr-ca")
    folder = tmp_path / "fr_CA/LC_MESSAGES"
    folder.mkdir(parents=True)
    pulled = polib.POFile()
    pulled.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    for name, text in (
        ("block.save", "Sauvegarder"),
        ("block.line", "Rangée"),
        ("player.next", "Plus loin"),
    ):
        table, _, key = name.partition(".")
        english = TEXTS["en"][key] if table == "block" else built_texts("en")[key]
        pulled.append(polib.POEntry(msgctxt=name, msgid=english, msgstr=text))
    pulled.save_as_mofile(str(folder / "text.mo"))
    service = speaking("fr-ca", tmp_path)
    assert say("save", "fr-CA", service) == "Sauvegarder"
    assert say("line", "fr-CA", service, n=3) == "Ligne 3"
    assert say("cancel", "fr-CA", service) == "Annuler"
    assert player_texts("fr-CA", service)["next"] == "Plus loin"
    assert say("save", "en", service) == "Save"


def test_a_language_that_a_platform_brings_reaches_the_learner(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoken(monkeypatch, "es-419")

    class Spanish:
        def pgettext(self, _context: str, text: str) -> str:
            return {"Save": "Guardar"}.get(text, text)

    assert translated("block.save", "Save", "Enregistrer", "es-419", Spanish()) == "Guardar"
    assert translated("block.cancel", "Cancel", "Annuler", "es-419", Spanish()) == "Annuler"


@pytest.mark.browser
@pytest.mark.parametrize(("locale", "word"), [("fr-CA", "Enregistrer"), ("en-CA", "Save")])
def test_studio_in_the_workbench_speaks_as_the_browser_asks(
    browser: Browser, bench: Bench, locale: str, word: str
) -> None:
    with visit(browser, bench.address("new-lesson", view="studio_view/"), locale=locale) as page:
        page.get_by_role("button", name=word, exact=True).wait_for()
