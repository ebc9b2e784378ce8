"""The figures of the courses, on pages and as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, url_for

from balise_server.charts import BarChart, bar_chart
from balise_server.errors import BaliseError
from balise_server.services import services
from balise_server.storage import statistics
from balise_server.views.learner import current
from balise_server.views.site import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from balise_server.evaluation import CourseStatistics

bp = Blueprint("statistics", __name__, url_prefix="/statistiques")
COLUMNS = ("course", "started", "completed", "passed", "median", "scored", "mean")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one course as a person may see them; nothing else when ``hidden``."""

    course_id: str
    title: str
    hidden: bool
    started: int = 0
    completed: int = 0
    passed: int = 0
    median: float | None = None
    timed: int = 0
    scored: int = 0
    mean: float | None = None
    chart: BarChart | None = None

    @property
    def url(self) -> str:
        """The page of the course's figures."""
        return url_for("statistics.show", course_id=self.course_id)

    @property
    def description(self) -> str:
        """What the chart shows, in words."""
        if self.chart is None:
            return ""
        mode = max(self.chart.bars, key=lambda bar: bar.count)
        return text("statistics.scores_desc", n=self.chart.total, mode=mode.label, count=mode.count)


@bp.get("/")
def index() -> str:
    """List the figures of every course."""
    return render_template(
        "statistics.html", here="statistics", learner=current(), rows=all_figures(), **_rule()
    )


@bp.get("/<course_id>/")
def show(course_id: str) -> str:
    """Show the figures of one course, with the distribution of its scores.

    :raises BaliseError: ``unknown-package`` when the course is neither built nor recorded.
    """
    found = figures_of(course_id)
    return render_template(
        "statistics_course.html",
        here="statistics",
        learner=current(),
        title=found.title,
        figures=found if found.started or found.hidden else None,
        csv_url=url_for("statistics.csv_course", course_id=course_id),
        **_rule(),
    )


@bp.get("/statistiques.csv")
def csv_all() -> Response:
    """Send the figures of every course: one line each."""
    return _csv("statistiques", _summary(all_figures()))


@bp.get("/<course_id>/resultats.csv")
def csv_course(course_id: str) -> Response:
    """Send the figures of one course, then the distribution of its scores."""
    found = figures_of(course_id)
    rows = _summary([found])
    if found.chart:
        rows += [[], [text("statistics.class"), text("statistics.count")]]
        rows += [[f"{bar.label} %", str(bar.count)] for bar in found.chart.bars]
    return _csv(f"{course_id}-statistiques", rows)


def all_figures() -> list[Figures]:
    """Return the figures of every course that somebody has opened, by title."""
    found = services()
    titles = {course.id: course.newest.title for course in found.library.courses()}
    with found.store.read() as connection:
        known = statistics.courses(connection, found.config.org_id)
    rows = [figures(one, titles.get(one.course_id, one.course_id)) for one in known]
    return sorted(rows, key=lambda row: row.title.casefold())


def figures_of(course_id: str) -> Figures:
    """Return the figures of one course.

    :raises BaliseError: ``unknown-package`` when the course is neither built nor recorded.
    """
    found = services()
    with found.store.read() as connection:
        known = statistics.course(connection, found.config.org_id, course_id)
    try:
        title = found.library.course(course_id).newest.title
    except BaliseError:
        if not known.started:
            raise
        title = course_id
    return figures(known, title)


def figures(known: CourseStatistics, title: str) -> Figures:
    """Return what a person may see of ``known``."""
    config = services().config
    if 0 < known.started < config.small_cell and not config.preview:
        return Figures(known.course_id, title, hidden=True)
    return Figures(
        known.course_id,
        title,
        hidden=False,
        started=known.started,
        completed=known.completed,
        passed=known.passed,
        median=known.median_seconds,
        timed=known.seconds_n,
        scored=known.score_n,
        mean=known.score_mean,
        chart=bar_chart(score_classes(known.score_bins)) if known.score_n else None,
    )


def score_classes(bins: Sequence[int]) -> list[tuple[str, int]]:
    """Return ten classes of a tenth, named by their bounds in per cent; the last holds 100."""
    last = len(bins) - 1
    return [
        (f"{10 * number}–{100 if number == last else 10 * number + 9}", count)
        for number, count in enumerate(bins)
    ]


def _rule() -> dict[str, int]:
    return {"small_cell": services().config.small_cell}


def _summary(rows: Sequence[Figures]) -> list[list[str]]:
    head = [text(f"statistics.csv.{name}") for name in COLUMNS]
    hidden = text("statistics.hidden", k=services().config.small_cell)
    lines = []
    for row in rows:
        if row.hidden:
            lines.append([row.title, hidden, *[""] * (len(COLUMNS) - 2)])
            continue
        median = "" if row.median is None else str(round(row.median))
        mean = "" if row.mean is None else f"{100 * row.mean:.1f}"
        counts = (row.started, row.completed, row.passed)
        lines.append([row.title, *map(str, counts), median, str(row.scored), mean])
    return [head, *lines]


def _csv(name: str, rows: Sequence[Sequence[str]]) -> Response:
    """Return a CSV that spreadsheets open as it is: UTF-8 with a mark, no cell run as a formula."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row])
    answer = Response("\ufeff" + sheet.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
