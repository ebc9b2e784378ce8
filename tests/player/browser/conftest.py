"""Open the sample course as a person would: in a browser, from a folder, in a fresh profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import visit
from tests.player.browser.built import COURSES, build
from tests.player.kinds import BODY as QUESTIONS
from tests.player.kinds import questions
from tests.player.sample import BODY, write_package
from tests.player.tools import BODY as TOOLS
from tests.player.tools import tools

Opener = Callable[..., Any]
Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def play(browser: Browser, tmp_path: Path) -> Opener:
    """Give ``play(runtime="web", change=None, width=…, …)``, a context that yields the page."""

    @contextmanager
    def opened(
        runtime: str = "web",
        change: Change | None = None,
        script: str = "",
        source: Path = BODY,
        **options: Any,
    ) -> Iterator[Page]:
        index = write_package(tmp_path, runtime, change, source)
        with visit(browser, "about:blank", **options) as page:
            page.set_default_timeout(5000)
            if script:
                page.add_init_script(script)
            page.goto(index.as_uri())
            yield page

    return opened


@pytest.fixture
def tour(play: Opener) -> Opener:
    """Give ``tour(runtime="web", …)``: as ``play``, the course with a scenario and containers."""

    def opened(runtime: str = "web", change: Change = tools, **options: Any) -> Any:
        return play(runtime, change, source=TOOLS, **options)

    return opened


@pytest.fixture
def quiz(play: Opener) -> Opener:
    """Give ``quiz(runtime="web", …)``: as ``play``, the course with every kind of question."""

    def opened(runtime: str = "web", change: Change = questions, **options: Any) -> Any:
        return play(runtime, change, source=QUESTIONS, **options)

    return opened


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give ``package(name)``: the web package of a real course, unpacked, built once."""

    @cache
    def made(name: str) -> Path:
        return build(COURSES[name], name, tmp_path_factory.mktemp(name))

    return made
