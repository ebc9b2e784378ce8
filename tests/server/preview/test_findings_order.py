"""The author's view lists what its author can mend before what all courses share."""

from __future__ import annotations

from balise_server.live.findings import Finding, grouped


def found(file: str, severity: str, code: str) -> Finding:
    return Finding(file, 1, 1, severity, code, "Dit.", "Said.", f"Corrigez {code}.")


def test_the_courses_own_findings_come_before_those_of_the_shared_registers():
    given = [
        found("_commun/ressources.yaml", "warning", "partagé"),
        found("01-page.md", "warning", "à-soi"),
        found("02-page.md", "error", "erreur"),
        found("_commun/ressources.yaml", "warning", "partagé"),
    ]
    listed = [[one.code for one in group.findings] for group in grouped(given)]
    assert listed == [["erreur"], ["à-soi"], ["partagé", "partagé"]]


def test_a_group_that_a_page_shares_keeps_its_place():
    given = [
        found("_commun/mots.yaml", "info", "commun"),
        found("01-page.md", "info", "commun"),
        found("02-page.md", "info", "autre"),
    ]
    assert [group.first.code for group in grouped(given)] == ["commun", "autre"]
