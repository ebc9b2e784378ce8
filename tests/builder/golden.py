"""Golden files: what was looked at once and must not change unseen.

``UPDATE_GOLDEN=1 pytest …`` rewrites them; the difference is then read in Git.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "golden"


def expect(name: str, content: bytes) -> None:
    """Compare ``content`` with the golden file ``name`` (``noun/file``)."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert content.decode("utf-8") == path.read_text(encoding="utf-8"), f"differs from {name}"
