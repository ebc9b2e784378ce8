"""One course for one audience and one territory: what is left out, and what stays the same."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.errors import UsageError
from balise_builder.model import Course, Variant
from balise_builder.model.walk import page_items
from tests.builder import arranged
from tests.builder.cli.commands import plain, run


def built(folder: Path, *options: str) -> tuple[dict[str, object], str, str]:
    """Return course.json, index.html and the name of the package."""
    out = folder.parent / "dist"
    result = run("build", folder, "-t", "web", "-o", out, *options)
    assert result.exit_code == 0, result.output
    package = max(out.glob("*.zip"), key=lambda p: p.stat().st_mtime_ns)
    with ZipFile(package) as archive:
        data = json.loads(archive.read("course.json"))
        return data, plain(archive.read("index.html").decode()), package.name


def variant(folder: Path, audience: str = "", territory: str = "") -> Course:
    loaded = load(folder, Options(variant=Variant(audience, territory)))
    assert loaded.course is not None, loaded.diagnostics
    return loaded.course


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return arranged.write(tmp_path)


def test_without_options_every_text_stands_with_whom_it_is_for(folder: Path) -> None:
    data, page, name = built(folder)
    assert (data["id"], name) == ("arrange", "arrange-0.1.0-web.zip")
    for text in ("Pour : police, Laval", "Votre uniforme", "Pour : hôtellerie", "La cuisine"):
        assert text in page


def test_a_variant_holds_neither_the_text_nor_the_items_of_others(folder: Path) -> None:
    data, page, name = built(folder, "--public", "hotellerie")
    assert (data["id"], name) == ("arrange-hotellerie", "arrange-0.1.0-hotellerie-web.zip")
    assert data["audiences"] == ["hôtellerie"] and data["items"] == []
    assert "La cuisine" in page and "uniforme" not in page and "Pour :" not in page


def test_an_audience_alone_leaves_the_territories_to_be_told(folder: Path) -> None:
    _, page, name = built(folder, "--public", "police")
    assert name == "arrange-0.1.0-police-web.zip"
    assert "Votre uniforme" in page and "Pour : Laval" in page and "Pour : police" not in page


def test_an_audience_and_a_territory_build_one_variant(folder: Path) -> None:
    data, page, name = built(folder, "--audience", "police", "--territory", "laval")
    assert (data["id"], name) == ("arrange-police-laval", "arrange-0.1.0-police-laval-web.zip")
    assert "Votre uniforme" in page and "Pour :" not in page


def test_ids_numbers_and_letters_are_those_of_the_whole_course(folder: Path) -> None:
    built(folder)
    lock = (folder / "ids.lock").read_bytes()
    whole, part = variant(folder), variant(folder, "police")
    assert [page_items(p) for p in part.pages] == [page_items(p) for p in whole.pages]
    assert (part.key, part.id) == (whole.key, "arrange-police")
    built(folder, "--public", "hotellerie")
    assert (folder / "ids.lock").read_bytes() == lock


def test_a_capsule_for_others_only_is_no_page_of_the_variant(folder: Path) -> None:
    head = "---\ntitre : Dans la rue\nid : rue\n---\n\n"
    text = f"{head}::: public {{pour=police}}\nNotez le lieu.\n:::\n"
    (folder / "02-rue.md").write_text(text, encoding="utf-8")
    assert [p.id for p in variant(folder, "police").pages] == ["presentation", "agir", "rue"]
    assert [p.id for p in variant(folder, "hotellerie").pages] == ["presentation", "agir"]


def test_the_notes_of_a_variant_are_those_that_it_calls(folder: Path) -> None:
    head = "---\ntitre : Notes\nid : notes\n---\n\n"
    text = (
        "::: public {pour=police}\nUn[^a].\n:::\n\nDeux[^b].\n\n[^a]: Pour elle.\n\n"
        "[^b]: Pour tout le monde.\n"
    )
    (folder / "02-notes.md").write_text(head + text, encoding="utf-8")
    notes = variant(folder, "hotellerie").pages[2].footnotes
    assert [(n.label, n.number) for n in notes] == [("b", 1)]


@pytest.mark.parametrize(("option", "value"), [("--public", "polisse"), ("--territoire", "lavall")])
def test_an_unknown_variant_names_the_nearest(folder: Path, option: str, value: str) -> None:
    result = run("build", folder, option, value)
    assert result.exit_code == 2 and value.replace("ss", "c").replace("ll", "l") in result.output


def test_an_unknown_variant_is_a_mistake_of_the_command(folder: Path) -> None:
    with pytest.raises(UsageError):
        load(folder, Options(variant=Variant("jardinage")))
