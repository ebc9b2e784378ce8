"""Every French text that the command line shows has Québec typography (OQLF)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from balise_builder.cli.speech import CLICK_FR
from balise_builder.diagnostics import kinds

ROOT = Path(__file__).resolve().parents[3]
BUILDER = ROOT / "builder/balise_builder"
PREVIEW = ROOT / "server/balise_server/preview.py"
BILINGUAL = {"say", "both", "UsageError", "PackageError", "MissingPartError", "BaliseError"}
"""Calls whose first argument is French, the second English."""
FAULTS = {
    "an ordinary space inside « »": re.compile("« | »"),
    "no no-break space before a colon": re.compile(r"(?<=[\w»)\]}]) :(?=\s|$)"),
    "a colon without space": re.compile(r"(?<=[^\W\d_])(?<!http)(?<!https): (?!\|)"),
    "a space before ; ! or ?": re.compile("(?<!«)[ \u00a0\u202f][;!?](?!\\[)"),
    "a straight apostrophe": re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"),
}


def french_of(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the French texts of a module with their lines; ``{}`` stands for a value."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = getattr(node, "func", None)
        called = getattr(name, "id", getattr(name, "attr", ""))
        if isinstance(node, ast.Call) and called in BILINGUAL and len(node.args) > 1:
            yield node.lineno, written(node.args[0])


def written(node: ast.expr) -> str:
    """Return the text of a literal, an f-string or a sum of them."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(written(value) for value in node.values)
    if isinstance(node, ast.BinOp):
        return written(node.left) + written(node.right)
    return "{}"


def faults(text: str) -> list[str]:
    """Return what is wrong with a French text; what stands in a code of Markdown is left out."""
    text = text.replace("---", "").replace("::: ", "")
    return [name for name, pattern in FAULTS.items() if pattern.search(text)]


MODULES = [*sorted(BUILDER.rglob("*.py")), PREVIEW]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_messages_of_commands_are_typeset(path: Path) -> None:
    found = [(line, text, wrong) for line, text in french_of(path) if (wrong := faults(text))]
    assert found == []


def test_the_scan_sees_the_texts() -> None:
    count = sum(1 for path in MODULES for _ in french_of(path))
    assert count > 60
    assert faults("« Cible » : non ?") == [*list(FAULTS)[:2], "a space before ; ! or ?"]
    assert faults("l'aide: oui") == ["a colon without space", "a straight apostrophe"]


def test_the_texts_of_click_are_typeset() -> None:
    assert {text: faults(text) for text in CLICK_FR.values() if faults(text)} == {}


def test_the_texts_of_findings_are_typeset() -> None:
    found = {
        kind.code: wrong
        for kind in kinds().values()
        if (wrong := faults(f"{kind.fr}\n{kind.hint_fr}")) and kind.code not in EXAMPLES
    }
    assert found == {}


EXAMPLES = {"espace-avant-ponctuation"}
"""Findings whose text shows the fault itself."""
