"""The page of the docs says what the code plays, no more and no less."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from balise_server.bench.profiles import KINDS
from balise_server.proof.faults import FAULTS
from balise_server.proof.foreign import APPLIES
from balise_server.proof.page import joined, page
from balise_server.proof.report import as_json
from tests.server.proof.samples import FAILED, PROOF

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs/administration/preuve.md"
OF_THE_SPECIFICATION = {
    "first-visit", "leave-button", "leave-navigation", "leave-closed", "leave-killed", "resume",
    "threshold", "refused-once", "refused-thrice", "refused-always", "slow", "network", "throws",
    "late-api", "ab-initio", "truncated", "no-interactions", "open-edx", "updated", "two-tabs",
    "two-people", "generic-account", "back-forward", "no-storage",
}  # fmt: skip
"""The faults that the player must survive."""


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_fault_that_must_be_survived_is_played() -> None:
    assert {fault.id for fault in FAULTS} >= OF_THE_SPECIFICATION
    assert len({fault.id for fault in FAULTS}) == len(FAULTS)
    assert set(APPLIES) < {fault.id for fault in FAULTS}


def test_the_docs_list_the_faults_of_the_code_and_both_editions_hold() -> None:
    found = [row for row in rows(DOCS.read_text(encoding="utf-8")) if len(row) == 4]
    assert [row[:2] for row in found] == [[f"`{f.id}`", f.title("fr")] for f in FAULTS]
    assert {verdict for row in found for verdict in row[2:]} == {"tient"}


def test_the_docs_list_the_profiles_of_the_code() -> None:
    found = [row for row in rows(DOCS.read_text(encoding="utf-8")) if len(row) == 2]
    assert [re.findall(r"`([a-z0-9-]+)", row[0])[0] for row in found] == [k.name for k in KINDS]
    assert [row[1] for row in found] == [kind.sentence("fr") for kind in KINDS]


def test_the_docs_stand_where_an_administrator_looks() -> None:
    assert "(preuve.md)" in (DOCS.parent / "lms.md").read_text(encoding="utf-8")


def test_a_failure_is_named_in_the_page() -> None:
    text = page([json.loads(as_json(PROOF))])
    assert "| `leave-closed` | Quitter en fermant l’onglet | **échoue** |" in text
    assert "| `two-people` | Deux personnes, un même navigateur | non joué |" in text
    assert "- `leave-closed`, SCORM 1.2 : La place est reprise." in text
    assert "{seen}" not in text and "{profiles}" not in text


def test_paths_played_again_on_the_same_package_replace_the_first() -> None:
    first = json.loads(as_json(PROOF))
    again = json.loads(as_json(replace(PROOF, paths=(replace(FAILED, verdict="held"),))))
    other = json.loads(as_json(replace(PROOF, sha256="cd" * 32, paths=())))
    one, two = joined([first, other, again])
    verdicts = {path["fault"]: path["verdict"] for path in one["paths"]}
    assert verdicts == {"first-visit": "held", "leave-closed": "held", "two-tabs": "not-judged"}
    assert two["paths"] == []
