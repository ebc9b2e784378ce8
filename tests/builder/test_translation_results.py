"""What a translation may not change: kinds, choices, keys, ways, ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise_builder.build import load
from balise_builder.config import Options
from balise_builder.diagnostics import Severity
from tests.builder.translated import EN, built, codes, edit, with_play, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("cours.md", "id : essai", "id : trial", "traduction-id"),
        ("01-agir.md", "id : remarquer", "id : noticing", "traduction-id"),
        ("cours.md", "en-CA", "es", "traduction-langue"),
        ("01-agir.md", "- [x] I pass", "- [ ] I pass", "question-sans-bonne-reponse"),
        ("banque.md", "- [x] 911\n- [ ] A", "- [ ] 911\n- [x] A", "traduction-cle"),
        ("banque.md", "- [ ] Another\n", "- [ ] Another\n- [ ] None\n", "traduction-choix"),
        ("01-agir.md", "{#q-faits}", "{#q-facts}", "traduction-id-inconnu"),
        ("01-agir.md", "- [ ] I know where to write.\n", "", "traduction-choix"),
        ("cours.md", "::: notice\nNo act is described here.\n:::\n", "", "traduction-avis"),
    ],
)
def test_what_would_change_a_result_is_an_error(
    folder: Path, file: str, old: str, new: str, code: str
) -> None:
    edit(folder, f"en/{file}", old, new)
    asked = {d.code: d for d in load(folder, EN).diagnostics}
    assert asked[code].severity is Severity.ERROR and asked[code].span.file == f"en/{file}"
    source = load(folder, Options())
    assert source.course is not None
    assert {d.severity for d in source.diagnostics if d.code == code} == {Severity.WARNING}


def test_another_kind_of_question_is_refused(folder: Path) -> None:
    old = "- [x] 911\n- [ ] Another\n"
    edit(folder, "en/banque.md", old, "- answer : 911\n")
    assert codes(folder)["traduction-autre-sorte"] is Severity.ERROR


def test_a_passage_or_a_file_that_the_source_lacks_is_told(folder: Path) -> None:
    (folder / "en/09-more.md").write_text("---\ntitle : More\nid : more\n---\n", encoding="utf-8")
    edit(folder, "en/01-agir.md", "See [what", "> A quote of my own.\n\nSee [what")
    assert {"traduction-sans-source", "traduction-en-trop"} <= set(codes(folder))


def test_a_scenario_keeps_its_scenes_letters_and_ways(folder: Path) -> None:
    with_play(folder)
    source, other = built(folder)[0], built(folder, "--langue", "en")[0]
    assert [s["title"] for s in other["scenarios"][0]["scenes"]] == ["At the desk", "What next"]
    for data in (source, other):
        for scene in data["scenarios"][0]["scenes"]:
            del scene["title"]
            for choice in scene["choices"]:
                del choice["html"], choice["feedback"]
    assert source["scenarios"] == other["scenarios"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("- [I leave](#what-next)\n", "", "traduction-scenes"),
        ("- [Again](#at-the-desk)", "- [Again](#what-next)", "traduction-chemin"),
        ("### A note\n\nText.\n", "", "traduction-parties"),
        ("::: scenario {#nuit}", "> Some quote.\n\n::: scenario {#night}", "traduction-id-inconnu"),
    ],
)
def test_a_scenario_or_a_case_that_differs_is_an_error(
    folder: Path, old: str, new: str, code: str
) -> None:
    with_play(folder)
    edit(folder, "en/01-agir.md", old, new)
    assert codes(folder)[code] is Severity.ERROR


def test_a_block_that_found_no_place_is_an_error(folder: Path) -> None:
    edit(
        folder,
        "01-agir.md",
        "Un détail ne dit rien.",
        "- Un détail\n\n  ::: réflexion {#n}\n  Quoi?\n  :::",
    )
    edit(folder, "en/01-agir.md", "One detail says nothing.", "- One detail says nothing.")
    assert codes(folder)["traduction-id-perdu"] is Severity.ERROR
