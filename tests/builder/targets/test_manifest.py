from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from balise_builder.editions import EDITIONS, SCORM_12, SCORM_2004, Edition, control_files
from balise_builder.targets.manifest import manifest, shorten
from tests.builder.golden import expect
from tests.builder.handmade import course

FILES = ("index.html", "course.json", "assets/player-1234abcd.js", "media/plan-12345678.svg")
BOTH = pytest.mark.parametrize("edition", EDITIONS.values(), ids=lambda e: e.name)


@BOTH
def test_a_manifest_is_the_golden_file(tmp_path: Path, edition: Edition) -> None:
    expect(f"manifest/{edition.name}.xml", manifest(course(tmp_path), edition, FILES))


@BOTH
def test_identifiers_come_from_the_course_id_alone(tmp_path: Path, edition: Edition) -> None:
    one = manifest(course(tmp_path), edition, FILES)
    other = manifest(course(tmp_path, title="Autre", version="9.0.0"), edition, FILES)
    found = [
        [e.get(n) for e in etree.fromstring(m).iter() for n in ("identifier", "identifierref")]
        for m in (one, other)
    ]
    assert found[0] == found[1]


@BOTH
def test_the_packaging_namespace_is_the_default_one(tmp_path: Path, edition: Edition) -> None:
    root = etree.fromstring(manifest(course(tmp_path), edition, FILES))
    assert root.nsmap[None] == edition.namespace
    assert root.prefix is None


@BOTH
def test_the_status_stays_in_the_hands_of_the_course(tmp_path: Path, edition: Edition) -> None:
    text = manifest(course(tmp_path), edition, FILES).decode().lower()
    for word in ("masteryscore", "minnormalizedmeasure", "completionthreshold"):
        assert word not in text


@BOTH
def test_control_files_keep_their_notices(edition: Edition) -> None:
    files = control_files(edition)
    assert set(edition.control_files.values()) <= set(files)
    assert b"IMS" in files[edition.control_files[edition.namespace]]


def test_the_platform_keeps_its_ways_out_but_not_those_that_lose_work(tmp_path: Path) -> None:
    root = etree.fromstring(manifest(course(tmp_path), SCORM_2004, FILES))
    hidden = {e.text for e in root.iter(f"{{{SCORM_2004.extensions['adlnav']}}}hideLMSUI")}
    assert hidden == {"previous", "continue", "abandon", "abandonAll"}


def test_a_long_version_keeps_within_the_schema(tmp_path: Path) -> None:
    root = etree.fromstring(manifest(course(tmp_path, version="1." * 30), SCORM_12, FILES))
    assert len(root.get("version") or "") == 20


@given(st.text(max_size=400), st.integers(10, 200))
def test_a_title_never_exceeds_its_limit(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == text or short.endswith("…")
