"""``balise build --prove``: a build whose proof fails publishes nothing."""

from __future__ import annotations

from pathlib import Path

from balise_builder.build import build
from balise_builder.cli.proving import judge
from balise_builder.config import Options
from tests.builder.asked import write

TARGETS = ("scorm12", "web")


def test_what_is_refused_is_not_published_and_the_lock_stays(tmp_path: Path) -> None:
    course = write(tmp_path)
    out = tmp_path / "dist"
    seen: list[dict[str, Path]] = []

    def refuse(drafts: dict[str, Path], folder: Path) -> bool:
        assert all(path.is_file() for path in drafts.values()) and folder == out
        seen.append(drafts)
        return False

    built = build(course, Options(targets=TARGETS, out=out, judge=refuse))
    assert [sorted(drafts) for drafts in seen] == [
        [f"toutes-les-questions-0.1.0-{target}.zip" for target in TARGETS]
    ]
    assert built.packages == () and not built.loaded.has_errors
    assert list(out.iterdir()) == []
    assert not (course / "ids.lock").exists()


def test_what_is_accepted_is_published(tmp_path: Path) -> None:
    built = build(
        write(tmp_path),
        Options(targets=("scorm12",), out=tmp_path / "dist", judge=lambda _drafts, _out: True),
    )
    assert [package.path.is_file() for package in built.packages] == [True]


def test_the_proof_of_the_server_is_found_by_its_entry_point() -> None:
    assert callable(judge())
