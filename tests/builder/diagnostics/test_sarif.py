"""Findings for tools: SARIF 2.1.0 and GitHub annotations."""

from __future__ import annotations

import json
from typing import Any

import pytest

from balise_builder import __version__
from balise_builder.diagnostics import Collector, Fix
from balise_builder.diagnostics.sarif import to_github, to_sarif
from balise_builder.model import Span
from tests.builder.golden import expect


def found() -> Collector:
    """One finding of each severity, one with a fix, one with signs to escape."""
    collector = Collector()
    page = "01-là haut.md"
    collector.add("lien-vide", Span(page, 3, 5, 3, 9))
    gap = Span(page, 4, 6, 4, 7)
    collector.add("espace-avant-ponctuation", Span(page, 4, 6, 4, 8), fix=Fix(gap, ""), text="?")
    collector.add("bloc-sans-id", Span(page, 6, 1, 8, 4), name="50 % : a, b\r\nc")
    return collector


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_sarif_log_is_the_one_that_was_read(lang: str) -> None:
    log = to_sarif(found().sorted(), lang, "courses/x/")
    text = json.dumps(log, ensure_ascii=False, indent=2) + "\n"
    expect(f"sarif/log.{lang}.json", text.replace(f'"{__version__}"', '"VERSION"').encode())


def run_of(log: dict[str, Any]) -> dict[str, Any]:
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_every_result_points_to_its_rule_in_both_languages() -> None:
    run = run_of(to_sarif(found().sorted()))
    rules = run["tool"]["driver"]["rules"]
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [
        r["ruleId"] for r in run["results"]
    ]
    (english,) = run["translations"]
    assert [r["id"] for r in english["rules"]] == [r["id"] for r in rules]
    assert english["rules"][0]["shortDescription"] != rules[0]["shortDescription"]


def test_a_sarif_address_is_a_relative_uri() -> None:
    (result, *_) = run_of(to_sarif(found().sorted(), root="courses/x/"))["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "courses/x/01-l%C3%A0%20haut.md"}


def test_nothing_found_is_a_log_with_no_result() -> None:
    run = run_of(to_sarif([]))
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_annotations_are_escaped_and_columns_stand_on_one_line_only() -> None:
    error, warning, info = to_github(found().sorted(), root="a,b:c/")
    assert error.startswith(
        "::error file=a%2Cb%3Ac/01-là haut.md,line=3,endLine=3,col=5,endColumn=9,title=lien-vide::"
    )
    assert warning.startswith("::warning ")
    assert info.startswith(
        "::notice file=a%2Cb%3Ac/01-là haut.md,line=6,endLine=8,title=bloc-sans-id::Ce bloc"
    )
    assert "50 %25 : a, b c" in info
