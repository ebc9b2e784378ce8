"""The ``web`` target: the document and its files, for any web server or a folder.

On a site it can be installed, and goes on without a network (W3C Web Application Manifest, W3C
Service Workers); opened from a folder it is the same course without either.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.editions import LAUNCH
from balise_builder.model.colour import written
from balise_builder.render.static import asset_name, built
from balise_builder.targets import icon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.model import Course
    from balise_builder.render import Content, Document

MANIFEST = "manifest.webmanifest"
WORKER = "sw.js"
PAPER, ACCENT = "#faf8f4", (15, 82, 87)
"""The player's own colours (player/src/styles/tokens.css), where no theme says others."""
SIDES = (192, 512)
FILMS = frozenset({".mp4", ".webm", ".ogv", ".mp3", ".m4a", ".ogg", ".oga", ".wav"})
"""Too heavy to be kept for a journey that may never come: these need the network."""


def files(course: Course, document: Document) -> Mapping[str, Content]:
    """Return index.html, what stands beside it, and what installs it."""
    icons = _icons(course)
    image = next(iter(icons))
    head = Markup(
        '<link rel="manifest" href="{}">\n<link rel="icon" href="{}" type="image/svg+xml">\n'
        '<link rel="apple-touch-icon" href="{}">\n'
    ).format(MANIFEST, image, list(icons)[1])
    worker = Markup(' data-balise-worker="{}"').format(WORKER)
    package: dict[str, Content] = {
        **document.package("web"),
        LAUNCH: document.index("web", head, worker),
        MANIFEST: _manifest(course, document, icons),
        **icons,
    }
    return {**package, WORKER: _worker(package)}


def _icons(course: Course) -> dict[str, bytes]:
    """Return the icons by name: the drawing, then by growing size."""
    accent = course.theme.accent if course.theme and course.theme.accent else ACCENT
    drawing = icon.svg(written(accent))
    found = {asset_name("icon.svg", drawing): drawing}
    for side in SIDES:
        content = icon.png(side, accent)
        found[asset_name(f"icon-{side}.png", content)] = content
    return found


def _manifest(course: Course, document: Document, icons: Mapping[str, bytes]) -> bytes:
    sizes = ("any", *(f"{side}x{side}" for side in SIDES))
    types = {".svg": "image/svg+xml", ".png": "image/png"}
    return (
        json.dumps(
            {
                "name": document.title,
                "short_name": document.short_title,
                "lang": course.language,
                "id": "./",
                "start_url": "./" + LAUNCH,
                "scope": "./",
                "display": "standalone",
                "background_color": PAPER,
                "theme_color": PAPER,
                "icons": [
                    {"src": name, "sizes": size, "type": types[PurePosixPath(name).suffix]}
                    for name, size in zip(icons, sizes, strict=True)
                ],
            },
            ensure_ascii=False,
            indent=1,
        ).encode()
        + b"\n"
    )


def _worker(package: Mapping[str, Content]) -> bytes:
    """Return the service worker: the files to keep, the hash of their content, then its code."""
    digest = hashlib.sha256()
    for name, content in sorted(package.items()):
        # A file on disk bears the hash of its content in its name.
        digest.update(name.encode() + b"\0" + (content if isinstance(content, bytes) else b""))
    kept = [name for name in sorted(package) if PurePosixPath(name).suffix.lower() not in FILMS]
    head = f"const VERSION={json.dumps(digest.hexdigest()[:8])},FILES={json.dumps(kept)};\n"
    return head.encode() + built("worker.js")
