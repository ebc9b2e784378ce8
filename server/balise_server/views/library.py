"""The library: the courses, their packages to download, a place to drop other packages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from flask import (
    Blueprint,
    Response,
    current_app,
    redirect,
    render_template,
    request,
    send_file,
    session,
    url_for,
)

from balise_server.errors import BaliseError
from balise_server.live.findings import counts
from balise_server.packages import PackageError, primary
from balise_server.services import services
from balise_server.typography import no_break
from balise_server.views.author import EXTENSION as WORKSHOP
from balise_server.views.learner import current
from balise_server.views.pathways import pathways
from balise_server.views.shelves import shelves, together
from balise_server.views.site import language, text

if TYPE_CHECKING:
    from typing import BinaryIO

    from flask.typing import ResponseReturnValue

    from balise_server.live.workshop import Bench, Workshop
    from balise_server.packages import Course, Package

bp = Blueprint("library", __name__)
ACCEPTED = "accepted"
AUTONYMS = {
    "fr": "Français", "en": "English", "es": "Español", "ht": "Kreyòl ayisyen", "ar": "العربية",
    "pt": "Português", "zh": "中文", "iu": "ᐃᓄᒃᑎᑐᑦ", "cr": "ᓀᐦᐃᔭᐍᐏᐣ", "moe": "Innu-aimun",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Download:
    """A package as its button shows it."""

    edition: str
    name: str
    size: int
    sha256: str
    url: str
    language: str = ""
    """How its language is called there; empty when the course has only one."""


@dataclass(frozen=True, slots=True)
class Way:
    """A course in another of its languages."""

    language: str
    """As the package names it: ``en-CA``."""
    name: str
    title: str
    url: str
    """Where a learner follows it in that language."""


@dataclass(frozen=True, slots=True)
class Card:
    """A course as the library shows it."""

    id: str
    title: str
    language: str = "fr-CA"
    version: str = ""
    status: str = ""
    minutes: int | None = None
    audiences: tuple[str, ...] = ()
    level: str = ""
    opening: str = ""
    """Title of its first page."""
    packages: tuple[Download, ...] = ()
    ways: tuple[Way, ...] = ()
    """Its other languages."""
    dropped: bool = False
    stale: bool = False
    broken: bool = False
    errors: int = 0
    author_url: str = ""
    beside: tuple[Card, ...] = ()
    """Its follow-up and boosters, small courses of their own."""

    @property
    def play_url(self) -> str:
        """Where a learner follows the course."""
        return url_for("course.show", course_id=self.id)

    @property
    def statistics_url(self) -> str:
        """Where a manager reads the figures of the course."""
        return url_for("statistics.show", course_id=self.id)


@bp.get("/")
def index() -> str:
    """List the courses."""
    return show()


@bp.get("/paquets/<package_id>/<name>")
def download(package_id: str, name: str) -> Response:
    """Send a package as it was built; ``name`` only helps people read the address."""
    del name
    package = services().library.package(package_id)
    try:
        return send_file(
            package.path, "application/zip", as_attachment=True, download_name=package.path.name
        )
    except OSError:  # Deleted or replaced since the folder was read.
        raise BaliseError("unknown-package") from None


@bp.post("/paquets")
def drop() -> ResponseReturnValue:
    """Take in a package dropped by a person, or say why not."""
    if not services().config.preview:
        raise BaliseError("not-found")
    file = request.files.get("package")
    if file is None or not file.filename:
        return show(refused={"name": "", "reasons": [text("drop.no_file")]}), 400
    try:
        package = services().library.add(cast("BinaryIO", file.stream), file.filename)
    except PackageError as refusal:
        reason = refusal.message(language())
        reasons = [no_break(reason) if language() == "fr" else reason]
        return show(refused={"name": file.filename, "reasons": reasons}), refusal.status
    session[ACCEPTED] = package.title
    return redirect(url_for("library.index"))


def show(**more: Any) -> str:
    """Return the page of the library."""
    shop: Workshop | None = current_app.extensions.get(WORKSHOP)
    preview = services().config.preview
    courses = together(cards(shop))
    return render_template(
        "library.html",
        here="library",
        learner=current(),
        courses=courses,
        shelves=shelves(courses),
        reading=shop.reading if shop else None,
        pathways=pathways(services().library.courses()),
        accepted=session.pop(ACCEPTED, ""),
        drop_url=url_for("library.drop") if preview else "",
        events_url=url_for("author.events") if shop else "",
        revision=shop.revision if shop else 0,
        **more,
    )


def cards(shop: Workshop | None) -> list[Card]:
    """Return the courses being written, then those that stand as packages only."""
    built = {course.id: course for course in services().library.courses()}
    drafts = []
    for bench in shop.benches() if shop else []:
        course = built.pop(bench.course_id, None)
        drafts.append(card(course, bench))
    return drafts + [card(course, None) for course in built.values()]


def card(course: Course | None, bench: Bench | None) -> Card:
    """Return what the library shows of a course: its packages, or what keeps them from being."""
    title, course_id = (bench.title, bench.course_id) if bench else ("", "")
    empty = Card(
        id=course_id,
        title=title,
        stale=bench is not None and bench.stale,
        broken=bench is not None and bench.files is None,
        errors=counts(bench.findings)["error"] if bench else 0,
        author_url=url_for("author.show", slug=bench.slug) if bench else "",
    )
    if course is None:
        return empty
    newest = course.in_language(language())
    document = newest.course or {}
    return replace(
        empty,
        id=course.id,
        title=newest.title,
        language=newest.language or "fr-CA",
        version=newest.version,
        status=document.get("status", ""),
        minutes=document.get("minutes"),
        audiences=tuple(document.get("audiences", ())),
        level=document.get("level", ""),
        opening=next((page["title"] for page in document.get("pages", ())), ""),
        packages=tuple(_download(p, course) for p in current_packages(course)),
        ways=tuple(_way(course, one) for one in course.languages if one != newest.spoken),
        dropped=not newest.is_balise,
    )


def current_packages(course: Course) -> tuple[Package, ...]:
    """Return the packages of the newest version only, one for each language and target."""
    seen: dict[tuple[str, str], Package] = {}
    for package in course.packages:
        if package.version == course.newest.version:
            seen.setdefault((package.spoken, package.target), package)
    return tuple(seen.values())


def language_name(tag: str) -> str:
    """Return what people who speak a language call it; the tag of one that we cannot name."""
    return AUTONYMS.get(primary(tag), tag)


def _way(course: Course, tag: str) -> Way:
    url = url_for("player.show", course_id=course.id, langue=tag)
    return Way(tag, language_name(tag), course.in_language(tag).title, url)


def _download(package: Package, course: Course) -> Download:
    name = package.path.name
    url = url_for("library.download", package_id=package.id, name=name)
    several = len(course.languages) > 1
    called = language_name(package.spoken) if several else ""
    return Download(package.target, name, package.size, package.sha256, url, called)
