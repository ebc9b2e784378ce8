"""One workbench for all the tests that need it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.xblocks.bench import Bench, running


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with running(tmp_path_factory.mktemp("workbench")) as made:
        yield made
