"""A package made by hand from the sample course, for the tests of the player in a browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from balise_builder.render.activities import activities, page_style

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "builder/balise_builder/static"
TEXTS = ROOT / "builder/balise_builder/render/texts"
COURSE = ROOT / "tests/golden/contract/sample.course.json"
BODY = Path(__file__).parent / "fixtures/accueil.html"

_HEAD = """<!DOCTYPE html>
<html lang="fr-CA">
<head>
<meta charset="utf-8">
<title>Formation – Accueillir et remarquer</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src 'self' file:; style-src 'self' file:;
 img-src 'self' file: data:; connect-src 'self'">
<link rel="stylesheet" href="assets/player.css">
</head>
<body class="balise-page">
"""


def course(change: Callable[[dict[str, Any]], None] | None = None) -> dict[str, Any]:
    """Return the sample course with the French texts of the player, changed by ``change``."""
    data: dict[str, Any] = json.loads(COURSE.read_bytes())
    data["texts"] = json.loads((TEXTS / "fr.json").read_bytes())["player"]
    if change:
        change(data)
    return data


def write_package(
    folder: Path,
    runtime: str = "web",
    change: Callable[[dict[str, Any]], None] | None = None,
    source: Path = BODY,
) -> Path:
    """Write index.html and its assets into ``folder``, as a target would; return index.html.

    The page carries a content security policy without inline script or style, as strict hosts do.
    """
    assets = folder / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    script = f"player-{runtime}.js"
    (assets / script).write_bytes((STATIC / script).read_bytes())
    data = json.dumps(course(change), ensure_ascii=False).replace("<", "\\u003c")
    body = source.read_text(encoding="utf-8")
    (assets / "player.css").write_bytes(page_style(body)[1])
    pieces = activities(data.encode(), body)
    for name, content in pieces.files.items():
        (folder / name).write_bytes(content)
    more = f' data-balise-activities="{pieces.script}"'
    if pieces.style:
        more += f' data-balise-style="{pieces.style}"'
    index = folder / "index.html"
    index.write_text(
        f"{_HEAD}{body}"
        f'<script type="application/json" data-balise-course>{data}</script>\n'
        f'<script src="assets/{script}" data-balise-runtime="{runtime}"{more} defer></script>\n'
        "</body>\n</html>\n",
        encoding="utf-8",
    )
    return index
