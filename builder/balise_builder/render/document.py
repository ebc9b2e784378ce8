"""One HTML document for a whole course, and the files that stand beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.editions import COURSE_FILE, LAUNCH
from balise_builder.errors import MissingPartError
from balise_builder.render import theme as themes
from balise_builder.render.context import CourseContext
from balise_builder.render.pages import (
    HELP_ID,
    PRIVACY_ID,
    help_section,
    page_section,
    privacy_section,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.model import Course

Content = bytes | Path
"""A file of a package: its bytes, or the file on disk to copy."""

STATIC = Path(__file__).resolve().parent.parent / "static"

_PAGE = Markup("""\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<link rel="stylesheet" href="{style}">
{theme}</head>
<body class="balise-page">
<div class="balise" data-balise data-course="{course}" lang="{lang}">
{cover}{contents}<main class="b-main">
{sections}</main>
</div>
<script type="application/json" data-balise-course>{data}</script>
<script src="{script}" data-balise-runtime="{runtime}" defer></script>
</body>
</html>
""")


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered course: what every runtime shares, and the page made for one of them."""

    course: CourseContext
    sections: Markup
    data: bytes
    files: Mapping[str, Content]
    """What every runtime has beside index.html, by name in the package."""
    style: str

    def index(self, runtime: str) -> bytes:
        """Return index.html for ``runtime`` (``scorm12``, ``scorm2004`` or ``web``), UTF-8."""
        context = self.course
        page = _PAGE.format(
            lang=context.course.language,
            title=context.texts.document["document-title"].format(
                title=context.typeset(context.course.title)
            ),
            style=self.style,
            theme=_theme_link(context.course),
            script=player_script(runtime)[0],
            course=context.course.id,
            cover=_cover(context),
            contents=_contents(context),
            sections=self.sections + privacy_section(context, runtime) + help_section(context),
            # The builder wrote it with every "<" as \\u003c: it cannot end the data block.
            data=Markup(self.data.decode("utf-8")),
            runtime=runtime,
        )
        return page.encode("utf-8")

    def package(self, runtime: str) -> dict[str, Content]:
        """Return the files of a package for ``runtime``: the page, the player, what is shared."""
        script, code = player_script(runtime)
        return {LAUNCH: self.index(runtime), script: code, **self.files}


def player_script(runtime: str) -> tuple[str, bytes]:
    """Return the player made for one runtime: a package carries the code of its host only."""
    return player_asset(f"player-{runtime}.js")


def render(course: Course, data: bytes) -> Document:
    """Render ``course`` with its course.json ``data``.

    :raises MissingPartError: the player has not been built.
    """
    context = CourseContext.of(course)
    sections = Markup("").join(page_section(page, context) for page in course.pages)
    style = player_asset("player.css")
    files: dict[str, Content] = {
        COURSE_FILE: data,
        style[0]: style[1],
    }
    files.update(_theme_files(course))
    files.update({medium.name: medium.path for medium in course.media})
    return Document(context, sections, data, files, style[0])


def _theme_style(course: Course) -> tuple[str, bytes]:
    """Return the name and bytes of the theme's style sheet; both empty when there is none."""
    code = (themes.style(course.theme) if course.theme else "").encode("utf-8")
    return (f"assets/theme-{hashlib.sha256(code).hexdigest()[:8]}.css" if code else "", code)


def _theme_link(course: Course) -> Markup:
    name, _ = _theme_style(course)
    return Markup('<link rel="stylesheet" href="{}">\n').format(name) if name else Markup("")


def _theme_files(course: Course) -> dict[str, Content]:
    name, code = _theme_style(course)
    files: dict[str, Content] = {name: code} if name else {}
    files.update({m.name: m.path for m in (course.theme.files if course.theme else ())})
    return files


@cache
def _read_static(name: str, _stamp: int) -> tuple[str, bytes]:
    content = (STATIC / name).read_bytes()
    stem, _, suffix = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:8]
    return f"assets/{stem}-{digest}.{suffix}", content


def player_asset(name: str) -> tuple[str, bytes]:
    """Return the name in the package (with the hash of the content) and the bytes of an asset.

    :raises MissingPartError: the front end has not been built: a package without its player would
        look finished and record nothing.
    """
    try:
        stamp = (STATIC / name).stat().st_mtime_ns
    except OSError:
        raise MissingPartError(
            f"Le lecteur ({name}) n’est pas construit. Lancez « make install », ou"
            " « python builder/frontend.py », puis recommencez.",
            f"The player ({name}) has not been built. Run “make install”, or"
            " “python builder/frontend.py”, and try again.",
        ) from None
    return _read_static(name, stamp)


def _cover(context: CourseContext) -> Markup:
    course, texts = context.course, context.texts.document
    lines = [themes.logo(course.theme)] if course.theme else []
    lines.append(Markup('<p class="b-course-title">{}</p>\n').format(context.typeset(course.title)))
    if course.status != "approved":
        lines.append(
            Markup('<p class="b-status" data-status="{}">{}</p>\n').format(
                course.status, texts[f"status-{course.status}"]
            )
        )
    if course.co_authors:
        names = context.typeset("; ".join(course.co_authors))
        lines.append(
            Markup('<p class="b-authors">{}</p>\n').format(texts["co-authors"].format(names=names))
        )
    return Markup('<header class="b-cover">\n{}</header>\n').format(Markup("").join(lines))


def _contents(context: CourseContext) -> Markup:
    texts = context.texts.document
    entries = [(page.id, context.typeset(page.title)) for page in context.course.pages]
    entries += [(PRIVACY_ID, texts["privacy"]), (HELP_ID, texts["help"])]
    items = Markup("").join(
        Markup('<li><a href="#p-{}">{}</a></li>\n').format(*entry) for entry in entries
    )
    return Markup('<nav class="b-toc" aria-label="{}">\n<ol>\n{}</ol>\n</nav>\n').format(
        texts["contents"], items
    )
