"""The ``web`` target on a site: without a network, and never asking anything elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from balise_builder import contract
from balise_builder.render import render
from balise_builder.targets import TARGETS
from tests.browser import served, visit
from tests.builder.handmade import SVG, course, pages, prose
from tests.player.browser.steps import button, press, title

pytestmark = pytest.mark.browser

IMAGE = "media/plan-12345678.svg"
READY = "() => navigator.serviceWorker.ready.then(() => caches.keys())"


def write(folder: Path, name: str = "Mon cours", target: str = "web") -> None:
    """Write a package whose second page has an image."""
    first, second, *rest = pages()
    second = replace(second, notice=None, light=(), body=prose("![Plan](media/plan.svg)"))
    made = course(folder, title=name, pages=(first, second, *rest))
    made_document = render(made, contract.dumps(made))
    for path, content in TARGETS[target].files(made, made_document).items():
        place = folder / "site" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else SVG)


@contextmanager
def site(browser: Browser, folder: Path, **options: str) -> Iterator[tuple[Page, str]]:
    """Serve a package and open it in a fresh profile; give the page and the address."""
    write(folder, **options)
    with served(folder / "site") as address, visit(browser, "about:blank") as page:
        page.set_default_timeout(5000)
        yield page, address


def versions(page: Page, count: int) -> set[str]:
    """Wait until so many versions are kept; return their names."""
    found: set[str] = set()
    for _ in range(100):
        found = set(page.evaluate(READY))
        if len(found) == count:
            return found
        page.wait_for_timeout(100)
    raise AssertionError(f"{count} versions wanted: {found}")


def test_an_image_of_another_page_comes_while_nothing_else_happens(
    browser: Browser, tmp_path: Path
) -> None:
    with site(browser, tmp_path, target="scorm12") as (page, address):
        with page.expect_response(lambda answer: answer.url.endswith(IMAGE)):
            page.goto(address + "/index.html")
        image = page.locator("img[alt=Plan]")
        page.context.set_offline(True)
        press(page, "Suivant")
        expect(image).to_be_visible()
        assert image.evaluate("image => image.naturalWidth") > 0


def test_an_opened_course_opens_again_without_a_network(browser: Browser, tmp_path: Path) -> None:
    with site(browser, tmp_path) as (page, address):
        page.goto(address + "/")
        versions(page, 1)
        page.context.set_offline(True)
        page.reload()
        press(page, "Suivant")
        expect(page.locator("img[alt=Plan]")).to_be_visible()
        press(page, "Suivant")
        expect(button(page, "Commencer")).to_be_visible()


def test_a_correction_is_seen_at_once_and_the_old_version_goes(
    browser: Browser, tmp_path: Path
) -> None:
    with site(browser, tmp_path) as (page, address):
        page.goto(address + "/")
        before = versions(page, 1)
        write(tmp_path, "Corrigé")
        page.goto(address + "/")
        expect(page).to_have_title("Formation – Corrigé")
        page.evaluate("() => navigator.serviceWorker.ready.then((kept) => kept.update())")
        assert versions(page, 2) > before
        # The new version takes over once no page of the old one is left.
        for _ in range(10):
            page.goto("about:blank")
            page.wait_for_timeout(300)
            page.goto(address + "/")
            if not set(page.evaluate(READY)) & before:
                break
        assert not versions(page, 1) & before


@pytest.mark.parametrize("target", ["scorm12", "scorm2004", "web"])
def test_no_request_leaves_the_package(browser: Browser, tmp_path: Path, target: str) -> None:
    with site(browser, tmp_path, target=target) as (page, address):
        asked: list[str] = []
        page.context.on("request", lambda request: asked.append(request.url))
        page.goto(address + "/index.html")
        seen = {title(page)}
        while page.get_by_role("button", name="Suivant", exact=True).is_visible():
            press(page, "Suivant")
            seen.add(title(page))
        press(page, "Aide")
        page.wait_for_timeout(300)
        assert len(seen) > 2 and len(asked) > 4
        files = {
            path.relative_to(tmp_path / "site").as_posix()
            for path in tmp_path.rglob("*.*")
            if path.is_relative_to(tmp_path / "site")
        }
        assert {url.removeprefix(address + "/") for url in asked} <= files
