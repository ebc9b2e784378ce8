"""The house rules that a tool can hold: sizes, forbidden names, lock files without hosts."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
from pathlib import Path

from builder.frontend import node_command

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 300
MOST_FUNCTION_LINES = 60
MOST_TEST_LINES = 30
HOST = re.compile(rb"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
# Digests, so that the rule does not itself name what no file may name.
REGISTRIES = {
    "0dc11026ac75c015",
    "3ca29e55be4befa4",
    "8743857e3ea00fd1",
    "8b5bb5eb9d758455",
    "a4aa2ac280bb8d1a",
}


def tracked(*endings: str) -> list[Path]:
    """Return the files that git tracks (or would), with one of ``endings``."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split("\0")
    paths = [ROOT / name for name in listed if name]
    return [p for p in paths if p.is_file() and (not endings or p.suffix in endings)]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_source_files_stay_within_300_lines() -> None:
    long = {
        name(p): n
        for p in tracked(".py", ".ts", ".css")
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_functions_stay_within_60_lines_and_test_functions_within_30() -> None:
    long: dict[str, int] = {}
    for path in tracked(".py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                limit = MOST_TEST_LINES if node.name.startswith("test_") else MOST_FUNCTION_LINES
                if lines > limit:
                    long[f"{name(path)}:{node.lineno} {node.name}"] = lines
    assert long == {}


def test_typescript_functions_stay_within_60_lines() -> None:
    files = [name(p) for p in tracked(".ts") if not p.name.endswith(".d.ts")]
    lengths = subprocess.run(
        node_command("tests/functions.mjs", *files), cwd=ROOT, capture_output=True, text=True
    )
    assert lengths.returncode == 0, lengths.stderr
    found = [line.rsplit(" ", 1) for line in lengths.stdout.splitlines()]
    assert len(found) > len(files)
    long = {place: int(n) for place, n in found if int(n) > MOST_FUNCTION_LINES}
    assert long == {}


def test_public_python_is_documented() -> None:
    bare = []
    for path in tracked(".py"):
        if path.is_relative_to(ROOT / "tests"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        public = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
        bare += [
            f"{name(path)}:{n.lineno} {n.name}"
            for n in public
            if not n.name.startswith("_") and not ast.get_docstring(n)
        ]
    assert bare == []


def domains(content: bytes) -> set[bytes]:
    """Return every host-like name of ``content`` with the domains above it."""
    found: set[bytes] = set()
    for host in set(HOST.findall(content.lower())):
        labels = host.split(b".")
        found.update(b".".join(labels[at:]) for at in range(len(labels) - 1))
    return found


def test_no_file_names_a_registry_host() -> None:
    assert domains(b"https://a.Example.org/x") == {b"a.example.org", b"example.org"}
    naming = [
        name(p)
        for p in tracked()
        if {hashlib.sha256(d).hexdigest()[:16] for d in domains(p.read_bytes())} & REGISTRIES
    ]
    assert naming == []


def test_the_npm_lock_has_no_addresses() -> None:
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


def test_no_file_carries_a_path_of_a_machine() -> None:
    here = re.escape(str(ROOT).encode())
    pattern = re.compile(rb"/(?:home|root|Users)/[a-z]|[A-Z]:\\\\Users|" + here + rb"\b")
    carrying = [
        name(p)
        for p in tracked(".py", ".ts", ".md", ".json", ".toml", ".css", ".yaml", ".yml", ".txt")
        if pattern.search(p.read_bytes())
    ]
    assert carrying == []


def test_built_files_are_not_committed() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.splitlines()
    assert [
        n for n in listed if n.endswith((".xsd", ".dtd", ".min.js")) or "/static/built/" in n
    ] == []
