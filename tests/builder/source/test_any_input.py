"""Whatever stands in the files, reading gives findings, never an exception."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builder.source.folders import COURSE, put, read, write

PIECES = st.sampled_from(
    ["---", "\n", "\r\n", "\r", " : ", ":", "- ", "  ", "\t", "titre", "id", "réussite", "seuil",
     "8 sur 10", "objectifs", "o1", "public", "police, ", "durée", "4 min", "date", "2026-02-30",
     "#", '"', "«", "[a]", "{", "\u00a0", "e\u0301", "é", "limite-suspend", "٣", "²", "\ufeff"]
)  # fmt: skip
FRONT = st.lists(PIECES, max_size=30).map("".join)
YAML = st.lists(
    st.sampled_from(
        ["N1", "valeur", ":", ": ", "\n", "  ", "- ", "[", "]", "{", "}", "'", '"', "&a ", "*a",
         "!!x ", "|", ">", "#", "2026-01-01", "é", "\t", "---\n", "%YAML", "pour", "? ", "\x85"]
    ), max_size=25,
).map("".join)  # fmt: skip
LOCK = st.lists(
    st.sampled_from(
        ["course ", "Zq81Ab", "\n", "item ", "page ", "q", " ", "1", "2", "removed", "a=", "b~",
         "aaaaaaaa", ",", "was=", "<<<<<<<", "# Balise ids.lock, format ", "é", "\r\n", "\x0c"]
    ), max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(FRONT.map(str.encode), st.binary(max_size=60)), FRONT)
def test_any_front_matter_is_read_or_explained(course: bytes, capsule: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, found = read(write(Path(name), cours_md=b"---\n" + course, a_md=f"---\n{capsule}"))
        assert folder.settings is not None or found
        for d in found:
            assert d.span.line >= 1
            assert (d.span.end_line, d.span.end_column) >= (d.span.line, 1)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["chiffres", "droit", "ressources", "mots", "variables", "sources"]), YAML)
def test_any_register_is_read_or_explained(register: str, content: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        put(Path(name), f"_commun/{register}.yaml", content)
        folder, _ = read(write(Path(name) / "c", cours_md=COURSE))
        assert f"{register}.yaml" in folder.registers.present


@settings(max_examples=150, deadline=None)
@given(LOCK)
def test_any_lock_is_read_or_explained(content: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, found = read(write(Path(name), cours_md=COURSE, ids_lock=content))
        if not found:
            pages = [folder.lock.number("page", p) for p in ("q", "a", "b")]
            assert len(set(pages)) == 3
