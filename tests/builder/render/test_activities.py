"""The pieces of the player: in a package when its course uses them, and only then."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from balise_builder import contract
from balise_builder.render import Document, render
from balise_builder.render.activities import PIECES, join
from balise_builder.render.static import STATIC
from tests.builder.handmade import course, pages, prose

SOURCES = Path(__file__).resolve().parents[3] / "builder/player/src/pieces"


def rendered(tmp_path: Path, **changed: object) -> Document:
    made = course(tmp_path, **changed)
    return render(made, contract.dumps(made))


def script_of(document: Document) -> str:
    content = document.package("web")[document.activities.script]
    assert isinstance(content, bytes)
    return content.decode("utf-8")


def test_the_builder_knows_the_pieces_that_the_player_has() -> None:
    built = json.loads((STATIC / "pieces.json").read_text(encoding="utf-8"))
    assert set(built) == set(PIECES) == {path.stem for path in SOURCES.glob("*.ts")}


def test_a_course_carries_the_pieces_that_it_uses(tmp_path: Path) -> None:
    document = rendered(tmp_path)
    script = script_of(document)
    assert '"[data-item]"' in script and '"[data-evaluation]"' in script
    assert '"[data-scenario]"' not in script and '"[data-checklist]"' not in script
    page = document.index("web").decode("utf-8")
    assert f'data-balise-activities="{document.activities.script}"' in page


def test_a_course_of_words_alone_carries_no_piece(tmp_path: Path) -> None:
    page = of_words(tmp_path)
    assert page.activities.script == page.activities.style == ""
    assert not [name for name in page.package("web") if "activities" in name]
    assert b"data-balise-activities" not in page.index("web")


def of_words(tmp_path: Path) -> Document:
    first = replace(pages()[0], body=prose("Des mots."))
    return rendered(tmp_path, pages=(first,), evaluations=())


def test_pieces_are_named_by_their_content_and_joined_in_one_order() -> None:
    one = join(["practice", "choices"])
    assert one == join(["practice", "choices"])
    content = one.files[one.script]
    assert one.script == f"assets/activities-{hashlib.sha256(content).hexdigest()[:8]}.js"


def test_a_module_of_several_pieces_is_joined_once_and_first() -> None:
    script = join(["practice", "evaluation"])
    code = script.files[script.script].decode("utf-8")
    assert code.count('$kit["items/field"]={') == 1
    assert code.index('$kit["items/field"]={') < code.index('=$kit["items/field"]')


@pytest.mark.parametrize("runtime", ["scorm12", "scorm2004", "web"])
def test_page_1_stays_within_its_weight(runtime: str) -> None:
    looks = sorted((STATIC / "looks").glob("*.css"))
    files = [STATIC / f"player-{runtime}.js", STATIC / "player.css", *looks]
    weight = b"".join(path.read_bytes() for path in files)
    assert len(weight) < 80_000
    assert len(gzip.compress(weight, 9)) < 25_000
