"""The map of a scenario as SVG: for its authors, and for the pair that plays it with a group.

Black on white, or the colour of the text around; an ending is told by its double frame and the
word « Fin », never by colour alone. The same scenario gives the same bytes.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model.walk import page_scenarios
from balise_builder.render.context import CourseContext
from balise_builder.render.layers import Drawing, Edge, Route, draw
from balise_builder.render.scenario_shapes import (
    ARROW,
    LETTER,
    SMALL,
    SMALL_LINE,
    Point,
    Strips,
    arrow_head,
    box,
    curve,
    cut,
    label_size,
    number,
    strip,
    text_lines,
)
from balise_builder.render.scenario_words import as_list, points_words, rule_words, words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from balise_builder.model import Course, Scenario, Scene

SIZE, LINE = 14, 18
"""Of the letters of titles, and from a line to the next, in pixels."""
TITLE_WIDTH, LABEL_WIDTH = 18, 16
"""Letters of a line of a title and of a label, where words allow it."""
PAD = 10
MARGIN = 8
LOOP = 26
"""Room at the right of a scene for the arrow that comes back to it."""


def scenario_map(scenario: Scenario, language: str, typeset: Callable[[str], str]) -> Markup:
    """Return the SVG of a scenario.

    :param typeset: gives texts their typography.
    """
    return _Map(scenario, language, typeset).svg()


def scenario_strips(
    scenario: Scenario, language: str, typeset: Callable[[str], str], size: Strips
) -> list[Markup]:
    """Return the map in strips to print one after the other.

    A strip ends between two scenes, on no word.
    """
    return _Map(scenario, language, typeset).strips(size)


def course_maps(course: Course) -> tuple[tuple[str, Markup], ...]:
    """Return the maps of the scenarios of a course, each with the title of its page."""
    typeset = CourseContext.of(course).typeset
    return tuple(
        (typeset(page.title), map_with_list(scenario, course.language, typeset))
        for page in course.pages
        for scenario in page_scenarios(page)
    )


def map_with_list(scenario: Scenario, language: str, typeset: Callable[[str], str]) -> Markup:
    """Return the map, and under it the list that says the same in words."""
    words = words_in(language)
    begins = ""
    if scenario.variables:
        values = ", ".join(f"{v.name} = {v.value}" for v in scenario.variables)
        begins = Markup("<p>{}</p>\n").format(typeset(words["begins"].format(values=values)))
    return Markup(
        '<figure class="b-map" tabindex="0">\n{}</figure>\n<details class="b-map-words">\n'
        "<summary>{}</summary>\n{}{}</details>\n"
    ).format(
        scenario_map(scenario, language, typeset), words["list"], begins,
        as_list(scenario, language, typeset),
    )  # fmt: skip


def wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of about ``width`` letters; a long word has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


class _Map:
    """One map while it is drawn."""

    def __init__(self, scenario: Scenario, language: str, typeset: Callable[[str], str]) -> None:
        self.scenario, self.words, self.typeset = scenario, words_in(language), typeset
        self.numbers = {scene.id: n for n, scene in enumerate(scenario.scenes, 1)}
        self.texts = {scene.id: self._lines(scene) for scene in scenario.scenes}
        self.ways = list(self._ways())
        self.sizes = {scene.id: self._size(scene) for scene in self._from_the_start()}

    def _from_the_start(self) -> Sequence[Scene]:
        """Return the scenes, the first of the story first."""
        return sorted(self.scenario.scenes, key=lambda scene: scene.id != self.scenario.start)

    def _lines(self, scene: Scene) -> list[str]:
        """Return the lines in the frame of a scene; the first says what it is, where it matters."""
        marks = [self.words["start"]] if scene.id == self.scenario.start else []
        marks += [self.words["end"]] if scene.end else []
        marks += [points_words(scene, self.words)] if scene.points is not None else []
        title = f"{self.numbers[scene.id]}. {self.typeset(scene.title)}"
        lines = wrapped(title, TITLE_WIDTH)
        return [" · ".join(marks), *lines] if marks else lines

    def _ways(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield source, target and lines of the label of each arrow; the same ones are one."""
        seen = set()
        for scene in self.scenario.scenes:
            for choice in scene.choices:
                said = rule_words(self.scenario, choice, self.words)
                lines = tuple(
                    line for rule in said for line in wrapped(self.typeset(rule), LABEL_WIDTH)
                )
                way = (scene.id, choice.target, lines)
                if way not in seen:
                    seen.add(way)
                    yield way

    def _loops(self, scene_id: str) -> list[str]:
        """Return the lines at the arrows that come back to the scene that they leave."""
        return [line for a, b, lines in self.ways if a == b == scene_id for line in lines]

    def _comes_back(self, scene_id: str) -> bool:
        return any(a == b == scene_id for a, b, _ in self.ways)

    def _frame(self, scene_id: str) -> tuple[float, float]:
        lines = self.texts[scene_id]
        width = max(len(line) for line in lines) * SIZE * LETTER + 2 * PAD
        return max(width, 90.0), len(lines) * LINE + 2 * PAD

    def _size(self, scene: Scene) -> tuple[float, float]:
        """Return the room of a scene: its frame, and at the right that of a loop on itself."""
        width, height = self._frame(scene.id)
        if not self._comes_back(scene.id):
            return width, height
        lines = self._loops(scene.id)
        wide, high = label_size(lines)
        return width + LOOP + wide + 4, max(height, high)

    def svg(self) -> Markup:
        """Return the drawing."""
        return self.strips(Strips(math.inf, math.inf, 1))[0]

    def strips(self, size: Strips) -> list[Markup]:
        """Return the drawing in strips: ``scenario_strips``."""
        edges = [Edge(a, b, label_size(lines)) for a, b, lines in self.ways]
        shifts = {name: (self._frame(name)[0] - self.sizes[name][0]) / 2 for name in self.sizes}
        drawing = draw(self.sizes, edges, shifts)
        arrows = zip(self.ways, drawing.routes, strict=True)
        parts = [self._arrow(*way, route) for way, route in arrows]
        parts += [self._scene(scene, drawing.nodes[scene.id]) for scene in self.scenario.scenes]
        ends = sum(scene.end for scene in self.scenario.scenes)
        said = self.words["map"].format(scenes=len(self.scenario.scenes), ends=ends)
        cuts = cut(self._solid(drawing), drawing.height + MARGIN, size)
        width, whole = drawing.width + 2 * MARGIN, Markup("").join(parts)
        return [
            strip((-MARGIN, top, width, bottom - top), size.scale, self.typeset(said), whole)
            for top, bottom in pairwise([-MARGIN, *cuts])
        ]

    def _solid(self, drawing: Drawing) -> list[tuple[float, float]]:
        """Return from where to where, downwards, each scene and each label stands."""
        places = [(y, self.sizes[name][1]) for name, (_, y) in drawing.nodes.items()]
        for (_, _, lines), route in zip(self.ways, drawing.routes, strict=True):
            if route.label is not None:
                places.append((route.label[1], label_size(lines)[1]))
        return [(y - high / 2 - ARROW, y + high / 2 + ARROW) for y, high in places]

    def _scene(self, scene: Scene, centre: Point) -> Markup:
        (x, y), (width, height) = centre, self._frame(scene.id)
        left, top = x - width / 2, y - height / 2
        parts = [box(left, top, width, height, 3 if scene.id == self.scenario.start else 1.5,
                      round_=scene.end)]  # fmt: skip
        if scene.end:
            parts.append(box(left + 4, top + 4, width - 8, height - 8, 1, round_=True))
        marked = scene.end or scene.id == self.scenario.start
        parts.append(text_lines(self.texts[scene.id], x, y, SIZE, LINE, bold_first=marked))
        if self._comes_back(scene.id):
            parts.append(self._loop(scene.id, x + width / 2, y, height))
        return Markup("<g>{}</g>\n").format(Markup("").join(parts))

    def _loop(self, scene_id: str, x: float, y: float, height: float) -> Markup:
        """Draw the arrow that comes back to its own scene, with its label at its right."""
        up, lines = min(14.0, height / 3), self._loops(scene_id)
        begin, turn, drop = f"M{number(x)} {number(y - up)}", number(2 * up + 6), number(2 * up)
        path = f"{begin}c{LOOP} -6 {LOOP} {turn} 0 {drop}"
        wide, _ = label_size(lines)
        label = text_lines(lines, x + LOOP + wide / 2, y, SMALL, SMALL_LINE) if lines else ""
        return Markup('<path d="{}"/>{}{}').format(
            path, arrow_head((x, y + up), (-1.0, 0.2)), label
        )

    def _arrow(self, source: str, target: str, lines: Sequence[str], route: Route) -> Markup:
        """Draw an arrow as curves that stop at frames and around its label."""
        if not route.points:
            return Markup("")
        points = list(route.points)
        down = points[-1][1] > points[0][1]
        side = 1 if down else -1
        points[0] = (points[0][0], points[0][1] + side * self._frame(source)[1] / 2)
        tip = (points[-1][0], points[-1][1] - side * self._frame(target)[1] / 2)
        points[-1] = (tip[0], tip[1] - side * ARROW)
        _, high = label_size(lines)
        pieces: list[list[Point]] = [[]]
        for index, point in enumerate(points):
            if route.label is not None and index == route.label_at:
                pieces[-1].append((point[0], point[1] - side * high / 2))
                pieces.append([(point[0], point[1] + side * high / 2)])
            else:
                pieces[-1].append(point)
        label = Markup("")
        if route.label is not None:
            label = text_lines(lines, *route.label, SMALL, SMALL_LINE)
        path = "".join(curve(piece) for piece in pieces)
        return Markup('<g><path d="{}"/>{}{}</g>\n').format(
            path, arrow_head(tip, (0.0, float(side))), label
        )
