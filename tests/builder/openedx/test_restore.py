"""``openedx-core``, which a platform restores libraries with, takes every archive whole."""

from __future__ import annotations

import tomllib
import zipfile
from pathlib import Path

import pytest

from balise_builder.build import build
from balise_builder.config import Options
from tests.builder.openedx.environment import ROOT, answers, python_with

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
COURSES = sorted(p.parent for p in (ROOT / "courses").glob("*/cours.md"))
CORE = "openedx-core==0.36.0"
KINDS = {"section": "num_sections", "subsection": "num_subsections", "unit": "num_units"}


def counts(files: dict[str, str]) -> dict[str, int]:
    """Count what an archive holds, as the platform counts it."""
    found = dict.fromkeys([*KINDS.values(), "num_components", "num_collections"], 0)
    for name, text in files.items():
        if name.startswith("collections/"):
            found["num_collections"] += 1
        elif name.startswith("entities/xblock.v1/") and name.endswith(".toml"):
            found["num_components"] += 1
        elif name.startswith("entities/") and name.endswith(".toml"):
            [kind] = tomllib.loads(text)["entity"]["container"]
            found[KINDS[kind]] += 1
    return found


def held(files: dict[str, str]) -> dict[str, object]:
    """Return titles and children of every entity, the texts of blocks, and names of their files."""
    found: dict[str, object] = {}
    for name, text in files.items():
        if name.startswith("entities/") and name.endswith(".toml"):
            data = tomllib.loads(text)
            [version] = data["version"]
            children = version.get("container", {}).get("children")
            found[data["entity"]["key"]] = (version["title"], children)
        elif name.endswith("block.xml"):
            found[name] = text
        elif "/static/" in name:
            found[name] = len(text)
    return found


def test_every_library_is_restored_whole(tmp_path: Path) -> None:
    archives = []
    for course in COURSES:
        built = build(course, Options(targets=("library", "library-balise"), out=tmp_path))
        assert len(built.packages) == 2, [d.message() for d in built.loaded.diagnostics]
        archives += [package.path for package in built.packages]
    script = Path(__file__).with_name("restore.py")
    python = python_with(CORE)
    restored = answers(python, script, map(str, archives))
    for path, result in zip(archives, restored, strict=True):
        assert result["status"] == "success", result["log"]
        with zipfile.ZipFile(path) as archive:
            ours = {n: archive.read(n).decode("utf-8", "replace") for n in archive.namelist()}
        expected = counts(ours)
        expected["num_containers"] = sum(expected[kind] for kind in KINDS.values())
        assert {k: v for k, v in result.items() if k.startswith("num_")} == expected, path.name
        assert held(result["files"]) == held(ours), path.name
    components = sum(result["num_components"] for result in restored)
    print(f"{len(restored)} libraries, {components} components restored")
