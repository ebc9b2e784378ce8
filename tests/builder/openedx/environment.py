"""Environments of their own for parts of Open edX: too heavy, and too many, for ours."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import fasteners

ROOT = Path(__file__).resolve().parents[3]
PLACE = ROOT / ".balise/environments"


def python_with(*requirements: str) -> Path:
    """Return a Python that has ``requirements`` (pinned), made once and kept."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    name = hashlib.sha256(" ".join([version, *requirements]).encode()).hexdigest()[:12]
    folder = PLACE / name
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    PLACE.mkdir(parents=True, exist_ok=True)
    with fasteners.InterProcessLock(PLACE / f"{name}.lock"):
        done = folder / "done.txt"
        if not done.is_file():
            venv.create(folder, clear=True, with_pip=True)
            pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
            subprocess.run([*pip, *requirements], check=True, capture_output=True, text=True)
            done.write_text("\n".join(requirements), encoding="utf-8")
    return python


def answers(python: Path, script: Path, arguments: Iterable[str], said: str = "") -> list[Any]:
    """Run a script there, given ``said``; return the JSON lines that it prints."""
    done = subprocess.run(
        [str(python), "-W", "ignore", str(script), *arguments],
        input=said, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    return [json.loads(line) for line in done.stdout.splitlines()]
