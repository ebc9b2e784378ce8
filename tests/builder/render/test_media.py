"""Players in the document: the browser's controls, captions, and the transcript in a fold."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from balise_builder.build import build, load
from balise_builder.config import Options
from balise_builder.render.context import CourseContext
from balise_builder.render.pages import page_section
from balise_builder.source.media import MediaFile
from tests.builder.compile.cases import PAGE, Case, run

FILES = {
    PAGE: [
        "[Le *geste*](media/geste.mp4){sous-titres=media/geste.vtt"
        " transcription=media/geste.md affiche=media/geste.svg}",
        "",
        "- [Une voix](media/voix.mp3){transcription=media/geste.md}",
    ],
    "media/geste.mp4": ["film"],
    "media/voix.mp3": ["son"],
    "media/geste.vtt": ["WEBVTT", "", "00:00.500 --> 00:02.000", "Bonjour."],
    "media/geste.md": ["## Au comptoir", "", "« Bonjour », dit-elle."],
    "media/geste.svg": ['<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>'],
}


def written(tmp_path: Path) -> tuple[str, Path]:
    course, found, _ = run(Case("players", {k: list(v) for k, v in FILES.items()}), tmp_path)
    assert course is not None, found
    page = next(p for p in course.pages if p.file == PAGE)
    return str(page_section(page, CourseContext.of(course))), tmp_path / "cours"


@pytest.mark.parametrize(
    "expected",
    [
        '<figure class="b-media" data-media="video">\n<video controls preload="none" playsinline'
        ' poster="media/geste-',
        '.svg" width="16" height="9">\n<source src="media/geste-',
        '.mp4" type="video/mp4">\n<track kind="captions" src="media/geste-',
        '.vtt" srclang="fr" label="Français" default>\n<a href="media/geste-',
        "<figcaption>Le <em>geste</em></figcaption>",
        '<details class="b-fold b-transcript">\n<summary>Transcription</summary>\n'
        "<h2>Au comptoir</h2>",
        '<audio controls preload="none">\n<source src="media/voix-',
    ],
)
def test_the_document_has_the_marks_of_the_contract(tmp_path: Path, expected: str) -> None:
    assert expected in written(tmp_path)[0]


def test_nothing_plays_by_itself_and_the_text_of_the_transcript_is_there(tmp_path: Path) -> None:
    markup, _ = written(tmp_path)
    assert "autoplay" not in markup and markup.count("dit-elle") == 2


def test_the_package_carries_what_players_play(tmp_path: Path) -> None:
    _, folder = written(tmp_path)
    built = build(folder, Options(targets=("web",), out=tmp_path / "dist"))
    assert built.loaded.course is not None
    sources = {m.source for m in built.loaded.course.media}
    assert sources == {f"media/{n}" for n in ("geste.mp4", "geste.svg", "geste.vtt", "voix.mp3")}


def test_a_heavy_video_is_told_with_its_size(tmp_path: Path) -> None:
    _, folder = written(tmp_path)
    with (folder / "media/geste.mp4").open("wb") as file:
        file.truncate(31_400_000)
    found = [d for d in load(folder, Options()).diagnostics if d.code == "video-lourde"]
    assert [d.params["size"] for d in found] == ["31"]


def test_a_heavy_file_is_named_without_being_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "geste.mp4"
    with path.open("wb") as file:
        file.truncate(150_000_000)
    tracemalloc.start()
    MediaFile(path, "media/geste.mp4", 150_000_000, "video").medium()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000
