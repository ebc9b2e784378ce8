"""One HTML document for a whole course, and the files that stand beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.editions import COURSE_FILE, LAUNCH
from balise_builder.render import theme as themes
from balise_builder.render.activities import Activities, activities, page_style
from balise_builder.render.context import CourseContext
from balise_builder.render.pages import (
    HELP_ID,
    PRIVACY_ID,
    help_section,
    page_section,
    privacy_section,
)
from balise_builder.render.static import asset_name, player_asset
from balise_builder.render.texts import direction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from balise_builder.model import Course

Content = bytes | Path
"""A file of a package: its bytes, or the file on disk to copy."""

_NOTHING = Markup("")
_PAGE = Markup("""\
<!DOCTYPE html>
<html lang="{lang}"{dir}>
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<link rel="stylesheet" href="{style}">
{theme}</head>
<body class="balise-page">
<div class="balise" data-balise data-course="{course}" lang="{lang}"{dir}>
{cover}{contents}<main class="b-main">
{sections}</main>
</div>
<script type="application/json" data-balise-course>{data}</script>
<script src="{script}" data-balise-runtime="{runtime}"{more} defer></script>
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
    activities: Activities
    """What the pages need once they are drawn: the player brings it."""

    @property
    def title(self) -> str:
        """The title of the document, which tells no more than it must."""
        context = self.course
        return context.texts.document["document-title"].format(
            title=context.typeset(context.course.title)
        )

    @property
    def short_title(self) -> str:
        """What stands under the icon of an installed course, on a phone that others may see."""
        return self.course.texts.document["app-name"]

    def index(self, runtime: str, head: Markup = _NOTHING, marks: Markup = _NOTHING) -> bytes:
        """Return index.html for ``runtime`` (``scorm12``, ``scorm2004`` or ``web``), UTF-8.

        :param head: more elements of the head; ``marks``: more attributes of the player's script.
        """
        context = self.course
        page = _PAGE.format(
            lang=context.course.language,
            dir=_direction(context.course),
            title=self.title,
            style=self.style,
            theme=_theme_link(context.course) + head,
            script=player_script(runtime)[0],
            course=context.course.id,
            cover=_cover(context),
            contents=_contents(context),
            sections=self.sections + privacy_section(context, runtime) + help_section(context),
            # The builder wrote it with every "<" as \\u003c: it cannot end the data block.
            data=Markup(self.data.decode("utf-8")),
            runtime=runtime,
            more=_more(self.activities) + marks,
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
    style = page_style(sections)
    pieces = activities(data, sections)
    files: dict[str, Content] = {
        COURSE_FILE: data,
        style[0]: style[1],
        **pieces.files,
    }
    files.update(_theme_files(course))
    files.update({medium.name: medium.path for medium in course.media})
    return Document(context, sections, data, files, style[0], pieces)


def _direction(course: Course) -> Markup:
    """Return the attribute of a language written from right to left; nothing for the others."""
    return Markup(' dir="rtl"') if direction(course.language) == "rtl" else Markup("")


def _theme_style(course: Course) -> tuple[str, bytes]:
    """Return the name and bytes of the theme's style sheet; both empty when there is none."""
    code = (themes.style(course.theme) if course.theme else "").encode("utf-8")
    return (asset_name("theme.css", code) if code else "", code)


def _theme_link(course: Course) -> Markup:
    name, _ = _theme_style(course)
    return Markup('<link rel="stylesheet" href="{}">\n').format(name) if name else Markup("")


def _theme_files(course: Course) -> dict[str, Content]:
    name, code = _theme_style(course)
    files: dict[str, Content] = {name: code} if name else {}
    files.update({m.name: m.path for m in (course.theme.files if course.theme else ())})
    return files


def _more(pieces: Activities) -> Markup:
    """Attributes that name the files of the pieces, for the player to bring."""
    named = (("data-balise-activities", pieces.script), ("data-balise-style", pieces.style))
    return Markup("").join(Markup(' {}="{}"').format(*pair) for pair in named if pair[1])


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
    entries = [
        (page.id, context.typeset(page.title))
        for top in context.course.pages for page in (top, *top.chapters)
    ]  # fmt: skip
    entries += [(PRIVACY_ID, texts["privacy"]), (HELP_ID, texts["help"])]
    items = Markup("").join(
        Markup('<li><a href="#p-{}">{}</a></li>\n').format(*entry) for entry in entries
    )
    return Markup('<nav class="b-toc" aria-label="{}">\n<ol>\n{}</ol>\n</nav>\n').format(
        texts["contents"], items
    )
