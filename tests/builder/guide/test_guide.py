"""The trainers' guide: its examples compile, and it names everything that exists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from balise_builder.build import load
from balise_builder.cli.main import VERBS
from balise_builder.config import DEFAULT_TARGETS, Options
from balise_builder.diagnostics import Severity
from balise_builder.markdown import names
from balise_builder.markdown.scenes import SCENE
from balise_builder.source import keys
from balise_builder.source.shapes import SHAPES
from tests.builder.guide.examples import GUIDE, Example, examples

EXAMPLES = examples()
TEXT = "\n".join(path.read_text("utf-8") for path in sorted(GUIDE.glob("*.md")))
CODE = " ".join(re.findall(r"`([^`\n]+)`", TEXT))


def missing(words: Iterable[str]) -> list[str]:
    """Return the words that the guide shows nowhere as code."""
    return [w for w in words if not re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", CODE)]


def test_the_guide_has_an_example_of_each_block_that_is_built() -> None:
    texts = [text for example in EXAMPLES for text in example.files.values()]
    opened = {word for text in texts for word in re.findall(r"^:+ ([\w-]+)", text, re.M)}
    built = [spec.names[0] for spec in names.CONTAINERS]
    assert [name for name in built if name not in opened] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.place)
def test_an_example_of_the_guide_compiles(example: Example, tmp_path: Path) -> None:
    loaded = load(example.write(tmp_path), Options())
    errors = [d for d in loaded.diagnostics if d.severity is Severity.ERROR]
    assert [(d.span.file, d.span.line, d.code, d.message()) for d in errors] == []
    assert loaded.course is not None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.place)
def test_an_example_that_accepts_a_finding_has_that_finding(
    example: Example, tmp_path: Path
) -> None:
    loaded = load(example.write(tmp_path), Options())
    assert [d.message() for d in loaded.diagnostics if d.code == "ignore-inutile"] == []


def test_the_guide_names_every_key_of_the_front_matter_in_both_languages() -> None:
    known = (*keys.COURSE, *keys.COMPLETION, *keys.CAPSULE)
    labels = [key.label.replace("’", "'") for key in known]
    assert missing([*labels, *(key.name for key in known)]) == []


def test_the_guide_names_every_block_in_both_languages() -> None:
    assert missing(n for spec in names.CONTAINERS for n in spec.names) == []


def test_the_guide_names_every_setting_of_a_block_in_both_languages() -> None:
    specs = [a for spec in names.CONTAINERS for a in spec.attributes]
    specs += [*names.CHOICE, *SCENE, *names.IMAGE, *names.PLAYER, *names.DOCUMENT]
    assert missing(n for spec in specs for n in spec.names[:2]) == []


def test_the_guide_names_every_command_and_target() -> None:
    assert missing([*(f"balise {verb}" for verb in VERBS), *DEFAULT_TARGETS]) == []


def test_the_guide_names_every_register_and_its_fields() -> None:
    fields = [f.label for name, s in SHAPES.items() if name != "sources.yaml" for f in s.fields]
    assert missing([*SHAPES, *fields]) == []


def test_the_guide_names_every_alert() -> None:
    shown = set(re.findall(r"\[!(\w+)\]", TEXT)) | set(CODE.split())
    assert [name for name in names.ALERTS if name not in shown] == []
