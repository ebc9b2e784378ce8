"""The pictures of the trainers' guide: ``make pictures``.

Each example of the guide that shows something is built for the web and pictured as a learner meets
it on a phone; the picture stands under its source. Its name ends with a digest of that source, so
that an example that changes asks for its new picture (tests/builder/guide/test_pictures.py).
"""

from __future__ import annotations

import hashlib
import re
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from balise_builder.build import build
from balise_builder.config import Options
from tests.browser import launched, served, visit
from tests.builder.guide.examples import GUIDE, PAGE, Example

IMAGES = GUIDE / "images"
FENCE = re.compile(r"^```markdown(?P<words>[^\n]*)\n(?P<body>.*?)^```\n", re.M | re.S)
SHOWN = re.compile(r"\n?!\[[^\]]*\]\(images/(?P<name>[\w.-]+)\)\n")
BLOCK = re.compile(r"^:{3,}\s*(?P<kind>[\wéèàêç-]+)(?:[^\n]*?\{#(?P<id>[\w-]+))?", re.M)
"""The first container of an example: what its picture shows."""

SELECTORS = {
    "question": "[data-item]",
    "avis": "[data-notice]",
    "version-allégée": "[data-notice]",
    "réflexion": "[data-note]",
    "protocole": "[data-protocol]",
    "aide": ".b-help",
    "scénario": "[data-scenario]",
    "onglets": "[data-tabs]",
    "détails": ".b-fold",
    "étapes": ".b-procedure",
    "cas": ".b-case",
    "liste-à-cocher": "[data-checklist]",
    "sondage": ".b-survey",
}
"""What of the page is pictured, by container; an example without one of these has no picture."""

WIDTH = 390
TALLEST = 620
"""Pixels of the page: a longer block is shown from its beginning."""


@dataclass(frozen=True)
class Picture:
    """The picture of one example of a guide page."""

    page: Path
    start: int
    end: int
    """Where the fence stands in the page."""
    body: str
    kind: str
    name: str
    """``question-a1b2c3d4.png``."""

    @property
    def link(self) -> str:
        """Return the Markdown that shows it; the words say what it is of."""
        return f"\n![Ce que la personne voit : {self.kind}](images/{self.name})\n"


def pictures() -> list[Picture]:
    """Return the picture of every example of the guide that shows one block."""
    found = []
    for page in sorted(GUIDE.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        for fence in FENCE.finditer(text):
            block = BLOCK.search(fence["body"])
            whole = fence["words"].strip() in ("", "capsule")
            if block is None or not whole or block["kind"] not in SELECTORS:
                continue
            digest = hashlib.sha256(fence["body"].encode()).hexdigest()[:8]
            plain = re.sub(r"[^a-z-]", "", _ascii(block["kind"]))
            found.append(
                Picture(
                    page, fence.start(), fence.end(), fence["body"], block["kind"],
                    f"{plain}-{digest}.png",
                )
            )  # fmt: skip
    return found


def _ascii(text: str) -> str:
    from balise_builder.source.folding import fold_text

    return fold_text(text)


def take(browser: Browser, picture: Picture) -> bytes:
    """Build the example, open its page and return the PNG of its block."""
    body = picture.body if picture.body.startswith("---") else PAGE + picture.body
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        course = Example("picture", {"01-exemple.md": body}).write(folder / "courses")
        built = build(course, Options(targets=("web",), out=folder / "dist"))
        with zipfile.ZipFile(built.packages[0].path) as package:
            package.extractall(folder / "pages")
        with (
            served(folder / "pages") as address,
            visit(
                browser, f"{address}/index.html", WIDTH, 900, locale="fr-CA", color_scheme="light"
            ) as page,
        ):
            return _shot(page, SELECTORS[picture.kind])


def _shot(page: Page, selector: str) -> bytes:
    """Return the block on its page, with a little of the paper around it."""
    page.get_by_role("button", name="Suivant").click()
    block = page.locator(f".b-section:not([hidden]) {selector}").first
    block.wait_for()
    page.add_style_tag(content=".b-foot { display: none }")
    page.mouse.move(0, 0)
    page.evaluate("() => document.activeElement?.blur()")
    block.scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    box = block.bounding_box()
    assert box is not None
    top = box["y"] + float(page.evaluate("() => scrollY"))
    clip = {"x": 0, "y": top - 8, "width": WIDTH, "height": min(box["height"] + 16, TALLEST)}
    return page.screenshot(animations="disabled", full_page=True, clip=clip)  # type: ignore[arg-type]


def main() -> int:
    """Take the pictures that are missing, drop the old ones, and put each under its source."""
    IMAGES.mkdir(exist_ok=True)
    wanted = pictures()
    missing = [p for p in wanted if not (IMAGES / p.name).is_file()]
    with launched() as browser:
        for picture in missing:
            (IMAGES / picture.name).write_bytes(take(browser, picture))
            print(f"{picture.page.name}: {picture.name}")
    for old in {p.name for p in IMAGES.glob("*.png")} - {p.name for p in wanted}:
        (IMAGES / old).unlink()
    for page in {p.page for p in wanted}:
        _link(page)
    return 0


def _link(page: Path) -> None:
    text = SHOWN.sub("", page.read_text(encoding="utf-8"))
    page.write_text(text, encoding="utf-8")
    for picture in reversed([p for p in pictures() if p.page == page]):
        text = text[: picture.end] + picture.link + text[picture.end :]
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
