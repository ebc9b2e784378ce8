"""The picture of the README, made by hand when the pages change: ``python -m tests.e2e.picture``.

One course page on a phone and on a computer, side by side, in the light scheme; no person is named
on it. Needs Chromium, and what ``make install`` built.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, Page
from tests.browser import launched, served, visit

ROOT = Path(__file__).resolve().parent.parent.parent
COURSE = ROOT / "courses/hotellerie-personnel"
PICTURE = ROOT / "docs/images/apercu.png"
HEAVIEST = 200_000
PAGE = "agir"
SIZE = (1280, 720)
BOARD = """
<meta charset="utf-8">
<style>
  body { margin: 0; display: flex; gap: 32px; align-items: center; justify-content: center;
         min-height: 100vh; background: #e6e9ec; }
  img { display: block; border-radius: 10px; box-shadow: 0 2px 14px #0003; }
  .phone { height: 656px; border-radius: 18px; }
  .desk { height: 600px; }
</style>
<img class="phone" src="%s"><img class="desk" src="%s">
"""


def unpacked(work: Path) -> Path:
    """Build the course for the web in ``work``; return the folder of its pages."""
    command = [sys.executable, "-m", "balise_builder", "build", str(COURSE), "-t", "web"]
    subprocess.run([*command, "--locked", "-o", str(work)], check=True, capture_output=True)
    with zipfile.ZipFile(next(work.glob("*-web.zip"))) as package:
        package.extractall(work / "pages")
    return work / "pages"


def open_the_page(page: Page) -> None:
    """Go to the capsule through the menu, its title at the top of the window."""
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator(".b-entry", has_text="Que faire, qui appeler").click()
    page.locator(f"#p-{PAGE} h1").wait_for()
    page.evaluate("() => document.activeElement?.blur()")
    page.wait_for_timeout(300)


def shot(browser: Browser, address: str, width: int, height: int) -> str:
    """Return the page in a window of this size, as a data address."""
    with visit(
        browser, f"{address}/index.html", width, height, locale="fr-CA", color_scheme="light"
    ) as page:
        open_the_page(page)
        return "data:image/png;base64," + b64encode(page.screenshot()).decode("ascii")


def main() -> int:
    """Write the picture; return 1 when it is heavier than a README should load."""
    with tempfile.TemporaryDirectory() as name, launched() as browser:
        with served(unpacked(Path(name))) as address:
            images = [shot(browser, address, *size) for size in ((390, 844), (1120, 800))]
        with visit(browser, "about:blank", *SIZE) as board:
            board.set_content(BOARD % tuple(images))
            board.wait_for_function("() => [...document.images].every((image) => image.complete)")
            PICTURE.parent.mkdir(parents=True, exist_ok=True)
            PICTURE.write_bytes(board.screenshot())
    size = PICTURE.stat().st_size
    print(f"{PICTURE.relative_to(ROOT)}: {size} bytes")
    return int(size > HEAVIEST)


if __name__ == "__main__":
    sys.exit(main())
