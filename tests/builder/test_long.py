"""The same content as one long page: everything in order, with the same ids and numbers."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from balise_builder.build import load
from balise_builder.compile.long import PAGE_ID
from balise_builder.config import Options
from balise_builder.contract import read
from balise_builder.model import Variant
from tests.builder.cli.commands import run

COURSE = Path(__file__).resolve().parents[2] / "courses/hotellerie-personnel"


def built(tmp_path: Path, *options: str) -> tuple[dict[str, Any], str, str]:
    """Return course.json, index.html and the name of the package."""
    out = tmp_path / "-".join(["dist", *options]).replace("-", "")
    result = run("build", COURSE, "-t", "web", "-o", out, *options)
    assert result.exit_code == 0, result.output
    (package,) = out.glob("hotellerie-personnel-[0-9]*.zip")
    with ZipFile(package) as archive:
        content = archive.read("course.json")
        read(content)
        return json.loads(content), archive.read("index.html").decode(), package.name


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    folder = tmp_path_factory.mktemp("long")
    return built(folder), built(folder, "--format", "long")


def test_the_package_and_the_course_say_that_it_is_long(both: Any) -> None:
    (short, _, _), (long, _, name) = both
    assert (long["id"], long["format"]) == (f"{short['id']}-long", "long")
    assert "-long-web.zip" in name and short["key"] == long["key"]


def test_one_page_holds_what_the_capsules_held(both: Any) -> None:
    (short, _, _), (long, _, _) = both
    assert [p["id"] for p in long["pages"] if p["counted"]] == ["presentation", PAGE_ID]
    for key in ("id", "n", "stem", "choices", "general"):
        assert [i[key] for i in long["items"]] == [i[key] for i in short["items"]], key
    assert {i["page"] for i in long["items"]} <= {"presentation", PAGE_ID, None}
    assert [e["id"] for e in long["evaluations"]] == [e["id"] for e in short["evaluations"]]
    assert long["rule"] == short["rule"]


def words(page: str) -> list[str]:
    main = page.partition("<main")[2].partition("</main>")[0]
    return re.findall(r"\w+", re.sub(r"<[^>]*>", " ", main))


def test_no_word_is_left_out_and_ids_stand_once(both: Any) -> None:
    (_, short, _), (_, long, _) = both
    missing = set(words(short)) - set(words(long))
    assert missing <= {"allégée", "Version"}
    ids = re.findall(r'\sid="([^"]+)"', long)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r'href="#([^"]+)"', long))
    assert targets <= set(ids)


def test_headings_go_down_one_level_at_a_time(both: Any) -> None:
    levels = [int(n) for n in re.findall(r"<h(\d)", both[1][1].partition("<main")[2])]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_front_matter_may_ask_for_it_and_the_command_for_the_other(tmp_path: Path) -> None:
    folder = tmp_path / "cours"
    assert run("new", folder).exit_code == 0
    text = (folder / "cours.md").read_text(encoding="utf-8")
    text = re.sub(r"^format :.*\n", "", text, flags=re.M).replace(
        "---\n", "---\nformat : long\n", 1
    )
    (folder / "cours.md").write_text(text, encoding="utf-8")
    asked = load(folder, Options()).course
    other = load(folder, Options(variant=Variant(format="capsules"))).course
    assert asked is not None and other is not None
    assert (asked.id, len(asked.pages)) == (f"{other.id}-long", 2)
    assert len(other.pages) > 2
