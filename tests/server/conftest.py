"""A server over a folder of its own, for each test that asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.support import Server, serving


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server in preview mode with an empty library."""
    with serving(tmp_path) as found:
        yield found
