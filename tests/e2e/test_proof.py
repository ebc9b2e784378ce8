"""The proof of real packages: a sample of profiles in ``make test``, all in the matrix."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright
from tests.builder import asked, story
from tests.server.support import files, write_zip

from balise_builder.build import build
from balise_builder.config import Options
from balise_server.proof.faults import BY_ID, FAULTS
from balise_server.proof.record import Proof
from balise_server.proof.run import Prover, ready

EDITIONS = ("scorm12", "scorm2004")
SAMPLE = {
    "scorm12": ("first-visit", "open-edx", "cross-origin"),
    "scorm2004": ("first-visit", "no-storage"),
}
ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.browser, pytest.mark.timeout(1800)]
POLITE = """<!doctype html><head><title>P</title></head><script>
const api = parent.API;
api.LMSInitialize("");
addEventListener("pagehide", () => { api.LMSCommit(""); api.LMSFinish(""); });
</script>"""
RUDE = """<!doctype html><head><title>P</title></head><script>
const api = parent.API;
api.LMSInitialize("");
api.LMSSetValue("cmi.core.score.raw", 50);
new Image().src = "http://192.0.2.1/pixel.png";
</script>"""


@pytest.fixture(scope="module")
def prover(playwright: Playwright) -> Iterator[Prover]:
    """One browser and one house for all proofs."""
    with ready(running=playwright) as found:
        yield found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A short course with a scenario, by target."""
    folder = tmp_path_factory.mktemp("small")
    return packages(story.write_story(folder), folder / "dist")


def packages(course: Path, out: Path) -> dict[str, Path]:
    """Build a course; by target, its own package, which comes before its follow-ups."""
    built = build(course, Options(targets=(*EDITIONS, "scorm2004-3"), out=out))
    return {package.target: package.path for package in reversed(built.packages)}


def said(proof: Proof) -> list[str]:
    return [
        f"{path.fault}: {check.en} {check.found}"
        for path in proof.paths
        for check in path.checks
        if not check.ok
    ]


@pytest.mark.parametrize("edition", ["scorm12", pytest.param("scorm2004", marks=pytest.mark.slow)])
def test_a_small_course_holds_on_a_sample_of_profiles(
    prover: Prover, small: dict[str, Path], edition: str
) -> None:
    faults = [BY_ID[name] for name in SAMPLE[edition]]
    proof = prover.prove(small[edition], small[edition].name, faults)
    assert said(proof) == []
    assert [path.verdict for path in proof.paths] == ["held"] * len(faults)
    assert proof.paths[0].sessions[0]["calls"]


def test_a_player_that_breaks_the_standard_does_not_pass(
    prover: Prover, small: dict[str, Path], tmp_path: Path
) -> None:
    broken = tmp_path / "faux.zip"
    with zipfile.ZipFile(small["scorm12"]) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if re.fullmatch(r"assets/player-scorm12-\w+\.js", name):
                content = content.replace(b'"incomplete"', b'"in progress"')
            new.writestr(name, content)
    proof = prover.prove(broken, broken.name, [BY_ID["first-visit"]])
    assert not proof.holds
    assert any("cmi.core.lesson_status" in text and "405" in text for text in said(proof))


@pytest.mark.slow
def test_a_package_of_another_tool_is_judged_on_what_it_owes(
    prover: Prover, tmp_path: Path
) -> None:
    faults = [BY_ID["leave-closed"], BY_ID["two-people"]]
    polite = write_zip(tmp_path / "polie.zip", files("scorm12", index__html=POLITE))
    proof = prover.prove(polite, polite.name, faults)
    assert said(proof) == []
    assert [path.verdict for path in proof.paths] == ["held", "not-judged"]
    rude = write_zip(tmp_path / "rude.zip", files("scorm12", index__html=RUDE))
    missed = " ".join(said(prover.prove(rude, rude.name, faults[:1])))
    for part in ("On leaving, the content saves.", "50 (number)", "No request leaves", "192.0.2.1"):
        assert part in missed


@pytest.mark.slow
@pytest.mark.parametrize("target", [*EDITIONS, "scorm2004-3"])
def test_every_kind_of_question_holds_through_every_fault(
    prover: Prover, tmp_path: Path, target: str
) -> None:
    path = packages(asked.write(tmp_path), tmp_path / "dist")[target]
    proof = prover.prove(path, path.name, FAULTS)
    assert said(proof) == []
    assert proof.count("held") >= len(FAULTS) - 8  # A course of two pages is too short for some.


@pytest.mark.slow
def test_a_scenario_holds_through_every_fault(prover: Prover, small: dict[str, Path]) -> None:
    assert said(prover.prove(small["scorm12"], small["scorm12"].name, FAULTS)) == []


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_first_course_holds_through_every_fault(
    prover: Prover, tmp_path: Path, edition: str
) -> None:
    for name in ("hotellerie-personnel", "_commun"):
        shutil.copytree(ROOT / "courses" / name, tmp_path / "courses" / name)
    path = packages(tmp_path / "courses/hotellerie-personnel", tmp_path / "dist")[edition]
    proof = prover.prove(path, path.name, FAULTS)
    assert said(proof) == []
    assert [played.verdict for played in proof.paths] == ["held"] * len(FAULTS)


@pytest.mark.slow
def test_a_build_that_proves_is_published_with_its_report(tmp_path: Path) -> None:
    course = asked.write(tmp_path)
    command = [sys.executable, "-m", "balise_builder", "build", str(course), "-t", "scorm2004"]
    done = subprocess.run(
        [*command, "--prove", "-o", str(tmp_path / "dist")], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    stem = tmp_path / "dist/toutes-les-questions-0.1.0-scorm2004"
    found = json.loads(stem.with_name(stem.name + ".proof.json").read_text(encoding="utf-8"))
    assert stem.with_name(stem.name + ".zip").is_file()
    assert found["holds"] and len(found["paths"]) == len(FAULTS)
