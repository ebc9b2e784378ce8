"""The figures of the courses, on pages and as CSV; every one goes through disclosure first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, url_for

from balise_server import disclosure
from balise_server.charts import BarChart, bar_chart
from balise_server.errors import BaliseError
from balise_server.services import services
from balise_server.storage import statistics
from balise_server.views.learner import current
from balise_server.views.site import language, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from balise_server.disclosure import Disclosed
    from balise_server.evaluation import CourseStatistics

bp = Blueprint("statistics", __name__, url_prefix="/statistiques")
SUMMARY = disclosure.COLUMNS[:-10]
"""The columns before those of the ten classes of scores."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one course as a person may see them."""

    title: str
    shown: Disclosed
    seconds_n: int | None
    """Learners behind the median time; ``None`` when it is hidden."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody has started the course."""
        return self.shown.started == 0

    @property
    def is_hidden(self) -> bool:
        """Whether there are too few learners to show anything."""
        return "started" in self.shown.hidden

    @property
    def url(self) -> str:
        """The page of the course's figures."""
        return url_for("statistics.show", course_id=self.shown.course_id)

    @property
    def chart(self) -> BarChart | None:
        """The distribution of scores, when there is one that may be shown."""
        bins = self.shown.score_bins
        if not bins or not any(bins):
            return None
        edges = [str(bound) for bound in range(0, 101, 100 // len(bins))]
        return bar_chart(score_classes(bins), edges)


@bp.get("/")
def index() -> str:
    """List the figures of every course."""
    return _page("statistics.html", rows=all_figures())


@bp.get("/<course_id>/")
def show(course_id: str) -> str:
    """Show the figures of one course, with the distribution of its scores.

    :raises BaliseError: ``unknown-package`` when the course is neither built nor recorded.
    """
    found = figures_of(course_id)
    chart = found.chart
    return _page(
        "statistics_course.html",
        figures=found,
        chart=chart,
        description=description(chart) if chart else "",
        csv_url=url_for("statistics.csv_course", course_id=course_id),
    )


@bp.get("/statistiques.csv")
def csv_all() -> Response:
    """Send the figures of every course: one line each."""
    return _csv("statistiques", all_figures())


@bp.get("/<course_id>/statistiques.csv")
def csv_course(course_id: str) -> Response:
    """Send the figures of one course, the distribution of its scores included."""
    return _csv(f"{course_id}-statistiques", [figures_of(course_id)])


def all_figures() -> list[Figures]:
    """Return the figures of every course that somebody has opened, by title."""
    found = services()
    every = found.library.courses()
    titles = {course.id: course.in_language(language()).title for course in every}
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
        title = found.library.course(course_id).in_language(language()).title
    except BaliseError:
        if not known.started:
            raise
        title = course_id
    return figures(known, title)


def figures(known: CourseStatistics, title: str) -> Figures:
    """Return what a person may see of ``known``; a trainer's own machine hides nothing."""
    config = services().config
    shown = disclosure.disclosed(known, 1 if config.preview else config.small_cell)
    timed = None if "median_seconds" in shown.hidden else known.seconds_n
    return Figures(title, shown, timed)


def score_classes(bins: Sequence[int]) -> list[tuple[str, int]]:
    """Return ten classes of a tenth, named by their bounds in per cent; the last holds 100."""
    last = len(bins) - 1
    return [
        (f"{10 * number}–{100 if number == last else 10 * number + 9}", count)
        for number, count in enumerate(bins)
    ]


def description(chart: BarChart) -> str:
    """Return what a chart of scores shows, in words."""
    mode = max(chart.bars, key=lambda bar: bar.count)
    return text("statistics.scores_desc", n=chart.total, mode=mode.label, count=mode.count)


def _page(template: str, **more: object) -> str:
    small = services().config.small_cell
    return render_template(template, here="statistics", learner=current(), small_cell=small, **more)


def _csv(name: str, rows: Sequence[Figures]) -> Response:
    header = [text(f"statistics.csv.{column}") for column in SUMMARY]
    bins = [f"{label} %" for label, _ in score_classes([0] * 10)]
    lines = [disclosure.csv_row(row.shown, row.title) for row in rows]
    answer = Response(disclosure.to_csv([*header, *bins], lines), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
