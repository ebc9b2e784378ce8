"""``balise fix``: ids written where they are missing, all else byte for byte as it was."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from balise_builder.diagnostics import Fix
from balise_builder.model import Span
from balise_builder.source import SourceText
from balise_builder.source.edits import apply
from tests.builder.cli.commands import plain, run
from tests.builder.source.folders import COURSE, put, write

QUESTION = (
    "::: question{id}\r\nE\u0301tes-vous su\u0302r?\r\n\r\n- [x] Oui\r\n  > Bien.\r\n"
    "- [ ] Non\r\n  > Non.\r\n\r\n:::\r\n"
)
PAGE = "\ufeff---\r\ntitre : Le début\r\n---\r\n\r\nTexte.\r\n\r\n"
REFLECTION = "\r\n::: réflexion\r\nÀ quoi pensez-vous?\r\n:::\r\n"


def course(tmp_path: Path, page: str) -> Path:
    write(tmp_path / "c", cours_md=COURSE)
    return put(tmp_path / "c", "01-debut.md", page)


def test_missing_ids_are_written_and_everything_else_is_kept(tmp_path: Path) -> None:
    page = course(tmp_path, PAGE + QUESTION.format(id="") + REFLECTION)
    result = run("fix", "--ids", "--yes", tmp_path / "c")
    assert result.exit_code == 0, result.stdout
    after = page.read_bytes().decode()
    lines = after.split("\r\n")
    assert lines[:3] == ["\ufeff---", "id : debut", "titre : Le début"]
    assert "\n" not in after.replace("\r\n", "")
    assert "E\u0301tes-vous su\u0302r?" in after
    written = [line for line in lines if "{#" in line]
    assert [line.split(" {")[0] for line in written] == ["::: question", "::: réflexion"]
    assert "+id : debut" in result.stdout
    assert "3 corrections faites." in plain(result.stdout)
    checked = run("check", "--release", tmp_path / "c").stdout
    assert "sans-id" not in checked


def test_running_again_changes_nothing(tmp_path: Path) -> None:
    page = course(tmp_path, PAGE + QUESTION.format(id=""))
    run("fix", "--ids", "--yes", tmp_path / "c")
    once = page.read_bytes()
    result = run("fix", "--ids", "--yes", tmp_path / "c")
    assert plain(result.stdout) == "Rien à corriger."
    assert page.read_bytes() == once


def test_a_copied_block_gets_a_new_id_and_the_first_keeps_its_own(tmp_path: Path) -> None:
    copied = QUESTION.format(id=" {#q-un}")
    page = course(tmp_path, PAGE.replace("titre", "id : d\r\ntitre") + copied + "\r\n" + copied)
    run("fix", "--ids", "--yes", tmp_path / "c")
    openers = [x for x in page.read_bytes().decode().split("\r\n") if x.startswith("::: q")]
    assert openers[0] == "::: question {#q-un}"
    assert openers[1] != openers[0]
    assert "id-en-double" not in run("check", tmp_path / "c").stdout


def test_a_copied_capsule_gets_a_new_id(tmp_path: Path) -> None:
    page = "---\ntitre : Un\nid : un\n---\n\nTexte.\n"
    course(tmp_path, page)
    copy = put(tmp_path / "c", "02-copie.md", page)
    run("fix", "--ids", "--yes", tmp_path / "c")
    assert copy.read_text(encoding="utf-8") == page.replace("id : un", "id : copie")


def test_a_dry_run_shows_and_writes_nothing(tmp_path: Path) -> None:
    page = course(tmp_path, PAGE)
    before = page.read_bytes()
    result = run("fix", "--ids", "--dry-run", tmp_path / "c", "--lang", "en")
    assert "+id : debut" in result.stdout
    assert "1 possible correction; nothing was written." in result.stdout
    assert page.read_bytes() == before
    assert not (tmp_path / "c/ids.lock").exists()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text("xé\n", max_size=3))))
def test_edits_touch_only_their_own_stretch(edits: list[tuple[int, int, str]]) -> None:
    raw = "un\r\nde\u0301ux\n\ntrois quatre\r\nfin"
    text = SourceText.of("a.md", raw)
    fixes = []
    for start, length, new in edits:
        first, last = min(start, len(raw)), min(start + length, len(raw))
        fixes.append(Fix(Span("a.md", *text.place(first), *text.place(last)), new))
    after, done = apply(text, fixes)
    position, rebuilt = 0, ""
    for fix in done:
        start = text.offset(fix.span.line, fix.span.column)
        assert start >= position
        rebuilt += raw[position:start] + fix.text
        position = text.offset(fix.span.end_line, fix.span.end_column)
    assert after == rebuilt + raw[position:]
    assert bool(done) == bool(fixes)
