from __future__ import annotations

import json
from pathlib import Path

import pytest

from balise_server.proof.errors import SENTENCES, ProofError
from balise_server.proof.record import judged
from balise_server.proof.report import as_json, html, names, write
from balise_server.proof.texts import TEXTS
from tests.server.proof.samples import HELD, HOLDS, MISSED, PROOF


def test_a_failure_is_said_first_and_what_was_seen_with_it() -> None:
    page = html(PROOF, "fr")
    assert "Le paquet ne tient pas partout\u00a0: 1 parcours a échoué." in page
    assert "Vu\u00a0: &lt;b&gt;a → b&lt;/b&gt;" in page
    assert '<details id="leave-closed" open>' in page
    assert '<details id="first-visit">' in page
    assert page.index("ne tient pas") < page.index("En un coup d’œil") < page.index("leave-closed")


def test_a_package_that_holds_is_said_in_the_language_asked_for() -> None:
    assert "Le paquet tient\u00a0: rien de ce qui a été joué n’a échoué." in html(HOLDS, "fr")
    assert "The package holds: nothing that was played failed." in html(HOLDS, "en")
    assert '<html lang="en-CA">' in html(HOLDS, "en")


def test_nothing_of_a_package_is_taken_for_markup() -> None:
    page = html(PROOF, "fr")
    assert "<x>" not in page
    assert "&lt;i&gt;" in page
    assert "1:05.4" in page and "[405]" in page


def test_the_json_holds_everything() -> None:
    found = json.loads(as_json(PROOF))
    assert (found["proof"], found["holds"], found["sha256"]) == (1, False, "ab" * 32)
    assert found["paths"][1]["sessions"][0]["calls"][0]["error"] == "405"
    assert [path["verdict"] for path in found["paths"]] == ["held", "failed", "not-judged"]


def test_reports_stand_beside_the_package(tmp_path: Path) -> None:
    page, data = write(HOLDS, tmp_path, "fr")
    assert (page, data) == names(tmp_path, HOLDS.package)
    assert [p.name for p in sorted(tmp_path.iterdir())] == [
        "cours-1.0.0-scorm12.proof.html",
        "cours-1.0.0-scorm12.proof.json",
    ]


def test_a_report_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / "cours-1.0.0-scorm12.proof.html").mkdir()
    with pytest.raises(ProofError) as caught:
        write(HOLDS, tmp_path, "fr")
    assert "cours-1.0.0-scorm12.proof.html" in caught.value.fr


def test_a_verdict_follows_from_the_checks() -> None:
    assert judged([HELD]) == "held"
    assert judged([HELD, MISSED]) == "failed"
    assert judged([]) == "not-judged"
    assert HOLDS.holds and not PROOF.holds


@pytest.mark.parametrize("key", sorted(TEXTS) + sorted(SENTENCES))
def test_both_languages_name_the_same_values(key: str) -> None:
    import re

    french, english = {**TEXTS, **SENTENCES}[key]
    assert re.findall(r"\{\w+\}", french) == re.findall(r"\{\w+\}", english)
