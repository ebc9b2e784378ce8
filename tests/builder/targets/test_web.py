"""What the ``web`` target adds to a package, and what no SCORM package has."""

from __future__ import annotations

import json
import re
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from balise_builder import contract
from balise_builder.model import Course
from balise_builder.render import Content, render
from balise_builder.targets import TARGETS
from balise_builder.targets.icon import png
from tests.builder.handmade import course

ADDED = {"sw.js", "manifest.webmanifest"}


def package(made: Course, target: str = "web") -> dict[str, Content]:
    return dict(TARGETS[target].files(made, render(made, contract.dumps(made))))


def worker(made: Course) -> tuple[str, list[str]]:
    """Return the version and the files of the service worker."""
    text = package(made)["sw.js"]
    assert isinstance(text, bytes)
    found = re.match(rb'const VERSION="([0-9a-f]{8})",FILES=(\[.*?\]);\n', text)
    assert found
    return found[1].decode(), json.loads(found[2])


def test_the_worker_keeps_every_file_of_the_package_and_no_other(tmp_path: Path) -> None:
    made = course(tmp_path)
    assert set(worker(made)[1]) == set(package(made)) - {"sw.js"}


def test_films_are_left_to_the_network(tmp_path: Path) -> None:
    made = course(tmp_path)
    film = replace(made.media[0], name="media/film-12345678.mp4")
    made = replace(made, media=(*made.media, film))
    assert film.name in package(made) and film.name not in worker(made)[1]


def test_the_version_follows_the_content(tmp_path: Path) -> None:
    one, same = worker(course(tmp_path))[0], worker(course(tmp_path))[0]
    assert one == same != worker(course(tmp_path, title="Autre"))[0]


def test_the_manifest_names_what_is_in_the_package_and_tells_little(tmp_path: Path) -> None:
    files = package(course(tmp_path))
    content = files["manifest.webmanifest"]
    assert isinstance(content, bytes)
    manifest = json.loads(content)
    assert manifest["short_name"] == "Formation" and manifest["lang"] == "fr-CA"
    assert {icon["src"] for icon in manifest["icons"]} <= set(files)
    assert manifest["start_url"] == "./index.html" and manifest["scope"] == "./"
    page = files["index.html"]
    assert isinstance(page, bytes)
    assert b'<link rel="manifest" href="manifest.webmanifest">' in page
    assert b' data-balise-worker="sw.js"' in page


@pytest.mark.parametrize("target", ["scorm12", "scorm2004", "scorm2004-3"])
def test_a_scorm_package_has_no_worker_and_no_manifest_of_an_application(
    tmp_path: Path, target: str
) -> None:
    files = package(course(tmp_path), target)
    assert not ADDED & set(files)
    page = files["index.html"]
    assert isinstance(page, bytes)
    assert b"data-balise-worker" not in page and b"webmanifest" not in page


def test_an_icon_is_a_png_of_its_size() -> None:
    content = png(192, (15, 82, 87))
    assert content.startswith(b"\x89PNG") and content.endswith(b"IEND\xaeB`\x82")
    assert struct.unpack(">II", content[16:24]) == (192, 192)
